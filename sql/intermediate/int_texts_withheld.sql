-- One row per quote, paragraph and unclaimed stretch of a current page that other pages of its site
-- hold too.
select
    printed.page_url,
    printed.place,
    printed.number,
    repeated.title_count,
    repeated.repeated_since
from intermediate.int_texts_printed as printed
inner join intermediate.int_texts_repeated as repeated
    on repeated.text_digest = printed.text_digest
