-- One row per damaged stretch of the archive: over when its page's body was found again, which is
-- kept only where the archive holds it. Whose it was is not always known; then it stays open.
-- first_seen_at: when the damage was noticed
-- resolved_at: when the body was archived again; empty while it is lost
-- Rebuilt by: page_url
select
    damages.page_url,
    damages.detail,
    damages.body_sha256,
    damages.found_at as first_seen_at,
    min(records.archived_at) as resolved_at
from staging.stg_damages as damages
left join staging.stg_archive_records as records
    on records.page_url = damages.page_url
    and records.body_sha256 = damages.body_sha256
    and records.archived_at > damages.found_at
group by all
