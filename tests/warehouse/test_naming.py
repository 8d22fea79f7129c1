"""Names in the warehouse: batch after batch, whatever came before, with and without decisions."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from tests.conftest import LONG
from tests.warehouse.readings import FIRST_AT, Pen, Visit, batch_of, reading_of
from tests.warehouse.test_models_incremental import (
    MODELS,
    always_update,
    differing,
    opened,
    warehouse,
)

from rostrum.identity import Decision, Unit
from rostrum.records import Cut, Quote, Role, Speaker
from rostrum.warehouse import naming
from rostrum.warehouse.fingerprint import hash_table, reader_tables
from rostrum.warehouse.load import load_batch
from rostrum.warehouse.models import build_models, run_models
from rostrum.warehouse.prepare import prepare

__all__ = ["always_update", "warehouse"]

NAMES = (
    "Sergei Pospelov,Sergey Pospelov,Сергей Поспелов,S. Pospelov,POSPELOV Sergey,Stepan Pospelov,"
    "Sergei Viktorovich Pospelov,Sergei Petrovich Pospelov,Anna Pospelova,Sergey Pospelev,"
    "Yulia Zorina,Julia Zorina,Юлия Зорина,Yu. Zorina,Hanne Verbik,Ханне Вербик,H. Verbik,"
    "Hans Verbik,John Smith,John Smith Jr.,J. Smith,Jane Smith,Dorothea Lunt,Доротея Лант"
).split(",")
HOUSES = (
    "CSTO,Collective Security Treaty Organization,the collective security treaty organisation,"
    "Council of Shore Town Officers,Port of Ostrel,PORT OF OSTREL"
).split(",")
PHRASES = (
    "We met at the Collective Security Treaty Organization (CSTO) and at the shore",
    "The Council of Shore Town Officers (CSTO) has no shore",
    *["The shore is long and the law is not"] * 4,
)
LOADS = 100 if LONG else 12
IDS = "select kind, name, page_url, entity_id from intermediate.int_names_resolved"


def page_of(visit: Visit):
    """A page on which a few people of a small store speak, each for one of a few organizations."""
    chance = Random(f"{visit.page} {visit.body}")
    pen = Pen(chance)
    quotes = []
    for number in range(1, chance.randint(1, 3) + 1):
        house = chance.choice(HOUSES)
        name = pen.cut(chance.choice(NAMES))
        speaker = Speaker(name, pen.cut(f"Judge, {house}"), (Role("Judge", house),))
        quotes.append(Quote(number, 1, None, (pen.cut(chance.choice(PHRASES)),), speaker))
    reading = reading_of(visit)
    records = replace(
        reading.records,
        kind="report",
        published_on=date(2025, 1, 1) + timedelta(days=visit.page),
        quotes=tuple(quotes),
        speeches=(),
        sessions=(),
        participants=(),
    )
    return replace(reading, records=records)


def load(connection, number: int, *visits: Visit) -> None:
    batch = batch_of([replace(visit, parser=None) for visit in visits], number)
    batch.readings.extend(prepare(page_of(visit)) for visit in visits)
    load_batch(connection, batch)


def ids_of(connection) -> dict[tuple[str, str, str], str]:
    return {tuple(key): id_ for *key, id_ in connection.execute(IDS).fetchall() if id_}


def changes_of(connection) -> dict[tuple[str, str, str], list[tuple[str, str]]]:
    found = {}
    for kind, name, page_url, before, after in connection.execute(
        "select entity, name, coalesce(page_url, ''), id_before, id_after from identity_changes "
        "order by seen_at"
    ).fetchall():
        found.setdefault((kind, name, page_url), []).append((before, after))
    return found


def is_told(steps: list[tuple[str, str]], before: str, after: str) -> bool:
    """Whether a chain of changes leads from one id to another."""
    reached = {before}
    for step_before, step_after in steps:
        if step_before in reached:
            reached.add(step_after)
    return after in reached


@pytest.mark.long
@pytest.mark.timeout(900)
def test_many_loads_change_no_id_untold(warehouse, always_update):
    chance = Random(7)
    before: dict[tuple[str, str, str], str] = {}
    told_before: dict[tuple[str, str, str], list[tuple[str, str]]] = {}
    changed = 0
    run_models(warehouse, whole=True)
    for number in range(LOADS):
        visits = [Visit(chance.randrange(150), chance.randrange(3)) for _ in range(2)]
        load(warehouse, number, *visits)
        run_models(warehouse)
        after, told = ids_of(warehouse), changes_of(warehouse)
        for key in before.keys() & after.keys():
            if before[key] != after[key]:
                new = told[key][len(told_before.get(key, ())) :]
                assert is_told(new, before[key], after[key]), (number, key)
                changed += 1
        before, told_before = after, told
    assert changed >= LOADS / 20
    assert differing(warehouse) == {}
    assert_named_as_if_made_anew(warehouse)


def assert_named_as_if_made_anew(connection) -> None:
    query = f"from intermediate.{naming.TABLE} order by all"
    found = connection.execute(query).fetchall()
    connection.execute("begin")
    build_models(connection, MODELS)
    assert found == connection.execute(query).fetchall()
    connection.execute("rollback")


def hashes(connection) -> dict[str, str]:
    return {table: hash_table(connection, table) for table in reader_tables(connection)}


@pytest.mark.long(only=True)
def test_pages_in_another_order_give_the_same_ids(tmp_path, always_update):
    pages = [Visit(page) for page in range(40)]
    found = []
    for order in ("as they are", "turned", "mixed"):
        listed = list(pages)
        if order == "turned":
            listed.reverse()
        elif order == "mixed":
            Random(3).shuffle(listed)
        with opened(tmp_path / order) as connection:
            for number in range(0, 40, 4 if order == "mixed" else 10):
                load(connection, number, *listed[number : number + (4 if order == "mixed" else 10)])
                run_models(connection)
            found.append((ids_of(connection), hashes(connection)))
    assert found[0] == found[1] == found[2]
    assert len(set(found[0][0].values())) < len(found[0][0])


def decide(connection, *decisions: Decision) -> None:
    connection.execute("delete from raw.decisions")
    for one in decisions:
        connection.execute(
            "insert into raw.decisions values (?, ?, ?)", [one.number, one.at, one.line]
        )
    run_models(connection)


def side(*names: str) -> tuple[Unit, ...]:
    return tuple(map(Unit, names))


LATER = FIRST_AT + timedelta(days=500)
DECISIONS = {
    "a merge across blocks": Decision(
        1, LATER, "merge", "person", ("kept", "gone"), (side("Anna Pospelova"), side("Jane Smith"))
    ),
    "a split": Decision(
        1,
        LATER,
        "split",
        "person",
        ("kept",),
        (side("Yulia Zorina", "Julia Zorina"), side("Юлия Зорина")),
    ),
    "organizations": Decision(
        1, LATER, "merge", "organization", ("kept", "gone"), (side("CSTO"), side("Port of Ostrel"))
    ),
}


@pytest.mark.parametrize("decision", DECISIONS.values(), ids=DECISIONS)
def test_an_update_takes_decisions_in_and_an_undo_restores_everything(
    decision, warehouse, always_update
):
    load(warehouse, 0, *(Visit(page) for page in range(60)))
    run_models(warehouse)
    before = hashes(warehouse)
    decide(warehouse, decision)
    assert before != hashes(warehouse)
    assert differing(warehouse) == {}
    assert_named_as_if_made_anew(warehouse)
    load(warehouse, 501, Visit(70), Visit(71))
    run_models(warehouse)
    assert differing(warehouse) == {}
    decide(warehouse, decision, Decision(2, LATER + timedelta(days=9), "undo", undoes=1))
    assert differing(warehouse) == {}
    decide(warehouse)
    without = hashes(warehouse)
    decide(warehouse, decision, Decision(2, LATER + timedelta(days=9), "undo", undoes=1))
    assert without == hashes(warehouse)


def test_one_name_on_one_page_can_be_somebody_else(warehouse, always_update):
    load(warehouse, 0, *(Visit(page) for page in range(60)))
    run_models(warehouse)
    before = hashes(warehouse)
    name, pages = warehouse.execute(
        "select speaker_name, list(distinct page_url order by page_url) from quotes "
        "group by speaker_name order by count(distinct page_url) desc, speaker_name"
    ).fetchone()
    assert len(pages) > 2
    ids = "select distinct page_url, person_id from quotes where speaker_name = ?"
    one_id = {id_ for _, id_ in warehouse.execute(ids, [name]).fetchall()}
    apart = Decision(
        1, LATER, "split", "person", tuple(one_id), (side(name), (Unit(name, pages[0]),))
    )
    decide(warehouse, apart)
    found = dict(warehouse.execute(ids, [name]).fetchall())
    assert len(one_id) == 1
    assert one_id.isdisjoint({found.pop(pages[0])})
    assert one_id == set(found.values())
    assert differing(warehouse) == {}
    told = warehouse.execute("select page_url, reason from identity_changes where page_url <> ''")
    assert (pages[0], "decision 1 (split)") in told.fetchall()
    decide(warehouse, apart, Decision(2, LATER + timedelta(days=1), "undo", undoes=1))
    assert before == hashes(warehouse)
    assert differing(warehouse) == {}


def test_only_blocks_that_print_something_new_are_looked_at(warehouse, always_update, monkeypatch):
    load(warehouse, 0, *(Visit(page) for page in range(60)))
    run_models(warehouse)
    looked_at = []
    kept = naming.resolve_block
    monkeypatch.setattr(
        naming,
        "resolve_block",
        lambda block, *rest: looked_at.append(block) or kept(block, *rest),
    )
    load(warehouse, 1, *(Visit(page) for page in range(60)))
    run_models(warehouse)
    assert looked_at == []
    batch = batch_of([Visit(90, parser=None)], 2)
    cut = Cut("Ottilie Hask", 0, 12)
    reading = page_of(Visit(90))
    quote = replace(reading.records.quotes[0], speaker=Speaker(cut, None, ()))
    records = replace(reading.records, quotes=(quote,))
    batch.readings.append(prepare(replace(reading, records=records)))
    load_batch(warehouse, batch)
    run_models(warehouse)
    assert ["person hsk:u"] == looked_at or len(looked_at) == 1


def test_a_position_over_time_is_one_query(warehouse):
    load(warehouse, 0, *(Visit(page) for page in range(60)))
    run_models(warehouse)
    rows = warehouse.execute(
        "select distinct name from person_roles join speakers using (person_id) "
        "where role = 'Judge' and person_roles.first_on <= date '2025-12-31' "
        "and person_roles.last_on >= date '2025-01-01'"
    ).fetchall()
    assert rows
    quoted = warehouse.execute(
        "select person_id, role.role, role.organization, position, "
        "count(distinct page_url), min(published_on), max(published_on) "
        "from (select *, unnest(roles) as role from quotes) group by all order by all"
    ).fetchall()
    told = warehouse.execute(
        "select person_id, role, organization, position, page_count, first_on, last_on "
        "from person_roles order by all"
    ).fetchall()
    assert quoted == told


def test_a_decision_is_its_line():
    at = datetime(2026, 5, 1, tzinfo=UTC)
    sides = (
        (Unit("Ada “A” Brandt"), Unit("Ада Брандт")),
        (Unit("Ada Brandt", "https://x.example/"),),
    )
    made = Decision(4, at, "split", "person", ("0123",), sides)
    assert naming.read_decision(4, made.line) == made
    assert json.loads(made.line)["names"][1] == [["Ada Brandt", "https://x.example/"]]
