-- One row per paragraph of a revision's own prose; no section number above the first section.
select page_url, revision_sha256, paragraph_number, section_number, text, char_start
from raw.paragraphs
