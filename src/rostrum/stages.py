"""What each stage of the pipeline does with a batch of pages."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from rostrum.archive import read_body
from rostrum.errors import ArchiveError
from rostrum.ids import make_id
from rostrum.parsing import PARSER_VERSION
from rostrum.proof import entry_of
from rostrum.reader import Outcome
from rostrum.records import Issue
from rostrum.sources import source_of
from rostrum.summary import Problem
from rostrum.warehouse import ledger
from rostrum.warehouse.load import Batch, Reading, load_batch
from rostrum.warehouse.models import run_models
from rostrum.warehouse.publish import publish
from rostrum.workers import Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    import duckdb

    from rostrum.archive import ArchiveWriter
    from rostrum.settings import Settings
    from rostrum.summary import Summary
    from rostrum.warehouse.rows import Row
    from rostrum.web import Client
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
