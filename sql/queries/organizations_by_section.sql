-- Whose people speak of problems, whose of solutions?
-- $limit = 20: rows
with held as (
    select section_kind, unnest(roles).organization as organization from quotes
)

select
    organization,
    count(*) as quote_count,
    count(*) filter (section_kind = 'key_conclusions') as key_conclusions,
    count(*) filter (section_kind = 'problems') as problems,
    count(*) filter (section_kind = 'solutions') as solutions,
    count(*) filter (section_kind = 'other') as other
from held
where organization is not null
group by organization
order by quote_count desc, organization
limit cast($limit as integer)
