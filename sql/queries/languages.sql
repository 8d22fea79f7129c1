-- In which languages is what said?
select
    language,
    count(distinct page_url) as page_count,
    count(distinct person_id) as speaker_count,
    count(*) as quote_count
from quotes
group by language
order by quote_count desc, language
