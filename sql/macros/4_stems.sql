-- The stems of words: what their forms have in common. Each stemmer passes by the other's alphabet.
create or replace macro intermediate.stems(words) as
    intermediate.russian_stems(intermediate.english_stems(words));
