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
    article_length,
    claimed_length
from raw.revisions
