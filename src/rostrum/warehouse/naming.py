"""Whose each printed name is: fills `intermediate.int_names_resolved` by the rules of `identity`.

The table is a model like those under `sql/`: it follows from `int_names_known` and from what people
decided. It is made in Python because the rules are no SQL, and block by block: names of two blocks
are never compared, so that an update looks only at blocks that print something new.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import asdict
from functools import lru_cache
from itertools import chain, groupby, islice
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from rostrum.identity.decisions import Decision, Unit, read_decision
from rostrum.identity.names import read_name
from rostrum.identity.organizations import (
    Abbreviation,
    Organizations,
    block_of,
    organization_key,
    read_abbreviation,
)
from rostrum.identity.people import People
from rostrum.identity.resolve import Known, Resolved, resolve
from rostrum.warehouse.folder import filled_table
from rostrum.warehouse.ledger import LISTED
from rostrum.warehouse.moments import at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    import duckdb

    from rostrum.warehouse.rows import Row

TABLE = "int_names_resolved"
NAMES = "int_names_known"
DECISIONS = "int_decisions_taken"
READS = frozenset((NAMES, DECISIONS))
"""The models that the table follows from."""

MOMENT = pa.timestamp("us", tz="UTC")
SCHEMA = pa.schema(
    [
        *((name, pa.string()) for name in ("kind", "name", "page_url", "block", "entity_id")),
        (
            "undecided",
            pa.list_(pa.struct([(name, pa.string()) for name in ("name", "entity_id", "reason")])),
        ),
        (
            "changes",
            pa.list_(
                pa.struct(
                    [
                        *((name, pa.string()) for name in ("id_before", "id_after", "reason")),
                        ("seen_at", MOMENT),
                    ]
                )
            ),
        ),
    ]
)

RESOLVED = "rostrum_resolved"
"""The name rows are registered under; no table may have it."""

BLOCKS = "rostrum_blocks"
"""A temporary table: kind, name and block of every name that is looked at."""

BATCH_ROWS = 5_000
NAMES_TOGETHER = 10_000
"""Where all names are looked at, so many at a time: DuckDB has memory to put what it knows of them
in order."""

EVIDENCE = f"""
select blocks.block, known.kind, known.name, known.organization, epoch_us(known.seen_at)
from intermediate.{NAMES} as known
inner join {BLOCKS} as blocks on blocks.kind = known.kind and blocks.name = known.name
order by blocks.block, known.kind, known.name, known.organization
"""
"""(The few stand behind the many: to DuckDB a table is empty until the transaction that made it
ends, and of two that are it keeps the second in memory.)"""

ON_PAGES = """
select printed.kind, printed.name, printed.page_url, printed.organization,
    epoch_us(printed.seen_at)
from intermediate.int_names_printed as printed
inner join rostrum_names_told_apart as apart
    on apart.kind = printed.kind and apart.name = printed.name
"""

Evidence = tuple[str, str | None, int]
"""A name, an organization that it was printed with, and when in microseconds."""


def make_table(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the table anew, of all names."""
    connection.execute(filled_table(TABLE))
    linked = linked_blocks(read_decisions(connection))
    names = connection.execute(f"select distinct kind, name from intermediate.{NAMES}")
    for some in together(in_blocks(fetched(names), linked)):
        fill(connection, some)


def together(named: pa.Table) -> Iterator[pa.Table]:
    """Names of whole blocks, some thousand at a time."""
    named = named.sort_by("block")
    blocks = named["block"]
    start = 0
    while start < len(named):
        end = min(start + NAMES_TOGETHER, len(named))
        while end < len(named) and blocks[end] == blocks[end - 1]:
            end += 1
        yield named.slice(start, end - start)
        start = end


def touched_blocks(
    connection: duckdb.DuckDBPyConnection, changed: Iterable[str], decided: str | None
) -> list[str]:
    """The blocks to be looked at anew.

    Args:
        connection: to the warehouse.
        changed: tables of the names that changed.
        decided: the table of the decisions that did.
    """
    blocks = {
        block_of_name(*row)
        for table in changed
        for row in connection.execute(f"select distinct kind, name from {table}").fetchall()
    }
    linked = linked_blocks(read_decisions(connection, decided))
    if decided:
        blocks |= linked.keys()
    groups = {linked[block] for block in blocks if block in linked}
    blocks |= {block for block, group in linked.items() if group in groups}
    return sorted(block for block in blocks if block)


