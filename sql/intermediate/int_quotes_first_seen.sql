-- One row per quote ever read: when it was first fetched, whatever its words were then.
-- first_seen_at: when the quote was first fetched, whatever its words were then
-- Rebuilt by: page_url
select quotes.page_url, quotes.quote_id, min(revisions.first_fetched_at) as first_seen_at
from intermediate.int_quotes_traced as quotes
inner join intermediate.int_revisions_fetched as revisions
    on revisions.page_url = quotes.page_url
    and revisions.revision_sha256 = quotes.revision_sha256
group by quotes.page_url, quotes.quote_id
