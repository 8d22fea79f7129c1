-- What is new since a day?
-- $day: such as 2026-11-01
-- $limit = 100: rows
select
    quotes.speaker_name,
    quotes.text,
    quotes.session_title,
    quotes.event_name,
    quotes.page_url,
    quotes.quote_id
from quotes
where quotes.first_seen_at >= cast($day as date)
order by quotes.page_url, quotes.quote_number
limit cast($limit as integer)
