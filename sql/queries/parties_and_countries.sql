-- Which groups and countries are heard?
-- $limit = 50: rows
select
    group_name,
    country_code,
    count(*) as quote_count,
    count(distinct person_id) as speaker_count
from quotes
where group_name is not null or country_code is not null
group by group_name, country_code
order by quote_count desc, group_name, country_code
limit cast($limit as integer)
