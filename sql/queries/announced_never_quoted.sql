-- Who was announced for a session and is not quoted in its report?
-- $event = : part of the event's name
with quoted as (
    select distinct session_id, person_id from participations where role = 'quoted'
),

reported as (
    select distinct session_id from quoted
)

select distinct
    sessions.event_name,
    sessions.title as session_title,
    announced.role,
    announced.speaker_name,
    announced.position
from participations as announced
inner join reported on reported.session_id = announced.session_id
inner join sessions on sessions.session_id = announced.session_id
left join quoted
    on quoted.session_id = announced.session_id
    and quoted.person_id = announced.person_id
where
    announced.role <> 'quoted'
    and quoted.session_id is null
    and ($event = '' or contains(lower(sessions.event_name), lower($event)))
order by sessions.event_name, session_title, announced.role, announced.speaker_name
