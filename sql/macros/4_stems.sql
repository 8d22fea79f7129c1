-- The stem of a word: what its forms have in common, by the stemmer of its alphabet. (Of a constant every
-- step would be reckoned anew when the next is planned; a lambda's word is none.)
create or replace macro intermediate.stem(word) as list_transform(
    [word],
    lambda w: if(
        regexp_matches(w, '[а-я]'), intermediate.russian_stem(w), intermediate.english_stem(w)
    )
)[1];
