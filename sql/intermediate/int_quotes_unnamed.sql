-- One row per quote of a current page that is plainly a person's words, though nobody is named.
-- detail: its first words, and what is said of the speaker
-- first_seen_at: when the revision was first fetched
-- Rebuilt by: page_url
select
    published.page_url,
    published.revision_sha256,
    '“' || left(quotes.text, 80) || case when length(quotes.text) > 80 then '…' else '' end
    || '” is said by nobody named (' || coalesce(quotes.position, 'no position either')
    || '). Nothing is wrong if the page names nobody.' as detail,
    current.first_fetched_at as first_seen_at
from intermediate.int_quotes_published as published
inner join staging.stg_quotes as quotes
    on quotes.page_url = published.page_url
    and quotes.revision_sha256 = published.revision_sha256
    and quotes.quote_number = published.quote_number
inner join intermediate.int_revisions_current as current
    on current.page_url = published.page_url
    and current.revision_sha256 = published.revision_sha256
where quotes.speaker_name is null
