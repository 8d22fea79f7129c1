-- Who spoke in an office, in a year or at any time?
-- $role: part of the office, such as Executive Secretary
-- $year = : such as 2023
select
    speakers.name,
    held.role,
    coalesce(organizations.name, held.organization) as organization,
    min(held.position) as position
from person_roles as held
inner join speakers on speakers.person_id = held.person_id
left join organizations on organizations.organization_id = held.organization_id
where
    contains(lower(held.role), lower($role))
    and coalesce(
        cast(nullif($year, '') as integer) between year(held.first_on) and year(held.last_on), true
    )
group by all
order by speakers.name, held.role, organization
