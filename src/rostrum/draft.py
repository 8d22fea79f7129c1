"""`rostrum new-source URL`: a page is ingested, and what its source's module and fixture may be.

The page goes the way of every page (`rostrum ingest URL`): robots.txt, limits, archive. What is
written then is a beginning that a person goes on with.
"""

from __future__ import annotations

import json
import pkgutil
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import rostrum.sources
from rostrum import pipeline
from rostrum.archive_files import body_of
from rostrum.archive_rows import entry_of
from rostrum.errors import PageError, RostrumError, UsageError
from rostrum.expected import to_tree
from rostrum.outcome import Page
from rostrum.parsing.parse import parse
from rostrum.reading import read
from rostrum.sources import WEB, source_of
from rostrum.stub import look_at_site, name_of, write_stub
from rostrum.warehouse import ledger
from rostrum.warehouse.snapshot import open_snapshot
from rostrum.web import normalize_url
from rostrum.web.listing import read_listing
from rostrum.workers import Workers

if TYPE_CHECKING:
    from pathlib import Path

    from rostrum.records import Issue, PageRecords
    from rostrum.settings import Settings
    from rostrum.stub import Site
    from rostrum.summary import Summary

CASE = re.compile(r"[^a-z0-9]+")
MAX_CASE = 60
UNSAFE = frozenset({"parser_limits", "parser_failed"})
"""Reasons of a page that only a process of its own may read."""


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page as the archive has it."""

    url: str
    body: bytes
    content_type: str | None


@dataclass(frozen=True, slots=True)
class Draft:
    """What `new-source` made.

    Attributes:
        module: the file of the source; `fixture` the folder of its first case.
        is_checkout: both lie in a checkout of Rostrum, else in the home directory.
        records: what the page says by today's general parser; None where it cannot be read.
        refusal: why the page is quarantined, if it is.
    """

    name: str
    module: Path
    fixture: Path
    is_checkout: bool
    site: Site
    url: str
    records: PageRecords | None
    refusal: Issue | None


async def make_draft(url: str, wanted: str | None, settings: Settings, folder: Path) -> Draft:
    """Fetch a page and write the beginning of a source for its site.

    Args:
        url: a report or programme page of the site.
        wanted: the source's name; None to take one from the host.
        settings: whose home the page goes to.
        folder: where the command was called: a checkout of Rostrum is looked for from here up.

    Raises:
        RostrumError: the page was not fetched, a source claims it already, or a file is there.
    """
    page_url = normalize_url(url)
    refuse_claimed(page_url)
    taken = [found.name for found in pkgutil.iter_modules(rostrum.sources.__path__)]
    name = name_of(page_url, [*taken, WEB], wanted)
    checkout = find_checkout(folder)
    module = module_path(name, checkout, settings.home)
    refuse_existing(module)
    saved = saved_page(page_url, await pipeline.ingest([page_url], settings), settings)
    refuse_claimed(saved.url)
    listing = read_listing(saved.body, saved.url, saved.content_type)
    site = look_at_site(saved.url, [link.url for link in listing.links])
    records, refusal = await understand(saved)
    fixture = fixture_path(name, saved.url, checkout, settings.home)
    refuse_existing(fixture)
    draft = Draft(name, module, fixture, checkout is not None, site, saved.url, records, refusal)
    write_files(draft, saved)
    return draft


def refuse_claimed(url: str) -> None:
    """Raise for a page that a source has already."""
    if source := source_of(url):
        raise UsageError(f"The source {source.name!r} claims {url} already.")


def refuse_existing(path: Path) -> None:
    """Raise for a file that is there: somebody's work is never written over."""
    if path.exists() or path.is_symlink():
        raise UsageError(f"{path} is there already; nothing was written. Choose another --name.")


def find_checkout(folder: Path) -> Path | None:
    """The checkout of Rostrum that a folder is in, if it is in one."""
    for place in (folder, *folder.parents):
        if (place / "src/rostrum/sources/source.py").is_file():
            return place
    return None


def module_path(name: str, checkout: Path | None, home: Path) -> Path:
    """Where the source's module goes."""
    folder = checkout / "src/rostrum/sources" if checkout else home / "new-sources"
    return folder / f"{name}.py"


def fixture_path(name: str, url: str, checkout: Path | None, home: Path) -> Path:
    """Where the folder of the source's first case goes; its name comes from the page's address."""
    folder = checkout / "tests" if checkout else home / "new-sources"
    segments = [part for part in urlsplit(url).path.lower().split("/") if part]
    case = CASE.sub("-", max(segments, key=len, default="")).strip("-")[:MAX_CASE]
    return folder / "fixtures" / name / (case or "page")


def saved_page(url: str, summary: Summary, settings: Settings) -> SavedPage:
    """The page that was just ingested, out of the archive.

    Raises:
        RostrumError: it was not fetched; the reason is the run's.
    """
    with open_snapshot(settings) as connection:
        known = ledger.known_pages(connection, [url]).get(url)
        bodies = ledger.archived_bodies(connection, [known.body_sha256] if known else [])
    if known is None:
        why = "; ".join(f"{problem.code}: {problem.detail}" for problem in summary.problems)
        raise RostrumError(f"The page was not fetched, so nothing was written. {why}")
    record = bodies[known.body_sha256]
    body = body_of(settings, entry_of(record))
    return SavedPage(known.page_url, body, record.content_type)


async def understand(page: SavedPage) -> tuple[PageRecords | None, Issue | None]:
    """What the page says, even where that is too little, and why it is refused, if it is."""
    async with Workers() as workers:
        outcome = await workers.read(Page(page.url, page.body, page.content_type))
    if outcome.records:
        return outcome.records, None
    refusal = outcome.issues[0]
    if refusal.code in UNSAFE:
        return None, refusal
    try:
        return parse(read(page.body, page.content_type), None), refusal
    except PageError:
        return None, refusal


def write_files(draft: Draft, page: SavedPage) -> None:
    """Write the module and the fixture; a file that is there is an error."""
    records = draft.records
    has_sections = records is not None and any(part.kind != "other" for part in records.sections)
    kind = records.kind if records else "report"
    stub = write_stub(draft.name, draft.site, kind, has_sections=has_sections)
    draft.module.parent.mkdir(parents=True, exist_ok=True)
    draft.fixture.mkdir(parents=True)
    write_new(draft.module, stub.encode())
    write_new(draft.fixture / "page.html", page.body)
    write_new(
        draft.fixture / "fetch.json",
        as_json({"url": page.url, "content_type": page.content_type}),
    )
    if records:
        write_new(draft.fixture / "expected.json", as_json(to_tree(records)))


def write_new(path: Path, content: bytes) -> None:
    """Write a file that is not there yet."""
    with path.open("xb") as file:
        file.write(content)


def as_json(tree: dict[str, object]) -> bytes:
    """A JSON file for people."""
    return (json.dumps(tree, ensure_ascii=False, indent=1) + "\n").encode()
