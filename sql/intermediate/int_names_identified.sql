-- One row per page and name of a person or an organization that it ever printed: whose it is. A page
-- that a decision tells apart has an id of its own there.
-- kind: `person` or `organization`
-- name: the name as printed
-- entity_id: whose it is: a person_id or an organization_id
-- Rebuilt by: name
with printed as (
    select distinct page_url, kind, name
    from intermediate.int_names_printed
    where kind <> 'abbreviation'
)

select
    printed.page_url,
    printed.kind,
    printed.name,
    coalesce(here.entity_id, everywhere.entity_id) as entity_id
from printed
left join intermediate.int_names_resolved as everywhere
    on everywhere.kind = printed.kind
    and everywhere.name = printed.name
    and everywhere.page_url = ''
left join intermediate.int_names_resolved as here
    on here.kind = printed.kind
    and here.name = printed.name
    and here.page_url = printed.page_url
