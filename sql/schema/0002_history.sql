-- What edits, repair and updates of a few pages among many need.

-- How many rows the tables below hold of a revision: a ledger that a lost row disagrees with.
alter table raw.revisions add column row_count integer;

update raw.revisions
set row_count = counted.row_count
from (
    select revisions.page_url, revisions.revision_sha256, count(rows.page_url) as row_count
    from raw.revisions as revisions
    left join (
        select page_url, revision_sha256 from raw.paragraphs
        union all
        select page_url, revision_sha256 from raw.backers
        union all
        select page_url, revision_sha256 from raw.sections
        union all
        select page_url, revision_sha256 from raw.theses
        union all
        select page_url, revision_sha256 from raw.quotes
        union all
        select page_url, revision_sha256 from raw.speeches
        union all
        select page_url, revision_sha256 from raw.participants
        union all
        select page_url, revision_sha256 from raw.residue
        union all
        select page_url, revision_sha256 from raw.refusals
    ) as rows
        on rows.page_url = revisions.page_url
        and rows.revision_sha256 = revisions.revision_sha256
    group by revisions.page_url, revisions.revision_sha256
) as counted
where
    counted.page_url = revisions.page_url
    and counted.revision_sha256 = revisions.revision_sha256;

-- Pages that a load has touched and that the models have not taken in yet; a page may stand here
-- more than once.
create table raw.pages_touched (
    page_url varchar not null
);

-- Stretches of archive files that are not what was written, or not there any more. The page and the
-- body are known where the ledger knew the record. No longer a loss once the body is archived again.
create table raw.damages (
    warc_file varchar not null,
    warc_offset bigint not null,
    warc_length bigint not null,
    page_url varchar,
    body_sha256 varchar,
    detail varchar not null,
    found_at timestamptz not null
);

-- The Rostrum that brought the file to each layout, and the models as they were last built whole.
alter table rostrum_layout.versions add column rostrum_version varchar;
create table rostrum_layout.models (sql_sha256 varchar not null);
