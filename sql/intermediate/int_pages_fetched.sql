-- One row per page ever asked for: how its fetches stand. A page is gone at once with 410, and with 404
-- after three in a row on two days or more (a site may be half down for an hour).
-- last_body_sha256: the body that the page had last
-- first_fetched_at: when it was first asked for
-- last_checked_at: when it was last asked for
-- revision_count: how many bodies it has had
-- aliases: other addresses that led to it
-- is_gone: whether the site says that it is no more
-- Rebuilt by: page_url
with attempts as (
    select
        *,
        max(fetched_at) filter (body_sha256 is not null) over (partition by page_url) as last_read_at
    from staging.stg_fetches
    where purpose = 'page'
)

select
    page_url,
    arg_max(source, fetched_at) as source,
    arg_max(body_sha256, fetched_at) filter (body_sha256 is not null) as last_body_sha256,
    min(fetched_at) as first_fetched_at,
    max(fetched_at) as last_checked_at,
    count(distinct body_sha256) as revision_count,
    list(distinct requested_url order by requested_url) filter (requested_url <> page_url) as aliases,
    arg_max(outcome, fetched_at) = 'gone'
    and (
        arg_max(http_status, fetched_at) = 410
        or (
            count(*) filter (http_status = 404 and fetched_at > coalesce(last_read_at, '-infinity'))
            >= 3
            and count(distinct cast(fetched_at as date)) filter (
                http_status = 404 and fetched_at > coalesce(last_read_at, '-infinity')
            ) >= 2
        )
    ) as is_gone
from attempts
group by page_url
