-- One row per refusal: seen when its revision was first fetched, over when the page was next fetched
-- with another body.
-- first_seen_at: when the revision was first fetched
-- resolved_at: when the page next had another body; empty while it has not
-- Rebuilt by: page_url
with bodies as (
    select page_url, body_sha256, fetched_at
    from staging.stg_fetches
    where body_sha256 is not null
),

newest as (
    select page_url, arg_max(body_sha256, fetched_at) as body_sha256 from bodies group by page_url
),

ends as (
    select refused.page_url, refused.revision_sha256, min(bodies.fetched_at) as ended_at
    from intermediate.int_revisions_checked as refused
    inner join bodies
        on bodies.page_url = refused.page_url
        and bodies.fetched_at > refused.last_fetched_at
    group by refused.page_url, refused.revision_sha256
)

select
    refusals.page_url,
    refusals.stage,
    refusals.code,
    refusals.detail,
    refusals.revision_sha256,
    refused.first_fetched_at as first_seen_at,
    case when newest.body_sha256 <> refusals.revision_sha256 then ends.ended_at end as resolved_at
from staging.stg_refusals as refusals
inner join intermediate.int_revisions_fetched as refused
    on refused.page_url = refusals.page_url
    and refused.revision_sha256 = refusals.revision_sha256
left join newest on newest.page_url = refusals.page_url
left join ends
    on ends.page_url = refusals.page_url
    and ends.revision_sha256 = refusals.revision_sha256
