"""Whether the rows are what was loaded, and say what the archived bytes say.

Asked of the warehouse and of the snapshot: does the text read today hold every row's words at its
offsets; are a page's rows those whose digest the ledger noted; are the models what `sql/` makes of
the rows. How bytes become text is given from outside.
"""

from __future__ import annotations

import filecmp
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from rostrum.errors import HomeError, RostrumError
from rostrum.warehouse.files import copy_file, log_of
from rostrum.warehouse.folder import sql_folder
from rostrum.warehouse.ledger import (
    ArchivedRecord,
    Damage,
    archive_records,
    archived_bodies,
    known_damages,
)
from rostrum.warehouse.models import build_models, in_order, load_models, read_by_marts
from rostrum.warehouse.opening import open_file
from rostrum.warehouse.rows import CHILD_TABLES, NOT_DIGESTED, Row, Rows, digest_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from rostrum.settings import Settings

    TextsOf = Callable[[Sequence[ArchivedRecord]], Iterable[str | RostrumError]]

PAGES_TOGETHER = 250
"""Pages whose rows are looked at together: some ten megabytes."""

SPEAKER = (
    ("speaker_name", "speaker"),
    ("position", "position"),
    ("group_name", "group"),
    ("country_name", "country"),
)
CUTS = {
    "revisions": (
        ("title", "title"),
        ("event_name", "event"),
        ("track", "track"),
        ("hall", "hall"),
    ),
    "paragraphs": (("text", "char"),),
    "backers": (("name", "char"),),
    "sections": (("heading", "char"),),
    "theses": (("heading", "char"),),
    "quotes": SPEAKER,
    "speeches": (("text", "char"), *SPEAKER),
    "sessions": (("title", "title"), ("track", "track"), ("hall", "hall")),
    "participants": SPEAKER,
    "residue": (("text", "char"),),
}
"""Of each table, the columns that are cut from a page, each with the prefix of its offsets."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is not as it was: which page (or file), and what."""

    where: str
    what: str


@dataclass(slots=True)
class Verdict:
    """How much was looked at, and what was found."""

    pages: int
    cuts: int
    records: int
    faults: list[Fault]


def verify_warehouse(
    settings: Settings, texts_of: TextsOf
) -> tuple[Verdict, list[ArchivedRecord], list[Damage]]:
    """Verify the warehouse and the snapshot; also returns what the ledger says of the archive.

    The caller holds the writer lock. Both files are looked at as copies: nothing is changed.

    Raises:
        HomeError: there is no warehouse, or a file is no DuckDB database any more.
    """
    if not settings.warehouse.exists():
        raise HomeError(f"There is no warehouse in {settings.home}: run `rostrum ingest` first.")
    files = [settings.warehouse]
    if settings.snapshot.exists() and not is_plain_copy(settings):
        files.append(settings.snapshot)
    verdict = Verdict(0, 0, 0, [])
    records: list[ArchivedRecord] = []
    damages: list[Damage] = []
    for path in files:
        with tempfile.TemporaryDirectory(prefix="rostrum-verify-", dir=settings.home) as folder:
            copy = copy_database(path, Path(folder))
            try:
                with open_file(settings, copy) as connection:
                    # DuckDB makes the models anew while Python reads the pages.
                    with connection.cursor() as other, ThreadPoolExecutor(1) as thread:
                        other.execute("set timezone = 'UTC'")
                        changed = thread.submit(find_changed_models, other)
                        counts = verify_rows(connection, texts_of, verdict)
                        verdict.pages, verdict.cuts = counts
                        verdict.faults.extend(changed.result())
                    records = records or archive_records(connection)
                    damages = damages or known_damages(connection)
            except duckdb.Error as error:
                first_line = str(error).splitlines()[0]
                verdict.faults.append(Fault(path.name, f"the file cannot be read: {first_line}"))
    verdict.faults = list(dict.fromkeys(verdict.faults))
    verdict.records = len(records)
    return verdict, records, damages


def is_plain_copy(settings: Settings) -> bool:
    """Whether the snapshot is the warehouse, byte for byte, so that one look is enough."""
    warehouse, snapshot = settings.warehouse, settings.snapshot
    return not log_of(warehouse).exists() and filecmp.cmp(warehouse, snapshot, shallow=False)


def copy_database(path: Path, folder: Path) -> Path:
    """A copy of a database file and of its log, if it has one."""
    for file in (path, log_of(path)):
        if file.exists():
            copy_file(file, folder / file.name)
    return folder / path.name


def verify_rows(
    connection: duckdb.DuckDBPyConnection, texts_of: TextsOf, verdict: Verdict
) -> tuple[int, int]:
    """Cut every row of every revision again, and compare the page's digest with the ledger's.

    Pages go by in their order, some at a time, so that memory does not grow with the warehouse.
    Returns how many revisions and cuts were looked at.
    """
    revisions = cuts = 0
    lost = {damage.body_sha256 for damage in known_damages(connection)}
    for first, last in page_ranges(connection):
        ledgers = select_rows(connection, "revisions", "page_url, revision_sha256", first, last)
        bodies = archived_bodies(connection, {one["revision_sha256"] for one in ledgers})
        readable = [one for one in ledgers if one["status"] == "ok"]
        known = dict.fromkeys(one["revision_sha256"] for one in readable)
        archived = [bodies[sha256] for sha256 in known if sha256 in bodies]
        reading = texts_of(archived)  # meanwhile, if it can
        rows = rows_between(connection, first, last)
        texts = dict(zip((one.body_sha256 for one in archived), reading, strict=True))
        for ledger in ledgers:
            sha256 = ledger["revision_sha256"]
            found = rows.get((ledger["page_url"], sha256), {})
            text = texts.get(sha256)
            if sha256 not in bodies and sha256 not in lost:
                text = RostrumError(f"its body {sha256} is not in the archive")
            faults, count = verify_revision(ledger, found, text)
            verdict.faults.extend(Fault(ledger["page_url"], fault) for fault in faults)
            revisions, cuts = revisions + 1, cuts + count
    return revisions, cuts


