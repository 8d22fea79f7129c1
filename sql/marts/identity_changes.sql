-- One row per change of the id of a printed name of a person or an organization, and why: another name
-- was printed, or somebody decided so. `page_url` is of a name that a decision tells apart on one page.
-- entity: `person` or `organization`
-- name: the printed name whose id changed
-- page_url: the page on which a decision tells it apart; mostly empty
-- id_before: the id that it had
-- id_after: the id that it has since
-- reason: why, in words
-- seen_at: when what changed it became known
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
