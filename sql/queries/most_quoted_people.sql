-- Who is quoted most, at each event or at one?
-- $event = : part of the event's name
-- $limit = 20: rows
select
    quotes.event_name,
    speakers.name,
    count(*) as quote_count,
    count(distinct quotes.session_id) as session_count
from quotes
inner join speakers on speakers.person_id = quotes.person_id
where $event = '' or contains(lower(quotes.event_name), lower($event))
group by quotes.event_name, quotes.person_id, speakers.name
order by quote_count desc, session_count desc, name, event_name
limit cast($limit as integer)
