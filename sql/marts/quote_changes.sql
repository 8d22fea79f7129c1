-- One row per alteration of a quote from one body of a page to the next. `step` counts a page's edits;
-- `before` and `after` are words, names (with positions where only those differ) or places.
-- quote_number_before: where the quote stood, counted down the page
-- quote_number_after: where it stands after the edit
-- Rebuilt by: page_url
select
    changed.quote_id,
    changed.page_url,
    fetched.source,
    changed.step,
    changed.change,
    changed.before,
    changed.after,
    changed.speaker_name,
    changed.revision_sha256_before,
    changed.revision_sha256_after,
    changed.number_before as quote_number_before,
    changed.number_after as quote_number_after,
    changed.seen_at
from intermediate.int_quotes_changed as changed
inner join intermediate.int_pages_fetched as fetched on fetched.page_url = changed.page_url
order by
    changed.page_url,
    changed.step,
    coalesce(changed.number_after, changed.number_before),
    changed.quote_id,
    changed.change
