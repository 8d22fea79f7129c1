"""Bringing models up to date: only what a change touches is made anew.

Each model that others read is compared with what it was, and only the rows that differ count as
changed for them. So a page fetched again and found as it was, or read again by a new parser to the
same records, ends early.

- A model with a key (`-- Rebuilt by: page_url`) is made anew for the values of it that stand in
  changed rows of the tables it reads.
- Every other model is small, or nothing but a small part of what it reads decides it: it is made
  anew whole.
"""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

from rostrum.crash import crash_point
from rostrum.warehouse import naming
from rostrum.warehouse.ledger import STRINGS
from rostrum.warehouse.tracing import TABLES as TRACED_TABLES
from rostrum.warehouse.tracing import trace_again

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import duckdb

    from rostrum.warehouse.models import Model

LEDGER = "int_revisions_digested"
"""The model that holds each revision's digest: by it is known whose rows a load has changed."""

FETCHED = ("stg_fetches", "stg_damages", "stg_archive_records")
"""What may have other rows of a page that was touched, whether its records differ or not."""

TOUCHED = "touched"
PART = 4
"""Where more than one page of so many has other records, all models are made anew: it is faster."""

PAGE = "page_url"
FEW = 300
"""So many pages are looked for faster by a list, which a scan takes in, than by a join after it."""


