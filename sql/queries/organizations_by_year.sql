-- How often were an organization's people quoted, year by year?
-- $organization: part of one of its names
with wanted as (
    select organization_id, name, names
    from organizations
    where list_bool_or(list_transform(
        names, lambda name: contains(lower(name), lower($organization))
    ))
),

theirs as (
    select year(published_on) as year, person_id, quote_id, unnest(roles).organization as printed
    from quotes
    where person_id in (
        select held.person_id
        from person_roles as held
        inner join wanted on wanted.organization_id = held.organization_id
    )
)

select
    wanted.name as organization,
    theirs.year,
    count(distinct theirs.quote_id) as quote_count,
    count(distinct theirs.person_id) as speaker_count
from theirs
inner join wanted on list_contains(wanted.names, theirs.printed)
group by wanted.organization_id, wanted.name, theirs.year
order by organization, theirs.year
