-- One row per current report that yields far less than its history leads to expect: than the reports of
-- its site (six or more, itself among them), or than another revision of itself. What was read stays
-- published; see docs/decisions/0005-pages-are-compared-in-sql.md.
-- detail: how little, and than what, in words
-- first_seen_at: when the revision was first fetched
with sites as (
    select
        site,
        count(*) as report_count,
        median(quote_count) as quote_count,
        median(article_length) as article_length,
        median(claimed_share) as claimed_share,
        list_sort(list(first_fetched_at))[6] as known_since
    from intermediate.int_pages_accounted
    where kind = 'report'
    group by site
    having count(*) >= 6
),

fullest as (
    select
        page.page_url,
        max(other.quote_count) as quote_count,
        min(other.first_fetched_at) as known_since
    from intermediate.int_pages_accounted as page
    inner join intermediate.int_revisions_counted as other
        on other.page_url = page.page_url
        and other.revision_sha256 <> page.revision_sha256
    where
        page.kind = 'report'
        and page.quote_count * 5 < other.quote_count
        and page.article_length >= 0.6 * other.article_length
    group by page.page_url
),

found as (
    select
        page.page_url,
        page.revision_sha256,
        'Quotes read here: ' || page.quote_count || '; in an article as long, the ' ||
        sites.report_count || ' reports of this site have ' || round(sites.quote_count, 1) ||
        ' (median).' as reason,
        greatest(page.first_fetched_at, sites.known_since) as first_seen_at
    from intermediate.int_pages_accounted as page
    inner join sites on sites.site = page.site
    where
        page.kind = 'report'
        and sites.quote_count >= 3
        and page.quote_count * 5 < sites.quote_count
        and page.article_length >= 0.6 * sites.article_length
    union all
    select
        page.page_url,
        page.revision_sha256,
        'Of the article, ' || round(100 * page.claimed_share) || ' % is in records; of the ' ||
        sites.report_count || ' reports of this site, ' || round(100 * sites.claimed_share) ||
        ' % (median).',
        greatest(page.first_fetched_at, sites.known_since)
    from intermediate.int_pages_accounted as page
    inner join sites on sites.site = page.site
    where page.kind = 'report' and page.claimed_share < 0.75 * sites.claimed_share
    union all
    select
        page.page_url,
        page.revision_sha256,
        'Quotes read here: ' || page.quote_count || '; another revision of the page, not much longer, '
        || 'had ' || fullest.quote_count || '.',
        greatest(page.first_fetched_at, fullest.known_since)
    from intermediate.int_pages_accounted as page
    inner join fullest on fullest.page_url = page.page_url
)

select
    page_url,
    revision_sha256,
    string_agg(reason, ' ' order by reason)
    || ' Look whether its layout is another one, and at raw.residue; what was read is published.'
        as detail,
    min(first_seen_at) as first_seen_at
from found
group by page_url, revision_sha256
