"""What the page asks the snapshot. Each query settles its order, so that a page can be repeated."""

COUNTS = """
select
    (select count(*) from quotes) as quotes,
    (select count(*) from speakers) as people,
    (select count(*) from organizations) as organizations,
    (select count(*) from sessions) as sessions,
    (select count(*) from events) as events,
    (select count(*) from pages) as pages,
    (select count(distinct source) from pages) as sources,
    (select count(distinct language) from pages) as languages,
    (select count(*) from speeches) as speeches,
    (select count(*) from quotes where speaker_name is null) as unnamed,
    (select max(last_checked_at) from pages) as until,
    (select min(published_on) from quotes) as first_day,
    (select max(published_on) from quotes) as last_day
"""

SPEAKERS = """
select
    speakers.name,
    speakers.quote_count as count,
    speakers.page_count,
    (
        select arg_max(position, (published_on, page_url, quote_number))
        from quotes
        where quotes.person_id = speakers.person_id and position is not null
    ) as position
from speakers
where speakers.quote_count > 0
order by speakers.quote_count desc, speakers.page_count desc, speakers.name, speakers.person_id
limit $most
"""

ORGANIZATIONS = """
select name, quote_count as count, speaker_count
from organizations
where quote_count > 0
order by quote_count desc, speaker_count desc, name, organization_id
limit $most
"""

EVENTS = """
select
    event_name as name,
    count(*) filter (where section_kind = 'key_conclusions') as key_conclusions,
    count(*) filter (where section_kind = 'problems') as problems,
    count(*) filter (where section_kind = 'solutions') as solutions,
    count(*) filter (
        where section_kind not in ('key_conclusions', 'problems', 'solutions')
    ) as other,
    count(*) as count
from quotes
group by event_name
order by count desc, name nulls last
"""

TIMELINE = """
select
    cast(date_trunc($unit, published_on) as date) as period,
    count(*) as quotes,
    count(distinct page_url) as pages
from quotes
where published_on is not null
group by period
order by period desc
limit $most
"""

# Of each of the most quoted people a quote for each kind of section, short enough to be read here.
VOICES = """
with heard as (
    select person_id, quote_count
    from speakers
    order by quote_count desc, name, person_id
    limit $most
)

select
    quotes.section_kind,
    quotes.text,
    quotes.speaker_name,
    quotes.position,
    quotes.session_title,
    quotes.page_url,
    quotes.language
from quotes
inner join heard on heard.person_id = quotes.person_id
where
    quotes.section_kind in ('key_conclusions', 'problems', 'solutions')
    and length(quotes.text) between 60 and 260
    and quotes.speaker_name is not null
qualify row_number() over (
    partition by quotes.section_kind, quotes.person_id
    order by quotes.published_on desc nulls last, quotes.quote_id
) = 1
order by quotes.section_kind, heard.quote_count desc, quotes.quote_id
"""

CHANGES = """
select change, count(*) as count from quote_changes group by change order by count desc, change
"""

EDITS = """
select seen_at, change, speaker_name, before, after, page_url, quote_id
from quote_changes
order by
    seen_at desc,
    page_url,
    step desc,
    quote_number_after nulls last,
    quote_number_before,
    change,
    quote_id
limit $most
"""

SOURCES = """
select
    source as name,
    count(*) as pages,
    count(*) filter (where status = 'ok') as ok,
    count(*) filter (where status = 'quarantined') as quarantined,
    count(*) filter (where status = 'gone') as gone,
    count(*) filter (where status = 'failed') as failed,
    cast(sum(quote_count) as bigint) as quotes,
    avg(claimed_share) as claimed_share,
    max(last_checked_at) as last_checked_at,
    max(published_on) as last_published_on
from pages
group by source
order by pages desc, name
"""

ISSUES = """
select
    stage,
    code,
    count(*) as count,
    arg_min(detail, (page_url, detail)) as detail,
    min(page_url) as page_url
from issues
where resolved_at is null
group by stage, code
order by count desc, stage, code
"""
