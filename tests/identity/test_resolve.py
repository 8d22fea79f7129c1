"""Names of one block: who is one, under which id, and what is told of how it came about."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest

from rostrum.identity import Decision, Known, Unit
from rostrum.identity.organizations import (
    Abbreviation,
    Organizations,
    organization_key,
    read_abbreviation,
)
from rostrum.identity.people import People
from rostrum.identity.resolve import resolve

FIRST = datetime(2026, 1, 1, tzinfo=UTC)
LATER = FIRST + timedelta(days=100)


def known(*printed: str, rules=None) -> list[Known]:
    """`Name@House`, each seen a day after the one before."""
    found = []
    for day, text in enumerate(printed):
        name, *houses = text.split("@")
        at = FIRST + timedelta(days=day)
        found.append(Known(Unit(name), at, dict.fromkeys(houses, at)))
    return found


def resolved(*printed: str, decisions=(), rules=None) -> dict[str, object]:
    rows = resolve(rules or People(), known(*printed), list(decisions))
    return {row.unit.name: row for row in rows}


def parties(*printed: str, decisions=(), rules=None) -> set[frozenset[str]]:
    """The names, those of one together."""
    by_id = defaultdict(set)
    for name, row in resolved(*printed, decisions=decisions, rules=rules).items():
        by_id[row.entity_id].add(name)
    return {frozenset(names) for names in by_id.values()}


def together(*groups: str) -> set[frozenset[str]]:
    return {frozenset(group.split(" = ")) for group in groups}


CASES = {
    "spellings and scripts": (
        ["Sergei Pospelov", "Sergey Pospelov", "Сергей Поспелов", "POSPELOV Sergey"],
        ["Sergei Pospelov = Sergey Pospelov = Сергей Поспелов = POSPELOV Sergey"],
    ),
    "a patronymic is no other person": (
        ["Сергей Поспелов", "Sergei Viktorovich Pospelov"],
        ["Сергей Поспелов = Sergei Viktorovich Pospelov"],
    ),
    "two patronymics are two, and the name without stays apart": (
        ["Sergey Pospelov", "Sergei Viktorovich Pospelov", "Sergei Petrovich Pospelov"],
        ["Sergey Pospelov", "Sergei Viktorovich Pospelov", "Sergei Petrovich Pospelov"],
    ),
    "an initial alone decides nothing": (
        ["S. Pospelov@Bank", "Sergey Pospelov@Court"],
        ["S. Pospelov", "Sergey Pospelov"],
    ),
    "an initial at one organization": (
        ["S. Pospelov@Bank", "Sergey Pospelov@Bank", "Stepan Pospelov@Court"],
        ["S. Pospelov = Sergey Pospelov", "Stepan Pospelov"],
    ),
    "an initial that fits two there": (
        ["S. Pospelov@Bank", "Sergey Pospelov@Bank", "Stepan Pospelov@Bank"],
        ["S. Pospelov", "Sergey Pospelov", "Stepan Pospelov"],
    ),
    "an organization is no identity": (
        ["Sergey Pospelov@Bank", "Igor Pospelov@Bank", "Anna Pospelova@Bank"],
        ["Sergey Pospelov", "Igor Pospelov", "Anna Pospelova"],
    ),
    "a slip at one organization": (
        ["Sergey Pospelov@Bank", "Sergey Pospelev@Bank"],
        ["Sergey Pospelov = Sergey Pospelev"],
    ),
    "a slip between two that are not one": (
        ["Minseok Parker@Bank", "Minseok Parkes@Bank", "Minseok Parket@Court"],
        ["Minseok Parker = Minseok Parkes", "Minseok Parket"],
    ),
    "father and son": (["John Smith", "John Smith Jr."], ["John Smith", "John Smith Jr."]),
    "German names alike in Russian": (
        ["Hans Bayer", "Hans Baer", "Ханс Баер"],
        ["Hans Bayer", "Hans Baer = Ханс Баер"],
    ),
}


@pytest.mark.parametrize(("printed", "expected"), CASES.values(), ids=CASES)
def test_who_is_one(printed, expected):
    assert together(*expected) == parties(*printed)


@pytest.mark.parametrize(("printed", "expected"), CASES.values(), ids=CASES)
def test_ids_do_not_depend_on_the_order(printed, expected):
    ids = {name: row.entity_id for name, row in resolved(*printed).items()}
    for order in list(permutations(printed))[:24]:
        assert ids == {name: row.entity_id for name, row in resolved(*order).items()}


def test_what_is_undecided_is_told_with_its_reason():
    rows = resolved("S. Pospelov@Bank", "Sergey Pospelov@Bank", "Stepan Pospelov@Bank")
    doubts = {doubt.name: doubt.reason for doubt in rows["S. Pospelov"].undecided}
    assert {"Sergey Pospelov", "Stepan Pospelov"} == set(doubts)
    assert all("initial" in reason and "others fit" in reason for reason in doubts.values())
    assert rows["Sergey Pospelov"].entity_id == next(
        doubt.entity_id for doubt in rows["S. Pospelov"].undecided if doubt.name.startswith("Ser")
    )


def test_a_name_keeps_its_id_while_more_of_it_is_printed():
    rows = resolved("Sergey Pospelov", "Сергей Поспелов", "Sergei Viktorovich Pospelov")
    assert [[], [], []] == [row.changes for row in rows.values()]


def test_every_change_of_an_id_is_told():
    printed = ["S. Pospelov@Bank", "Sergey Pospelov@Bank", "Stepan Pospelov@Bank"]
    ids = [resolved(*printed[:count])["S. Pospelov"].entity_id for count in (1, 2, 3)]
    changes = resolved(*printed)["S. Pospelov"].changes
    told = [(change.id_before, change.id_after) for change in changes]
    assert [(ids[0], ids[1]), (ids[1], ids[2])] == told
    assert ids[0] == ids[2] != ids[1]
    assert [FIRST + timedelta(days=day) for day in (1, 2)] == [one.seen_at for one in changes]
    assert "“Sergey Pospelov” was printed" in changes[0].reason
    assert "more than one" in changes[1].reason


def side(*names: str) -> tuple[Unit, ...]:
    return tuple(map(Unit, names))


def merge(number: int, kept, others, entity_id="kept-id") -> Decision:
    at = LATER + timedelta(days=number)
    return Decision(number, at, "merge", "person", (entity_id, "other"), (kept, others))


def split(number: int, kept, others) -> Decision:
    at = LATER + timedelta(days=number)
    return Decision(number, at, "split", "person", ("some-id",), (kept, others))


def undo(number: int, undone: int) -> Decision:
    return Decision(number, LATER + timedelta(days=number), "undo", undoes=undone)


def test_a_merge_wins_over_the_rules_and_gives_the_first_id():
    printed = ["Anna Pospelova", "Anna Orlova", "Анна Орлова", "Olga Orlova"]
    decided = [merge(1, side("Anna Pospelova"), side("Anna Orlova"))]
    expected = together("Anna Pospelova = Anna Orlova = Анна Орлова", "Olga Orlova")
    assert expected == parties(*printed, decisions=decided)
    assert resolved(*printed, decisions=decided)["Анна Орлова"].entity_id == "kept-id"


def test_a_split_wins_over_the_rules_and_what_fits_both_stays_apart():
    printed = ["Sergei Pospelov", "Sergey Pospelov", "Сергей Поспелов"]
    decided = [split(1, side("Sergei Pospelov"), side("Sergey Pospelov"))]
    assert together(*printed) == parties(*printed, decisions=decided)
    rows = resolved(*printed, decisions=decided)
    assert rows["Sergei Pospelov"].changes == []
    assert [change.reason for change in rows["Sergey Pospelov"].changes] == ["decision 1 (split)"]


def test_the_later_decision_wins():
    printed = ["Sergei Pospelov", "Sergey Pospelov"]
    one, other = map(side, printed)
    parted = [split(1, one, other)]
    joined = [*parted, merge(2, one, other)]
    again = [*joined, split(3, one, other)]
    assert together(*printed) == parties(*printed, decisions=parted)
    assert together("Sergei Pospelov = Sergey Pospelov") == parties(*printed, decisions=joined)
    assert together(*printed) == parties(*printed, decisions=again)


@pytest.mark.parametrize("decision", [merge, split])
def test_undoing_restores_every_id(decision):
    printed = ["Sergei Pospelov", "Sergey Pospelov", "Igor Pospelov", "S. Pospelov"]
    names = ("Sergei Pospelov",), ("Sergey Pospelov",)
    if decision is merge:
        names = names[0], ("Igor Pospelov",)
    made = decision(1, *(side(*one) for one in names))
    before = {name: row.entity_id for name, row in resolved(*printed).items()}
    decided = resolved(*printed, decisions=[made])
    undone = resolved(*printed, decisions=[made, undo(2, 1)])
    assert before != {name: row.entity_id for name, row in decided.items()}
    assert before == {name: row.entity_id for name, row in undone.items()}
    told = [change.reason for row in undone.values() for change in row.changes]
    assert any("decision 1 was undone" in reason for reason in told)


CSTO = "Collective Security Treaty Organization"
ABBREVIATIONS = {
    f"of the {CSTO} (CSTO)": "csto",
    "the Eurasian Economic Union (EAEU)": "eaeu",
    "World Anti-Doping Agency (“WADA”)": "wada",
    "the Department of Justice (DOJ)": "doj",
    "Организации Договора о коллективной безопасности (ОДКБ)": "одкб",
    "Евразийский экономический союз (далее — ЕАЭС)": "еаэс",
    "Russian Union of Industrialists and Entrepreneurs (RSPP)": None,
    "the Bank of Russia (EPP)": None,
    "the members of the union (MU)": None,
    "Institute (IN)": None,
    "the Treaty (Moscow)": None,
    f"{CSTO} (CSTR)": None,
}


@pytest.mark.parametrize(("phrase", "short"), ABBREVIATIONS.items())
def test_abbreviations_whose_letters_fit(phrase, short):
    found = read_abbreviation(phrase)
    assert short == (found.short if found else None)


@pytest.mark.parametrize(
    "names",
    [
        (CSTO, f"the {CSTO.lower()}", f"“{CSTO}”", f"The {CSTO} (CSTO)", CSTO.replace("z", "s")),
        ("Shore & Lake Trust", "SHORE AND LAKE TRUST", "The Shore and Lake Trust"),
        ("Институт речного права", "институт речного права", "Института речного права"),
        ("газета «Вестник долины»", "Газета “Вестник долины”", "газеты Вестник долины"),
        ("Children’s Fund", "Children's Fund"),
    ],
)
def test_one_organization_in_several_manners(names):
    assert len({organization_key(name) for name in names}) == 1


def organizations(**told: int) -> Organizations:
    return Organizations(
        {
            Abbreviation(organization_key(full.replace("_", " ")), "csto"): FIRST
            + timedelta(days=day)
            for full, day in told.items()
        }
    )


def test_an_abbreviation_that_a_page_gives_is_the_organization():
    rules = organizations(**{CSTO.replace(" ", "_"): 3})
    expected = together(f"CSTO = the {CSTO}", "Court of Ostrel")
    printed = ("CSTO", f"the {CSTO}", "Court of Ostrel")
    assert expected == parties(*printed, rules=rules)
    changes = resolved(*printed, rules=rules)["CSTO"].changes
    assert [FIRST + timedelta(days=3)] == [change.seen_at for change in changes]
    assert "in brackets" in changes[0].reason


def test_an_abbreviation_given_for_two_names_stays_apart():
    other = "Council of Shore Town Officers"
    rules = organizations(**{CSTO.replace(" ", "_"): 1, other.replace(" ", "_"): 2})
    assert together("CSTO", CSTO, other) == parties("CSTO", CSTO, other, rules=rules)
    doubts = resolved("CSTO", CSTO, other, rules=rules)
    assert any("two names" in one.reason for row in doubts.values() for one in row.undecided)


def test_an_unknown_abbreviation_is_itself():
    assert together("CSTO", CSTO) == parties("CSTO", CSTO, rules=organizations())
