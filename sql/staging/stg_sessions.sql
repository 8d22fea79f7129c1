-- One row per session of a programme page that lists several.
select
    page_url,
    revision_sha256,
    session_number,
    title,
    track,
    hall,
    starts_at,
    ends_at,
    time_zone,
    char_start,
    char_end
from raw.sessions
