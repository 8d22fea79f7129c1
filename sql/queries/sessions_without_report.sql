-- Which announced sessions have no report?
select sessions.event_name, sessions.title, sessions.starts_at, sessions.page_url
from sessions
inner join pages on pages.page_url = sessions.page_url
where pages.kind = 'programme'
order by sessions.event_name, sessions.starts_at, sessions.title
