-- Who organizes and supports the sessions?
-- $limit = 50: rows
with backed as (
    select session_id, 'organizer' as role, unnest(organizers) as name from sessions
    union all
    select session_id, 'supporter', unnest(supporters) from sessions
)

select
    name,
    count(distinct session_id) filter (role = 'organizer') as organized_count,
    count(distinct session_id) filter (role = 'supporter') as supported_count
from backed
group by name
order by organized_count desc, supported_count desc, name
limit cast($limit as integer)
