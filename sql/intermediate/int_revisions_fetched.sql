-- One row per revision read, with when its bytes were first fetched.
-- first_fetched_at: when these bytes were first fetched
-- Rebuilt by: page_url
select revisions.* exclude (parser_version), min(fetches.fetched_at) as first_fetched_at
from staging.stg_revisions as revisions
left join staging.stg_fetches as fetches
    on fetches.page_url = revisions.page_url
    and fetches.body_sha256 = revisions.revision_sha256
group by all
