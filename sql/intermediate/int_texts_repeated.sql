-- One row per text that stands word for word on three pages or more of one site, each with another
-- title: furniture that no page alone can tell apart (a box with the director's words, a line about
-- the organizer). It follows from which pages there are, not from the order they came in.
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
)

select
    site,
    kind,
    text,
    speaker_name,
    count(*) as title_count,
    list_sort(list(first_fetched_at))[3] as repeated_since
from titled
group by site, kind, text, speaker_name
having count(*) >= 3
