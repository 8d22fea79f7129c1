-- One row per current page: the session it tells of. A report belongs to the session of the one
-- programme page of its site with the same title (typography and a `Session:` before it apart), the
-- same event where both print one, and the same year where both tell it; every other page is a
-- session of its own.
-- programme_url: the programme page that announces what the page reports
-- session_id: names the session: by its programme page, or by the page itself
with named as (
    select
        page_url,
        kind,
        -- Pages that no source claims are of as many sites as hosts.
        case when source = 'web' then regexp_extract(page_url, '^\w+://([^/]+)', 1) else source end
            as site,
        year(coalesce(cast(starts_at as date), published_on)) as held_in,
        regexp_replace(
            replace(lower(trim(title)), 'ё', 'е'),
            '^(?:(?:panel |plenary |the )?(?:session|discussion)|round table|roundtable|report'
            || '|(?:outcomes|results|summary) of the (?:session|round table)'
            || '|(?:пленарная |панельная )?(?:сессия|дискуссия)|круглый стол|отчет'
            || '|итоги (?:сессии|круглого стола))(?: (?:no\.? ?|№ ?)?\d{1,3})?'
            || '(?:\s*[:|–—-]\s+|\s+[“”„«‘''"])',
            ''
        ) as bare_title,
        regexp_replace(replace(lower(trim(event_name)), 'ё', 'е'), '^the\s+', '') as bare_event
    from intermediate.int_revisions_current
),

titled as (
    select
        page_url,
        kind,
        site,
        held_in,
        trim(regexp_replace(bare_title, '[^\p{L}\p{N}]+', ' ', 'g')) as plain_title,
        nullif(trim(regexp_replace(bare_event, '[^\p{L}\p{N}]+', ' ', 'g')), '') as plain_event
    from named
),

pairs as (
    select report.page_url, min(programme.page_url) as programme_url
    from titled as report
    inner join titled as programme
        on programme.kind = 'programme'
        and programme.site = report.site
        and programme.plain_title = report.plain_title
        and programme.plain_title <> ''
        and coalesce(programme.plain_event = report.plain_event, true)
        and coalesce(programme.held_in = report.held_in, true)
    where report.kind = 'report'
    group by report.page_url
    having count(*) = 1
)

select
    titled.page_url,
    pairs.programme_url,
    left(sha256('session' || chr(31) || coalesce(pairs.programme_url, titled.page_url)), 16)
        as session_id
from titled
left join pairs on pairs.page_url = titled.page_url
