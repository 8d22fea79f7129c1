-- Every quote has its page.
-- Asked by: page_url
select quotes.quote_id, quotes.page_url
from quotes
left join pages on pages.page_url = quotes.page_url
where pages.page_url is null
