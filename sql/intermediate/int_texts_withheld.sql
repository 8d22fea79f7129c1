-- One row per quote, paragraph and unclaimed stretch of a current page that other pages of its site
-- hold too.
-- place: `quote`, `paragraph` or `residue`
-- number: counts down the page, for each place
-- title_count: under how many titles the text stands
-- repeated_since: since when it stands on enough pages to count
select
    printed.page_url,
    printed.place,
    printed.number,
    repeated.title_count,
    repeated.repeated_since
from intermediate.int_texts_printed as printed
inner join intermediate.int_texts_repeated as repeated
    on repeated.text_digest = printed.text_digest
