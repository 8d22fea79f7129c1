-- One row per organization in the position of a person printed on a current page.
-- organization_id: names the organization
-- name: its name as printed in the position
-- person_id: names the person who holds the position
-- Rebuilt by: page_url
with held as (
    select page_url, person_id, quote_id, unnest(roles).organization as name
    from intermediate.int_people_printed
)

select
    held.page_url,
    identified.entity_id as organization_id,
    held.name,
    held.person_id,
    held.quote_id
from held
left join intermediate.int_names_identified as identified
    on identified.page_url = held.page_url
    and identified.kind = 'organization'
    and identified.name = held.name
where held.name is not null
