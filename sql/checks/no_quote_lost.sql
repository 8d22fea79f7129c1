-- Every quote of a current revision is in the mart, once.
select current.page_url, count(*) as expected, max(pages.quote_count) as published
from intermediate.int_revisions_current as current
inner join raw.quotes as quotes
    on quotes.page_url = current.page_url
    and quotes.revision_sha256 = current.revision_sha256
left join pages on pages.page_url = current.page_url
group by current.page_url
having count(*) <> coalesce(max(pages.quote_count), 0)
