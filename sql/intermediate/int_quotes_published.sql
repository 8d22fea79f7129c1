-- One row per quote of a current revision that is its page's own, with what search reckons with.
-- quote_key: the quote's id as a number
-- word_count: how many words spaces part
-- Rebuilt by: page_url
select
    traced.page_url,
    traced.revision_sha256,
    traced.quote_number,
    traced.quote_id,
    quotes.text,
    quotes.speaker_name,
    cast('0x' || left(traced.quote_id, 15) as bigint) as quote_key,
    length(quotes.text) - length(replace(quotes.text, ' ', '')) + 1 as word_count
from intermediate.int_quotes_traced as traced
inner join intermediate.int_revisions_current as current
    on current.page_url = traced.page_url
    and current.revision_sha256 = traced.revision_sha256
inner join staging.stg_quotes as quotes
    on quotes.page_url = traced.page_url
    and quotes.revision_sha256 = traced.revision_sha256
    and quotes.quote_number = traced.quote_number
where traced.quote_id not in (select quote_id from intermediate.int_quotes_repeated)
