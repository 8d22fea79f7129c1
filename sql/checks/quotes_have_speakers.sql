-- Every quote has its speaker, where one is named.
-- Asked by: person_id
select quotes.quote_id, quotes.page_url
from quotes
left join speakers on speakers.person_id = quotes.person_id
where quotes.speaker_name is not null and speakers.person_id is null
