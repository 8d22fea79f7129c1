-- Who is quoted most, at each event or at one?
-- $event = : part of the event's name
-- $limit = 20: rows
with most as (
    select *
    from appearances
    where $event = '' or contains(lower(event_name), lower($event))
    order by quote_count desc, session_count desc, person_id, event_name
    limit cast($limit as integer)
)

select most.event_name, speakers.name, most.quote_count, most.session_count
from most
inner join speakers on speakers.person_id = most.person_id
order by most.quote_count desc, most.session_count desc, speakers.name, most.event_name
