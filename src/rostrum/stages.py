"""What each stage of the pipeline does with a batch of pages."""

from __future__ import annotations

import asyncio
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from rostrum import __version__
from rostrum.archive import Place
from rostrum.archive_files import body_of, is_only_away, send_files
from rostrum.archive_rows import entry_of, facts_of, head_row, place_fetch, record_row
from rostrum.crash import crash_point
from rostrum.errors import ArchiveError, PageError
from rostrum.ids import make_id, sha256_hex
from rostrum.outcome import PARSER_FAILED, Page
from rostrum.parsing import PARSER_VERSION
from rostrum.recovery import bring_together, damage_row, note_damages
from rostrum.sources import WEB, source_of
from rostrum.summary import Problem
from rostrum.warehouse import ledger
from rostrum.warehouse.load import Batch, insert, load_batch
from rostrum.warehouse.models import (
    count_marts,
    count_new_speakers,
    model_works,
    note_speakers,
    run_models,
)
from rostrum.warehouse.publish import publish
from rostrum.web import (
    Validators,
    canonical_url,
    discover,
    normalize_url,
)

if TYPE_CHECKING:
    from collections.abc import Coroutine, Sequence

    from rostrum.house import House, OpenHouse, Stop
    from rostrum.pipeline import Scope, Targets
    from rostrum.settings import Settings
    from rostrum.warehouse.prepare import PreparedReading
    from rostrum.warehouse.rows import Row
    from rostrum.web import Fetch

TRUST = timedelta(days=30)
"""How long a server's "unchanged" is believed before the whole body is asked for again."""

BATCH_PAGES = 50
"""Pages fetched, archived, parsed and loaded together: small enough to lose little, large enough
that a transaction's cost does not count."""

LOOK_UP = 0.2
"""Seconds after which a waiting run looks up whether it is to stop."""

NO_STATUS = 200
"""For the archive: a response whose status line is not known came whole."""


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
    """The pages of a batch, and the ledger's rows of their fetches and archived records.

    Attributes:
        before: (page URL, body) of what earlier batches are about to load.
    """

    pages: list[FetchedPage]
    batch: Batch
    before: frozenset[tuple[str, str]]

    def __len__(self) -> int:
        """How many pages these are."""
        return len(self.pages)


def begin_run(house: House) -> None:
    """Note that the run begins."""
    run = {
        "run_id": house.summary.run_id,
        "name": house.summary.run_name,
        "started_at": datetime.now(UTC),
        "rostrum_version": __version__,
    }
    insert(house.connection, "runs", [run])
    crash_point("run.begun")


async def recover(house: House) -> None:
    """Bring archive and ledger together, and read what nobody has read."""
    bring_together(house.connection, house.settings, house.summary)
    unread = [Revision(*row) for row in ledger.unread_revisions(house.connection)]
    for start in range(0, len(unread), BATCH_PAGES):
        readings = await parse_revisions(house, unread[start : start + BATCH_PAGES])
        await load_readings(house, readings)


async def discover_pages(house: OpenHouse, targets: Targets, scope: Scope) -> list[tuple[str, str]]:
    """(page URL, source name) of every page to fetch, each once, in the order found."""
    pages: dict[str, str] = {}
    for url in targets.urls:
        page_url = normalized_or_raw(url)
        source = source_of(page_url)
        pages.setdefault(page_url, source.name if source else WEB)
    for source in targets.sources:
        known = ledger.known_urls(house.connection, source.name)
        found = await discover(
            house.client,
            source.starts,
            source.is_page,
            is_listing=source.is_listing,
            known=known,
            full=scope.full,
            since=scope.since,
            until=scope.until,
            # Pages that are known and left out do not count.
            limit=None if scope.skips_known else scope.limit,
            listings=scope.listings,
        )
        load_listings(house, source.name, found.fetches)
        chosen = [url for url in found.pages if not (scope.skips_known and url in known)]
        for page_url in chosen[: scope.limit]:
            pages.setdefault(page_url, source.name)
    house.summary.found = len(pages)
    return list(pages.items())


