-- Who speaks for an organization, and as what?
-- $organization: part of its name
with held as (
    select person_id, published_on, page_url, unnest(roles) as held_role
    from quotes
    where contains(lower(position), lower($organization))
)

select
    held.held_role.organization as organization,
    speakers.name,
    list(distinct held.held_role.role order by held.held_role.role) as roles,
    count(*) as quote_count,
    min(held.published_on) as first_on,
    max(held.published_on) as last_on
from held
inner join speakers on speakers.person_id = held.person_id
where contains(lower(held.held_role.organization), lower($organization))
group by organization, speakers.name
order by quote_count desc, organization, name
