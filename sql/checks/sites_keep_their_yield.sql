-- No site gives less than half of the quotes that it gave when it was last published.
-- Next: see `rostrum issues`; if the site did shrink, `rostrum transform --accept-yield` takes it.
with now as (
    -- Of the host, not of the source: a new source may take over another's pages.
    select regexp_extract(page_url, '^[^/]*//([^/]*)', 1) as host, count(*) as quote_count
    from quotes
    group by host
)

select
    published.host,
    published.quote_count as quotes_before,
    coalesce(now.quote_count, 0) as quotes_now
from rostrum_layout.published as published
left join now on now.host = published.host
-- Of a handful of quotes half may well be one page.
where published.quote_count >= 20 and coalesce(now.quote_count, 0) * 2 < published.quote_count
