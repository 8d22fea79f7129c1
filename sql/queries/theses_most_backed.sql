-- Which theses have the most people behind them?
-- $limit = 20: rows
select
    thesis,
    section_kind,
    session_title,
    count(distinct person_id) as speaker_count,
    count(*) as quote_count,
    page_url
from quotes
where thesis is not null
group by thesis, section_kind, session_title, page_url
order by speaker_count desc, quote_count desc, thesis, page_url
limit cast($limit as integer)
