-- One row per session: a report, a programme page, the two that tell of the same one, or one of those
-- that a programme page lists. Its page is the report where there is one.
-- session_id: names the session: by its programme page, or by its report
-- organizers: who organizes it
-- supporters: who supports it
-- page_url: its report, or its programme page where there is none
-- description: what its programme page says of it
-- programme_url: the programme page that announces it
with told as (
    select *, kind || page_url as reports_last from intermediate.int_sessions_told
)

select
    session_id,
    arg_max(title, reports_last) as title,
    arg_max(event_name, reports_last) as event_name,
    coalesce(arg_max(organizers, reports_last) filter (len(organizers) > 0), []) as organizers,
    coalesce(arg_max(supporters, reports_last) filter (len(supporters) > 0), []) as supporters,
    arg_max(page_url, reports_last) as page_url,
    arg_max(language, reports_last) as language,
    arg_max(published_on, reports_last) as published_on,
    min(track) as track,
    min(hall) as hall,
    min(starts_at) as starts_at,
    min(ends_at) as ends_at,
    min(time_zone) as time_zone,
    arg_min(description, reports_last) as description,
    max(page_url) filter (kind = 'programme') as programme_url
from told
group by session_id
order by page_url, session_id
