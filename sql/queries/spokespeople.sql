-- Who speaks for an organization, and as what?
-- $organization: part of one of its names
with wanted as (
    select organization_id, name
    from organizations
    where list_bool_or(list_transform(
        names, lambda name: contains(lower(name), lower($organization))
    ))
)

select
    wanted.name as organization,
    speakers.name,
    list(distinct held.role order by held.role) as roles,
    sum(held.page_count) as page_count,
    min(held.first_on) as first_seen_on,
    max(held.last_on) as last_seen_on
from person_roles as held
inner join wanted on wanted.organization_id = held.organization_id
inner join speakers on speakers.person_id = held.person_id
group by held.organization_id, wanted.name, held.person_id, speakers.name
order by page_count desc, organization, speakers.name
