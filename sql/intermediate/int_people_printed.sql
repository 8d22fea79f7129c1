-- One row per person printed on a current page, as a quote's speaker or on a programme.
-- person_id: names the person
-- role: `quoted`, or `moderator` or `speaker` of a programme
-- first_seen_at: when a body of the page that prints them was first fetched
-- seen_on: the day the page was published or held, else the day of `first_seen_at`
-- Rebuilt by: page_url
with printed as (
    select
        quotes.page_url,
        quotes.revision_sha256,
        'quoted' as role,
        quotes.speaker_name,
        quotes.position,
        quotes.roles,
        published.quote_id,
        null as session_number
    from intermediate.int_quotes_published as published
    inner join staging.stg_quotes as quotes
        on quotes.page_url = published.page_url
        and quotes.revision_sha256 = published.revision_sha256
        and quotes.quote_number = published.quote_number
    where quotes.speaker_name is not null
    union all
    select page_url, revision_sha256, 'speaker', speaker_name, position, roles, null, null
    from staging.stg_speeches
    where speaker_name is not null
    union all
    select
        people.page_url,
        people.revision_sha256,
        people.role,
        people.speaker_name,
        people.position,
        people.roles,
        null,
        listed.session_number
    from staging.stg_participants as people
    left join staging.stg_sessions as listed
        on listed.page_url = people.page_url
        and listed.revision_sha256 = people.revision_sha256
        and people.speaker_start >= listed.char_start
        and people.speaker_start < listed.char_end
    where people.speaker_name is not null
)

select
    printed.* exclude (revision_sha256, session_number),
    identified.entity_id as person_id,
    linked.session_id,
    identified.first_seen_at,
    coalesce(
        current.published_on,
        cast(linked.starts_at as date),
        cast(identified.first_seen_at at time zone 'UTC' as date)
    ) as seen_on
from printed
inner join intermediate.int_revisions_current as current
    on current.page_url = printed.page_url
    and current.revision_sha256 = printed.revision_sha256
left join intermediate.int_names_identified as identified
    on identified.page_url = printed.page_url
    and identified.kind = 'person'
    and identified.name = printed.speaker_name
inner join intermediate.int_sessions_linked as linked
    on linked.page_url = printed.page_url
    and linked.session_number is not distinct from printed.session_number
