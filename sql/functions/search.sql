-- Quotes by words, the best first: `from search('climate "rule of law" regul*')`. The score is BM25 with
-- k1 = 1.2 and b = 0.75 (Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond,
-- 2009) of stems: the forms of a word count as that word.
--
-- A quote need not have all the words, except those in quotation marks, which it must have as they stand;
-- a number with points or commas inside is taken so too. `regul*` stands for all words that begin so. A
-- word of more than 10,000 quotes, and of more than every 20th, only adds to the score of quotes that have
-- a rarer one. The first 1,000 characters count, and 32 words of them; `top` quotes are found at most.
create or replace macro main.search(words, top := 20) as table
with asked as (
    select
        list_distinct(intermediate.split_words(text, tail := '\*?'))[:32] as typed,
        list_filter(
            list_transform(
                regexp_extract_all(text, '["“”«»„][^"“”«»„]*["“”«»„]|[0-9]+(?:[.,][0-9]+)+'),
                lambda phrase: intermediate.words_of(phrase)
            ),
            lambda phrase: len(phrase) > 0
        )[:8] as phrases
    from (select intermediate.normalized(left(words, 1000)) as text)
),

typed as (
    select list_filter(typed, lambda word: not ends_with(word, '*')) as list, false as is_needed from asked
    union all
    select flatten(phrases), true from asked
),

stems as (
    select stem, bool_or(is_needed) as is_needed
    from (select unnest(intermediate.stems(list)) as stem, is_needed from typed)
    group by stem
),

-- What begins as asked. The stem of a word has the word's first letter, so that others are not read.
begun as (
    select prefixes.stem, page_number, quote_number, sum(times) as times, any_value(length) as length
    from intermediate.int_words_indexed as indexed
    inner join (
        select unnest(list_filter(typed, lambda word: ends_with(word, '*'))) as stem from asked
    ) as prefixes
        on starts_with(indexed.forms, rtrim(prefixes.stem, '*'))
        or contains(indexed.forms, ' ' || rtrim(prefixes.stem, '*'))
    where
        indexed.stem >= list_min(intermediate.first_letters(left(words, 1000)))
        and indexed.stem < list_max(intermediate.first_letters(left(words, 1000))) || chr(1114111)
    group by prefixes.stem, page_number, quote_number
),

counted as (
    select stem, any_value(is_needed) as is_needed, count(*) as quote_count
    from intermediate.int_words_indexed
    inner join stems using (stem)
    group by stem
    union all
    select stem, false, count(*) from begun group by stem
),

weighed as (
    select
        stem,
        is_needed,
        mean_length,
        ln(1 + (quotes - quote_count + 0.5) / (quote_count + 0.5)) as weight,
        sum(weight) over () - weight as weight_of_others,
        bool_or(is_needed) over () as is_strict,
        (quote_count <= greatest(10000, quotes / 20) and not is_strict)
        or row_number() over (order by is_needed desc, quote_count, stem) = 1 as leads
    from counted
    cross join (
        select sum(quote_count) as quotes, sum(word_count) / sum(quote_count) as mean_length
        from intermediate.int_pages_indexed
    )
),

led as (
    select
        page_number,
        quote_number,
        is_needed,
        is_strict,
        weight_of_others,
        weight * times * 2.2 / (times + 1.2 * (0.25 + 0.75 * length / mean_length)) as score
    from (
        select stem, page_number, quote_number, times, length from intermediate.int_words_indexed
        union all
        from begun
    )
    inner join (from weighed where leads) using (stem)
),

-- So many rows, of eight words at most, have this score or a greater one that `top` quotes have it.
least as (
    select min(score) as score, count(*) as row_count
    from (select score from led order by score desc limit cast(top as bigint) * 8)
),

kept as (
    select led.page_number, led.quote_number, led.is_needed, led.score
    from led
    cross join least
    where
        led.score + 2.2 * led.weight_of_others >= least.score
        or led.is_strict
        or least.row_count < cast(top as bigint) * 8
        or (select count_if(leads) from weighed) > 8
),

added as (
    select
        page_number,
        quote_number,
        is_needed,
        weight * times * 2.2 / (times + 1.2 * (0.25 + 0.75 * length / mean_length)) as score
    from (
        select stem, page_number, quote_number, times, length from intermediate.int_words_indexed
        union all
        from begun
    )
    inner join (from weighed where not leads) using (stem)
    semi join kept using (page_number, quote_number)
),

scored as (
    select page_number, quote_number, sum(score) as score
    from (from kept union all from added)
    group by page_number, quote_number
    having count_if(is_needed) = (select count(*) from stems where is_needed)
),

checked as (
    select scored.*
    from scored
    inner join intermediate.int_pages_indexed as pages using (page_number)
    inner join main.quotes as quotes
        on quotes.page_url = pages.page_url and quotes.quote_number = scored.quote_number
    cross join asked
    where
        intermediate.has_phrase(words)
        and len(list_filter(phrases, lambda phrase: not contains(
            ' ' || array_to_string(intermediate.words_of(quotes.text), ' ') || ' ',
            ' ' || array_to_string(phrase, ' ') || ' '
        ))) = 0
    union all
    from scored where not intermediate.has_phrase(words)
),

best as (
    from checked order by score desc, page_number, quote_number limit top
),

-- The texts of these few quotes alone are read.
placed as (
    select quotes.rowid as place, best.*
    from best
    inner join intermediate.int_pages_indexed as pages using (page_number)
    inner join main.quotes as quotes
        on quotes.page_url = pages.page_url and quotes.quote_number = best.quote_number
)

select quotes.quote_id, placed.score, quotes.text, quotes.speaker_name, quotes.page_url
from main.quotes as quotes
inner join placed on placed.place = quotes.rowid
order by placed.score desc, placed.page_number, placed.quote_number;
