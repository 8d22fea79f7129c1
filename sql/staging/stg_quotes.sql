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
    spans,
    speaker_name,
    position,
    roles,
    group_name,
    country_name,
    country_code
from raw.quotes
