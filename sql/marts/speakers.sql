-- One row per person who is quoted or announced, by the name printed most often; `names` has all.
-- person_id: names the person, across pages and spellings
-- name: the name printed most often
-- quote_count: how many published quotes are theirs
-- page_count: how many pages print them
-- event_count: at how many named events they are quoted
-- organization_count: how many organizations they speak for
-- names: every spelling of the name
-- first_on: the first day on which a page that quotes them was published; empty where none says
-- last_on: the last such day
-- first_seen_at: when a body that prints them was first fetched
-- Rebuilt by: person_id
with printed as (
    select
        person_id,
        speaker_name,
        count(*) as printed_count,
        count(quote_id) as quote_count,
        min(first_seen_at) as first_seen_at
    from intermediate.int_people_printed
    group by person_id, speaker_name
),

paged as (
    select person_id, count(distinct page_url) as page_count
    from intermediate.int_people_printed
    group by person_id
),

named as (
    select person_id, speaker_name
    from printed
    qualify row_number() over (
        partition by person_id order by printed_count desc, speaker_name
    ) = 1
),

appeared as (
    select
        person_id,
        count(event_name) as event_count,
        min(first_on) as first_on,
        max(last_on) as last_on
    from appearances
    group by person_id
),

housed as (
    select person_id, count(distinct organization_id) as organization_count
    from intermediate.int_organizations_named
    group by person_id
)

select
    printed.person_id,
    any_value(named.speaker_name) as name,
    cast(sum(printed.quote_count) as bigint) as quote_count,
    any_value(paged.page_count) as page_count,
    coalesce(any_value(appeared.event_count), 0) as event_count,
    coalesce(any_value(housed.organization_count), 0) as organization_count,
    list(printed.speaker_name order by printed.speaker_name) as names,
    any_value(appeared.first_on) as first_on,
    any_value(appeared.last_on) as last_on,
    min(printed.first_seen_at) as first_seen_at
from printed
inner join named on named.person_id = printed.person_id
inner join paged on paged.person_id = printed.person_id
left join appeared on appeared.person_id = printed.person_id
left join housed on housed.person_id = printed.person_id
group by printed.person_id
order by quote_count desc, name
