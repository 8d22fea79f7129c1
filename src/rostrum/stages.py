"""What each stage of the pipeline does with a batch of pages."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from rostrum import __version__
from rostrum.archive import Entry, Record, head_entry, read_body, read_records, trim
from rostrum.errors import ArchiveError, PageError
from rostrum.ids import make_id, sha256_hex
from rostrum.parsing import PARSER_VERSION
from rostrum.proof import entry_of
from rostrum.reader import Outcome
from rostrum.records import Issue
from rostrum.sources import WEB, source_of
from rostrum.summary import Problem
from rostrum.warehouse import ledger
from rostrum.warehouse.load import Batch, Reading, insert, load_batch
from rostrum.warehouse.models import run_models
from rostrum.warehouse.publish import publish
from rostrum.web import (
    Validators,
    canonical_url,
    discover,
    normalize_url,
)
from rostrum.workers import Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    import duckdb

    from rostrum.archive import ArchiveWriter
    from rostrum.pipeline import Scope, Targets
    from rostrum.settings import Settings
    from rostrum.summary import Summary
    from rostrum.warehouse.rows import Row
    from rostrum.web import Client, Fetch
    from rostrum.workers import Workers

TRUST = timedelta(days=30)
"""How long a server's "unchanged" is believed before the whole body is asked for again."""

NO_STATUS = 200
"""For the archive: a response whose status line is not known came whole."""


@dataclass(frozen=True, slots=True)
class House:
    """What the stages of every run work with."""

    settings: Settings
    connection: duckdb.DuckDBPyConnection
    workers: Workers
    summary: Summary


@dataclass(frozen=True, slots=True)
class OpenHouse(House):
    """What the stages of a run that fetches work with besides."""

    writer: ArchiveWriter
    client: Client


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """One page of a batch after fetching.

    Attributes:
        page_url: the page's one address, to which `requested_url` led.
        body_sha256: of the body it has now; None where it was not fetched.
        warning: what the page claims of its address and is not believed.
    """

    page_url: str
    requested_url: str
    source: str
    fetch: Fetch
    outcome: str
    body_sha256: str | None
    warning: str | None = None


@dataclass(frozen=True, slots=True)
class Revision:
    """One body of a page, to be read; where the bytes are not at hand the archive has them."""

    page_url: str
    source: str
    sha256: str
    body: bytes | None = None
    content_type: str | None = None


@dataclass(frozen=True, slots=True)
class ArchivedBatch:
    """The pages of a batch and the archive's records of them."""

    pages: list[FetchedPage]
    records: list[Row]


def begin_run(house: House) -> None:
    """Take in what a killed run left in the archive, and note that this one begins."""
    adopt_orphans(house)
    insert(
        house.connection,
        "runs",
        [
            {
                "run_id": house.summary.run_id,
                "name": house.summary.run_name,
                "started_at": datetime.now(UTC),
                "rostrum_version": __version__,
            }
        ],
    )


def adopt_orphans(house: House) -> None:
    """Tell the ledger of archived records that a killed run could not tell it of."""
    ends: dict[str, int] = {}
    for record in ledger.archive_records(house.connection):
        ends[record.warc_file] = record.warc_offset + record.warc_length
    for path in sorted(house.settings.archive.glob("*.warc.gz")):
        end = ends.get(path.name, 0)
        if path.stat().st_size == end:
            continue
        trim(path)
        rows = [orphan_row(record) for record in read_records(path) if record.entry.offset >= end]
        if rows and end == 0:
            rows.insert(0, head_row(house, rows[0]))
        insert(house.connection, "archive_records", rows)


def orphan_row(record: Record) -> Row:
    """The ledger's row of a record that is read back from the archive."""
    headers = {name.lower(): value for name, value in record.headers}
    return record_row(
        record.entry,
        "revisit" if record.body is None else "response",
        record.url,
        record.body_sha256,
        headers.get("content-type"),
        record.fetched_at,
    )


