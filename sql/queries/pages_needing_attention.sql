-- Which pages need a person's look, and why?
-- $limit = 100: rows
select
    issues.code,
    pages.source,
    issues.page_url,
    issues.detail,
    pages.status
from issues
left join pages on pages.page_url = issues.page_url
where issues.resolved_at is null
order by issues.code, issues.page_url, issues.detail
limit cast($limit as integer)
