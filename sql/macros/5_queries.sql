-- The first letters of the words that a query ends in a star.
create or replace macro intermediate.first_letters(query) as list_transform(
    list_filter(
        intermediate.split_words(intermediate.normalized(query), tail := '\*?'),
        lambda word: ends_with(word, '*')
    ),
    lambda word: left(word, 1)
);

-- Whether a query may ask for words as they stand.
create or replace macro intermediate.has_phrase(query) as
    regexp_matches(query, '["“”«»„]|[0-9][.,][0-9]');
