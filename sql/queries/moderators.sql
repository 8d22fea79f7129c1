-- Who moderates, and is quoted from the sessions moderated?
-- $limit = 20: rows
with moderated as (
    select distinct session_id, person_id from participations where role = 'moderator'
),

quoted as (
    select session_id, person_id, count(*) as quote_count
    from quotes
    where session_id in (select session_id from moderated)
    group by session_id, person_id
)

select
    speakers.name,
    count(*) as session_count,
    coalesce(sum(quoted.quote_count), 0) as quote_count
from moderated
inner join speakers on speakers.person_id = moderated.person_id
left join quoted
    on quoted.session_id = moderated.session_id
    and quoted.person_id = moderated.person_id
group by moderated.person_id, speakers.name
order by session_count desc, speakers.name
limit cast($limit as integer)
