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

-- Each word is stemmed once. Its number takes its place where memory counts.
vocabulary as (
    select word, intermediate.stems([word])[1] as stem, row_number() over (order by word) as number
    from (select distinct word from words)
),

counted as (
    select
        vocabulary.stem,
        words.page_number,
        words.quote_number,
        any_value(words.length) as length,
        cast(count(*) as integer) as times,
        min(vocabulary.number) as first_form,
        max(vocabulary.number) as last_form
    from words
    inner join vocabulary on vocabulary.word = words.word
    group by vocabulary.stem, words.page_number, words.quote_number
),

several as (
    select
        counted.stem,
        counted.page_number,
        counted.quote_number,
        string_agg(distinct words.word, ' ' order by words.word) as forms
    from counted
    inner join words
        on words.page_number = counted.page_number and words.quote_number = counted.quote_number
    inner join vocabulary on vocabulary.word = words.word and vocabulary.stem = counted.stem
    where counted.first_form < counted.last_form
    group by counted.stem, counted.page_number, counted.quote_number
)

select
    counted.stem,
    counted.page_number,
    counted.quote_number,
    counted.times,
    counted.length,
    coalesce(several.forms, vocabulary.word) as forms
from counted
inner join vocabulary on vocabulary.number = counted.first_form
left join several
    on several.stem = counted.stem
    and several.page_number = counted.page_number
    and several.quote_number = counted.quote_number
order by counted.stem, counted.page_number, counted.quote_number
