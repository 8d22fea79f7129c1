-- One row per quote of a current revision that is its page's own.
-- Rebuilt by: page_url
select quotes.*
from intermediate.int_quotes_traced as quotes
inner join intermediate.int_revisions_current as current
    on current.page_url = quotes.page_url
    and current.revision_sha256 = quotes.revision_sha256
where quotes.quote_id not in (select quote_id from intermediate.int_quotes_repeated)
