-- Every quote has its page, its session and, where one is named, its speaker.
select quotes.quote_id, quotes.page_url
from quotes
left join pages on pages.page_url = quotes.page_url
left join sessions on sessions.session_id = quotes.session_id
left join speakers on speakers.person_id = quotes.person_id
where pages.page_url is null or sessions.session_id is null or (quotes.speaker_name is not null and speakers.person_id is null)
