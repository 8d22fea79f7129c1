-- The English stemmer of Snowball (Porter2, https://snowballstem.org/algorithms/english/stemmer.html, as
-- of 3.1). One macro is one step; each takes a list and gives one, so that no step repeats the expression
-- of the step before it. Between the steps a word is {w, p1, p2}: the word so far, and how many characters
-- lie before its regions R1 and R2. A step asks for the longest of its suffixes that the word ends in; the
-- suffix is in a region if no fewer characters lie before it than before the region.

-- Words that no step touches get `p1` null. `y` where it is a consonant becomes `Y`.
create or replace macro intermediate.english_begun(words) as list_transform(words, lambda word: case
    when length(word) < 3 or word in ('andes', 'atlas', 'bias', 'cosmos', 'howe', 'news', 'sky')
        then {'w': word, 'p1': null}
    when word = 'skis' then {'w': 'ski', 'p1': null}
    when word = 'skies' then {'w': 'sky', 'p1': null}
    when word in ('gently', 'idly', 'singly') then {'w': left(word, -1), 'p1': null}
    when word in ('early', 'only', 'ugly') then {'w': left(word, -1) || 'i', 'p1': null}
    else {
        'w': regexp_replace(
            regexp_replace(regexp_replace(word, '^''', ''), '^y', 'Y'), '([aeiouy])y', '\1Y', 'g'
        ),
        'p1': 0
    }
end);

create or replace macro intermediate.english_r1(words) as list_transform(words, lambda x: {
    'w': x.w,
    'p1': x.p1 + length(regexp_extract(
        x.w,
        '^(?:arsen|commun|emerg|gener|inter|later|organ|past|univers|'
        || '[^aeiouy]*[aeiouy]+[^aeiouy]|.*)'
    ))
});

create or replace macro intermediate.english_r2(words) as list_transform(words, lambda x: {
    'w': x.w,
    'p1': x.p1,
    'p2': x.p1 + length(regexp_extract(
        substring(x.w, x.p1 + 1), '^(?:[^aeiouy]*[aeiouy]+[^aeiouy]|.*)'
    ))
});

-- Step 1a: plurals. Words left alone have no `p1`; they are passed by.
create or replace macro intermediate.english_1a(words) as list_transform(words, lambda x: {
    'w': if(x.p1 is null, x.w, regexp_replace(
        regexp_replace(x.w, '(?:''s''|''s|'')$', ''),
        '^(?:(.*ss)es|(..+i)e[sd]|(.?ie)[sd]|(.*[aeiouy].*[^su])s)$',
        '\1\2\3\4'
    )),
    'p1': x.p1,
    'p2': x.p2
});

create or replace macro intermediate.english_is_short(w) as
    regexp_matches(w, '(?:[^aeiouy][aeiouy][^aeiouywxY]|^[aeiouy][^aeiouy]|past)$');

-- Step 1b: -eed, -ed, -ing, also with -ly. First what is left of a word that loses its ending;
-- `dying` becomes `die`.
create or replace macro intermediate.english_1b(words) as list_transform(list_transform(words, lambda x: {
    'w': x.w,
    'p1': x.p1,
    'p2': x.p2,
    'cut': case
        when x.p1 is null
            or regexp_matches(x.w, 'eed(?:ly)?$|^(?:even|cann|inn|earr|herr|out|[^aeiouy]y)ing$')
            then ''
        else regexp_extract(x.w, '^(.*[aeiouy].*?)(?:ed|ing)(?:ly)?$', 1)
    end
}), lambda x: {
    'w': case
        when x.cut = '' and x.p1 is not null then case
            when regexp_matches(x.w, '^(?:succ|proc|exc)eed(?:ly)?$') then x.w
            when regexp_matches(x.w, '^[^aeiouy]ying$') then left(x.w, 1) || 'ie'
            when length(regexp_replace(x.w, 'eed(?:ly)?$', '')) >= x.p1
                then regexp_replace(x.w, 'eed(?:ly)?$', 'ee')
            else x.w
        end
        when x.cut = '' then x.w
        when regexp_matches(x.cut, '(?:at|bl|iz)$') then x.cut || 'e'
        when regexp_matches(x.cut, '^[aeo](?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$') then x.cut
        when regexp_matches(x.cut, '(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$') then left(x.cut, -1)
        when length(x.cut) = x.p1 and intermediate.english_is_short(x.cut) then x.cut || 'e'
        else x.cut
    end,
    'p1': x.p1,
    'p2': x.p2
});

