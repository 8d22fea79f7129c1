-- What was altered after publication, and how?
-- $since = 1970-01-01: the first day that counts
-- $limit = 100: rows
select
    cast(changes.seen_at as date) as seen_on,
    changes.change,
    changes.speaker_name,
    changes.before,
    changes.after,
    changes.page_url,
    changes.quote_id
from quote_changes as changes
where changes.seen_at >= cast($since as date)
order by changes.seen_at desc, changes.page_url, changes.quote_number_after, changes.change
limit cast($limit as integer)
