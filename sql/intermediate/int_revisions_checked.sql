-- One row per revision read, with when its bytes were last fetched. Kept apart from when they first
-- were: a page fetched again and found as it was must not touch what is made of its words.
-- last_fetched_at: when these bytes were last fetched
-- Rebuilt by: page_url
select
    revisions.page_url,
    revisions.revision_sha256,
    max(fetches.fetched_at) as last_fetched_at
from staging.stg_revisions as revisions
left join staging.stg_fetches as fetches
    on fetches.page_url = revisions.page_url
    and fetches.body_sha256 = revisions.revision_sha256
group by revisions.page_url, revisions.revision_sha256
