-- One row per session that a current page tells of. A report belongs to the one session that a
-- programme page of its site announces with the same title (typography and a `Session:` before it
-- apart), the same event where both print one, and the same year where both tell it; every other page
-- is a session of its own.
-- session_number: which one of those that the page lists; empty where it tells of one
-- programme_url: the programme page that announces what the page reports
-- session_id: names the session: by its programme page and, where that lists several, its title
with named as (
    select
        page_url,
        session_number,
        kind,
        starts_at,
        left(
            sha256(
                'session' || chr(31) || page_url
                || case
                    when session_number is null then ''
                    else chr(31) || title || chr(31) || told_before
                end
            ),
            16
        ) as own_id,
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
    from intermediate.int_sessions_printed
),

titled as (
    select
        page_url,
        session_number,
        kind,
        starts_at,
        own_id,
        site,
        held_in,
        trim(regexp_replace(bare_title, '[^\p{L}\p{N}]+', ' ', 'g')) as plain_title,
        nullif(trim(regexp_replace(bare_event, '[^\p{L}\p{N}]+', ' ', 'g')), '') as plain_event
    from named
),

pairs as (
    select
        report.page_url,
        min(programme.page_url) as programme_url,
        min(programme.own_id) as session_id
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
    titled.session_number,
    titled.starts_at,
    pairs.programme_url,
    coalesce(pairs.session_id, titled.own_id) as session_id
from titled
left join pairs on pairs.page_url = titled.page_url
