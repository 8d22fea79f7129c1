-- One row per page that was ever understood: its newest revision that was. A newer one in
-- quarantine does not take the place of what is known. `site` is what pages are compared within: the
-- source, and for pages that no source claims their host.
select
    *,
    case when source = 'web' then regexp_extract(page_url, '^[^/]*//[^/]*') else source end as site
from intermediate.int_revisions_fetched
where status = 'ok'
qualify row_number() over (
    partition by page_url order by last_fetched_at desc, revision_sha256
) = 1
