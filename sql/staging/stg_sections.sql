-- One row per section of a revision.
select page_url, revision_sha256, section_number, kind, heading from raw.sections
