-- One row per stem and quote that holds a form of it: which forms, how often any of them, and how many
-- words the quote has. In the order of stems, so that whoever looks for one reads little else.
-- Rebuilt by: page_number
with texts as (
    select page_number, quote_number, intermediate.words_of(text) as words
    from intermediate.int_quotes_published
),

words as (
    select page_number, quote_number, cast(len(words) as integer) as length, unnest(words) as word
    from texts
),

stemmed as (
    select word, intermediate.stems([word])[1] as stem from (select distinct word from words)
),

counted as (
    select
        stemmed.stem,
        words.page_number,
        words.quote_number,
        any_value(words.length) as length,
        cast(count(*) as integer) as times,
        min(words.word) as word,
        case when min(words.word) < max(words.word) then list(words.word) end as words
    from words
    inner join stemmed on stemmed.word = words.word
    group by stemmed.stem, words.page_number, words.quote_number
)

select
    stem,
    page_number,
    quote_number,
    times,
    length,
    coalesce(array_to_string(list_sort(list_distinct(words)), ' '), word) as forms
from counted
order by stem, page_number, quote_number
