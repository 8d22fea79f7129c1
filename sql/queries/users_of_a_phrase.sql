-- Who uses a phrase?
-- $phrase: words, as they stand in the text
-- $limit = 20: rows
select
    speakers.name,
    count(*) as quote_count,
    min(quotes.published_on) as first_on,
    arg_min(quotes.text, (quotes.published_on, quotes.page_url, quotes.quote_number)) as first_words
from quotes
left join speakers on speakers.person_id = quotes.person_id
where contains(lower(quotes.text), lower($phrase))
group by speakers.name
order by quote_count desc, speakers.name
limit cast($limit as integer)
