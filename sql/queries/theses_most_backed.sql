-- Which theses have the most people behind them?
-- $event = : part of the event's name
-- $limit = 20: rows
select thesis, section_kind, session_title, speaker_count, quote_count, page_url
from theses
where $event = '' or contains(lower(event_name), lower($event))
order by speaker_count desc, quote_count desc, page_url, thesis_number
limit cast($limit as integer)
