-- One row per reason why a revision, or a value on it, was refused.
select page_url, revision_sha256, refusal_number, stage, code, detail from raw.refusals
