-- Quotes by words, the best first: `from search('climate "rule of law" regul*')`. The score is BM25 with
-- k1 = 1.2 and b = 0.75 (Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond,
-- 2009) of stems: the forms of a word count as that word.
--
-- A quote need not have all the words, except those in quotation marks, which it must have as they stand;
-- a number with points or commas inside is taken so too. `regul*` stands for all words that begin so, in
-- all their forms. A word of more than 10,000 quotes, and of more than every 20th, only adds to the score
-- of quotes that have a rarer one. The first 1,000 characters count, and 32 words of them; `top` quotes are
-- found at most.
create or replace macro main.search(words, top := 10) as table
with asked as (
    select
        list_distinct(intermediate.split_words(text, tail := '\*?'))[:32] as typed,
        intermediate.phrases_of(text) as phrases
    from (select intermediate.normalized(left(words, 1000)) as text)
),

stems as (
    select stem, bool_or(is_needed) as is_needed
    from (
        select intermediate.stem(word) as stem, is_needed
        from (
            select unnest(list_filter(typed, lambda word: not ends_with(word, '*'))) as word,
                false as is_needed
            from asked
            union all
            select unnest(flatten(phrases)), true from asked
        )
        union all
        -- A stem has the first letter of its words, so that others are not read.
        select distinct stem, false
        from intermediate.int_words_indexed
        where
            stem >= list_min(intermediate.beginnings(left(words, 1000)))[1]
            and stem < list_max(intermediate.beginnings(left(words, 1000)))[1] || chr(1114111)
            and regexp_matches(
                forms,
                '(?:^| )(?:'
                || array_to_string(intermediate.beginnings(left(words, 1000)), '|')
                || ')'
            )
    )
    group by stem
),

counted as (
    select stem, any_value(is_needed) as is_needed, count(*) as quote_count
    from intermediate.int_words_indexed
    inner join stems using (stem)
    group by stem
),

-- `leads`: the quotes that have it are looked at. `others`: the most that the other words can add.
weighed as (
    select
        stem,
        is_needed,
        0.9 / mean_count as per_word,
        2.2 * ln(1 + (quotes - quote_count + 0.5) / (quote_count + 0.5)) as weight,
        bool_or(is_needed) over () as is_strict,
        if(is_strict or count(*) over () > 32, 1e9, sum(weight) over () - weight) as others,
        (quote_count <= greatest(10000, quotes / 20) and not is_strict)
        or row_number() over (order by is_needed desc, quote_count, stem) = 1 as leads
    from counted
    cross join (
        select count(*) as quotes, avg(word_count) as mean_count
        from intermediate.int_quotes_published
    )
),

led as (
    select
        quote_key,
        is_needed,
        weight * times / (times + 0.3 + per_word * word_count) as score,
        score + others as reach
    from intermediate.int_words_indexed
    inner join (from weighed where leads) using (stem)
),

-- So many of the rows, of 32 words at most, reach as far that `top` quotes do: what cannot, is left out.
kept as materialized (
    select quote_key, is_needed, score
    from led
    where reach >= (
        select if(row_count = cast(top as bigint) * 32, least, 0)
        from (
            select count(*) as row_count, min(score) as least
            from (select score from led order by score desc limit cast(top as bigint) * 32)
        )
    )
),

added as (
    select
        quote_key,
        is_needed,
        weight * times / (times + 0.3 + per_word * word_count) as score
    from intermediate.int_words_indexed
    inner join (from weighed where not leads) using (stem)
    semi join kept using (quote_key)
),

scored as (
    select quote_key, sum(score) as score
    from (from kept union all from added)
    group by quote_key
    having count_if(is_needed) = (select count(*) from stems where is_needed)
    order by score desc, quote_key
    limit if(intermediate.has_phrase(words), 1099511627776, top)
),

-- Only the texts of these are read.
placed as (
    select quotes.rowid as place, scored.*
    from intermediate.int_quotes_published as quotes
    inner join scored using (quote_key)
)

select quotes.quote_id, placed.score, quotes.text, quotes.speaker_name, quotes.page_url
from intermediate.int_quotes_published as quotes
inner join placed on placed.place = quotes.rowid
where
    not intermediate.has_phrase(words)
    or intermediate.has_phrases(quotes.text, (select phrases from asked))
order by placed.score desc, placed.quote_key
limit top;
