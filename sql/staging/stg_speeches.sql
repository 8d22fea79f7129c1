-- One row per statement that fills a revision of a page.
select
    page_url,
    revision_sha256,
    speech_number,
    text,
    char_start,
    char_end,
    speaker_name,
    position,
    roles,
    group_name,
    country_name,
    country_code
from raw.speeches
