-- One row per organization in the position of a person printed on a current page.
-- Rebuilt by: page_url
with held as (
    select page_url, person_id, quote_id, unnest(roles).organization as name
    from intermediate.int_people_printed
)

select
    page_url,
    left(sha256('organization' || chr(31) || lower(name)), 16) as organization_id,
    name,
    person_id,
    quote_id
from held
where name is not null
