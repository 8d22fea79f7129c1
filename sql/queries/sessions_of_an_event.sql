-- Which sessions did an event have?
-- $event = : part of the event's name
with counted as (
    select session_id, count(*) as quote_count, count(distinct person_id) as speaker_count
    from quotes
    group by session_id
)

select
    sessions.event_name,
    sessions.title,
    coalesce(cast(sessions.starts_at as date), sessions.published_on) as held_on,
    sessions.hall,
    coalesce(counted.speaker_count, 0) as speaker_count,
    coalesce(counted.quote_count, 0) as quote_count,
    sessions.page_url
from sessions
left join counted on counted.session_id = sessions.session_id
where $event = '' or contains(lower(sessions.event_name), lower($event))
order by sessions.event_name, held_on, sessions.title, sessions.page_url
