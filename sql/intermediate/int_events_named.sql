-- One row per current page: its session, and the event that this is part of.
-- session_id: names the session that the page tells of
select linked.page_url, linked.session_id, sessions.event_name
from intermediate.int_sessions_linked as linked
inner join sessions on sessions.session_id = linked.session_id
