-- One row per printed name (`page_url` empty), and per name on a page that a decision tells apart; also
-- per phrase that may tell an abbreviation, without an id. Filled by warehouse/naming.py.
-- kind: `person`, `organization` or `abbreviation`
-- name: the name as printed
-- page_url: the page that a decision tells apart; empty otherwise
-- block: names of one block are compared with each other
-- entity_id: whose name it is: a person_id or an organization_id
-- undecided: who else it may be, by a name and an id, and why that is open
-- changes: how its id changed as more became known, when and why
create or replace table intermediate.int_names_resolved (
    kind varchar,
    name varchar,
    page_url varchar,
    block varchar,
    entity_id varchar,
    undecided struct(name varchar, entity_id varchar, reason varchar)[],
    changes struct(id_before varchar, id_after varchar, reason varchar, seen_at timestamptz)[]
)
