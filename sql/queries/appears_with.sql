-- With whom does a person appear?
-- $person: part of the person's name
-- $limit = 20: rows
with theirs as (
    select distinct participations.session_id, participations.person_id
    from participations
    inner join speakers on speakers.person_id = participations.person_id
    where contains(lower(speakers.name), lower($person))
),

together as (
    select distinct
        theirs.person_id,
        theirs.session_id,
        others.person_id as other_id
    from theirs
    inner join participations as others
        on others.session_id = theirs.session_id
        and others.person_id <> theirs.person_id
)

select
    speakers.name,
    others.name as appears_with,
    count(*) as session_count
from together
inner join speakers on speakers.person_id = together.person_id
inner join speakers as others on others.person_id = together.other_id
group by speakers.name, others.name
order by session_count desc, speakers.name, appears_with
limit cast($limit as integer)
