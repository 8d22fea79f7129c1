-- Who speaks for more than one organization?
-- $limit = 20: rows
with most as (
    select person_id, name, organization_count
    from speakers
    where organization_count > 1
    order by organization_count desc, name, person_id
    limit cast($limit as integer)
)

select
    most.name,
    most.organization_count,
    list(distinct organizations.name order by organizations.name) as organizations
from most
inner join person_roles as held on held.person_id = most.person_id
inner join organizations on organizations.organization_id = held.organization_id
group by most.person_id, most.name, most.organization_count
order by most.organization_count desc, most.name
