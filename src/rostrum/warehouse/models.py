"""Runs `sql/`: staging, intermediate and marts in the order of what they read, then the checks.

A model is one SELECT in a file; its folder says what it becomes (staging views, the rest tables)
and in which schema (marts in `main`, where readers look). All of it is one transaction: a failure
leaves the old models as they were.
"""

from __future__ import annotations

import hashlib
import re
from contextlib import closing
from dataclasses import dataclass
from functools import cache, partial
from graphlib import TopologicalSorter
from itertools import pairwise
from typing import TYPE_CHECKING

import sqlglot
from sqlglot import exp

from rostrum import __version__
from rostrum.crash import crash_point
from rostrum.errors import CheckError
from rostrum.ids import ID_LENGTH
from rostrum.warehouse import naming
from rostrum.warehouse.describe import FILLED, describe
from rostrum.warehouse.folder import sql_folder
from rostrum.warehouse.tracing import trace_all
from rostrum.warehouse.update import PAGE, Update, narrow

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence
    from pathlib import Path

    import duckdb

SCHEMAS = {"staging": "staging", "intermediate": "intermediate", "marts": "main"}
KINDS = {"staging": "view", "intermediate": "table", "marts": "table"}
CHECKS = "checks"
MACROS = "macros"
"""What models call."""
FUNCTIONS = "functions"
"""What readers call, over the models."""
SHOWN_ROWS = 3
PART_ROWS = 60_000
"""Models that follow from their pages are made anew from so many rows of `raw.*` at a time."""
PERSON = "person_id"

Parts = dict[str, list[str]]
"""Of a key, the conditions that part its values, in their order."""

