-- One row per revision that was understood and holds quotes: how many.
-- first_fetched_at: when these bytes were first fetched
-- quote_count: how many quotes it holds
-- Rebuilt by: page_url
select
    fetched.page_url,
    fetched.revision_sha256,
    fetched.article_length,
    fetched.first_fetched_at,
    count(*) as quote_count
from intermediate.int_revisions_fetched as fetched
inner join staging.stg_quotes as quotes
    on quotes.page_url = fetched.page_url
    and quotes.revision_sha256 = fetched.revision_sha256
where fetched.status = 'ok'
group by all
