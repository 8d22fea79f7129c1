-- Which words are given to nobody by name?
-- $limit = 50: rows
select text, position, session_title, page_url, quote_id
from quotes
where speaker_name is null
order by page_url, quote_number
limit cast($limit as integer)
