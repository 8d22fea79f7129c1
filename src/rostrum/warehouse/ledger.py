"""What the warehouse already knows of pages: asked before fetching and before reading."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rostrum.crash import crash_point
from rostrum.warehouse.load import insert

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import datetime

    import duckdb

    from rostrum.warehouse.rows import Row


STRINGS = "from_json(?, '[\"VARCHAR\"]')"
"""A parameter that is many strings, as JSON: for a Python list DuckDB looks for pandas anew."""

LISTED = f"(select unnest({STRINGS}))"
ARCHIVE_COLUMNS = (
    "page_url, body_sha256, warc_file, warc_offset, warc_length, record_sha256, content_type, "
    "archived_at"
)


@dataclass(frozen=True, slots=True)
class KnownPage:
    """The last whole fetch of a URL: the page it led to and the body it found."""

    page_url: str
    body_sha256: str
    etag: str | None
    last_modified: str | None
    whole_at: datetime | None
    """When the server last sent the whole body."""
    is_archived: bool
    """Whether the archive holds that body; it may have been damaged there."""


@dataclass(frozen=True, slots=True)
class ArchivedRecord:
    """One record of the archive: where it lies, and which page and body it is of."""

    page_url: str | None
    body_sha256: str | None
    warc_file: str
    warc_offset: int
    warc_length: int
    record_sha256: str
    content_type: str | None
    archived_at: datetime


@dataclass(frozen=True, slots=True)
class Damage:
    """A stretch of an archive file that is known not to be what was written, and its body."""

    warc_file: str
    warc_offset: int
    warc_length: int
    body_sha256: str | None


def known_pages(
    connection: duckdb.DuckDBPyConnection, urls: Collection[str]
) -> dict[str, KnownPage]:
    """Which of these URLs led to a body that is in the archive, each as it was last fetched."""
    rows = connection.execute(
        "select requested_url, page_url, body_sha256, etag, last_modified, "
        "max(case when status = 200 then fetched_at end) over (partition by requested_url), "
        "body_sha256 in (select body_sha256 from raw.archive_records "
        "where record_type = 'response') "
        "from raw.fetches "
        f"where body_sha256 is not null and purpose = 'page' and requested_url in {LISTED} "
        "qualify row_number() over (partition by requested_url order by fetched_at desc) = 1",
        [json.dumps(list(urls))],
    ).fetchall()
    return {url: KnownPage(*rest) for url, *rest in rows}


def known_urls(connection: duckdb.DuckDBPyConnection, source: str) -> set[str]:
    """Every URL of a source that once led to a body."""
    rows = connection.execute(
        "select distinct requested_url from raw.fetches "
        "where body_sha256 is not null and purpose = 'page' and source = ?",
        [source],
    ).fetchall()
    return {url for (url,) in rows}


def read_revisions(
    connection: duckdb.DuckDBPyConnection, page_urls: Collection[str], parser_version: int
) -> set[tuple[str, str]]:
    """(page URL, revision) of what this parser has read of these pages."""
    rows = connection.execute(
        "select page_url, revision_sha256 from raw.revisions "
        f"where parser_version = ? and page_url in {LISTED}",
        [parser_version, json.dumps(list(page_urls))],
    ).fetchall()
    return set(rows)


def archived_bodies(
    connection: duckdb.DuckDBPyConnection, digests: Collection[str]
) -> dict[str, ArchivedRecord]:
    """Which of these bodies the archive holds; of several copies the first."""
    rows = connection.execute(
        f"select {ARCHIVE_COLUMNS} from raw.archive_records "
        f"where record_type = 'response' and body_sha256 in {LISTED} "
        "qualify row_number() over "
        "(partition by body_sha256 order by archived_at, warc_offset) = 1",
        [json.dumps(list(digests))],
    ).fetchall()
    return {row[1]: ArchivedRecord(*row) for row in rows}


def archive_records(connection: duckdb.DuckDBPyConnection) -> list[ArchivedRecord]:
    """Every record that the archive must hold, in the order of its files."""
    rows = connection.execute(
        f"select {ARCHIVE_COLUMNS} from raw.archive_records order by warc_file, warc_offset"
    ).fetchall()
    return [ArchivedRecord(*row) for row in rows]


def known_damages(connection: duckdb.DuckDBPyConnection) -> list[Damage]:
    """Every stretch of the archive that is known to be damaged."""
    rows = connection.execute(
        "select warc_file, warc_offset, warc_length, body_sha256 from raw.damages order by all"
    ).fetchall()
    return [Damage(*row) for row in rows]


def archive_ends(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """How far the ledger knows each file of the archive, in bytes."""
    rows = connection.execute(
        "select warc_file, max(warc_offset + warc_length) from (select warc_file, warc_offset, "
        "warc_length from raw.archive_records union all select warc_file, warc_offset, "
        "warc_length from raw.damages) group by warc_file order by warc_file"
    ).fetchall()
    return dict(rows)


def records_beyond(
    connection: duckdb.DuckDBPyConnection, file: str, size: int
) -> list[ArchivedRecord]:
    """Records of a file that end after a byte."""
    rows = connection.execute(
        f"select {ARCHIVE_COLUMNS} from raw.archive_records "
        "where warc_file = ? and warc_offset + warc_length > ? order by warc_offset",
        [file, size],
    ).fetchall()
    return [ArchivedRecord(*row) for row in rows]


def note_damages(
    connection: duckdb.DuckDBPyConnection, rows: Sequence[Row], found_at: datetime
) -> None:
    """Note damaged stretches of the archive, each once; their records are no longer known."""
    connection.execute("begin")
    try:
        for row in rows:
            place = [row["warc_file"], row["warc_offset"]]
            for table in ("archive_records", "damages"):
                connection.execute(
                    f"delete from raw.{table} where warc_file = ? and warc_offset = ?", place
                )
        insert(connection, "damages", [row | {"found_at": found_at} for row in rows])
        touched = [{"page_url": row["page_url"]} for row in rows]
        insert(connection, "pages_touched", touched)
    except BaseException:
        connection.execute("rollback")
        raise
    connection.execute("commit")
    crash_point("recover.noted")


def is_run(connection: duckdb.DuckDBPyConnection, run_id: str) -> bool:
    """Whether a run is known."""
    found = connection.execute("select 1 from raw.runs where run_id = ?", [run_id])
    return found.fetchone() is not None


def unread_revisions(
    connection: duckdb.DuckDBPyConnection,
) -> list[tuple[str, str, str]]:
    """(page URL, source, revision) of archived bodies of pages that no parser has read yet."""
    return connection.execute(
        "select fetches.page_url, arg_max(fetches.source, fetches.fetched_at), "
        "fetches.body_sha256 from raw.fetches as fetches "
        "semi join raw.archive_records as records "
        "on records.body_sha256 = fetches.body_sha256 and records.record_type = 'response' "
        "anti join raw.revisions as revisions on revisions.page_url = fetches.page_url "
        "and revisions.revision_sha256 = fetches.body_sha256 "
        "where fetches.purpose = 'page' "
        "group by fetches.page_url, fetches.body_sha256 order by all"
    ).fetchall()


def stale_revisions(
    connection: duckdb.DuckDBPyConnection, page_urls: Collection[str], parser_version: int
) -> list[tuple[str, str, str]]:
    """(page URL, source, revision) of what only another parser has read of these pages."""
    return connection.execute(
        "select page_url, source, revision_sha256 from raw.revisions "
        f"where parser_version <> ? and page_url in {LISTED} order by all",
        [parser_version, json.dumps(list(page_urls))],
    ).fetchall()


@dataclass(frozen=True, slots=True)
class ReadRevision:
    """A revision as it was read last."""

    page_url: str
    source: str
    revision_sha256: str
    kind: str | None
    is_ok: bool
    records_sha256: str
    quote_count: int


def all_revisions(connection: duckdb.DuckDBPyConnection) -> list[ReadRevision]:
    """Every revision that was read; those of a page stand together."""
    rows = connection.execute(
        "select page_url, source, revision_sha256, kind, status = 'ok', records_sha256, "
        "(select count(*) from raw.quotes as quotes where quotes.page_url = revisions.page_url "
        "and quotes.revision_sha256 = revisions.revision_sha256) "
        "from raw.revisions as revisions order by page_url, revision_sha256"
    ).fetchall()
    return [ReadRevision(*row) for row in rows]


def note_parser(
    connection: duckdb.DuckDBPyConnection, keys: Collection[tuple[str, str]], parser_version: int
) -> None:
    """Note that a parser read revisions (page URL, SHA-256), and that they say what they said."""
    connection.execute(
        "update raw.revisions set parser_version = $version where parser_version <> $version "
        "and (page_url, revision_sha256) in (select unnest(from_json($urls, '[\"VARCHAR\"]')), "
        "unnest(from_json($digests, '[\"VARCHAR\"]')))",
        {
            "version": parser_version,
            "urls": json.dumps([url for url, _ in keys]),
            "digests": json.dumps([sha256 for _, sha256 in keys]),
        },
    )


def refusals(
    connection: duckdb.DuckDBPyConnection, digests: Mapping[str, str]
) -> list[tuple[str, str, str, bool]]:
    """(page URL, code, detail, is quarantined) of what was refused of revisions (URL → body)."""
    return connection.execute(
        "select refusals.page_url, refusals.code, refusals.detail, "
        "revisions.status = 'quarantined' from raw.refusals as refusals "
        "inner join raw.revisions as revisions on revisions.page_url = refusals.page_url "
        "and revisions.revision_sha256 = refusals.revision_sha256 "
        "where (refusals.page_url, refusals.revision_sha256) in "
        f"(select unnest({STRINGS}), unnest({STRINGS})) "
        "order by refusals.page_url, refusals.refusal_number",
        [json.dumps(list(digests)), json.dumps(list(digests.values()))],
    ).fetchall()


def doubts(connection: duckdb.DuckDBPyConnection, run_id: str) -> list[tuple[str, str, str]]:
    """(page URL, code, detail) of what comparing pages made doubtful of those that a run looked at.

    Also of other pages, where it is the run's doing. Asks the models as they were last built.
    """
    return connection.execute(
        "select page_url, code, detail from main.issues "
        "where stage = 'compare' and (page_url in (select page_url from raw.fetches "
        "where run_id = $run and purpose = 'page') "
        "or first_seen_at >= (select started_at from raw.runs where run_id = $run)) "
        "order by page_url, code, detail",
        {"run": run_id},
    ).fetchall()


@dataclass(frozen=True, slots=True)
class OpenIssue:
    """An open issue of the newest revision of a page."""

    page_url: str
    revision_sha256: str
    source: str
    code: str
    detail: str


def open_issues(connection: duckdb.DuckDBPyConnection) -> list[OpenIssue]:
    """What is open of revisions in the archive, as the models were last built."""
    rows = connection.execute(
        "select issues.page_url, issues.revision_sha256, revisions.source, issues.code, "
        "issues.detail from main.issues as issues "
        "inner join raw.revisions as revisions on revisions.page_url = issues.page_url "
        "and revisions.revision_sha256 = issues.revision_sha256 "
        "where issues.resolved_at is null order by all"
    ).fetchall()
    return [OpenIssue(*row) for row in rows]
