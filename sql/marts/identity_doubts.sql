-- One row per two persons, or organizations, of whom it is undecided whether they are one: a printed
-- name of each, and why. They stay apart.
-- entity: `person` or `organization`
-- name: a printed name of the one
-- other_name: a printed name of the other
-- id: the id of the one
-- other_id: the id of the other
-- reason: why it is open, in words
-- Rebuilt by: name
with told as (
    select kind, name, entity_id, unnest(undecided) as doubt from intermediate.int_names_resolved
)

select
    kind as entity,
    name,
    doubt.name as other_name,
    entity_id as id,
    doubt.entity_id as other_id,
    doubt.reason as reason
from told
order by entity, name, other_name
