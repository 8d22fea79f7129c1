-- One row per stem and quote that holds a form of it: which forms, how often any of them, and how many
-- words the quote has. In the order of stems, so that whoever looks for one reads little else.
-- stem: what is left of a word without its endings (Snowball)
-- quote_key: the quote's id as a number
-- times: how often any form of it stands there
-- word_count: how many words the quote has
-- forms: the forms that stand there
-- Rebuilt by: quote_key, for its text, word_count
-- Made by: page_url
with words as (
    select quote_key, word_count, unnest(intermediate.words_of(text)) as word
    from intermediate.int_quotes_published
),

-- Each word is stemmed once. Its number takes its place where memory counts.
vocabulary as (
    select word, intermediate.stem(word) as stem, row_number() over (order by word) as number
    from (select distinct word from words)
),

counted as (
    select
        vocabulary.stem,
        words.quote_key,
        any_value(words.word_count) as word_count,
        cast(count(*) as integer) as times,
        min(vocabulary.number) as first_form,
        max(vocabulary.number) as last_form
    from words
    inner join vocabulary on vocabulary.word = words.word
    group by vocabulary.stem, words.quote_key
),

several as (
    select
        counted.stem,
        counted.quote_key,
        string_agg(distinct words.word, ' ' order by words.word) as forms
    from counted
    inner join words on words.quote_key = counted.quote_key
    inner join vocabulary on vocabulary.word = words.word and vocabulary.stem = counted.stem
    where counted.first_form < counted.last_form
    group by counted.stem, counted.quote_key
)

select
    counted.stem,
    counted.quote_key,
    counted.times,
    counted.word_count,
    coalesce(several.forms, vocabulary.word) as forms
from counted
inner join vocabulary on vocabulary.number = counted.first_form
left join several on several.stem = counted.stem and several.quote_key = counted.quote_key
order by counted.stem, counted.quote_key
