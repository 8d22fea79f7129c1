-- No two quotes of a revision have one id.
-- Asked by: page_url
select traced.page_url, traced.revision_sha256, traced.quote_id
from intermediate.int_quotes_traced as traced
where traced.page_url in (select page_url from intermediate.int_quotes_matched)
group by traced.page_url, traced.revision_sha256, traced.quote_id
having count(*) > 1
