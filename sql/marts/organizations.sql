-- One row per organization that a printed position names.
with held as (
    select
        people.person_id,
        people.quote_id,
        unnest(people.roles).organization as name
    from intermediate.int_people_printed as people
)

select
    left(sha256('organization' || chr(31) || lower(name)), 16) as organization_id,
    min(name) as name,
    count(distinct person_id) as speaker_count,
    count(distinct quote_id) as quote_count
from held
where name is not null
group by organization_id
order by quote_count desc, name
