-- Who is quoted without a word on who they are?
-- $limit = 50: rows
select
    speaker_name,
    count(*) as quote_count,
    min(page_url) as page_url
from quotes
where speaker_name is not null and position is null
group by speaker_name
order by quote_count desc, speaker_name
limit cast($limit as integer)
