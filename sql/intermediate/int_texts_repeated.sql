-- One row per text that stands word for word on three pages or more of one source, each with another
-- title, and on a fifth of its pages: furniture that no page alone can tell apart (a box with the
-- director's words, a line about the organizer). It follows from which pages there are, not from the
-- order they came in. Pages that no source claims have nothing in common but their host: a fifth of
-- them, and no fewer than five, would have to hold it.
with printed as (
    select page_url, revision_sha256, 'prose' as kind, text, '' as speaker_name
    from staging.stg_residue
    union all
    select page_url, revision_sha256, 'prose', text, '' from staging.stg_paragraphs
    union all
    select page_url, revision_sha256, 'quote', text, coalesce(speaker_name, '')
    from staging.stg_quotes
),

titled as (
    select
        current.site,
        printed.kind,
        printed.text,
        printed.speaker_name,
        lower(current.title) as title,
        min(current.first_fetched_at) as first_fetched_at
    from printed
    inner join intermediate.int_revisions_current as current
        on current.page_url = printed.page_url
        and current.revision_sha256 = printed.revision_sha256
    group by current.site, printed.kind, printed.text, printed.speaker_name, lower(current.title)
),

sites as (
    select site, count(distinct lower(title)) as title_count, any_value(source) as source
    from intermediate.int_revisions_current
    group by site
)

select
    titled.site,
    titled.kind,
    titled.text,
    titled.speaker_name,
    count(*) as title_count,
    list_sort(list(titled.first_fetched_at))[if(any_value(sites.source) = 'web', 5, 3)]
        as repeated_since
from titled
inner join sites on sites.site = titled.site
group by titled.site, titled.kind, titled.text, titled.speaker_name
having
    count(*) >= if(any_value(sites.source) = 'web', 5, 3)
    and count(*) * 5 >= any_value(sites.title_count)
