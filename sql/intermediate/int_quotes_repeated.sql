-- One row per quote of a current revision that other pages of its site hold too, word for word. It may
-- be theirs or furniture of all: it is withheld, and an issue says so.
select
    quotes.quote_id,
    quotes.page_url,
    quotes.revision_sha256,
    quotes.quote_number,
    quotes.text,
    quotes.speaker_name,
    repeated.title_count,
    greatest(current.first_fetched_at, repeated.repeated_since) as first_seen_at
from intermediate.int_quotes_traced as quotes
inner join intermediate.int_revisions_current as current
    on current.page_url = quotes.page_url
    and current.revision_sha256 = quotes.revision_sha256
inner join intermediate.int_texts_repeated as repeated
    on repeated.kind = 'quote'
    and repeated.site = current.site
    and repeated.text = quotes.text
    and repeated.speaker_name = coalesce(quotes.speaker_name, '')
