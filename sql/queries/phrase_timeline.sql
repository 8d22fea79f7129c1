-- When was a phrase used, month by month?
-- $phrase: words, as they stand in the text
select
    cast(date_trunc('month', published_on) as date) as month,
    count(*) as quote_count,
    count(distinct person_id) as speaker_count,
    arg_min(speaker_name, published_on) as first_said_by
from quotes
where contains(lower(text), lower($phrase))
group by month
order by month
