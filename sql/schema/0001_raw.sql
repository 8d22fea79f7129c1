-- The first layout of raw.*: what was fetched, what was read, what was refused.
--
-- No PRIMARY KEY, UNIQUE or index anywhere: DuckDB has lost rows through them when a log was
-- replayed after a crash. Loading deletes and inserts by key in one transaction; sql/checks/ see
-- that keys are unique.

create schema raw;

-- One row per flow run.
create table raw.runs (
    run_id varchar not null,
    name varchar not null,
    started_at timestamptz not null,
    finished_at timestamptz,
    rostrum_version varchar not null
);

-- One row per attempt to get one URL. `page_url` is the page's one address; `requested_url` may be
-- another that leads to it (by a redirect, or by the page's own canonical link).
create table raw.fetches (
    fetch_id varchar not null,
    run_id varchar not null,
    page_url varchar not null,
    requested_url varchar not null,
    source varchar not null,
    purpose varchar not null, -- page or listing
    final_url varchar not null,
    redirects varchar[] not null,
    outcome varchar not null,
    status integer,
    content_type varchar,
    etag varchar,
    last_modified varchar,
    wire_bytes bigint not null,
    elapsed_ms bigint not null,
    body_sha256 varchar,
    warc_file varchar, -- where the archive's record of this fetch lies
    warc_offset bigint,
    error_code varchar,
    error_detail varchar,
    warning varchar,
    fetched_at timestamptz not null
);

-- One row per record of the WARC files. `record_sha256` is of the compressed bytes at that place, so
-- that any altered byte is noticed. A `response` holds a body; a `revisit` says that a page had it
-- again; a `warcinfo` (no page) heads each file.
create table raw.archive_records (
    warc_file varchar not null,
    warc_offset bigint not null,
    warc_length bigint not null,
    record_sha256 varchar not null,
    record_type varchar not null,
    page_url varchar,
    body_sha256 varchar,
    content_type varchar,
    archived_at timestamptz not null
);

-- The ledger: one row per revision read, (page URL, body sha256); the parser's version says which
-- reading it is. `records_sha256` is of all the rows below that were loaded with it.
create table raw.revisions (
    page_url varchar not null,
    revision_sha256 varchar not null,
    parser_version integer not null,
    source varchar not null,
    status varchar not null,
    kind varchar,
    language varchar,
    encoding varchar,
    encoding_reason varchar,
    title varchar,
    title_start integer,
    title_end integer,
    event_name varchar,
    event_start integer,
    event_end integer,
    track varchar,
    track_start integer,
    track_end integer,
    hall varchar,
    hall_start integer,
    hall_end integer,
    published_on date,
    starts_at timestamp,
    ends_at timestamp,
    time_zone varchar, -- of both, an IANA name or an offset as printed
    article_length integer,
    claimed_length integer,
    records_sha256 varchar not null,
    loaded_at timestamptz not null
);

-- One row per paragraph of a page's own prose, in which nobody is quoted; no section number above
-- the first section. Of a programme, its description.
create table raw.paragraphs (
    page_url varchar not null,
    revision_sha256 varchar not null,
    paragraph_number integer not null,
    section_number integer,
    text varchar not null,
    char_start integer not null,
    char_end integer not null
);

-- One row per organization that organizes or supports what a page tells of.
create table raw.backers (
    page_url varchar not null,
    revision_sha256 varchar not null,
    backer_number integer not null,
    role varchar not null,
    name varchar not null,
    char_start integer not null,
    char_end integer not null
);

-- One row per section of a report.
create table raw.sections (
    page_url varchar not null,
    revision_sha256 varchar not null,
    section_number integer not null,
    kind varchar not null,
    heading varchar not null,
    char_start integer not null,
    char_end integer not null
);

-- One row per thesis of a report.
create table raw.theses (
    page_url varchar not null,
    revision_sha256 varchar not null,
    thesis_number integer not null,
    section_number integer,
    heading varchar not null,
    char_start integer not null,
    char_end integer not null
);

-- One row per attributed quote. `text` is the words of its spans, joined by a space each; nearly
-- every quote has one span, which is then `char_start` to `char_end`. A quote without a speaker's
-- name is plainly a person's words, though nobody is named.
create table raw.quotes (
    page_url varchar not null,
    revision_sha256 varchar not null,
    quote_number integer not null,
    quote_id varchar not null,
    section_number integer,
    thesis_number integer,
    text varchar not null,
    char_start integer not null,
    char_end integer not null,
    spans struct(char_start integer, char_end integer)[] not null,
    speaker_name varchar,
    speaker_start integer,
    speaker_end integer,
    position varchar,
    position_start integer,
    position_end integer,
    roles struct(role varchar, organization varchar)[] not null,
    group_name varchar,
    group_start integer,
    group_end integer,
    country_name varchar,
    country_start integer,
    country_end integer,
    country_code varchar
);

-- One row per statement that fills a page without quotation marks.
create table raw.speeches (
    page_url varchar not null,
    revision_sha256 varchar not null,
    speech_number integer not null,
    text varchar not null,
    char_start integer not null,
    char_end integer not null,
    speaker_name varchar,
    speaker_start integer,
    speaker_end integer,
    position varchar,
    position_start integer,
    position_end integer,
    roles struct(role varchar, organization varchar)[] not null,
    group_name varchar,
    group_start integer,
    group_end integer,
    country_name varchar,
    country_start integer,
    country_end integer,
    country_code varchar
);

-- One row per person a programme page announces.
create table raw.participants (
    page_url varchar not null,
    revision_sha256 varchar not null,
    participant_number integer not null,
    role varchar not null,
    speaker_name varchar,
    speaker_start integer,
    speaker_end integer,
    position varchar,
    position_start integer,
    position_end integer,
    roles struct(role varchar, organization varchar)[] not null,
    group_name varchar,
    group_start integer,
    group_end integer,
    country_name varchar,
    country_start integer,
    country_end integer,
    country_code varchar
);

-- One row per stretch of article text that no record claims.
create table raw.residue (
    page_url varchar not null,
    revision_sha256 varchar not null,
    residue_number integer not null,
    text varchar not null,
    char_start integer not null,
    char_end integer not null
);

-- One row per reason why a revision, or a value on it, was refused.
create table raw.refusals (
    page_url varchar not null,
    revision_sha256 varchar not null,
    refusal_number integer not null,
    stage varchar not null,
    code varchar not null,
    detail varchar not null
);
