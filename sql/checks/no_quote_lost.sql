-- Every quote of a current revision is in the mart, once, or an issue says that it is withheld.
-- Asked by: page_url
with told as (
    select page_url, quote_count from pages
    union all
    select page_url, 1 from issues where code = 'repeated_quote' and resolved_at is null
),

shown as (
    select page_url, sum(quote_count) as quote_count from told group by page_url
)

select current.page_url, count(*) as expected, max(shown.quote_count) as told
from intermediate.int_revisions_current as current
inner join staging.stg_quotes as quotes
    on quotes.page_url = current.page_url
    and quotes.revision_sha256 = current.revision_sha256
left join shown on shown.page_url = current.page_url
group by current.page_url
having count(*) <> coalesce(max(shown.quote_count), 0)
