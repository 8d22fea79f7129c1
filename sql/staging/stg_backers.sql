-- One row per organizer or supporter that a revision names.
select page_url, revision_sha256, backer_number, role, name from raw.backers
