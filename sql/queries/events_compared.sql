-- How large was each event, and when?
with held as (
    select
        event_name,
        count(*) as session_count,
        min(published_on) as first_on,
        max(published_on) as last_on,
        list(distinct language order by language) as languages
    from sessions
    group by event_name
),

heard as (
    select event_name, count(*) as speaker_count, sum(quote_count) as quote_count
    from appearances
    group by event_name
)

select
    held.event_name,
    held.session_count,
    coalesce(heard.speaker_count, 0) as speaker_count,
    coalesce(heard.quote_count, 0) as quote_count,
    held.first_on,
    held.last_on,
    held.languages
from held
left join heard on heard.event_name is not distinct from held.event_name
order by heard.quote_count desc nulls last, held.event_name