class Update:
    """One update of all models, within a transaction of the caller's.

    Attributes:
        changed: of each table that changed, the temporary table with the rows that it lost or got.
    """

    def __init__(
        self, connection: duckdb.DuckDBPyConnection, models: list[Model], checks: list[Model]
    ) -> None:
        self.changed: dict[str, str] = {}
        self._connection = connection
        self._models = models
        self._read = naming.READS.union(*(one.reads for one in (*models, *checks)))
        self._temporary: list[str] = []

    def begin(self) -> bool:
        """Take in the touched pages; False, with nothing done, where all is to be made anew."""
        self._make(TOUCHED, "select distinct page_url from raw.pages_touched")
        self.changed |= dict.fromkeys(FETCHED, TOUCHED)
        (ledger,) = (model for model in self._models if model.name == LEDGER)
        self._compare(ledger, self._condition(PAGE, TOUCHED))
        if self._is_large():
            return False
        if LEDGER in self.changed:
            records = (model.name for model in self._models if model.layer == "staging")
            self.changed |= {name: self.changed[LEDGER] for name in records if name not in FETCHED}
        self._trace()
        return True

    def works(self) -> Iterator[tuple[Model, Callable[[], None]]]:
        """Each model of which something is to be made anew, with the making of it, in order.

        Each is to be made before the next is asked for.
        """
        are_named = False
        for model in self._models:
            if model.layer == "staging" or model.name == LEDGER:
                continue
            if naming.TABLE in model.reads and not are_named:
                self._name()
                are_named = True
            if model.name == naming.DECISIONS:
                yield model, partial(self._compare, model, None)
            elif model.key:
                if touched := self.touch(model):
                    renew = self._compare if model.name in self._read else self._renew
                    yield model, partial(renew, model, touched)
            elif not self.changed.keys().isdisjoint(model.reads):
                yield model, partial(self._compare, model, None)

    def touch(self, model: Model) -> str | None:
        """The condition that the key's value stands in what changed of the tables a model reads."""
        sources = sorted(name for name in model.reads if name in self.changed)
        if not sources:
            return None
        keys = " union all ".join(
            f"select {model.key} from {self._lost_or_got(model, name)}" for name in sources
        )
        touched = f"touched_{model.name}"
        self._make(
            touched, f"select distinct {model.key} from ({keys}) where {model.key} is not null"
        )
        return None if self._is_empty(touched) else self._condition(str(model.key), touched)

    def _lost_or_got(self, model: Model, name: str) -> str:
        """The rows that a table lost or got, as far as a model looks at them."""
        if not model.columns:
            return self.changed[name]
        looked_at = f"(select {model.key}, {model.columns} from {{}}_{name})"
        return f"({difference(looked_at.format('old'), looked_at.format('fresh'))})"

    def close(self) -> None:
        """Drop all temporary tables."""
        while self._temporary:
            self._connection.execute(f"drop table {self._temporary.pop()}")

    def _trace(self) -> None:
        """Trace the quotes of the touched pages anew."""
        touched = self._condition(PAGE, TOUCHED)
        for table in TRACED_TABLES:
            self._make(f"old_{table}", f"from intermediate.{table} where {touched}")
        trace_again(self._connection, touched)
        for table in TRACED_TABLES:
            fresh = self._make(f"fresh_{table}", f"from intermediate.{table} where {touched}")
            changed = self._make(f"changed_{table}", difference(f"old_{table}", fresh))
            if not self._is_empty(changed):
                self.changed[table] = changed

    def _name(self) -> None:
        """Look again at whose the names are that were not known, or that decisions speak of."""
        changed = [self.changed[naming.NAMES]] if naming.NAMES in self.changed else []
        decided = self.changed.get(naming.DECISIONS)
        if not changed and not decided:
            return
        blocks = naming.touched_blocks(self._connection, changed, decided)
        table = f"intermediate.{naming.TABLE}"
        self._make("touched_blocks", f"select unnest({STRINGS}) as block", [json.dumps(blocks)])
        of_blocks = f"from {table} where block in (from touched_blocks)"
        old = self._make(f"old_{naming.TABLE}", of_blocks)
        naming.update_blocks(self._connection, blocks, changed)
        fresh = self._make(f"fresh_{naming.TABLE}", of_blocks)
        differs = self._make(f"changed_{naming.TABLE}", difference(old, fresh))
        if not self._is_empty(differs):
            self.changed[naming.TABLE] = differs

    def _compare(self, model: Model, touched: str | None) -> None:
        """Make anew some rows of a model, or all, and put those in place that differ."""
        fresh = self._make(
            f"fresh_{model.name}", narrow(model, touched) if touched else model.select
        )
        rows = f" where {touched}" if touched else ""
        old = self._make(f"old_{model.name}", f"from {model.table}{rows}")
        changed = self._make(f"changed_{model.name}", difference(old, fresh))
        if self._is_empty(changed):
            return
        self.changed[model.name] = changed
        self._replace(model, fresh, changed)
        crash_point("models.updated")

    def _renew(self, model: Model, touched: str) -> None:
        """Make anew some rows of a model that nothing reads, so that it does not matter which."""
        fresh = self._make(f"fresh_{model.name}", narrow(model, touched))
        self._connection.execute(f"delete from {model.table} where {touched}")
        self._connection.execute(f"insert into {model.table} from {fresh}")
        crash_point("models.updated")

    def _replace(self, model: Model, fresh: str, changed: str) -> None:
        """Put rows in the place of those that changed."""
        if model.key is None:
            self._connection.execute(f"create or replace table {model.table} as from {fresh}")
            return
        differ = f"where {model.key} in (select {model.key} from {changed})"
        self._connection.execute(f"delete from {model.table} {differ}")
        self._connection.execute(f"insert into {model.table} from {fresh} {differ}")

    def _is_large(self) -> bool:
        """Whether so many pages have other records that it is faster to make everything anew."""
        if LEDGER not in self.changed:
            return False
        row = self._connection.execute(
            f"select (select count(distinct page_url) from {self.changed[LEDGER]}) * {PART} > "
            f"(select count(distinct page_url) from intermediate.{LEDGER})"
        ).fetchone()
        return bool(row and row[0])

    def _condition(self, key: str, touched: str) -> str:
        """That a row's key is one of those in a temporary table."""
        if key != PAGE or self._count(touched) > FEW:
            return f"{key} in (from {touched})"
        self._connection.execute(f"set variable {touched} = (select list({key}) from {touched})")
        return f"list_contains(getvariable('{touched}'), {key})"

    def _count(self, table: str) -> int:
        row = self._connection.execute(f"select count(*) from {table}").fetchone()
        return int(row[0]) if row else 0

    def _is_empty(self, table: str) -> bool:
        return self._connection.execute(f"from {table} limit 1").fetchone() is None

    def _make(self, name: str, query: str, parameters: list[str] | None = None) -> str:
        """A temporary table of a query's rows."""
        self._connection.execute(f"create temporary table {name} as {query}", parameters)
        self._temporary.append(name)
        return name


def difference(old: str, fresh: str) -> str:
    """The rows that one of two tables has more often than the other, each once.

    (DuckDB's `except all` numbers the rows within each value first: five times as slow.)
    """
    return (
        f"select * exclude (difference) from (select *, 1 as difference from {old} "
        f"union all select *, -1 from {fresh}) group by all having sum(difference) <> 0"
    )


def narrow(model: Model, condition: str) -> str:
    """A model's query for some values of its key alone.

    Each table that it names is put into the text as those of its rows that count.
    """
    text = model.select
    for place in reversed(model.references):
        table = text[place.start : place.end]
        rows = f"(select * from {table} where {condition})"
        name = "" if place.is_renamed else f" as {place.name}"
        text = text[: place.start] + rows + name + text[place.end :]
    return text