async def discover_pages(house: OpenHouse, targets: Targets, scope: Scope) -> list[tuple[str, str]]:
    """(page URL, source name) of every page to fetch, each once, in the order found."""
    pages: dict[str, str] = {}
    for url in targets.urls:
        page_url = normalized_or_raw(url)
        source = source_of(page_url)
        pages.setdefault(page_url, source.name if source else WEB)
    for source in targets.sources:
        found = await discover(
            house.client,
            source.starts,
            source.is_page,
            is_listing=source.is_listing,
            known=ledger.known_urls(house.connection, source.name),
            full=scope.full,
            since=scope.since,
            limit=scope.limit,
        )
        load_listings(house, source.name, found.fetches)
        for page_url in found.pages:
            pages.setdefault(page_url, source.name)
    house.summary.found = len(pages)
    return list(pages.items())


def normalized_or_raw(url: str) -> str:
    """A URL in its normal form; what is no URL stays as it is, to be refused by name."""
    try:
        return normalize_url(url)
    except PageError:
        return url


def load_listings(house: House, source: str, fetches: Sequence[Fetch]) -> None:
    """Note the listing pages that discovery fetched; one that failed is an issue."""
    batch = Batch(at=datetime.now(UTC))
    for fetch in fetches:
        page = FetchedPage(fetch.url, fetch.url, source, fetch, fetch.outcome, None)
        batch.fetches.append(fetch_row(house, page, "listing"))
        add_failure(house, page)
    load_batch(house.connection, batch)


async def fetch_pages(house: OpenHouse, pages: Sequence[tuple[str, str]]) -> list[FetchedPage]:
    """Fetch a batch, each page once; an unchanged one is asked for by its validators."""
    known = ledger.known_pages(house.connection, [url for url, _ in pages])
    fetches = await asyncio.gather(
        *(house.client.fetch(url, validators_of(url, known)) for url, _ in pages)
    )
    return [
        judge_fetch(url, source, fetch, known.get(url))
        for (url, source), fetch in zip(pages, fetches, strict=True)
    ]


def validators_of(url: str, known: dict[str, ledger.KnownPage]) -> Validators | None:
    """What to ask a known URL by; now and then nothing, to find out a server that lies."""
    page = known.get(url)
    if page is None or page.whole_at is None or datetime.now(UTC) - page.whole_at > TRUST:
        return None
    return Validators(page.etag, page.last_modified)


def judge_fetch(url: str, source: str, fetch: Fetch, known: ledger.KnownPage | None) -> FetchedPage:
    """A body that was known before is unchanged, whatever the server said of it."""
    outcome: str = fetch.outcome
    sha256 = sha256_hex(fetch.body) if fetch.body is not None else None
    if known and (outcome == "unchanged" or sha256 == known.body_sha256):
        return FetchedPage(known.page_url, url, source, fetch, "unchanged", known.body_sha256)
    if fetch.body is None:
        return FetchedPage(known.page_url if known else url, url, source, fetch, outcome, None)
    page_url, warning = address_of(url, fetch.final_url, fetch.body)
    return FetchedPage(page_url, url, source, fetch, outcome, sha256, warning)


def address_of(url: str, final_url: str, body: bytes) -> tuple[str, str | None]:
    """The one address of a page: its canonical link, or where redirects led, on the same host.

    Also says why a canonical link is not believed, if it is not.
    """
    final_url = normalized_or_raw(final_url)
    if urlsplit(final_url).hostname != urlsplit(url).hostname:
        final_url = url
    if b"canonical" not in body.lower():
        return final_url, None
    canonical = canonical_url(body, final_url)
    return canonical.url or final_url, canonical.reason


async def archive_pages(house: OpenHouse, pages: list[FetchedPage]) -> ArchivedBatch:
    """Write every new body to the archive, and a revisit record for every known one."""
    digests = [page.body_sha256 for page in pages if page.body_sha256]
    bodies = ledger.archived_bodies(house.connection, digests)
    first = {sha256: (body.page_url or "", body.archived_at) for sha256, body in bodies.items()}
    records: list[Row] = []
    for page in pages:
        sha256, fetch = page.body_sha256, page.fetch
        if sha256 is None:
            continue
        if sha256 in first:
            entry = house.writer.write_revisit(
                url=page.page_url,
                fetched_at=fetch.fetched_at,
                status=fetch.status or NO_STATUS,
                headers=fetch.headers,
                body_sha256=sha256,
                refers_to_url=first[sha256][0],
                refers_to_at=first[sha256][1],
            )
        else:
            entry = house.writer.write_response(
                url=page.page_url,
                fetched_at=fetch.fetched_at,
                status=fetch.status or NO_STATUS,
                headers=fetch.headers,
                body=fetch.body or b"",
            )
        record_type = "revisit" if sha256 in first else "response"
        first.setdefault(sha256, (page.page_url, fetch.fetched_at))
        records.append(
            record_row(
                entry, record_type, page.page_url, sha256, fetch.content_type, fetch.fetched_at
            )
        )
    house.writer.sync()
    if records and not house.summary.done:
        records.insert(0, head_row(house, records[0]))
    return ArchivedBatch(pages, records)


