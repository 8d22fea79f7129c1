-- One row per quote of a revision: the id that it keeps when its page is edited. Its words stay in
-- staging, so that they are not copied from model to model.
-- Rebuilt by: page_url
select
    quotes.page_url,
    quotes.revision_sha256,
    quotes.quote_number,
    coalesce(matched.quote_id, quotes.quote_id) as quote_id
from staging.stg_quotes as quotes
left join intermediate.int_quotes_matched as matched
    on matched.page_url = quotes.page_url
    and matched.revision_sha256 = quotes.revision_sha256
    and matched.quote_number = quotes.quote_number
