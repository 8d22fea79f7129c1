-- One row per text that stands word for word on pages of one site with three titles or more (a site
-- that is no source's: five), and since when it does.
-- text_digest: stands for the words, their speaker and the site
-- site: what pages are compared within
-- title_count: under how many titles the text stands
-- repeated_since: since when it stands on enough pages to count
-- Rebuilt by: text_digest
with often as (
    select text_digest
    from intermediate.int_texts_printed
    group by text_digest
    having count(*) >= 3
),

titled as (
    select text_digest, site, is_unclaimed, title, min(first_fetched_at) as first_fetched_at
    from intermediate.int_texts_printed
    where text_digest in (select text_digest from often)
    group by text_digest, site, is_unclaimed, title
)

select
    text_digest,
    site,
    count(*) as title_count,
    list_sort(list(first_fetched_at))[if(any_value(is_unclaimed), 5, 3)] as repeated_since
from titled
group by text_digest, site
having count(*) >= if(any_value(is_unclaimed), 5, 3)
