-- Who was quoted for the first time in a year?
-- $year: such as 2026
-- $limit = 100: rows
with newcomers as (
    select person_id, name, first_on
    from speakers
    where year(first_on) = cast($year as integer)
    order by first_on, name, person_id
    limit cast($limit as integer)
)

select
    newcomers.name,
    newcomers.first_on,
    min(quotes.session_title) as session_title
from newcomers
inner join quotes
    on quotes.person_id = newcomers.person_id
    and quotes.published_on = newcomers.first_on
group by newcomers.person_id, newcomers.name, newcomers.first_on
order by newcomers.first_on, newcomers.name
