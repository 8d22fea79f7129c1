-- Whether a query may ask for words as they stand.
create or replace macro intermediate.has_phrase(query) as
    regexp_matches(query, '["“”«»„]|[0-9][.,][0-9]');

-- Which words it wants to stand together, of a normalized query: what is in quotation marks, and the parts
-- of a number.
create or replace macro intermediate.phrases_of(query) as list_filter(
    list_transform(
        regexp_extract_all(query, '["“”«»„][^"“”«»„]*["“”«»„]|[0-9]+(?:[.,][0-9]+)+'),
        lambda phrase: intermediate.split_words(phrase)
    ),
    lambda phrase: len(phrase) > 0
);

create or replace macro intermediate.has_phrases(text, phrases) as len(list_filter(
    phrases,
    lambda phrase: not contains(
        ' ' || array_to_string(intermediate.words_of(text), ' ') || ' ',
        ' ' || array_to_string(phrase, ' ') || ' '
    )
)) = 0;

-- How the words begin that a query ends in a star.
create or replace macro intermediate.beginnings(query) as list_transform(
    list_filter(
        intermediate.split_words(intermediate.normalized(query), tail := '\*?'),
        lambda word: ends_with(word, '*')
    ),
    lambda word: rtrim(word, '*')
);
