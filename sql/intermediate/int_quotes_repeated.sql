-- One row per quote of a current revision that other pages of its site hold too, word for word. It may
-- be theirs or furniture of all: it is withheld, and an issue says so.
-- title_count: under how many titles the words stand
-- first_seen_at: since when that holds for this page
-- Rebuilt by: page_url
select
    quotes.quote_id,
    quotes.page_url,
    quotes.revision_sha256,
    quotes.quote_number,
    printed.text,
    printed.speaker_name,
    withheld.title_count,
    greatest(current.first_fetched_at, withheld.repeated_since) as first_seen_at
from intermediate.int_quotes_traced as quotes
inner join intermediate.int_revisions_current as current
    on current.page_url = quotes.page_url
    and current.revision_sha256 = quotes.revision_sha256
inner join staging.stg_quotes as printed
    on printed.page_url = quotes.page_url
    and printed.revision_sha256 = quotes.revision_sha256
    and printed.quote_number = quotes.quote_number
inner join intermediate.int_texts_withheld as withheld
    on withheld.page_url = quotes.page_url
    and withheld.place = 'quote'
    and withheld.number = quotes.quote_number
