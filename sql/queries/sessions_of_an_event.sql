-- Which sessions did an event have?
-- $event = : part of the event's name
-- $limit = 200: rows
select
    sessions.event_name,
    sessions.title,
    coalesce(cast(sessions.starts_at as date), sessions.published_on) as held_on,
    sessions.hall,
    pages.quote_count,
    sessions.page_url
from sessions
inner join pages on pages.page_url = sessions.page_url
where $event = '' or contains(lower(sessions.event_name), lower($event))
order by sessions.event_name, held_on, sessions.title, sessions.page_url
limit cast($limit as integer)
