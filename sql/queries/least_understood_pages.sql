-- Of which pages is the least text claimed by a record?
-- $limit = 20: rows
select round(claimed_share, 3) as claimed_share, source, kind, title, quote_count, page_url
from pages
where claimed_share is not null
order by pages.claimed_share, page_url
limit cast($limit as integer)
