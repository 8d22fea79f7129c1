-- One row per page that was ever understood: its newest revision that was. A newer one in
-- quarantine does not take the place of what is known. `site` is what pages are compared within: the
-- source, and for pages that no source claims their host.
-- first_fetched_at: when these bytes were first fetched
-- site: what pages are compared within: the source, or the host where no source claims the page
-- Rebuilt by: page_url
select
    fetched.*,
    case
        when fetched.source = 'web' then regexp_extract(fetched.page_url, '^[^/]*//[^/]*')
        else fetched.source
    end as site
from intermediate.int_revisions_fetched as fetched
inner join intermediate.int_revisions_checked as checked
    on checked.page_url = fetched.page_url
    and checked.revision_sha256 = fetched.revision_sha256
where fetched.status = 'ok'
qualify row_number() over (
    partition by fetched.page_url order by checked.last_fetched_at desc, fetched.revision_sha256
) = 1
