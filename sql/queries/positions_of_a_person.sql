-- How did a person's position change?
-- $person: part of the person's name
select
    speakers.name,
    quotes.position,
    min(quotes.published_on) as first_on,
    max(quotes.published_on) as last_on,
    count(*) as quote_count
from quotes
inner join speakers on speakers.person_id = quotes.person_id
where contains(lower(speakers.name), lower($person))
group by speakers.name, quotes.position
order by speakers.name, first_on, last_on, position
