-- What did a person say?
-- $person: part of the person's name
-- $limit = 100: rows
select
    quotes.published_on,
    quotes.event_name,
    quotes.session_title,
    quotes.section_kind,
    quotes.text,
    quotes.position,
    quotes.quote_id
from quotes
inner join speakers on speakers.person_id = quotes.person_id
where contains(lower(speakers.name), lower($person))
order by quotes.published_on desc, quotes.page_url, quotes.quote_number
limit cast($limit as integer)
