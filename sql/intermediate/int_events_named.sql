-- One row per current page that tells of one session: this, and the event that it is part of.
-- session_id: names the session that the page tells of
select linked.page_url, linked.session_id, sessions.event_name
from intermediate.int_sessions_linked as linked
inner join sessions on sessions.session_id = linked.session_id
where linked.session_number is null
