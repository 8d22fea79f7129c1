-- One row per person and event at which they are quoted; `event_name` is empty where the page names none.
-- person_id: names the person; see `speakers`
-- quote_count: how many quotes of theirs were published from there
-- session_count: in how many of its sessions they are quoted
-- first_on: the first day on which a page with such a quote was published; empty where none says
-- last_on: the last such day
-- Rebuilt by: person_id, for its event_name, session_id, published_on
select
    person_id,
    event_name,
    count(*) as quote_count,
    count(distinct session_id) as session_count,
    min(published_on) as first_on,
    max(published_on) as last_on
from quotes
where person_id is not null
group by person_id, event_name