-- Step 1c: a final `y` behind a consonant becomes `i`.
create or replace macro intermediate.english_1c(words) as list_transform(words, lambda x: {
    'w': if(x.p1 is null, x.w, regexp_replace(x.w, '^(.+[^aeiouy])[yY]$', '\1i')),
    'p1': x.p1,
    'p2': x.p2
});

create or replace macro intermediate.english_2(words) as list_transform(list_transform(words, lambda x: {
    'w': x.w,
    'p1': x.p1,
    'p2': x.p2,
    'suffix': regexp_extract(
        x.w,
        '(?:anci|enci|ogi|li|bli|abli|alli|fulli|lessli|ousli|entli|aliti|biliti|iviti|tional|ational'
        || '|alism|ation|ization|izer|ator|iveness|fulness|ousness|ogist)$'
    )
}), lambda x: {
    'w': case
        when x.suffix = '' or x.p1 is null or length(x.w) - length(x.suffix) < x.p1 then x.w
        when x.suffix = 'ogi' then regexp_replace(x.w, 'logi$', 'log')
        when x.suffix = 'li' then regexp_replace(x.w, '([cdeghkmnrt])li$', '\1')
        when x.suffix = 'biliti' then left(x.w, -5) || 'le'
        when regexp_matches(x.suffix, '^(?:[ae]nci|a?bli|at|i[vz])')
            then regexp_replace(x.w, '(?:i|(at)(?:ional|ion|or)|(iz)(?:ation|er)|(iv)(?:iti|eness))$', '\1\2\3e')
        else regexp_replace(x.w, '(tion|ent|al|ful|ous|less|og)(?:al|li|iti|ism|ness|ist)$', '\1')
    end,
    'p1': x.p1,
    'p2': x.p2
});

create or replace macro intermediate.english_3(words) as list_transform(list_transform(words, lambda x: {
    'w': x.w,
    'p1': x.p1,
    'p2': x.p2,
    'suffix': regexp_extract(x.w, '(?:icate|ative|alize|iciti|ical|tional|ational|ful|ness)$')
}), lambda x: {
    'w': case
        when x.suffix = '' or x.p1 is null or length(x.w) - length(x.suffix) < x.p1 then x.w
        when x.suffix = 'ative' and length(x.w) - 5 < x.p2 then x.w
        when x.suffix in ('ative', 'ful', 'ness') then left(x.w, -length(x.suffix))
        when x.suffix = 'ational' then left(x.w, -5) || 'e'
        else regexp_replace(x.w, '(tion|al|ic)(?:al|ize|ate|iti)$', '\1')
    end,
    'p1': x.p1,
    'p2': x.p2
});

create or replace macro intermediate.english_4(words) as list_transform(list_transform(words, lambda x: {
    'w': x.w,
    'p1': x.p1,
    'p2': x.p2,
    'suffix': regexp_extract(
        x.w, '(?:ic|ance|ence|able|ible|ate|ive|ize|iti|al|ism|ion|er|ous|ant|ent|ment|ement)$'
    )
}), lambda x: {
    'w': case
        when x.suffix = '' or x.p1 is null or length(x.w) - length(x.suffix) < x.p2 then x.w
        when x.suffix = 'ion' then regexp_replace(x.w, '([st])ion$', '\1')
        else left(x.w, -length(x.suffix))
    end,
    'p1': x.p1,
    'p2': x.p2
});

create or replace macro intermediate.english_5(words) as list_transform(words, lambda x: lower(case
    when x.p1 is null then x.w
    when ends_with(x.w, 'e') and (
        length(x.w) - 1 >= x.p2
        or (length(x.w) - 1 >= x.p1 and not intermediate.english_is_short(left(x.w, -1)))
    ) then left(x.w, -1)
    when ends_with(x.w, 'll') and length(x.w) - 1 >= x.p2 then left(x.w, -1)
    else x.w
end));

create or replace macro intermediate.english_stems(words) as
    intermediate.english_5(intermediate.english_4(intermediate.english_3(intermediate.english_2(
        intermediate.english_1c(intermediate.english_1b(intermediate.english_1a(
            intermediate.english_r2(intermediate.english_r1(intermediate.english_begun(words)))
        )))
    ))));