def update_blocks(
    connection: duckdb.DuckDBPyConnection, blocks: list[str], changed: Iterable[str]
) -> None:
    """Look at some blocks anew: at the names that they held, and at those that changed."""
    listed = json.dumps(blocks)
    of_blocks = f"from intermediate.{TABLE} where block in {LISTED}"
    sources = [f"select kind, name {of_blocks}", *(f"select kind, name from {t}" for t in changed)]
    names = connection.execute(" union ".join(sources), [listed]).fetchall()
    connection.execute(f"delete {of_blocks}", [listed])
    linked = linked_blocks(read_decisions(connection))
    fill(connection, in_blocks(iter(names), linked))


def fetched(cursor: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    """Rows, some thousand at a time. Nothing else may be asked of the connection meanwhile."""
    return chain.from_iterable(iter(lambda: cursor.fetchmany(BATCH_ROWS), []))


def in_blocks(names: Iterator[tuple[str, str]], linked: Mapping[str, str]) -> pa.Table:
    """Names with their blocks; blocks that decisions link are one.

    They are packed some thousand at a time: as objects of Python all names of a large warehouse
    would take more memory than anything else here.
    """
    schema = pa.schema([(name, pa.string()) for name in ("block", "kind", "name")])
    batches = []
    while some := list(islice(names, BATCH_ROWS)):
        blocks = [block_of_name(*name) for name in some]
        found = [block and linked.get(block, block) for block in blocks]
        batches.append(pa.table([found, *map(list, zip(*some, strict=True))], schema=schema))
    return pa.concat_tables([schema.empty_table(), *batches]).drop_null()


def note_blocks(connection: duckdb.DuckDBPyConnection, named: pa.Table) -> None:
    """Make the temporary table of names with their blocks."""
    connection.register(RESOLVED, named)
    try:
        connection.execute(f"create or replace temporary table {BLOCKS} as from {RESOLVED}")
    finally:
        connection.unregister(RESOLVED)


@lru_cache(maxsize=BATCH_ROWS)
def block_of_name(kind: str, name: str) -> str | None:
    """The block of a printed name; None of a phrase that tells no abbreviation."""
    if kind == "person":
        return f"person {read_name(name).block}"
    if kind == "organization":
        return f"organization {block_of(organization_key(name))}"
    found = read_abbreviation(name)
    return f"organization {found.block}" if found else None


def read_decisions(
    connection: duckdb.DuckDBPyConnection, changed: str | None = None
) -> list[Decision]:
    """What people decided, in the order of the file; with those of a table of what changed."""
    source = f"select decision_number, line from intermediate.{DECISIONS}"
    if changed:
        source += f" union select decision_number, line from {changed}"
    rows = connection.execute(f"{source} order by all").fetchall()
    return [read_decision(number, line) for number, line in rows]


def linked_blocks(decisions: Iterable[Decision]) -> dict[str, str]:
    """Of each block that a decision speaks of, the one under which it is looked at."""
    linked: dict[str, str] = {}
    for decision in decisions:
        units = chain.from_iterable(decision.sides)
        found = {str(block_of_name(decision.kind, unit.name)) for unit in units}
        found |= {linked[block] for block in found if block in linked}
        if found:
            first = min(found)
            linked |= {block: first for block, at in linked.items() if at in found}
            linked |= dict.fromkeys(found, first)
    return linked


def fill(connection: duckdb.DuckDBPyConnection, named: pa.Table) -> None:
    """Resolve names, block by block."""
    note_blocks(connection, named)
    decisions = read_decisions(connection)
    on_pages = evidence_on_pages(connection, decisions)
    rows: list[Row] = []
    batches = []
    for block, of_block in groupby(fetched(connection.execute(EVIDENCE)), key=itemgetter(0)):
        rows += resolve_block(block, of_block, decisions, on_pages)
        if len(rows) >= BATCH_ROWS:
            batches.append(pa.Table.from_pylist(rows, schema=SCHEMA))
            rows = []
    batches.append(pa.Table.from_pylist(rows, schema=SCHEMA))
    connection.register(RESOLVED, pa.concat_tables(batches))
    try:
        connection.execute(f"insert into intermediate.{TABLE} by name from {RESOLVED}")
    finally:
        connection.unregister(RESOLVED)
    connection.execute(f"drop table {BLOCKS}")


def evidence_on_pages(
    connection: duckdb.DuckDBPyConnection, decisions: Iterable[Decision]
) -> dict[tuple[str, str], list[tuple[str, str | None, int]]]:
    """Of each name that a decision tells apart on some pages: page, organization, moment."""
    names = sorted({(one.kind, unit.name) for one in decisions for unit in pages_of(one)})
    if not names:
        return {}
    kinds, printed = zip(*names, strict=True)
    table = pa.table([pa.array(kinds), pa.array(printed)], names=["kind", "name"])
    connection.register("rostrum_names_told_apart", table)
    rows = connection.execute(ON_PAGES).fetchall()
    connection.unregister("rostrum_names_told_apart")
    found: dict[tuple[str, str], list[tuple[str, str | None, int]]] = defaultdict(list)
    for kind, name, page_url, organization, moment in rows:
        found[kind, name].append((page_url, organization, moment))
    return found


def pages_of(decision: Decision) -> list[Unit]:
    """The units of a decision that are names on one page."""
    return [unit for unit in chain.from_iterable(decision.sides) if unit.page_url]


def resolve_block(
    block: str,
    rows: Iterable[tuple[Any, ...]],
    decisions: list[Decision],
    on_pages: dict[tuple[str, str], list[tuple[str, str | None, int]]],
) -> Iterator[Row]:
    """The rows of one block: of persons, or of organizations and their abbreviations."""
    by_kind: dict[str, list[Evidence]] = defaultdict(list)
    for _, kind, name, organization, moment in rows:
        by_kind[kind].append((name, organization, moment))
    abbreviations: dict[Abbreviation, datetime] = {}
    for phrase, _, moment in by_kind.pop("abbreviation", ()):
        yield row_of("abbreviation", block, Resolved(Unit(phrase), ""))
        if found := read_abbreviation(phrase):
            abbreviations[found] = min(at(moment), abbreviations.get(found, at(moment)))
    for kind, evidence in by_kind.items():
        rules = People() if kind == "person" else Organizations(abbreviations)
        known = [
            one
            for name, of_name in groupby(evidence, key=itemgetter(0))
            for one in known_units(kind, name, of_name, decisions, on_pages)
        ]
        yield from (row_of(kind, block, one) for one in resolve(rules, known, decisions))


def known_units(
    kind: str,
    name: str,
    evidence: Iterable[Evidence],
    decisions: list[Decision],
    on_pages: dict[tuple[str, str], list[tuple[str, str | None, int]]],
) -> Iterator[Known]:
    """A name everywhere; where decisions tell some pages apart, on each of them and elsewhere."""
    apart = {
        unit.page_url
        for decision in decisions
        if decision.kind == kind
        for unit in pages_of(decision)
        if unit.name == name
    }
    if not apart:
        yield known_of(Unit(name), [(organization, moment) for _, organization, moment in evidence])
        return
    units: dict[Unit, list[tuple[str | None, int]]] = defaultdict(list)
    for page_url, organization, moment in on_pages[kind, name]:
        unit = Unit(name, page_url if page_url in apart else "")
        units[unit].append((organization, moment))
    for unit, found in units.items():
        yield known_of(unit, found)


def known_of(unit: Unit, evidence: list[tuple[str | None, int]]) -> Known:
    """A unit with when it, and each organization beside it, was first seen."""
    houses: dict[str, datetime] = {}
    for organization, moment in evidence:
        if organization:
            key = organization_key(organization)
            houses[key] = min(at(moment), houses.get(key, at(moment)))
    return Known(unit, min(at(moment) for _, moment in evidence), houses)


def row_of(kind: str, block: str, resolved: Resolved) -> Row:
    """A row of the table."""
    return {
        "kind": kind,
        "name": resolved.unit.name,
        "page_url": resolved.unit.page_url,
        "block": block,
        "entity_id": resolved.entity_id or None,
        "undecided": [asdict(doubt) for doubt in resolved.undecided],
        "changes": [asdict(change) for change in resolved.changes],
    }
