-- One row per person who is quoted or announced.
-- Rebuilt by: person_id
select
    person_id,
    mode(speaker_name order by speaker_name) as name,
    count(quote_id) as quote_count,
    count(distinct page_url) as page_count,
    min(first_fetched_at) as first_seen_at
from intermediate.int_people_printed
group by person_id
order by quote_count desc, name
