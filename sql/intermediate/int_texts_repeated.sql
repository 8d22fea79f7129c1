-- One row per text that stands word for word on three pages or more of one source, each with another
-- title, and on a fifth of its pages: furniture that no page alone can tell apart (a box with the
-- director's words, a line about the organizer). It follows from which pages there are, not from the
-- order they came in. Pages that no source claims have nothing in common but their host: a fifth of
-- them, and no fewer than five, would have to hold it.
-- text_digest: stands for the words, their speaker and the site
-- title_count: under how many titles the text stands
-- repeated_since: since when it stands on enough pages to count
with sites as (
    select site, count(distinct lower(title)) as title_count
    from intermediate.int_revisions_current
    group by site
)

select shared.text_digest, shared.title_count, shared.repeated_since
from intermediate.int_texts_shared as shared
inner join sites on sites.site = shared.site
where shared.title_count * 5 >= sites.title_count
