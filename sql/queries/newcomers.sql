-- Who was quoted for the first time in a year?
-- $year: such as 2026
with first_quoted as (
    select
        person_id,
        min(published_on) as first_on,
        arg_min(session_title, (published_on, page_url)) as session_title
    from quotes
    where person_id is not null
    group by person_id
)

select speakers.name, first_quoted.first_on, first_quoted.session_title
from first_quoted
inner join speakers on speakers.person_id = first_quoted.person_id
where year(first_quoted.first_on) = cast($year as integer)
order by first_quoted.first_on, speakers.name
