-- One row per page and name of a person or an organization that it ever printed: whose it is. A page
-- that a decision tells apart has an id of its own there.
-- kind: `person` or `organization`
-- name: the name as printed
-- entity_id: whose it is: a person_id or an organization_id
-- first_seen_at: when a body of the page that prints it was first fetched
-- Rebuilt by: name
with printed as (
    select page_url, kind, name, min(seen_at) as first_seen_at
    from intermediate.int_names_printed
    where kind <> 'abbreviation'
    group by page_url, kind, name
)

select
    printed.page_url,
    printed.kind,
    printed.name,
    coalesce(here.entity_id, everywhere.entity_id) as entity_id,
    printed.first_seen_at
from printed
left join intermediate.int_names_resolved as everywhere
    on everywhere.kind = printed.kind
    and everywhere.name = printed.name
    and everywhere.page_url = ''
left join intermediate.int_names_resolved as here
    on here.kind = printed.kind
    and here.name = printed.name
    and here.page_url = printed.page_url
