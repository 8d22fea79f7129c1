-- One row per person, session, role and position: who took part in what, and as what.
-- role: `quoted`, or `moderator` or `speaker` of a programme
-- person_id: names the person; see `speakers`
-- Rebuilt by: page_url, for its session_id, person_id, speaker_name, role, position
select distinct
    session_id,
    person_id,
    speaker_name,
    role,
    position,
    page_url
from intermediate.int_people_printed
order by page_url, role, speaker_name
