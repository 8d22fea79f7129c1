-- One row per revision read.
select
    page_url,
    revision_sha256,
    parser_version,
    source,
    status,
    kind,
    language,
    title,
    event_name,
    track,
    hall,
    published_on,
    starts_at,
    ends_at,
    time_zone,
    case when article_length > 0 then claimed_length / article_length end as claimed_share
from raw.revisions