def record_row(  # noqa: PLR0913, PLR0917 - a value for each column
    entry: Entry,
    record_type: str,
    page_url: str | None,
    body_sha256: str | None,
    content_type: str | None,
    archived_at: datetime,
) -> Row:
    """A row of `raw.archive_records`."""
    return {
        "warc_file": entry.file,
        "warc_offset": entry.offset,
        "warc_length": entry.length,
        "record_sha256": entry.sha256,
        "record_type": record_type,
        "page_url": page_url,
        "body_sha256": body_sha256,
        "content_type": content_type,
        "archived_at": archived_at,
    }


def head_row(house: House, first: Row) -> Row:
    """The row of the `warcinfo` record that stands before a file's first."""
    entry = head_entry(house.settings.archive / first["warc_file"], first["warc_offset"])
    return record_row(entry, "warcinfo", None, None, None, first["archived_at"])


async def parse_pages(house: House, batch: ArchivedBatch) -> list[Reading]:
    """Read and parse every revision that this parser has not read yet, each once."""
    revisions = {
        (page.page_url, page.body_sha256): Revision(
            page.page_url,
            page.source,
            page.body_sha256,
            page.fetch.body,
            page.fetch.content_type,
        )
        for page in batch.pages
        if page.body_sha256
    }
    known = ledger.read_revisions(house.connection, [url for url, _ in revisions], PARSER_VERSION)
    return await parse_revisions(
        house, [revision for key, revision in revisions.items() if key not in known]
    )


async def parse_revisions(house: House, revisions: Sequence[Revision]) -> list[Reading]:
    """Read and parse revisions, whether they were read before or not."""
    return list(await asyncio.gather(*(parse_revision(house, one) for one in revisions)))


async def parse_revision(house: House, revision: Revision) -> Reading:
    """Bytes → records, or the reason why not."""
    try:
        body, content_type = body_of(house, revision)
        outcome = await house.workers.read(Page(revision.page_url, body, content_type))
    except ArchiveError as error:
        outcome = Outcome(None, (Issue("parse", "archive_damaged", str(error)),))
    return Reading(
        revision.page_url,
        revision.source,
        revision.sha256,
        PARSER_VERSION,
        outcome.records,
        outcome.issues,
    )


def body_of(house: House, revision: Revision) -> tuple[bytes, str | None]:
    """The body just fetched, or that of the archive."""
    if revision.body is not None:
        return revision.body, revision.content_type
    record = ledger.archived_bodies(house.connection, [revision.sha256])[revision.sha256]
    return read_body(house.settings.archive, entry_of(record)), record.content_type


async def load_pages(house: House, batch: ArchivedBatch, readings: list[Reading]) -> None:
    """Load a batch in one transaction, and count what it brought."""
    load = Batch(at=datetime.now(UTC), archived=batch.records, readings=readings)
    for page in batch.pages:
        load.fetches.append(fetch_row(house, page, "page") | place_of(page, batch.records))
        add_failure(house, page)
    load_batch(house.connection, load)
    house.summary.warnings.extend(page.warning for page in batch.pages if page.warning)
    count(house, batch)
    count_readings(house, readings)
    digests = {page.page_url: page.body_sha256 for page in batch.pages if page.body_sha256}
    refused = ledger.refusals(house.connection, digests)
    house.summary.problems.extend(Problem(*row) for row in refused)


def place_of(page: FetchedPage, records: list[Row]) -> Row:
    """Where the archive's record of a fetch lies."""
    for record in records:
        if record["page_url"] == page.page_url and record["archived_at"] == page.fetch.fetched_at:
            return {"warc_file": record["warc_file"], "warc_offset": record["warc_offset"]}
    return {}


