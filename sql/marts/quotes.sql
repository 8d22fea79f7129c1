-- One row per quote on the current revision of a page, less those that stand on many pages.
-- person_id: names the person who speaks; see `speakers`
-- session_id: names the session it was said in; see `sessions`
-- section_kind: `key_conclusions`, `problems`, `solutions` or `other`
-- section_heading: the heading of its section, as printed
-- thesis: the claim that heads its group of quotes, as printed
-- session_title: the title of the report that prints it
-- event_name: the gathering it was said at, as printed
-- is_gone: whether its page is no longer on the site
-- first_seen_at: when it was first fetched, whatever its words were then
-- Rebuilt by: page_url
select
    published.quote_id,
    people.person_id,
    named.session_id,
    quotes.text,
    quotes.speaker_name,
    quotes.position,
    quotes.roles,
    quotes.group_name,
    quotes.country_name,
    quotes.country_code,
    coalesce(sections.kind, 'other') as section_kind,
    sections.heading as section_heading,
    theses.heading as thesis,
    current.title as session_title,
    named.event_name,
    current.source,
    quotes.page_url,
    current.language,
    current.published_on,
    quotes.revision_sha256,
    quotes.char_start,
    quotes.char_end,
    quotes.spans,
    quotes.quote_number,
    gone.page_url is not null as is_gone,
    seen.first_seen_at
from intermediate.int_quotes_published as published
inner join staging.stg_quotes as quotes
    on quotes.page_url = published.page_url
    and quotes.revision_sha256 = published.revision_sha256
    and quotes.quote_number = published.quote_number
inner join intermediate.int_revisions_current as current
    on current.page_url = quotes.page_url
    and current.revision_sha256 = quotes.revision_sha256
inner join intermediate.int_events_named as named on named.page_url = quotes.page_url
left join intermediate.int_people_printed as people on people.quote_id = published.quote_id
inner join intermediate.int_quotes_first_seen as seen on seen.quote_id = published.quote_id
left join intermediate.int_pages_gone as gone on gone.page_url = quotes.page_url
left join staging.stg_sections as sections
    on sections.page_url = quotes.page_url
    and sections.revision_sha256 = quotes.revision_sha256
    and sections.section_number = quotes.section_number
left join staging.stg_theses as theses
    on theses.page_url = quotes.page_url
    and theses.revision_sha256 = quotes.revision_sha256
    and theses.thesis_number = quotes.thesis_number
order by quotes.page_url, quotes.quote_number