NEXT = re.compile(r"^-- Next: (.+)$", re.MULTILINE)
KEY = re.compile(r"^-- (?:Rebuilt|Asked) by: (\w+)(?:, for its (\w+(?:, \w+)*))?$", re.MULTILINE)
PART_KEY = re.compile(r"^-- Made by: (\w+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Reference:
    """Where a query names a table: from one character to another; by what name it then goes."""

    start: int
    end: int
    schema: str
    name: str
    is_renamed: bool


@dataclass(frozen=True, slots=True)
class Model:
    """One file under `sql/` and the names of the tables it reads.

    Attributes:
        key: a column of the model and of every table it reads. The rows of one value of it follow
            from those tables' rows of the same value, so that they can be made anew alone.
        columns: besides the key, the only columns of those tables that it reads, if it says so: a
            row that differs in others alone does not touch it.
        references: all places where it names a table.
        is_ordered: whether it says in which order its rows stand.
    """

    name: str
    layer: str
    select: str
    reads: frozenset[str]
    key: str | None
    columns: str | None
    references: tuple[Reference, ...]
    is_ordered: bool

    @property
    def table(self) -> str:
        """Its quoted name with its schema."""
        return f'{SCHEMAS[self.layer]}."{self.name}"'


@dataclass(frozen=True, slots=True)
class Work:
    """A piece of the work on the models, to be done when its turn comes.

    Attributes:
        name: what is done, for people.
        run: does it; returns how many rows the model has then, or None for what is no model.
    """

    name: str
    run: Callable[[], int | None]


def run_models(connection: duckdb.DuckDBPyConnection, *, whole: bool = False) -> dict[str, int]:
    """Bring every model up to date and run every check; returns the marts' row counts.

    Args:
        connection: to the warehouse.
        whole: make every model anew, whatever was touched since the last time.

    Raises:
        CheckError: a check found rows; nothing was changed.
    """
    with closing(model_works(connection, whole=whole)) as works:
        for work in works:
            work.run()
    return count_marts(connection)


def count_marts(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """The row count of each mart."""
    marts = sorted(path.stem for path in (sql_folder() / "marts").glob("*.sql"))
    return {name: count_rows(connection, f'main."{name}"') for name in marts}


def note_speakers(connection: duckdb.DuckDBPyConnection) -> None:
    """Remember who the speakers are, to tell later who is new; nobody where nothing is built."""
    before = "select person_id from main.speakers" if is_built(connection) else "select '' limit 0"
    connection.execute(f"create or replace temporary table speakers_before as {before}")


def count_new_speakers(connection: duckdb.DuckDBPyConnection) -> int:
    """How many speakers there are that `note_speakers` did not see."""
    return count_rows(connection, "main.speakers where person_id not in (from speakers_before)")


def model_works(
    connection: duckdb.DuckDBPyConnection, *, whole: bool = False
) -> Generator[Work, None, None]:
    """All that `run_models` does, piece by piece; each is to be run before the next is asked for.

    It is one transaction: whoever stops in between closes the iterator, and nothing was changed.
    """
    models = in_order(load_models(sql_folder()))
    connection.execute("begin")
    try:
        checks = load_checks(sql_folder())
        update = Update(connection, models, checks)
        is_update = not whole and is_built(connection) and update.begin()
        if is_update:
            for model, run in update.works():
                yield Work(f"model {model.name}", partial(run_and_count, connection, model, run))
        else:
            yield from build_works(connection, models)
        yield Work("checks", partial(run_checks, connection, checks, update if is_update else None))
        describe(connection, models)
        note_built(connection)
        update.close()
        crash_point("models.built")
    except BaseException:
        connection.execute("rollback")
        raise
    connection.execute("commit")
    crash_point("models.committed")


def run_and_count(
    connection: duckdb.DuckDBPyConnection, model: Model, run: Callable[[], None]
) -> int:
    """Do the work on a model; how many rows it has then."""
    run()
    return count_rows(connection, model.table)


def build_models(connection: duckdb.DuckDBPyConnection, models: list[Model]) -> None:
    """Make every model anew, in the order given."""
    for work in build_works(connection, models):
        work.run()


def build_works(connection: duckdb.DuckDBPyConnection, models: list[Model]) -> Iterator[Work]:
    """The making of every model anew, in the order given."""
    for schema in ("staging", "intermediate"):
        connection.execute(f"create schema if not exists {schema}")
    run_files(connection, MACROS)
    parts = make_parts(connection)
    trace_all(connection, parts[PAGE])
    are_named = False
    for model in models:
        if naming.TABLE in model.reads and not are_named:
            naming.make_table(connection)
            are_named = True
        run = partial(build_model, connection, model, parts)
        yield Work(f"model {model.name}", partial(run_and_count, connection, model, run))
    run_files(connection, FUNCTIONS)


def run_files(connection: duckdb.DuckDBPyConnection, folder: str) -> None:
    """Run the statements of a folder of `sql/`, in the order of the files' names."""
    for path in sorted((sql_folder() / folder).glob("*.sql")):
        for statement in connection.extract_statements(path.read_text(encoding="utf-8")):
            connection.execute(statement)


def build_model(connection: duckdb.DuckDBPyConnection, model: Model, parts: Parts) -> None:
    """Make a model anew."""
    first, *others = parts_of(model, parts)
    connection.execute(f"create or replace {KINDS[model.layer]} {model.table} as {first}")
    for part in others:
        connection.execute(f"insert into {model.table} {part}")
    crash_point("models.replaced")


def make_parts(connection: duckdb.DuckDBPyConnection) -> Parts:
    """Parts of the pages, so large that memory does for their rows, and as many of the people."""
    row = connection.execute(
        "select list(page_url order by page_url) from (select max(page_url) as page_url from "
        "(select page_url, sum(sum(row_count)) over (order by page_url) // ? as part from "
        "(select page_url, 1 as row_count from raw.fetches union all "
        "select page_url, 1 from raw.damages union all "
        "select page_url, row_count from raw.revisions) where page_url is not null "
        "group by page_url) group by part)",
        [PART_ROWS],
    ).fetchone()
    pages = ((row and row[0]) or [])[:-1]
    count = len(pages) + 1
    people = [f"{number * 16**ID_LENGTH // count:0{ID_LENGTH}x}" for number in range(1, count)]
    return {key: part(connection, key, ends) for key, ends in ((PAGE, pages), (PERSON, people))}


def part(connection: duckdb.DuckDBPyConnection, key: str, ends: list[str]) -> list[str]:
    """The conditions that a key is up to the first of some values, up to the next, beyond the last.

    A scan passes over what lies outside a range, and no join is needed: each takes megabytes,
    however few rows it has. Rows without a key are of the first part.
    """
    if not ends:
        return ["true"]
    connection.execute(f"set variable ends_of_{key} = ?", [ends])
    end = [f"getvariable('ends_of_{key}')[{number}]" for number in range(1, len(ends) + 1)]
    return [
        f"({key} <= {end[0]} or {key} is null)",
        *(f"{key} > {before} and {key} <= {after}" for before, after in pairwise(end)),
        f"{key} > {end[-1]}",
    ]


def parts_of(model: Model, parts: Parts) -> list[str]:
    """A model's query; one that follows from its pages goes part by part where there are many.

    So does one that names another key to go by (`-- Made by: person_id`): its rows are in the
    order of that key. Rows in an order are written to the disk as they come; of a join in none,
    where they are few, DuckDB keeps them in memory until the transaction ends.
    """
    found = PART_KEY.search(model.select)
    key = found[1] if found else model.key
    if key not in parts or not (found or key == PAGE) or len(parts[PAGE]) == 1:
        return [model.select]
    queries = [narrow(model, condition) for condition in parts[key]]
    return queries if model.is_ordered else [f"from ({one}\n) order by {key}" for one in queries]


def is_built(connection: duckdb.DuckDBPyConnection) -> bool:
    """Whether the models were last made by these very files."""
    found = connection.execute("select sql_sha256 from rostrum_layout.models").fetchall()
    return found == [(digest_of(sql_folder()),)]


def note_built(connection: duckdb.DuckDBPyConnection) -> None:
    """Nothing is left to take in; how much each site gives; which files made the models."""
    connection.execute("delete from rostrum_layout.published")
    connection.execute(
        "insert into rostrum_layout.published "
        "select regexp_extract(page_url, '^[^/]*//([^/]*)', 1), count(*) from quotes group by 1"
    )
    connection.execute("delete from raw.pages_touched")
    if not is_built(connection):
        connection.execute("delete from rostrum_layout.models")
        connection.execute(
            "insert into rostrum_layout.models values (?)", [digest_of(sql_folder())]
        )


def forget_yield(connection: duckdb.DuckDBPyConnection) -> None:
    """Let every site give as little as it does."""
    connection.execute("delete from rostrum_layout.published")


def digest_of(folder: Path) -> str:
    """SHA-256 of all that says what the models hold: their files and the functions they call."""
    text = "\x1f".join(
        f"{layer}/{path.name}\x1f{path.read_text(encoding='utf-8')}"
        for layer in (MACROS, *SCHEMAS, FILLED, FUNCTIONS, CHECKS)
        for path in sorted((folder / layer).glob("*.sql"))
    )
    return hashlib.sha256(f"{__version__}\x1f{text}".encode()).hexdigest()


def count_rows(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    row = connection.execute(f"select count(*) from {table}").fetchone()
    return int(row[0]) if row else 0


def load_models(folder: Path) -> list[Model]:
    """Every model file, with what it reads."""
    return [
        read_model(path, layer)
        for layer in SCHEMAS
        for path in sorted((folder / layer).glob("*.sql"))
    ]


def read_model(path: Path, layer: str) -> Model:
    """One model file."""
    return parse_model(path.stem, layer, path.read_text(encoding="utf-8").strip().rstrip(";"))


@cache
def parse_model(name: str, layer: str, select: str) -> Model:
    """A model by its query; sqlglot finds the tables it reads, which takes milliseconds each."""
    tree = sqlglot.parse_one(select, dialect="duckdb")
    own = {expression.alias for expression in tree.find_all(exp.CTE)}
    # Table functions have no name; what the query itself names is no table.
    tables = [
        table
        for table in tree.find_all(exp.Table)
        if table.name and not (table.name in own and not table.db)
    ]
    # raw.* is no model (raw.quotes and the mart quotes share a name).
    reads = frozenset(table.name for table in tables if table.db != "raw")
    found = KEY.search(select)
    key, columns = found.groups() if found else (None, None)
    references = tuple(sorted(map(reference_to, tables), key=lambda one: one.start))
    is_ordered = bool(tree.args.get("order"))
    return Model(name, layer, select, reads, key, columns, references, is_ordered)


def reference_to(table: exp.Table) -> Reference:
    """Where a table's name, with its schema, stands in the text."""
    first = table.args.get("db") or table.this
    end = table.this.meta["end"] + 1
    return Reference(first.meta["start"], end, table.db, table.name, bool(table.alias))


def in_order(models: list[Model]) -> list[Model]:
    """The models so that each comes after those it reads, be it by a table that Python fills."""
    by_name = {model.name: model for model in models}
    graph = {
        model.name: sorted(name for name in reads_of(model) if name in by_name) for model in models
    }
    return [by_name[name] for name in TopologicalSorter(graph).static_order()]


def reads_of(model: Model) -> frozenset[str]:
    """The models that must be there before a model is made."""
    named = naming.READS if naming.TABLE in model.reads else frozenset()
    return (model.reads | named) - {model.name}


def read_by_marts(models: list[Model]) -> list[Model]:
    """The marts and what they follow from, in the order given."""
    wanted = {model.name for model in models if model.layer == "marts"}
    for model in reversed(models):
        if model.name in wanted:
            wanted |= reads_of(model)
    return [model for model in models if model.name in wanted]


def load_checks(folder: Path) -> list[Model]:
    """Every query under `sql/checks/`, with what it reads."""
    return [read_model(path, CHECKS) for path in sorted((folder / CHECKS).glob("*.sql"))]


def run_checks(
    connection: duckdb.DuckDBPyConnection, checks: list[Model], update: Update | None
) -> None:
    """Run every check; each must return no row.

    After an update, of a check with a key only what the update changed is asked.
    """
    for check in checks:
        query = check.select
        if update and check.key:
            touched = update.touch(check)
            if not touched:
                continue
            query = narrow(check, touched)
        rows = connection.execute(query).fetchall()
        if rows:
            raise CheckError(complaint(check, rows))


def complaint(check: Model, rows: Sequence[Sequence[object]]) -> str:
    """What a check found, and what to do where it says so (`-- Next: …`)."""
    shown = "; ".join(str(tuple(map(str, row))) for row in rows[:SHOWN_ROWS])
    meaning = check.select.partition("\n")[0].removeprefix("-- ").rstrip(".")
    following = NEXT.search(check.select)
    return (
        f"The check {check.name} ({meaning}) found {len(rows)} "
        f"{'rows' if len(rows) > 1 else 'row'}, so the old snapshot stays: {shown}."
        + (f" {following[1]}" if following else "")
    )
