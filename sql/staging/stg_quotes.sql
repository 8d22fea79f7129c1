-- One row per quote of a revision.
select
    page_url,
    revision_sha256,
    quote_number,
    quote_id,
    section_number,
    thesis_number,
    text,
    char_start,
    char_end,
    speaker_name,
    position,
    roles
from raw.quotes
