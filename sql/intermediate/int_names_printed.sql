-- One row per name that any readable revision of a page has ever printed: of a person with each
-- organization of theirs (or none), of an organization, and per phrase before letters in brackets,
-- which may be an abbreviation of its last words.
-- kind: `person`, `organization` or `abbreviation`
-- name: the name, or the phrase with letters in brackets, as printed
-- organization: the organization in the position beside the person's name
-- seen_at: when a body that prints it was first fetched
-- Rebuilt by: page_url
with readable as (
    select
        page_url,
        revision_sha256,
        coalesce(first_fetched_at, timestamptz '1970-01-01 00:00:00+00') as seen_at
    from intermediate.int_revisions_fetched
    where status = 'ok'
),

held as (
    select page_url, revision_sha256, speaker_name, position, roles from staging.stg_quotes
    union all
    select page_url, revision_sha256, speaker_name, position, roles from staging.stg_speeches
    union all
    select page_url, revision_sha256, speaker_name, position, roles from staging.stg_participants
),

housed as (
    select distinct
        page_url,
        revision_sha256,
        speaker_name,
        unnest(
            case when len(roles) = 0 then [null] else list_transform(roles, lambda r: r.organization) end
        ) as organization
    from held
),

texts as (
    select page_url, revision_sha256, position as text from held
    union all
    select page_url, revision_sha256, text from staging.stg_quotes
    union all
    select page_url, revision_sha256, text from staging.stg_speeches
    union all
    select page_url, revision_sha256, text from staging.stg_paragraphs
    union all
    select page_url, revision_sha256, heading from staging.stg_theses
    union all
    select page_url, revision_sha256, name from staging.stg_backers
),

-- More than abbreviations is found: whether the letters are those of the words is not asked here.
-- (`\p{L}` and `\p{Lu}` would take a tenth of a second to compile.)
phrases as (
    select
        page_url,
        revision_sha256,
        unnest(
            regexp_extract_all(
                text,
                '(?:[^\s()]+ ){1,14}\((?:[^\s()]{4,12} )?["«“]?[^\s()"«“0-9a-zа-яё][^\s()0-9]{1,12}\)'
            )
        ) as phrase
    from texts
    where contains(text, '(')
),

named as (
    select page_url, revision_sha256, 'person' as kind, speaker_name as name, organization
    from housed
    where speaker_name is not null
    union all
    select page_url, revision_sha256, 'organization', organization, null
    from housed
    where organization is not null
    union all
    select page_url, revision_sha256, 'abbreviation', phrase, null
    from phrases
)

select named.page_url, named.kind, named.name, named.organization, min(readable.seen_at) as seen_at
from named
inner join readable
    on readable.page_url = named.page_url
    and readable.revision_sha256 = named.revision_sha256
group by named.page_url, named.kind, named.name, named.organization
