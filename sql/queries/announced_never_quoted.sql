-- Who was announced for a session and is not quoted in its report?
-- $event = : part of the event's name
with announced as (
    select * from participations where role <> 'quoted'
),

quoted as (
    select distinct session_id, person_id
    from participations
    where role = 'quoted' and session_id in (select session_id from announced)
)

select distinct
    sessions.event_name,
    sessions.title as session_title,
    announced.role,
    announced.speaker_name,
    announced.position
from announced
inner join sessions on sessions.session_id = announced.session_id
left join quoted
    on quoted.session_id = announced.session_id
    and quoted.person_id = announced.person_id
where
    quoted.session_id is null
    and announced.session_id in (select session_id from quoted)
    and ($event = '' or contains(lower(sessions.event_name), lower($event)))
order by sessions.event_name, session_title, announced.role, announced.speaker_name
