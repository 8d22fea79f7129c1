-- What is no longer on its site, and was quoted from there?
select page_url, max(session_title) as session_title, count(*) as quote_count
from quotes
where is_gone
group by page_url
order by quote_count desc, page_url
