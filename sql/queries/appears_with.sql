-- With whom does a person appear?
-- $person: part of the person's name
-- $limit = 20: rows
with theirs as (
    select distinct participations.person_id, participations.session_id
    from participations
    inner join speakers on speakers.person_id = participations.person_id
    where contains(lower(speakers.name), lower($person))
),

there as (
    select distinct session_id, person_id
    from participations
    where session_id in (select session_id from theirs)
),

together as (
    select theirs.person_id, there.person_id as other_id, count(*) as session_count
    from theirs
    inner join there
        on there.session_id = theirs.session_id
        and there.person_id <> theirs.person_id
    group by theirs.person_id, other_id
    order by session_count desc, theirs.person_id, other_id
    limit cast($limit as integer)
)

select speakers.name, others.name as appears_with, together.session_count
from together
inner join speakers on speakers.person_id = together.person_id
inner join speakers as others on others.person_id = together.other_id
order by together.session_count desc, speakers.name, appears_with
