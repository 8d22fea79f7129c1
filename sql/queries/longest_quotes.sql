-- Which quotes are the longest?
-- $limit = 10: rows
select length(text) as characters, speaker_name, session_title, text, quote_id
from quotes
order by characters desc, page_url, quote_number
limit cast($limit as integer)
