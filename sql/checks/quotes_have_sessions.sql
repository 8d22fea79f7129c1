-- Every quote has its session.
-- Asked by: session_id
select quotes.quote_id, quotes.page_url
from quotes
left join sessions on sessions.session_id = quotes.session_id
where sessions.session_id is null
