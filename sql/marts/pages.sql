-- One row per page that was ever asked for. Its title and records are those of the newest revision
-- that was understood; `status` tells how it stands: `ok`, `quarantined` (the newest revision is
-- not understood), `gone`, or `failed` (nothing of it was ever read).
-- status: `ok`, `quarantined` where its newest body is not understood, `gone`, or what became of
--   its fetches
-- revision_count: how many bodies it has had
-- aliases: other addresses that led to it
-- quote_count: how many of its quotes are published
-- claimed_share: the share of the article's characters that records hold, 0 to 1
-- first_fetched_at: when it was first asked for
-- last_checked_at: when it was last asked for
-- Rebuilt by: page_url
with quoted as (
    select page_url, count(*) as quote_count from quotes group by page_url
)

select
    fetched.page_url,
    fetched.source,
    current.kind,
    case
        when fetched.is_gone then 'gone'
        when newest.status = 'quarantined' then 'quarantined'
        when current.page_url is not null then 'ok'
        else 'failed'
    end as status,
    current.language,
    current.title,
    current.revision_sha256,
    fetched.revision_count,
    coalesce(fetched.aliases, []) as aliases,
    coalesce(quoted.quote_count, 0) as quote_count,
    accounted.claimed_share,
    current.published_on,
    current.track,
    current.hall,
    current.starts_at,
    current.ends_at,
    current.time_zone,
    fetched.first_fetched_at,
    fetched.last_checked_at
from intermediate.int_pages_fetched as fetched
left join intermediate.int_revisions_current as current on current.page_url = fetched.page_url
left join intermediate.int_pages_accounted as accounted on accounted.page_url = fetched.page_url
left join intermediate.int_revisions_fetched as newest
    on newest.page_url = fetched.page_url
    and newest.revision_sha256 = fetched.last_body_sha256
left join quoted on quoted.page_url = fetched.page_url
order by fetched.page_url
