-- One row per thesis of a current page: the claim, and how much is said under it.
-- thesis: the claim that heads a group of quotes, as printed
-- section_kind: `key_conclusions`, `problems`, `solutions` or `other`
-- session_title: the title of the report that prints it
-- quote_count: how many published quotes stand under it
-- speaker_count: how many people they are of
-- Rebuilt by: page_url
with told as (
    select
        page_url,
        section_kind,
        thesis,
        count(*) as quote_count,
        count(distinct person_id) as speaker_count
    from quotes
    where thesis is not null
    group by page_url, section_kind, thesis
)

select
    printed.heading as thesis,
    coalesce(sections.kind, 'other') as section_kind,
    named.session_id,
    current.title as session_title,
    named.event_name,
    coalesce(told.quote_count, 0) as quote_count,
    coalesce(told.speaker_count, 0) as speaker_count,
    printed.page_url,
    printed.revision_sha256,
    printed.thesis_number
from staging.stg_theses as printed
inner join intermediate.int_revisions_current as current
    on current.page_url = printed.page_url
    and current.revision_sha256 = printed.revision_sha256
inner join intermediate.int_events_named as named on named.page_url = printed.page_url
left join staging.stg_sections as sections
    on sections.page_url = printed.page_url
    and sections.revision_sha256 = printed.revision_sha256
    and sections.section_number = printed.section_number
left join told
    on told.page_url = printed.page_url
    and told.section_kind = coalesce(sections.kind, 'other')
    and told.thesis = printed.heading
order by printed.page_url, printed.thesis_number
