-- One row per session that a current page tells of: what it tells.
-- session_id: names the session
-- organizers: who organizes it, as printed there
-- supporters: who supports it, as printed there
-- description: what a programme says of it before it takes place
-- Rebuilt by: page_url
select
    linked.session_id,
    current.page_url,
    current.kind,
    current.title,
    current.event_name,
    coalesce(
        (
            select list(backers.name order by backers.backer_number)
            from staging.stg_backers as backers
            where backers.page_url = current.page_url
                and backers.revision_sha256 = current.revision_sha256
                and backers.role = 'organizer'
        ),
        []
    ) as organizers,
    coalesce(
        (
            select list(backers.name order by backers.backer_number)
            from staging.stg_backers as backers
            where backers.page_url = current.page_url
                and backers.revision_sha256 = current.revision_sha256
                and backers.role = 'supporter'
        ),
        []
    ) as supporters,
    current.language,
    current.published_on,
    current.track,
    current.hall,
    current.starts_at,
    current.ends_at,
    current.time_zone,
    (
        select string_agg(lead.text, chr(10) order by lead.paragraph_number)
        from staging.stg_paragraphs as lead
        where lead.page_url = current.page_url
            and lead.revision_sha256 = current.revision_sha256
            and lead.section_number is null
            and lead.char_start >= coalesce(current.char_start, 0)
            and lead.char_start < coalesce(current.char_end, lead.char_start + 1)
            and not exists (
                select 1
                from intermediate.int_texts_withheld as withheld
                where withheld.page_url = lead.page_url
                    and withheld.place = 'paragraph'
                    and withheld.number = lead.paragraph_number
            )
    ) as description
from intermediate.int_sessions_printed as current
inner join intermediate.int_sessions_linked as linked
    on linked.page_url = current.page_url
    and linked.session_number is not distinct from current.session_number
