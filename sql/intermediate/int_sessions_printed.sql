-- One row per session that a current page tells of: the page's own one, or each of those that a
-- programme page lists.
-- session_number: which one of those that the page lists; empty where it tells of one
-- told_before: how many sessions of the same title the page lists above
-- char_start: where what the page says of it begins in the page's text; empty where that is the page
-- char_end: where that ends
-- Rebuilt by: page_url
select
    current.page_url,
    current.revision_sha256,
    current.kind,
    current.source,
    coalesce(listed.title, current.title) as title,
    current.event_name,
    current.language,
    current.published_on,
    coalesce(listed.track, current.track) as track,
    coalesce(listed.hall, current.hall) as hall,
    coalesce(listed.starts_at, current.starts_at) as starts_at,
    coalesce(listed.ends_at, current.ends_at) as ends_at,
    coalesce(listed.time_zone, current.time_zone) as time_zone,
    listed.session_number,
    row_number() over (
        partition by current.page_url, listed.title order by listed.session_number
    ) - 1 as told_before,
    listed.char_start,
    listed.char_end
from intermediate.int_revisions_current as current
left join staging.stg_sessions as listed
    on listed.page_url = current.page_url
    and listed.revision_sha256 = current.revision_sha256
