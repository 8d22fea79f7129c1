-- Which problems were named in a session, and which solutions to them?
-- $session = : part of the session's title
-- $limit = 20: sessions
select
    session_title,
    list(thesis order by thesis_number) filter (section_kind = 'problems') as problems,
    list(thesis order by thesis_number) filter (section_kind = 'solutions') as solutions,
    page_url
from theses
where
    section_kind in ('problems', 'solutions')
    and ($session = '' or contains(lower(session_title), lower($session)))
group by session_title, page_url
having count(distinct section_kind) = 2
order by session_title, page_url
limit cast($limit as integer)
