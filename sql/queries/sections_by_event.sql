-- What do an event's reports hold: conclusions, problems, solutions?
select
    event_name,
    count(distinct page_url) as report_count,
    count(*) filter (section_kind = 'key_conclusions') as key_conclusions,
    count(*) filter (section_kind = 'problems') as problems,
    count(*) filter (section_kind = 'solutions') as solutions,
    count(*) filter (section_kind = 'other') as other
from quotes
group by event_name
order by report_count desc, event_name
