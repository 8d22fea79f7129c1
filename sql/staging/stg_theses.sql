-- One row per thesis of a revision.
select page_url, revision_sha256, thesis_number, section_number, heading from raw.theses
