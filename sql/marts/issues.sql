-- One row per page or value that was refused, with its reason; open while `resolved_at` is null.
select page_url, stage, code, detail, revision_sha256, first_seen_at, resolved_at
from intermediate.int_refusals_dated
union all
select page_url, 'fetch', code, detail, null, first_seen_at, resolved_at
from intermediate.int_fetches_failed
order by first_seen_at, page_url, code
