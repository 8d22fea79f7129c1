-- One row per quote of a current revision that is its page's own. `quote_key` is its id as a number, and
-- `word_count` counts what spaces part: search reckons with both.
-- Rebuilt by: page_url
select
    quotes.*,
    cast('0x' || left(quotes.quote_id, 15) as bigint) as quote_key,
    length(quotes.text) - length(replace(quotes.text, ' ', '')) + 1 as word_count
from intermediate.int_quotes_traced as quotes
inner join intermediate.int_revisions_current as current
    on current.page_url = quotes.page_url
    and current.revision_sha256 = quotes.revision_sha256
where quotes.quote_id not in (select quote_id from intermediate.int_quotes_repeated)
