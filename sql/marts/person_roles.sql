-- One row per person, role, organization and position: what they were, the first and the last day on
-- which a page says so (the day it was published or held, else the day on which it was first fetched
-- with their name), and how many pages do.
-- person_id: names the person; see `speakers`
-- role: what they are, such as Director
-- organization: where, as printed
-- organization_id: names the organization; see `organizations`
-- first_on: the first day on which a page says so
-- last_on: the last day on which a page says so
-- page_count: how many pages say so
-- Rebuilt by: person_id
-- Made by: person_id
with held as (
    select page_url, person_id, position, seen_on, unnest(roles) as held
    from intermediate.int_people_printed
),

bodies as (
    select distinct page_url, person_id, name, organization_id
    from intermediate.int_organizations_named
)

select
    held.person_id,
    held.held.role as role,
    held.held.organization as organization,
    bodies.organization_id,
    held.position,
    min(held.seen_on) as first_on,
    max(held.seen_on) as last_on,
    count(distinct held.page_url) as page_count
from held
left join bodies
    on bodies.page_url = held.page_url
    and bodies.person_id = held.person_id
    and bodies.name = held.held.organization
group by all
order by held.person_id, first_on, role, organization, held.position