def page_ranges(connection: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    """First and last page of each stretch of pages that are looked at together."""
    return connection.execute(
        "select min(page_url), max(page_url) from (select page_url, (dense_rank() over "
        "(order by page_url) - 1) // ? as stretch from raw.revisions) "
        "group by stretch order by stretch",
        [PAGES_TOGETHER],
    ).fetchall()


def rows_between(
    connection: duckdb.DuckDBPyConnection, first: str, last: str
) -> dict[tuple[str, str], Rows]:
    """All rows of a stretch of pages but the ledger's, by their revision."""
    rows: dict[tuple[str, str], Rows] = {}
    for table, order in CHILD_TABLES.items():
        for row in select_rows(connection, table, order, first, last):
            revision = rows.setdefault((row["page_url"], row["revision_sha256"]), {})
            revision.setdefault(table, []).append(row)
    return rows


def select_rows(
    connection: duckdb.DuckDBPyConnection, table: str, order: str, first: str, last: str
) -> list[Row]:
    """Rows of a table of `raw` from one page to another, each as a dictionary."""
    cursor = connection.execute(
        f"select * from raw.{table} where page_url between ? and ? order by {order}", [first, last]
    )
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def verify_revision(
    ledger: Row, rows: Rows, text: str | RostrumError | None
) -> tuple[list[str], int]:
    """What is wrong with one revision, and how many cuts were looked at.

    Its text is an error where its archived body is damaged or missing, and None where there is
    nothing to cut, or where the loss of its body is known.
    """
    faults = []
    rows["revisions"] = [loaded_ledger(ledger)]
    if digest_rows(rows) != ledger["records_sha256"]:
        faults.append("its rows are not those that were loaded")
    if isinstance(text, RostrumError):
        return [*faults, str(text)], 0
    if text is None:
        return faults, 0
    cuts = list(cuts_of_rows(rows))
    return [*faults, *find_wrong_cuts(cuts, text)], len(cuts)


def loaded_ledger(ledger: Row) -> Row:
    """A ledger row as it was loaded: a quarantined page's has no columns that a reading fills."""
    values = {name: value for name, value in ledger.items() if name not in NOT_DIGESTED}
    if ledger["status"] != "ok":
        values = {name: value for name, value in values.items() if value is not None}
    return values


def cuts_of_rows(rows: Rows) -> Iterator[tuple[str, str, int, int]]:
    """(column, words, start, end) of every cut in a revision's rows."""
    for table, columns in CUTS.items():
        for row in rows.get(table, ()):
            for column, prefix in columns:
                if row.get(column) is not None:
                    name = f"{table}.{column}"
                    yield name, row[column], row[f"{prefix}_start"], row[f"{prefix}_end"]
    for quote in rows.get("quotes", ()):
        yield from spans_of(quote)


def spans_of(quote: Row) -> Iterator[tuple[str, str, int, int]]:
    """The cuts of a quote's words: as many characters as each span is long, a space between."""
    place = 0
    for span in quote["spans"]:
        start, end = span["char_start"], span["char_end"]
        words = quote["text"][place : place + end - start]
        yield "quotes.text", words, start, end
        place += end - start + 1


def find_wrong_cuts(cuts: list[tuple[str, str, int, int]], text: str) -> list[str]:
    """Rows whose words the text does not hold at their offsets."""
    return [
        f"{name} at {start}–{end} is not {words[:60]!r}"
        for name, words, start, end in cuts
        if text[start:end] != words
    ]


def find_changed_models(connection: duckdb.DuckDBPyConnection) -> list[Fault]:
    """Rows of the marts that are not what `sql/` makes of `raw.*`; works on a copy only."""
    models = read_by_marts(in_order(load_models(sql_folder())))
    marts = [model.name for model in models if model.layer == "marts"]
    built = connection.execute(
        "select 1 from information_schema.tables where table_schema = 'main'"
    ).fetchone()
    if not built:  # a first run that did not come to its end has nothing to compare
        return []
    faults = []
    connection.execute("create schema found")
    for mart in marts:
        connection.execute(f"create table found.{mart} as {digests(connection, mart)}")
    build_models(connection, models)
    for mart in marts:
        found, made = f"from found.{mart}", digests(connection, mart)
        rows = connection.execute(
            f"({found} except all {made}) union all ({made} except all {found})"
        ).fetchall()
        what = f"a row of {mart} is not what its model makes of it"
        faults += [Fault(str(place), what) for place, _ in rows]
    return faults


def digests(connection: duckdb.DuckDBPyConnection, mart: str) -> str:
    """A query for each row of a mart: where to look for it, and 64 bits of all its values."""
    columns = connection.table(f"main.{mart}").columns
    place = next((name for name in ("page_url", "name") if name in columns), columns[0])
    return (
        f"select coalesce({place}, {columns[0]}) as place, hash(rows) as digest "
        f"from main.{mart} as rows"
    )