def count(house: House, batch: ArchivedBatch) -> None:
    """Add the fetches of a batch to the run's summary."""
    summary = house.summary
    summary.done += len(batch.pages)
    summary.new += sum(page.outcome == "new" for page in batch.pages)
    summary.unchanged += sum(page.outcome == "unchanged" for page in batch.pages)


def count_readings(house: House, readings: Sequence[Reading]) -> None:
    """Add what was read to the run's summary."""
    summary = house.summary
    for reading in readings:
        if reading.records:
            summary.loaded += 1
            kinds = {section.number: section.kind for section in reading.records.sections}
            summary.sections.update(
                kinds.get(quote.section_number or 0, "other") for quote in reading.records.quotes
            )


def add_failure(house: House, page: FetchedPage) -> None:
    """Tell the summary of a page that was not fetched."""
    if page.outcome not in {"new", "unchanged"}:
        code = page.fetch.error_code or page.outcome
        detail = page.fetch.error_detail or "The page was not fetched."
        house.summary.problems.append(Problem(page.page_url, code, detail))


def fetch_row(house: House, page: FetchedPage, purpose: str) -> Row:
    """A row of `raw.fetches`."""
    fetch = page.fetch
    return {
        "fetch_id": make_id(house.summary.run_id, purpose, page.requested_url),
        "run_id": house.summary.run_id,
        "page_url": page.page_url,
        "requested_url": page.requested_url,
        "source": page.source,
        "purpose": purpose,
        "final_url": fetch.final_url,
        "redirects": list(fetch.redirects),
        "outcome": page.outcome,
        "status": fetch.status,
        "content_type": fetch.content_type,
        "etag": fetch.etag,
        "last_modified": fetch.last_modified,
        "wire_bytes": fetch.wire_bytes,
        "elapsed_ms": fetch.elapsed_ms,
        "body_sha256": page.body_sha256,
        "error_code": fetch.error_code,
        "error_detail": fetch.error_detail,
        "warning": page.warning,
        "fetched_at": fetch.fetched_at,
    }


async def find_open_issues(house: House, code: str | None) -> list[ledger.OpenIssue]:
    """What is open of revisions in the archive, by models built anew; all of it, or one code."""
    run_models(house.connection)
    found = ledger.open_issues(house.connection)
    return [issue for issue in found if code is None or issue.code == code]


def revisions_of(issues: Sequence[ledger.OpenIssue]) -> list[Revision]:
    """The revisions that issues are about, each once, under the source that claims them today."""
    revisions = {}
    for issue in issues:
        source = source_of(issue.page_url)
        revisions[issue.page_url, issue.revision_sha256] = Revision(
            issue.page_url, source.name if source else issue.source, issue.revision_sha256
        )
    return list(revisions.values())


async def load_readings(house: House, readings: list[Reading]) -> None:
    """Load revisions that were read again, in one transaction."""
    load_batch(house.connection, Batch(at=datetime.now(UTC), readings=readings))
    count_readings(house, readings)
    house.summary.done += len(readings)


async def transform(house: House) -> None:
    """Note that the run ends, rebuild the models, run the checks; take in what they doubt."""
    house.connection.execute(
        "update raw.runs set finished_at = ? where run_id = ?",
        [datetime.now(UTC), house.summary.run_id],
    )
    house.summary.marts = run_models(house.connection)
    found = ledger.doubts(house.connection, house.summary.run_id)
    house.summary.problems.extend(Problem(*row) for row in found)


def compare_issues(house: House, before: Sequence[ledger.OpenIssue]) -> None:
    """Tell the summary which issues of the pages read again are over, and which are open."""
    pages = {issue.page_url for issue in before}
    after = [issue for issue in ledger.open_issues(house.connection) if issue.page_url in pages]
    left = {(issue.page_url, issue.code) for issue in after}
    house.summary.resolved.extend(
        Problem(issue.page_url, issue.code, issue.detail)
        for issue in before
        if (issue.page_url, issue.code) not in left
    )
    house.summary.problems.extend(
        Problem(issue.page_url, issue.code, issue.detail) for issue in after
    )


async def publish_snapshot(house: House) -> None:
    """Put the new snapshot in the place of the old one."""
    publish(house.connection, house.settings)
