-- Who is quoted at more than one event?
-- $limit = 20: rows
select
    speakers.name,
    count(distinct quotes.event_name) as event_count,
    list(distinct quotes.event_name order by quotes.event_name) as events,
    count(*) as quote_count
from quotes
inner join speakers on speakers.person_id = quotes.person_id
where quotes.event_name is not null
group by quotes.person_id, speakers.name
having count(distinct quotes.event_name) > 1
order by event_count desc, quote_count desc, speakers.name
limit cast($limit as integer)
