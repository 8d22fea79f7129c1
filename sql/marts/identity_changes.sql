-- One row per change of the id of a printed name of a person or an organization, and why: another name
-- was printed, or somebody decided so. `page_url` is of a name that a decision tells apart on one page.
-- Rebuilt by: name
with told as (
    select kind, name, page_url, unnest(changes) as change from intermediate.int_names_resolved
)

select
    kind as entity,
    name,
    nullif(page_url, '') as page_url,
    change.id_before as id_before,
    change.id_after as id_after,
    change.reason as reason,
    change.seen_at as seen_at
from told
order by seen_at, entity, name, page_url
