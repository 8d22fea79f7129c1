-- One row per paragraph above the first section or the people of a revision.
select page_url, revision_sha256, paragraph_number, text from raw.lead_paragraphs
