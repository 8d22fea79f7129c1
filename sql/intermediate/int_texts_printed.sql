-- One row per quote, paragraph and unclaimed stretch of a current page, with a digest of its words and
-- of whose they are, by which the same text is known on other pages of the site.
-- place: `quote`, `paragraph` or `residue`
-- number: counts down the page, for each place
-- text_digest: 64 bits or more of the words, their speaker and the site: equal texts have equal
--   ones
-- site: what pages are compared within
-- is_unclaimed: whether no source claims the page
-- first_fetched_at: when the revision was first fetched
-- Rebuilt by: page_url
with printed as (
    select page_url, revision_sha256, 'residue' as place, residue_number as number, text, null as name
    from staging.stg_residue
    union all
    select page_url, revision_sha256, 'paragraph', paragraph_number, text, null
    from staging.stg_paragraphs
    union all
    select page_url, revision_sha256, 'quote', quote_number, text, coalesce(speaker_name, '')
    from staging.stg_quotes
)

select
    printed.page_url,
    printed.place,
    printed.number,
    md5_number(concat_ws(chr(31), current.site, printed.text, printed.name)) as text_digest,
    current.site,
    current.source = 'web' as is_unclaimed,
    lower(current.title) as title,
    current.first_fetched_at
from printed
inner join intermediate.int_revisions_current as current
    on current.page_url = printed.page_url
    and current.revision_sha256 = printed.revision_sha256
