-- What is told to have changed is a quote of that page, and no alteration is told twice.
-- Asked by: page_url
select changes.quote_id, changes.page_url, changes.change, changes.seen_at
from quote_changes as changes
left join intermediate.int_quotes_traced as quotes
    on quotes.page_url = changes.page_url
    and quotes.quote_id = changes.quote_id
    and quotes.revision_sha256 = if(
        changes.change = 'removed', changes.revision_sha256_before, changes.revision_sha256_after
    )
where quotes.quote_id is null or changes.seen_at is null
union all
select quote_id, page_url, change, min(seen_at)
from quote_changes
group by quote_id, page_url, change, step
having count(*) > 1
