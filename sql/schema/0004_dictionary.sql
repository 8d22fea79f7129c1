-- What each table and column of raw.* means, for whoever opens the file. The models say what theirs
-- mean in their own files (see the dictionary).
--
-- And how much each site gave when it was last published: less than half of that is no news but a
-- fault, until a person says otherwise.

create table rostrum_layout.published (host varchar not null, quote_count bigint not null);

comment on table raw.runs is 'One row per run.';
comment on column raw.runs.run_id is 'the run';
comment on column raw.runs.name is 'the run''s name, as the lock and Prefect show it';
comment on column raw.runs.started_at is 'when it began';
comment on column raw.runs.finished_at is 'when it came to its end; empty where it did not';
comment on column raw.runs.rostrum_version is 'the release that ran';

comment on table raw.fetches is 'One row per attempt to get one URL.';
comment on column raw.fetches.fetch_id is 'the attempt';
comment on column raw.fetches.run_id is 'the run that made it';
comment on column raw.fetches.page_url is 'the page''s one address, in its normal form';
comment on column raw.fetches.requested_url is
'the address that was asked for; it may lead to the page''s by a redirect or a canonical link';
comment on column raw.fetches.source is
'the site the page is of, by its name in `rostrum sources`; `web` where none claims it';
comment on column raw.fetches.purpose is '`page`, or `listing` for one that only lists pages';
comment on column raw.fetches.final_url is 'the address that answered, after redirects';
comment on column raw.fetches.redirects is 'the addresses on the way there';
comment on column raw.fetches.outcome is
'what came of it: `new`, `unchanged`, `gone`, `refused` or `failed`';
comment on column raw.fetches.status is 'the HTTP status';
comment on column raw.fetches.content_type is 'the Content-Type header';
comment on column raw.fetches.etag is 'the ETag header, by which the page is asked for next time';
comment on column raw.fetches.last_modified is 'the Last-Modified header, likewise';
comment on column raw.fetches.wire_bytes is 'bytes received';
comment on column raw.fetches.elapsed_ms is 'milliseconds it took';
comment on column raw.fetches.body_sha256 is 'SHA-256 of the body that the page then had';
comment on column raw.fetches.warc_file is 'the archive file with the record of this';
comment on column raw.fetches.warc_offset is 'the byte at which the record begins';
comment on column raw.fetches.error_code is 'a short word for what went wrong';
comment on column raw.fetches.error_detail is 'what went wrong, in words';
comment on column raw.fetches.warning is 'what the page claims of its address and is not believed';
comment on column raw.fetches.fetched_at is 'when';

comment on table raw.archive_records is 'One row per record of the archive.';
comment on column raw.archive_records.warc_file is 'the archive file';
comment on column raw.archive_records.warc_offset is 'the byte at which the record begins';
comment on column raw.archive_records.warc_length is 'how many bytes it has, compressed';
comment on column raw.archive_records.record_sha256 is 'SHA-256 of those bytes';
comment on column raw.archive_records.record_type is
'`response` holds a body, `revisit` says that a page had it again, `metadata` tells of a failure, `warcinfo` heads a file';
comment on column raw.archive_records.page_url is 'the page''s one address, in its normal form';
comment on column raw.archive_records.body_sha256 is 'SHA-256 of the body that it holds or means';
comment on column raw.archive_records.content_type is 'the Content-Type header the body came with';
comment on column raw.archive_records.archived_at is 'when it was written';

comment on table raw.revisions is 'One row per revision that was read: the ledger.';
comment on column raw.revisions.page_url is 'the page''s one address, in its normal form';
comment on column raw.revisions.revision_sha256 is 'SHA-256 of the body: names the revision';
comment on column raw.revisions.parser_version is 'the parser that read it';
comment on column raw.revisions.source is 'the site the page is of';
comment on column raw.revisions.status is '`ok`, or `quarantined` where it was not understood';
comment on column raw.revisions.kind is '`report`, `programme` or another kind of page';
comment on column raw.revisions.language is 'the language of the page, ISO 639-1';
comment on column raw.revisions.encoding is 'the encoding that its bytes were read in';
comment on column raw.revisions.encoding_reason is 'why that one';
comment on column raw.revisions.title is 'the title as printed';
comment on column raw.revisions.title_start is 'where the title begins in the page''s text';
comment on column raw.revisions.title_end is 'where the title ends';
comment on column raw.revisions.event_name is 'the gathering that it tells of, as printed';
comment on column raw.revisions.event_start is 'where the event''s name begins in the page''s text';
comment on column raw.revisions.event_end is 'where the event''s name ends';
comment on column raw.revisions.track is 'the track of a session, as printed';
comment on column raw.revisions.track_start is 'where the track begins in the page''s text';
comment on column raw.revisions.track_end is 'where the track ends';
comment on column raw.revisions.hall is 'the hall of a session, as printed';
comment on column raw.revisions.hall_start is 'where the hall begins in the page''s text';
comment on column raw.revisions.hall_end is 'where the hall ends';
comment on column raw.revisions.published_on is 'the day it was published, as the page says';
comment on column raw.revisions.starts_at is 'when the session begins, by the clock of the place';
comment on column raw.revisions.ends_at is 'when the session ends, by the clock of the place';
comment on column raw.revisions.time_zone is 'of both: an IANA name or an offset, as printed';
comment on column raw.revisions.article_length is 'characters of the article';
comment on column raw.revisions.claimed_length is 'characters of the article that a record holds';
comment on column raw.revisions.records_sha256 is 'SHA-256 of all rows that were read from it';
comment on column raw.revisions.loaded_at is 'when it was loaded';
comment on column raw.revisions.row_count is 'how many rows the tables hold of it';

