-- One row per attempt to get one URL.
-- http_status: the HTTP status
select
    fetch_id,
    run_id,
    page_url,
    requested_url,
    source,
    purpose,
    final_url,
    redirects,
    outcome,
    status as http_status,
    body_sha256,
    error_code,
    error_detail,
    warning,
    fetched_at
from raw.fetches
