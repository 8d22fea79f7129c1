-- One row per event that a page names.
-- event_id: names the event, by its name
-- name: the event's name as printed, of several spellings the first
-- session_count: how many sessions are known of it
select
    left(sha256('event' || chr(31) || lower(event_name)), 16) as event_id,
    min(event_name) as name,
    count(*) as session_count
from sessions
where event_name is not null
group by event_id
order by session_count desc, name
