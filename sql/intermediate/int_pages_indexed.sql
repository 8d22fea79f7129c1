-- One row per page with quotes: how many they are, and how many words they have.
-- Rebuilt by: page_number
with worded as (
    select page_number, sum(times) as word_count
    from intermediate.int_words_indexed
    group by page_number
)

select
    quotes.page_number,
    any_value(quotes.page_url) as page_url,
    count(*) as quote_count,
    cast(coalesce(any_value(worded.word_count), 0) as bigint) as word_count
from intermediate.int_quotes_published as quotes
left join worded on worded.page_number = quotes.page_number
group by quotes.page_number