def normalized_or_raw(url: str) -> str:
    """A URL in its normal form; what is no URL stays as it is, to be refused by name."""
    try:
        return normalize_url(url)
    except PageError:
        return url


def load_listings(house: OpenHouse, source: str, fetches: Sequence[Fetch]) -> None:
    """Note the listing pages that discovery fetched; one that failed is an issue."""
    batch = Batch(at=datetime.now(UTC))
    for fetch in fetches:
        page = FetchedPage(fetch.url, fetch.url, source, fetch, fetch.outcome, None)
        keep_fetch(house, batch, fetch_row(house, page, "listing"), page, {})
        add_failure(house, page)
    house.writer.sync()
    load_batch(house.connection, batch)


async def fetch_pages(house: OpenHouse, pages: Sequence[tuple[str, str]]) -> list[FetchedPage]:
    """Fetch a batch, each page once; an unchanged one is asked for by its validators."""
    known = ledger.known_pages(house.connection, [url for url, _ in pages])
    fetches = await fetch_until_stopped(
        house.stop, {url: house.client.fetch(url, validators_of(url, known)) for url, _ in pages}
    )
    return [
        judge_fetch(url, source, fetches[url], known.get(url))
        for url, source in pages
        if url in fetches
    ]


async def fetch_until_stopped(
    stop: Stop, fetches: dict[str, Coroutine[None, None, Fetch]]
) -> dict[str, Fetch]:
    """What fetches bring, by URL; those that are not done when the run is stopped are given up."""
    tasks = {url: asyncio.ensure_future(fetch) for url, fetch in fetches.items()}
    pending = set(tasks.values())
    try:
        while pending and not stop.signal:
            _, pending = await asyncio.wait(pending, timeout=LOOK_UP)
    finally:
        for task in pending:
            task.cancel()
        await asyncio.gather(*pending, return_exceptions=True)
    return {url: task.result() for url, task in tasks.items() if task not in pending}


def validators_of(url: str, known: dict[str, ledger.KnownPage]) -> Validators | None:
    """What to ask a known URL by; now and then nothing, to find out a server that lies."""
    page = known.get(url)
    if (
        page is None
        or not page.is_archived
        or page.whole_at is None
        or datetime.now(UTC) - page.whole_at > TRUST
    ):
        return None
    return Validators(page.etag, page.last_modified)


def judge_fetch(url: str, source: str, fetch: Fetch, known: ledger.KnownPage | None) -> FetchedPage:
    """A body that was known before is unchanged, whatever the server said of it.

    A page is of the source that claims its own address, not that of the alias it was fetched by.
    """
    outcome: str = fetch.outcome
    sha256 = sha256_hex(fetch.body) if fetch.body is not None else None
    if known and (outcome == "unchanged" or sha256 == known.body_sha256):
        source = claimed_by(known.page_url, source)
        return FetchedPage(known.page_url, url, source, fetch, "unchanged", known.body_sha256)
    if fetch.body is None:
        return FetchedPage(known.page_url if known else url, url, source, fetch, outcome, None)
    page_url, warning = address_of(url, fetch.final_url, fetch.body)
    source = claimed_by(page_url, source)
    return FetchedPage(page_url, url, source, fetch, outcome, sha256, warning)


def claimed_by(page_url: str, otherwise: str) -> str:
    """The name of the source that claims a page, or another where none does."""
    source = source_of(page_url)
    return source.name if source else otherwise


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
    """Keep every new body, of a known one that it was found again, and of a failure its reason."""
    digests = [page.body_sha256 for page in pages if page.body_sha256]
    bodies = ledger.archived_bodies(house.connection, digests)
    first = {sha256: (url, at) for (url, sha256), at in house.unloaded.items()}
    first |= {sha256: (body.page_url or "", body.archived_at) for sha256, body in bodies.items()}
    archived = ArchivedBatch(pages, Batch(at=datetime.now(UTC)), frozenset(house.unloaded))
    for page in pages:
        keep_fetch(house, archived.batch, fetch_row(house, page, "page"), page, first)
        if page.body_sha256:
            key = page.page_url, page.body_sha256
            house.unloaded.setdefault(key, page.fetch.fetched_at)
    house.writer.sync()
    return archived


