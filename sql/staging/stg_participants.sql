-- One row per person whom a revision of a programme page announces.
select
    page_url,
    revision_sha256,
    participant_number,
    role,
    name as speaker_name,
    position,
    roles
from raw.participants
