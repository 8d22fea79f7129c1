-- One row per stretch of a revision's article that no record claims.
select page_url, revision_sha256, residue_number, text from raw.residue
