-- One row per alteration of a quote from one body of a page to the next. Filled by
-- warehouse/tracing.py.
-- quote_id: the quote, by the id that it keeps
-- page_url: the page's one address, in its normal form
-- step: counts the edits of a page
-- change: `added`, `removed`, `reworded`, `reattributed` or `moved`
-- before: the words, the speaker (with the position where only that differs) or the place before
-- after: the same after the edit
-- speaker_name: whose words they are, after the edit where they are still there
-- revision_sha256_before: SHA-256 of the body before
-- revision_sha256_after: SHA-256 of the body after
-- number_before: where the quote stood, counted down the page
-- number_after: where it stands now
-- seen_at: when the body after was first fetched
create or replace table intermediate.int_quotes_changed (
    quote_id varchar,
    page_url varchar,
    step integer,
    change varchar,
    before varchar,
    after varchar,
    speaker_name varchar,
    revision_sha256_before varchar,
    revision_sha256_after varchar,
    number_before integer,
    number_after integer,
    seen_at timestamptz
)
