-- The stem of a word: what its forms have in common, by the stemmer of its alphabet.
create or replace macro intermediate.stem(word) as if(
    regexp_matches(word, '[а-я]'),
    intermediate.russian_stems([word])[1],
    intermediate.english_stems([word])[1]
);
