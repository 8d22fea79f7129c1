-- The Russian stemmer of Snowball (https://snowballstem.org/algorithms/russian/stemmer.html), written as
-- the English one. `-` stands behind a word's first vowel (or the word): endings are looked for behind it.

-- The ending: of a perfective gerund; else, maybe with `ся` behind it, of an adjective (maybe of a
-- participle), of a verb, of a noun. Some endings ask for `а` or `я` before them, which stays.
create or replace macro intermediate.russian_ended(word) as regexp_replace(
    regexp_replace(word, '^([^аеиоуыэюя]*[аеиоуыэюя]|.*)', '\1-'),
    '-(?:'
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
    '-\1\2\3\4\5\6\7\8\9'
);

-- What is left of other endings: `и`; `ост`, in the region R2; a superlative, `нн`, `ь`.
create or replace macro intermediate.russian_stem(word) as replace(
    regexp_replace(
        regexp_replace(
            regexp_replace(intermediate.russian_ended(word), 'и$', ''),
            '(-[аеиоуыэюя]*[^аеиоуыэюя]+[аеиоуыэюя]+[^аеиоуыэюя].*)ость?$', '\1'
        ),
        '(?:(н)нейше?|ейше?|(н)н|ь)$', '\1\2'
    ),
    '-', ''
);
