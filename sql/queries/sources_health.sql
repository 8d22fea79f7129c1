-- How does each source stand: fresh, understood, refused, gone?
select
    source,
    count(*) as page_count,
    count(*) filter (status = 'ok') as understood,
    count(*) filter (status = 'quarantined') as quarantined,
    count(*) filter (status not in ('ok', 'quarantined')) as other,
    round(avg(claimed_share), 3) as claimed_share,
    sum(quote_count) as quote_count,
    cast(max(last_checked_at) as date) as last_checked_on
from pages
group by source
order by source
