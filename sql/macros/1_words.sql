-- How search sees a text: without capitals, accents that stand alone, and characters that are not seen;
-- `ё` is `е`. (A NUL would end it.)
create or replace macro intermediate.normalized(text) as translate(
    regexp_replace(
        lower(nfc_normalize(replace(text, chr(0), ' '))),
        '[\xad\x{300}-\x{36f}\x{200b}-\x{200f}\x{202a}-\x{202e}\x{2060}-\x{206f}\x{feff}]+',
        '',
        'g'
    ),
    'ё’ʼ',
    'е'''''
);

-- What is no part of a word: spaces, signs, punctuation, emoji, private characters; for a class of a regular
-- expression. (`\p{L}` and `\p{N}` would take milliseconds to compile.)
create or replace macro intermediate.separators() as
    '\x00-/:-@\[-`{-\xa9\xab-\xb1\xb4\xb6-\xb8\xbb\xbf×÷\x{2000}-\x{206f}\x{20a0}-\x{20cf}'
    || '\x{2100}-\x{214f}\x{2190}-\x{2bff}\x{2e00}-\x{2e7f}\x{3000}-\x{303f}\x{e000}-\x{f8ff}\x{fe10}-\x{fe6f}'
    || '\x{ff00}-\x{ff0f}\x{fff0}-\x{ffff}\x{1f000}-\x{1faff}';

-- The words of a normalized text, with apostrophes inside; with `tail := '\*?'` also a star behind them.
create or replace macro intermediate.split_words(text, tail := '') as regexp_extract_all(
    text,
    '[^' || intermediate.separators() || ']+(?:''[^' || intermediate.separators() || ']+)*' || tail
);

create or replace macro intermediate.words_of(text) as
    intermediate.split_words(intermediate.normalized(text));