comment on table raw.paragraphs is 'One row per paragraph of a page''s own prose, in which nobody is quoted.';
comment on column raw.paragraphs.page_url is 'the page''s one address, in its normal form';
comment on column raw.paragraphs.revision_sha256 is 'SHA-256 of the body that this was read from';
comment on column raw.paragraphs.paragraph_number is 'counts down the page';
comment on column raw.paragraphs.section_number is
'the section it stands in; empty above the first';
comment on column raw.paragraphs.text is 'the paragraph''s words';
comment on column raw.paragraphs.char_start is
'where the paragraph begins in the page''s text, in characters';
comment on column raw.paragraphs.char_end is 'where the paragraph ends';

comment on table raw.backers is 'One row per organization that organizes or supports what a page tells of.';
comment on column raw.backers.page_url is 'the page''s one address, in its normal form';
comment on column raw.backers.revision_sha256 is 'SHA-256 of the body that this was read from';
comment on column raw.backers.backer_number is 'counts organizers, then supporters';
comment on column raw.backers.role is '`organizer` or `supporter`';
comment on column raw.backers.name is 'the organization''s name as printed';
comment on column raw.backers.char_start is
'where the name begins in the page''s text, in characters';
comment on column raw.backers.char_end is 'where the name ends';

comment on table raw.sections is 'One row per section of a report.';
comment on column raw.sections.page_url is 'the page''s one address, in its normal form';
comment on column raw.sections.revision_sha256 is 'SHA-256 of the body that this was read from';
comment on column raw.sections.section_number is 'counts down the page';
comment on column raw.sections.kind is '`key_conclusions`, `problems`, `solutions` or `other`';
comment on column raw.sections.heading is 'the section''s heading as printed';
comment on column raw.sections.char_start is
'where the heading begins in the page''s text, in characters';
comment on column raw.sections.char_end is 'where the heading ends';

comment on table raw.theses is 'One row per thesis: the claim that heads a group of quotes.';
comment on column raw.theses.page_url is 'the page''s one address, in its normal form';
comment on column raw.theses.revision_sha256 is 'SHA-256 of the body that this was read from';
comment on column raw.theses.thesis_number is 'counts down the page';
comment on column raw.theses.section_number is 'the section it stands in';
comment on column raw.theses.heading is 'the claim as printed';
comment on column raw.theses.char_start is
'where the claim begins in the page''s text, in characters';
comment on column raw.theses.char_end is 'where the claim ends';

comment on table raw.quotes is 'One row per quote: one person''s words, as printed.';
comment on column raw.quotes.page_url is 'the page''s one address, in its normal form';
comment on column raw.quotes.revision_sha256 is 'SHA-256 of the body that this was read from';
comment on column raw.quotes.quote_number is 'counts down the page';
comment on column raw.quotes.quote_id is
'names a quote by its page and words; an edited one keeps the id it had';
comment on column raw.quotes.section_number is 'the section it stands in';
comment on column raw.quotes.thesis_number is 'the thesis it stands under';
comment on column raw.quotes.text is
'the words, verbatim; where the narrator interrupts, the spans joined by a space';
comment on column raw.quotes.char_start is
'where the quote begins in the page''s text, in characters';
comment on column raw.quotes.char_end is 'where the quote ends';
comment on column raw.quotes.spans is 'the stretches of the page''s text that hold the words';
comment on column raw.quotes.speaker_name is
'the person''s name as printed there; empty where nobody is named';
comment on column raw.quotes.speaker_start is
'where the name begins in the page''s text, in characters';
comment on column raw.quotes.speaker_end is 'where the name ends';
comment on column raw.quotes.position is
'the words on the person''s office beside the name, as printed';
comment on column raw.quotes.position_start is 'where the position begins in the page''s text';
comment on column raw.quotes.position_end is 'where the position ends';
comment on column raw.quotes.roles is 'the position in parts: what the person is, and where';
comment on column raw.quotes.group_name is
'the group in brackets beside the name, such as a parliamentary one';
comment on column raw.quotes.group_start is 'where the group begins in the page''s text';
comment on column raw.quotes.group_end is 'where the group ends';
comment on column raw.quotes.country_name is 'the country in brackets beside the name, as printed';
comment on column raw.quotes.country_start is 'where the country begins in the page''s text';
comment on column raw.quotes.country_end is 'where the country ends';
comment on column raw.quotes.country_code is 'the country''s ISO 3166 code, where it is certain';

