-- Who speaks for more than one organization?
-- $limit = 20: rows
with held as (
    select person_id, unnest(roles).organization as organization from quotes
)

select
    speakers.name,
    count(distinct held.organization) as organization_count,
    list(distinct held.organization order by held.organization) as organizations
from held
inner join speakers on speakers.person_id = held.person_id
where held.organization is not null
group by held.person_id, speakers.name
having count(distinct held.organization) > 1
order by organization_count desc, speakers.name
limit cast($limit as integer)