def keep_fetch(
    house: OpenHouse,
    batch: Batch,
    row: Row,
    page: FetchedPage,
    first: dict[str, tuple[str, datetime]],
) -> None:
    """Write the archive's record of a fetch, and add the ledger's rows of it to a batch.

    `first` tells of each body in the archive whose it was first, and when.
    """
    fetch, sha256, facts = page.fetch, page.body_sha256, facts_of(row)
    status = fetch.status or NO_STATUS
    if sha256 is None or (fetch.body is None and sha256 not in first):
        kind = "metadata"
        entry = house.writer.write_metadata(
            url=page.page_url, fetched_at=fetch.fetched_at, facts=facts
        )
    elif sha256 in first:
        kind = "revisit"
        entry = house.writer.write_revisit(
            url=page.page_url,
            fetched_at=fetch.fetched_at,
            status=status,
            headers=fetch.headers,
            body_sha256=sha256,
            refers_to_url=first[sha256][0],
            refers_to_at=first[sha256][1],
            facts=facts,
        )
    else:
        kind = "response"
        entry = house.writer.write_response(
            url=page.page_url,
            fetched_at=fetch.fetched_at,
            status=status,
            headers=fetch.headers,
            body=fetch.body or b"",
            facts=facts,
        )
        first[sha256] = (page.page_url, fetch.fetched_at)
    if head := house.writer.take_head():
        batch.archived.append(head_row(head, {"started_at": fetch.fetched_at}))
    batch.archived.append(record_row(entry, kind, row))
    batch.fetches.append(place_fetch(row, entry))


async def parse_pages(house: House, batch: ArchivedBatch) -> list[PreparedReading]:
    """Read and parse every revision that this parser has not read yet, each once.

    Earlier revisions of these pages too, so that what differs between them is the publisher's
    doing and no parser's.
    """
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
    urls = [url for url, _ in revisions]
    for url, source, sha256 in ledger.stale_revisions(house.connection, urls, PARSER_VERSION):
        revisions.setdefault((url, sha256), Revision(url, source, sha256))
    known = ledger.read_revisions(house.connection, urls, PARSER_VERSION)
    known |= batch.before
    return await parse_revisions(
        house, [revision for key, revision in revisions.items() if key not in known]
    )


async def parse_revisions(house: House, revisions: Sequence[Revision]) -> list[PreparedReading]:
    """Read and parse revisions, whether they were read before or not.

    One whose archived body is damaged is named, and what was known of it stays.
    """
    readings = []
    answers = await read_revisions(house, revisions)
    for revision, answer in zip(revisions, answers, strict=True):
        if isinstance(answer, ArchiveError):
            name_damage(house, revision.page_url, revision.sha256, answer)
        else:
            readings.append(answer)
    return readings


async def read_revisions(
    house: House, revisions: Sequence[Revision]
) -> list[PreparedReading | ArchiveError]:
    """Bytes → records, or the reason why not; an error where the archive's bytes are damaged.

    Where the bodies lie is asked once for all of them: the ledger of a large archive is long.
    """
    wanted = {revision.sha256 for revision in revisions if revision.body is None}
    records = ledger.archived_bodies(house.connection, wanted) if wanted else {}
    answers = await asyncio.gather(
        *(read_revision(house, one, records.get(one.sha256)) for one in revisions),
        return_exceptions=True,
    )
    found: list[PreparedReading | ArchiveError] = []
    for answer in answers:
        if isinstance(answer, BaseException) and not isinstance(answer, ArchiveError):
            raise answer
        found.append(answer)
    return found


