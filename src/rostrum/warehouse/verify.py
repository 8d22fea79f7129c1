"""Whether the rows are what was loaded, and say what the archived bytes say.

Asked of the warehouse and of the snapshot: does the text read today hold every row's words at its
offsets; are a page's rows those whose digest the ledger noted; are the models what `sql/` makes of
the rows. How bytes become text is given from outside.
"""

from __future__ import annotations

import filecmp
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from rostrum.errors import HomeError, RostrumError
from rostrum.warehouse.folder import sql_folder
from rostrum.warehouse.ledger import ArchivedRecord, archive_records, archived_bodies
from rostrum.warehouse.models import build_models, load_models
from rostrum.warehouse.rows import CHILD_TABLES, NOT_DIGESTED, Row, Rows, digest_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rostrum.settings import Settings

    TextOf = Callable[[ArchivedRecord], str]

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


def verify_warehouse(settings: Settings, text_of: TextOf) -> tuple[Verdict, list[ArchivedRecord]]:
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
    for path in files:
        with tempfile.TemporaryDirectory(prefix="rostrum-verify-", dir=settings.home) as folder:
            copy = copy_database(path, Path(folder))
            try:
                with duckdb.connect(str(copy)) as connection:
                    connection.execute("set timezone = 'UTC'")
                    counts = verify_rows(connection, text_of, verdict)
                    verdict.pages, verdict.cuts = counts
                    verdict.faults.extend(find_changed_models(connection))
                    records = records or archive_records(connection)
            except duckdb.Error as error:
                first_line = str(error).splitlines()[0]
                verdict.faults.append(Fault(path.name, f"the file cannot be read: {first_line}"))
    verdict.faults = list(dict.fromkeys(verdict.faults))
    verdict.records = len(records)
    return verdict, records


def is_plain_copy(settings: Settings) -> bool:
    """Whether the snapshot is the warehouse, byte for byte, so that one look is enough."""
    log = settings.warehouse.with_name(settings.warehouse.name + ".wal")
    return not log.exists() and filecmp.cmp(settings.warehouse, settings.snapshot, shallow=False)


def copy_database(path: Path, folder: Path) -> Path:
    """A copy of a database file and of its log, if it has one."""
    log = path.with_name(path.name + ".wal")
    for file in (path, log):
        if file.exists():
            shutil.copyfile(file, folder / file.name)
    return folder / path.name


def verify_rows(
    connection: duckdb.DuckDBPyConnection, text_of: TextOf, verdict: Verdict
) -> tuple[int, int]:
    """Cut every row of every revision again, and compare the page's digest with the ledger's.

    Returns how many revisions and cuts were looked at.
    """
    cuts = 0
    revisions = select_rows(connection, "revisions", "order by page_url, revision_sha256", [])
    bodies = archived_bodies(connection, [row["revision_sha256"] for row in revisions])
    for ledger in revisions:
        page_url, sha256 = ledger["page_url"], ledger["revision_sha256"]
        rows = revision_rows(connection, ledger)
        if digest_rows(rows) != ledger["records_sha256"]:
            verdict.faults.append(Fault(page_url, "its rows are not those that were loaded"))
        if sha256 not in bodies:
            verdict.faults.append(Fault(page_url, f"its body {sha256} is not in the archive"))
            continue
        if ledger["status"] != "ok":
            continue
        try:
            text = text_of(bodies[sha256])
        except RostrumError as error:
            verdict.faults.append(Fault(page_url, str(error)))
            continue
        for fault in find_wrong_cuts(rows, text):
            verdict.faults.append(Fault(page_url, fault))
        cuts += sum(1 for _ in cuts_of_rows(rows))
    return len(revisions), cuts


def revision_rows(connection: duckdb.DuckDBPyConnection, ledger: Row) -> Rows:
    """All rows of one revision, as they were loaded."""
    key = [ledger["page_url"], ledger["revision_sha256"]]
    rows: Rows = {
        table: select_rows(
            connection, table, f"where page_url = ? and revision_sha256 = ? order by {order}", key
        )
        for table, order in CHILD_TABLES.items()
    }
    # A quarantined page's ledger row was loaded without the columns that a reading fills.
    values = {name: value for name, value in ledger.items() if name not in NOT_DIGESTED}
    if ledger["status"] != "ok":
        values = {name: value for name, value in values.items() if value is not None}
    return {"revisions": [values], **rows}


def select_rows(
    connection: duckdb.DuckDBPyConnection, table: str, clause: str, key: list[str]
) -> list[Row]:
    """Rows of a table of `raw`, each as a dictionary."""
    cursor = connection.execute(f"select * from raw.{table} {clause}", key)
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def cuts_of_rows(rows: Rows) -> Iterator[tuple[str, str, int, int]]:
    """(column, words, start, end) of every cut in a revision's rows."""
    for table, columns in CUTS.items():
        for row in rows[table]:
            for column, prefix in columns:
                if row.get(column) is not None:
                    name = f"{table}.{column}"
                    yield name, row[column], row[f"{prefix}_start"], row[f"{prefix}_end"]
    for quote in rows["quotes"]:
        yield from spans_of(quote)


def spans_of(quote: Row) -> Iterator[tuple[str, str, int, int]]:
    """The cuts of a quote's words: as many characters as each span is long, a space between."""
    place = 0
    for span in quote["spans"]:
        start, end = span["char_start"], span["char_end"]
        words = quote["text"][place : place + end - start]
        yield "quotes.text", words, start, end
        place += end - start + 1


def find_wrong_cuts(rows: Rows, text: str) -> list[str]:
    """Rows whose words the text does not hold at their offsets."""
    return [
        f"{name} at {start}–{end} is not {words[:60]!r}"
        for name, words, start, end in cuts_of_rows(rows)
        if text[start:end] != words
    ]


def find_changed_models(connection: duckdb.DuckDBPyConnection) -> list[Fault]:
    """Rows of the marts that are not what `sql/` makes of `raw.*`; works on a copy only."""
    marts = [model.name for model in load_models(sql_folder()) if model.layer == "marts"]
    built = connection.execute(
        "select 1 from information_schema.tables where table_schema = 'main'"
    ).fetchone()
    if not built:  # a first run that did not come to its end has nothing to compare
        return []
    faults = []
    connection.execute("create schema found")
    for mart in marts:
        connection.execute(f"create table found.{mart} as select * from main.{mart}")
    build_models(connection)
    for mart in marts:
        cursor = connection.execute(
            f"(select * from found.{mart} except all select * from main.{mart}) union all "
            f"(select * from main.{mart} except all select * from found.{mart})"
        )
        names = [column[0] for column in cursor.description or ()]
        for row in cursor.fetchall():
            values = dict(zip(names, row, strict=True))
            where = values.get("page_url") or values.get("name") or row[0]
            faults.append(Fault(str(where), f"a row of {mart} is not what its model makes of it"))
    return faults
