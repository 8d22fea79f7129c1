-- One row per page or value that was refused, with its reason; open while `resolved_at` is null. Those
-- of stage `compare` are what the other pages of a site tell of one; they are there while that holds.
-- stage: where it was refused: `fetch`, `read`, `parse`, `load`, `archive` or `compare`
-- first_seen_at: since when
-- resolved_at: when it was over; empty while it is open
-- Rebuilt by: page_url
select page_url, stage, code, detail, revision_sha256, first_seen_at, resolved_at
from intermediate.int_refusals_dated
union all
select page_url, 'fetch', code, detail, null, first_seen_at, resolved_at
from intermediate.int_fetches_failed
union all
select page_url, 'archive', 'archive_damaged', detail, body_sha256, first_seen_at, resolved_at
from intermediate.int_damages_dated
union all
select
    page_url,
    'compare',
    'repeated_quote',
    '“' || left(text, 80) || case when length(text) > 80 then '…' else '' end || '” ('
    || coalesce(speaker_name, 'nobody named') || ') stands word for word on pages of this site with '
    || title_count || ' titles, so it is not published as this page''s. A box that all of them have '
    || 'needs nothing; if it is the page''s own, it is in raw.quotes.',
    revision_sha256,
    first_seen_at,
    null
from intermediate.int_quotes_repeated
union all
select page_url, 'parse', 'unnamed_speaker', detail, revision_sha256, first_seen_at, null
from intermediate.int_quotes_unnamed
union all
select page_url, 'compare', 'low_yield', detail, revision_sha256, first_seen_at, null
from intermediate.int_reports_poor
order by first_seen_at, page_url, code, detail
