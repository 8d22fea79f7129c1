-- One row per current page: the session it tells of. A report belongs to the session of the one
-- programme page of its source with the same title (typography apart) and, where both tell it, in
-- the same year; every other page is a session of its own.
with titled as (
    select
        page_url,
        source,
        kind,
        year(coalesce(cast(starts_at as date), published_on)) as held_in,
        trim(regexp_replace(
            regexp_replace(lower(title), '[“”„«»‘’''"`.]', '', 'g'), '\s+', ' ', 'g'
        )) as plain_title
    from intermediate.int_revisions_current
),

pairs as (
    select report.page_url, min(programme.page_url) as programme_url
    from titled as report
    inner join titled as programme
        on programme.kind = 'programme'
        and programme.source = report.source
        and programme.plain_title = report.plain_title
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
