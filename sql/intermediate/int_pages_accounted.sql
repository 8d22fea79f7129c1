-- One row per current page: how much of its article is understood. Text that stands on many pages of
-- the site and that no record claims is furniture, and no part of the article.
-- site: what pages are compared within
-- first_fetched_at: when the revision was first fetched
-- quote_count: quotes read on the page
-- article_length: characters of the article, without what is furniture of the site
-- claimed_share: the share of the article's characters that records hold, 0 to 1
-- Rebuilt by: page_url
with furniture as (
    select residue.page_url, residue.revision_sha256, sum(length(residue.text)) as characters
    from staging.stg_residue as residue
    inner join intermediate.int_revisions_current as current
        on current.page_url = residue.page_url
        and current.revision_sha256 = residue.revision_sha256
    inner join intermediate.int_texts_withheld as withheld
        on withheld.page_url = residue.page_url
        and withheld.place = 'residue'
        and withheld.number = residue.residue_number
    group by residue.page_url, residue.revision_sha256
),

counted as (
    select page_url, revision_sha256, count(*) as quote_count
    from staging.stg_quotes
    group by page_url, revision_sha256
)

select
    current.page_url,
    current.revision_sha256,
    current.site,
    current.kind,
    current.first_fetched_at,
    coalesce(counted.quote_count, 0) as quote_count,
    current.article_length - coalesce(furniture.characters, 0) as article_length,
    current.claimed_length
        / nullif(current.article_length - coalesce(furniture.characters, 0), 0) as claimed_share
from intermediate.int_revisions_current as current
left join furniture
    on furniture.page_url = current.page_url
    and furniture.revision_sha256 = current.revision_sha256
left join counted
    on counted.page_url = current.page_url
    and counted.revision_sha256 = current.revision_sha256
