-- The English stemmer of Snowball (Porter2, https://snowballstem.org/algorithms/english/stemmer.html, as
-- of 3.1). Each step rewrites one text, which it names once: what stands twice is planned twice.
--
-- The word carries its own notes. What lies in its region R1 is in capitals; R2 begins behind the first
-- vowels of R1 and a consonant. `~` is a `y` that is a consonant. `=` behind a word keeps the steps from it.
-- `-` stands where a step may cut: before the longest of its endings.

-- Words that have stems of their own.
create or replace macro intermediate.english_begun(word) as regexp_replace(
    regexp_replace(
        regexp_replace(
            regexp_replace(word, '^(?:(andes|atlas|bias|cosmos|howe|news|sky|.{0,2})|(ski)s)$', '\1\2='),
            '^skies$', 'sky='
        ),
        '^(gent|id|sing)ly$', '\1l='
    ),
    '^(ear|on|ug)ly$', '\1li='
);

create or replace macro intermediate.english_marked(word) as list_transform(
    [regexp_replace(regexp_replace(word, '^''(.*[^=])$', '\1'), '(^|[aeiouy])y', '\1~', 'g')],
    lambda w: list_transform(
        [length(regexp_extract(
            w,
            '^(?:arsen|commun|emerg|gener|inter|later|organ|past|univers|'
            || '[^aeiouy]*[aeiouy]+[^aeiouy]|.*)'
        ))],
        lambda r1: left(w, r1) || translate(
            substring(w, r1 + 1), 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
        )
    )[1]
)[1];

-- Step 1a: plurals.
create or replace macro intermediate.english_1a(word) as regexp_replace(
    regexp_replace(word, '(?i)(?:''s''|''s|'')$', ''),
    '(?i)^(?:(.*ss)es|(..+i)e[sd]|(.?ie)[sd]|(.*[aeiouy].*[^su])s)$',
    '\1\2\3\4'
);

-- Step 1b: -eed, -ed, -ing, also with -ly. What lost its ending ends in `-`, and may be mended.
create or replace macro intermediate.english_1b(word) as replace(
    regexp_replace(
        regexp_replace(
            regexp_replace(
                regexp_replace(
                    regexp_replace(word, '(?i)^([^aeiouy])ying$', '\1ie'),
                    '(?i)^(?:((?:even|cann|inn|earr|herr|out)ing|(?:succ|proc|exc)eed(?:ly)?)'
                    || '|(.*)(?-i:(EE)D(?:LY)?)|(.*eed(?:ly)?)|(.*[aeiouy].*?)(?:ed|ing)(?:ly)?)$',
                    '\5-\1\2\3\4'
                ),
                '(?:(at|bl|iz|AT|BL|IZ|aT|bL|iZ)|^([^A-Z]*(?:[^aeiouyA-Z][aeiouy][^aeiouywx~A-Z]|past)|[aeiouy][^aeiouyA-Z]))-$',
                '\1\2E'
            ),
            '^([aeo]..)-$', '\1'
        ),
        '(?i)(?:(b)b|(d)d|(f)f|(g)g|(m)m|(n)n|(p)p|(r)r|(t)t)-$', '\1\2\3\4\5\6\7\8\9'
    ),
    '-', ''
);

-- Step 1c: a final `y` behind a consonant becomes `i`.
create or replace macro intermediate.english_1c(word) as
    regexp_replace(word, '(?i)^(.+[^aeiouy])y$', '\1i');

create or replace macro intermediate.english_2(word) as replace(
    regexp_replace(
        regexp_replace(
            regexp_replace(
                word,
                '(?i)(anci|enci|ogi|li|bli|abli|alli|fulli|lessli|ousli|entli|aliti|biliti|iviti'
                || '|tional|ational|alism|ation|ization|izer|ator|iveness|fulness|ousness|ogist)$',
                '-\1'
            ),
            '-(?:([EA]NC|A?BL)[Ii]|(AT)(?:IONAL|ION|OR)|(IZ)(?:ATION|ER)|(IV)(?:IT[Ii]|ENESS)|(B)I(L)IT[Ii])$',
            '\1\2\3\4\5\6E'
        ),
        '(?:([Ll])-(OG)[Ii]|-(OG)IST|([cdeghkmnrtCDEGHKMNRT])-L[Ii]'
        || '|-(TION|ENT|AL|FUL|OUS|LESS)(?:AL|L[Ii]|IT[Ii]|ISM|NESS))$',
        '\1\2\3\4\5'
    ),
    '-', ''
);

create or replace macro intermediate.english_r2() as '[^AEIOUY]*[AEIOUY]+[^AEIOUY-]';

create or replace macro intermediate.english_3(word) as replace(
    regexp_replace(
        regexp_replace(
            replace(
                regexp_replace(
                    word, '(?i)(icate|ative|alize|iciti|ical|tional|ational|ful|ness)$', '-\1'
                ),
                '-ATIONAL', 'ATE'
            ),
            '-(?:(TION|AL|IC)(?:AL|IZE|ATE|IT[Ii])|FUL|NESS)$', '\1'
        ),
        '^(' || intermediate.english_r2() || '.*)-ATIVE$', '\1'
    ),
    '-', ''
);

create or replace macro intermediate.english_4(word) as replace(
    regexp_replace(
        regexp_replace(
            word,
            '(?i)(?:(ic|ance|ence|able|ible|ate|ive|ize|iti|al|ism|er|ous|ant|ent|ment|ement)'
            || '|([st])(ion))$',
            '\2-\1\3'
        ),
        '^(' || intermediate.english_r2() || '.*)-.*$', '\1'
    ),
    '-', ''
);

-- Step 5: a final `e`, behind a short syllable only in R2; a second `l`.
create or replace macro intermediate.english_5(word) as regexp_replace(
    word,
    '^(?:(' || intermediate.english_r2() || '.*)E'
    || '|((?i:.*(?:[^aeiouy][aeiouy][^aeiouywx~]|past)|[aeiouy][^aeiouy])E)|(.*)E'
    || '|([^AEIOUY]*[AEIOUY]+(?:[^AEIOUY].*)?[lL])L)$',
    '\1\2\3\4'
);

create or replace macro intermediate.english_stem(word) as translate(
    intermediate.english_5(intermediate.english_4(intermediate.english_3(intermediate.english_2(
        intermediate.english_1c(intermediate.english_1b(intermediate.english_1a(
            intermediate.english_marked(intermediate.english_begun(word))
        )))
    )))),
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ~=', 'abcdefghijklmnopqrstuvwxyzy'
);