async def read_revision(
    house: House, revision: Revision, record: ledger.ArchivedRecord | None
) -> PreparedReading:
    """Bytes → records, or the reason why not; `record` tells where the archive has the body.

    Raises:
        ArchiveError: the archive's bytes are damaged.
    """
    page = await page_of(house, revision, record)
    reading = await house.workers.prepare(page, revision.source, revision.sha256)
    crash_point("parse.read")
    return reading


def name_damage(house: House, page_url: str, sha256: str, error: ArchiveError) -> None:
    """Note that the archive's record of a body is not what was written."""
    record = ledger.archived_bodies(house.connection, [sha256]).get(sha256)
    if record:
        row = damage_row(record, str(error)) | {"page_url": page_url}
        note_damages(house.connection, house.summary, [row])


async def page_of(house: House, revision: Revision, record: ledger.ArchivedRecord | None) -> Page:
    """The page as its reader is to have it: the body just fetched, or where the archive has it.

    Readers open no sockets: what lies only at the archive's address is fetched from there for them.
    """
    if revision.body is not None:
        return Page(revision.page_url, revision.body, revision.content_type)
    if record is None:
        raise ArchiveError(f"The body {revision.sha256} of {revision.page_url} is not archived.")
    entry = entry_of(record)
    body: bytes | Place = Place(house.settings.archive, entry)
    if is_only_away(house.settings, entry.file):
        body = await asyncio.to_thread(body_of, house.settings, entry)
    return Page(revision.page_url, body, record.content_type)


async def load_pages(
    house: OpenHouse, archived: ArchivedBatch, readings: list[PreparedReading]
) -> int:
    """Load a batch in one transaction, and count what it brought; how many pages these are."""
    archived.batch.readings.extend(readings)
    load_batch(house.connection, archived.batch)
    for page in archived.pages:
        house.unloaded.pop((page.page_url, page.body_sha256 or ""), None)
        add_failure(house, page)
    house.summary.warnings.extend(page.warning for page in archived.pages if page.warning)
    count(house, archived)
    count_readings(house, readings)
    digests = {page.page_url: page.body_sha256 for page in archived.pages if page.body_sha256}
    refused = ledger.refusals(house.connection, digests)
    house.summary.problems.extend(Problem(*row) for row in refused)
    return len(archived)


def count(house: House, batch: ArchivedBatch) -> None:
    """Add the fetches of a batch to the run's summary."""
    summary = house.summary
    summary.done += len(batch.pages)
    summary.new += sum(page.outcome == "new" for page in batch.pages)
    summary.unchanged += sum(page.outcome == "unchanged" for page in batch.pages)


def count_readings(house: House, readings: Sequence[PreparedReading]) -> None:
    """Add what was read to the run's summary."""
    summary = house.summary
    summary.read += len(readings)
    for reading in readings:
        summary.read_by_source[reading.source] += 1
        summary.refused_by_source[reading.source] += not reading.is_understood
        summary.bugs += any(code == PARSER_FAILED for code, _ in reading.issues)
        summary.loaded += reading.is_understood
        summary.sections.update(reading.quote_kinds)


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


async def load_readings(house: House, readings: list[PreparedReading]) -> int:
    """Load revisions that were read again, in one transaction; how many these are."""
    load_batch(house.connection, Batch(at=datetime.now(UTC), readings=[*readings]))
    count_readings(house, readings)
    house.summary.done += len(readings)
    return len(readings)


async def transform(house: House) -> None:
    """Note that the run ends, make each model and run the checks; take in what they doubt."""
    house.connection.execute(
        "update raw.runs set finished_at = ? where run_id = ?",
        [datetime.now(UTC), house.summary.run_id],
    )
    note_speakers(house.connection)
    with closing(model_works(house.connection)) as works:
        for work in works:
            await house.part(work.name, partial(asyncio.to_thread, work.run))
    house.summary.marts = count_marts(house.connection)
    house.summary.new_people = count_new_speakers(house.connection)
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


async def send_archive(settings: Settings) -> None:
    """Copy to the archive's address what has not arrived there."""
    await asyncio.to_thread(send_files, settings)
