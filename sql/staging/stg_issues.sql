-- One row per page or value refused.
select page_url, source, stage, code, detail, revision_sha256, first_seen_at, resolved_at
from raw.issues
