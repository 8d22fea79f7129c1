-- One row per organization that a printed position names, by the name printed most often; `names` has
-- all.
-- organization_id: names the organization, across pages and spellings
-- name: the name printed most often
-- speaker_count: how many people speak for it
-- quote_count: how many published quotes are theirs
-- names: every spelling of the name
-- Rebuilt by: organization_id
with named as (
    select organization_id, name
    from intermediate.int_organizations_named
    group by organization_id, name
    qualify row_number() over (partition by organization_id order by count(*) desc, name) = 1
)

select
    printed.organization_id,
    any_value(named.name) as name,
    count(distinct printed.person_id) as speaker_count,
    count(distinct printed.quote_id) as quote_count,
    list(distinct printed.name order by printed.name) as names
from intermediate.int_organizations_named as printed
inner join named on named.organization_id = printed.organization_id
group by printed.organization_id
order by quote_count desc, name
