-- Programme pages that list several sessions.

-- One row per session of a programme page that lists several; of a page of one session, the page's
-- own row in raw.revisions tells it. Participants and paragraphs that begin from char_start to before
-- char_end are the session's.
create table raw.sessions (
    page_url varchar not null,
    revision_sha256 varchar not null,
    session_number integer not null,
    title varchar not null,
    title_start integer not null,
    title_end integer not null,
    track varchar,
    track_start integer,
    track_end integer,
    hall varchar,
    hall_start integer,
    hall_end integer,
    starts_at timestamp,
    ends_at timestamp,
    time_zone varchar,
    char_start integer not null,
    char_end integer not null
);

comment on table raw.sessions is 'One row per session of a programme page that lists several.';
comment on column raw.sessions.page_url is 'the page''s one address, in its normal form';
comment on column raw.sessions.revision_sha256 is 'SHA-256 of the body that this was read from';
comment on column raw.sessions.session_number is 'counts down the page';
comment on column raw.sessions.title is 'the session''s title, as printed';
comment on column raw.sessions.title_start is
'where the title begins in the page''s text, in characters';
comment on column raw.sessions.title_end is 'where the title ends';
comment on column raw.sessions.track is 'the track of a session, as printed';
comment on column raw.sessions.track_start is 'where the track begins in the page''s text';
comment on column raw.sessions.track_end is 'where the track ends';
comment on column raw.sessions.hall is 'the hall of a session, as printed';
comment on column raw.sessions.hall_start is 'where the hall begins in the page''s text';
comment on column raw.sessions.hall_end is 'where the hall ends';
comment on column raw.sessions.starts_at is 'when it begins, in `time_zone`';
comment on column raw.sessions.ends_at is 'when it ends';
comment on column raw.sessions.time_zone is
'the time zone of both, an IANA name or an offset as printed';
comment on column raw.sessions.char_start is
'where what the page says of it begins in the page''s text';
comment on column raw.sessions.char_end is 'where that ends';
