-- In which languages is what said?
select
    language,
    count(*) filter (kind = 'report') as report_count,
    count(*) filter (kind = 'programme') as programme_count,
    sum(quote_count) as quote_count
from pages
where status in ('ok', 'gone')
group by language
order by quote_count desc, language
