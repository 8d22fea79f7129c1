-- How often were an organization's people quoted, year by year?
-- $organization = : part of its name
-- $limit = 50: rows
with held as (
    select year(published_on) as year, person_id, unnest(roles).organization as organization
    from quotes
)

select
    organization,
    year,
    count(*) as quote_count,
    count(distinct person_id) as speaker_count
from held
where
    organization is not null
    and ($organization = '' or contains(lower(organization), lower($organization)))
group by organization, year
order by sum(quote_count) over (partition by organization) desc, organization, year
limit cast($limit as integer)
