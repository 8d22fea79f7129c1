-- One row per revision read, with the digest of all its rows: where it is as it was, so are they. By
-- this model an update knows whose records a load has changed.
-- Rebuilt by: page_url
select page_url, revision_sha256, records_sha256 from raw.revisions
