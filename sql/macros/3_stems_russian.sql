-- The Russian stemmer of Snowball (https://snowballstem.org/algorithms/russian/stemmer.html), written as
-- the English one. Between the steps a word is {head, rest, r2}: what goes up to its first vowel; the
-- rest, in which alone endings are looked for; and how many characters of that rest lie before the region
-- R2. A word without Russian vowels has no rest.
create or replace macro intermediate.russian_begun(words) as list_transform(words, lambda word: {
    'head': regexp_extract(word, '^(?:[^аеиоуыэюя]*[аеиоуыэюя]|.*)'),
    'rest': regexp_replace(word, '^(?:[^аеиоуыэюя]*[аеиоуыэюя]|.*)', '')
});

-- The ending: of a perfective gerund; else, maybe with `ся` behind it, of an adjective (maybe of a
-- participle), of a verb, of a noun. Some endings ask for `а` or `я` before them, which stays.
create or replace macro intermediate.russian_ended(words) as list_transform(words, lambda x: {
    'head': x.head,
    'rest': regexp_replace(
        x.rest,
        '^(?:'
        || '(.*?)(?:[иы]|([ая]))в(?:ши(?:сь)?)?'
        || '|(.*?)(?:[иы]вш|ующ|([ая])(?:ем|нн|вш|ющ|щ))?'
        || '(?:[еиоы]е|[иы]ми|[еиоы]й|[еиоы]м|[ео]го|[ео]му|[иы]х|[еоую]ю|[ая]я)(?:с[ья])?'
        || '|(.*?)(?:[иы]л[аио]?|ен[аоы]?|[еу]йте|ите|[еу]й|[иы]м|[иы]ть?|ят|у[ею]т|ишь|у?ю'
        || '|([ая])(?:л[аио]?|нн?о|н[аы]?|ете|йте|й|ем|ет|ют|ть|ешь))(?:с[ья])?'
        || '|(.*?)(?:а|[ео]в|[иь]?е|и?ями|ами|[еи]?и|и?ей|[ои]?й|и?ям|и?ем|[ао]м|о|у|ах|и?ях|ы|ь'
        || '|[иь]?ю|[иь]?я)с[ья]'
        || '|(.*)с[ья]'
        || '|(.*?)(?:а|[ео]в|[иь]?е|и?ями|ами|[еи]?и|и?ей|[ои]?й|и?ям|и?ем|[ао]м|о|у|ах|и?ях|ы|ь'
        || '|[иь]?ю|[иь]?я)'
        || ')$',
        '\1\2\3\4\5\6\7\8\9'
    ),
    'r2': length(regexp_extract(x.rest, '^(?:[аеиоуыэюя]*[^аеиоуыэюя]+[аеиоуыэюя]+[^аеиоуыэюя]|.*)'))
});

-- What is left of other endings: `и`, `ост`, a superlative, `нн`, `ь`.
create or replace macro intermediate.russian_tidied(words) as list_transform(list_transform(words, lambda x: {
    'head': x.head, 'rest': regexp_replace(x.rest, 'и$', ''), 'r2': x.r2
}), lambda x: x.head || regexp_replace(
    if(
        length(regexp_replace(x.rest, 'ость?$', '')) >= x.r2,
        regexp_replace(x.rest, 'ость?$', ''),
        x.rest
    ),
    '(?:(н)нейше?|ейше?|(н)н|ь)$',
    '\1\2'
));

create or replace macro intermediate.russian_stems(words) as
    intermediate.russian_tidied(intermediate.russian_ended(intermediate.russian_begun(words)));
