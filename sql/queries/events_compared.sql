-- How large was each event, and when?
select
    event_name,
    count(distinct session_id) as session_count,
    count(distinct person_id) as speaker_count,
    count(*) as quote_count,
    min(published_on) as first_on,
    max(published_on) as last_on,
    list(distinct language order by language) as languages
from quotes
group by event_name
order by quote_count desc, event_name