comment on table raw.speeches is 'One row per statement that fills a page without quotation marks.';
comment on column raw.speeches.page_url is 'the page''s one address, in its normal form';
comment on column raw.speeches.revision_sha256 is 'SHA-256 of the body that this was read from';
comment on column raw.speeches.speech_number is 'counts down the page';
comment on column raw.speeches.text is 'the statement''s words';
comment on column raw.speeches.char_start is
'where the statement begins in the page''s text, in characters';
comment on column raw.speeches.char_end is 'where the statement ends';
comment on column raw.speeches.speaker_name is
'the person''s name as printed there; empty where nobody is named';
comment on column raw.speeches.speaker_start is
'where the name begins in the page''s text, in characters';
comment on column raw.speeches.speaker_end is 'where the name ends';
comment on column raw.speeches.position is
'the words on the person''s office beside the name, as printed';
comment on column raw.speeches.position_start is 'where the position begins in the page''s text';
comment on column raw.speeches.position_end is 'where the position ends';
comment on column raw.speeches.roles is 'the position in parts: what the person is, and where';
comment on column raw.speeches.group_name is
'the group in brackets beside the name, such as a parliamentary one';
comment on column raw.speeches.group_start is 'where the group begins in the page''s text';
comment on column raw.speeches.group_end is 'where the group ends';
comment on column raw.speeches.country_name is
'the country in brackets beside the name, as printed';
comment on column raw.speeches.country_start is 'where the country begins in the page''s text';
comment on column raw.speeches.country_end is 'where the country ends';
comment on column raw.speeches.country_code is 'the country''s ISO 3166 code, where it is certain';

comment on table raw.participants is 'One row per person whom a programme page announces.';
comment on column raw.participants.page_url is 'the page''s one address, in its normal form';
comment on column raw.participants.revision_sha256 is 'SHA-256 of the body that this was read from';
comment on column raw.participants.participant_number is 'counts down the page';
comment on column raw.participants.role is '`moderator` or `speaker`';
comment on column raw.participants.speaker_name is
'the person''s name as printed there; empty where nobody is named';
comment on column raw.participants.speaker_start is
'where the name begins in the page''s text, in characters';
comment on column raw.participants.speaker_end is 'where the name ends';
comment on column raw.participants.position is
'the words on the person''s office beside the name, as printed';
comment on column raw.participants.position_start is
'where the position begins in the page''s text';
comment on column raw.participants.position_end is 'where the position ends';
comment on column raw.participants.roles is 'the position in parts: what the person is, and where';
comment on column raw.participants.group_name is
'the group in brackets beside the name, such as a parliamentary one';
comment on column raw.participants.group_start is 'where the group begins in the page''s text';
comment on column raw.participants.group_end is 'where the group ends';
comment on column raw.participants.country_name is
'the country in brackets beside the name, as printed';
comment on column raw.participants.country_start is 'where the country begins in the page''s text';
comment on column raw.participants.country_end is 'where the country ends';
comment on column raw.participants.country_code is
'the country''s ISO 3166 code, where it is certain';

comment on table raw.residue is 'One row per stretch of an article that no record claims.';
comment on column raw.residue.page_url is 'the page''s one address, in its normal form';
comment on column raw.residue.revision_sha256 is 'SHA-256 of the body that this was read from';
comment on column raw.residue.residue_number is 'counts down the page';
comment on column raw.residue.text is 'the words that nobody claimed';
comment on column raw.residue.char_start is
'where the stretch begins in the page''s text, in characters';
comment on column raw.residue.char_end is 'where the stretch ends';

comment on table raw.refusals is 'One row per reason why a revision, or a value on it, was refused.';
comment on column raw.refusals.page_url is 'the page''s one address, in its normal form';
comment on column raw.refusals.revision_sha256 is 'SHA-256 of the body that this was read from';
comment on column raw.refusals.refusal_number is 'counts a revision''s refusals';
comment on column raw.refusals.stage is
'where it was refused: `read`, `parse`, `load` or another stage';
comment on column raw.refusals.code is 'a short stable word for the reason';
comment on column raw.refusals.detail is 'the reason, in words';

comment on table raw.pages_touched is 'Pages that a load has touched and that the models have not taken in yet.';
comment on column raw.pages_touched.page_url is 'the page''s one address, in its normal form';

comment on table raw.damages is 'One row per stretch of the archive that is not what was written.';
comment on column raw.damages.warc_file is 'the archive file';
comment on column raw.damages.warc_offset is 'the byte at which the stretch begins';
comment on column raw.damages.warc_length is 'how many bytes it has';
comment on column raw.damages.page_url is
'the page whose record it was; empty where that is not known';
comment on column raw.damages.body_sha256 is
'the body that was there; empty where that is not known';
comment on column raw.damages.detail is 'what is wrong, in words';
comment on column raw.damages.found_at is 'when it was noticed';

comment on table raw.decisions is 'One row per decision on whose names are whose, as `people.jsonl` has it.';
comment on column raw.decisions.decision_number is 'counts the decisions of the file';
comment on column raw.decisions.decided_at is 'when somebody decided so';
comment on column raw.decisions.line is 'the decision, as the file has it';
