-- One row per organization that a printed position names.
-- Rebuilt by: organization_id
select
    organization_id,
    min(name) as name,
    count(distinct person_id) as speaker_count,
    count(distinct quote_id) as quote_count
from intermediate.int_organizations_named
group by organization_id
order by quote_count desc, name
