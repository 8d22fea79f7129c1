-- One row per quote of a revision that has another id than its own in raw.quotes: mostly that of the
-- quote it was in an earlier revision. Filled by warehouse/tracing.py.
-- page_url: the page's one address, in its normal form
-- revision_sha256: SHA-256 of the body that holds the quote
-- quote_number: counts down the page
-- quote_id: the id that the quote keeps
create or replace table intermediate.int_quotes_matched (
    page_url varchar,
    revision_sha256 varchar,
    quote_number integer,
    quote_id varchar
)
