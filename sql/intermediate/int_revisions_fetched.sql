-- One row per revision read, with when its bytes were first and last fetched.
select
    revisions.*,
    min(fetches.fetched_at) as first_fetched_at,
    max(fetches.fetched_at) as last_fetched_at
from staging.stg_revisions as revisions
left join staging.stg_fetches as fetches
    on fetches.page_url = revisions.page_url
    and fetches.body_sha256 = revisions.revision_sha256
group by all
