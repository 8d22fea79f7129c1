-- Who is quoted at more than one event?
-- $limit = 20: rows
with most as (
    select person_id, name, event_count, quote_count
    from speakers
    where event_count > 1
    order by event_count desc, quote_count desc, name, person_id
    limit cast($limit as integer)
)

select
    most.name,
    most.event_count,
    list(appearances.event_name order by appearances.event_name) as events,
    most.quote_count
from most
inner join appearances on appearances.person_id = most.person_id
where appearances.event_name is not null
group by most.person_id, most.name, most.event_count, most.quote_count
order by most.event_count desc, most.quote_count desc, most.name
