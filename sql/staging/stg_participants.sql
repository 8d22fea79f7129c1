-- One row per person whom a revision of a programme page announces.
select
    page_url,
    revision_sha256,
    participant_number,
    role,
    speaker_name,
    speaker_start,
    position,
    roles,
    group_name,
    country_name,
    country_code
from raw.participants
