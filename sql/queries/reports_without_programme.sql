-- Which reports belong to no announced session?
-- $limit = 100: rows
select sessions.event_name, sessions.title, sessions.published_on, sessions.page_url
from sessions
inner join pages on pages.page_url = sessions.page_url
where pages.kind = 'report' and sessions.programme_url is null
order by sessions.event_name, sessions.published_on, sessions.title, sessions.page_url
limit cast($limit as integer)
