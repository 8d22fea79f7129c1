"""Seeded edits of a published page: each is told as what it is, and nothing else is told."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace

import pytest
from tests.pages import Said
from tests.warehouse.edits import ARCHIVE, BOATS, FIRST, ICE, LAKE, SCHOOL, Body

from rostrum.pipeline import ingest
from rostrum.warehouse.connect import open_warehouse
from rostrum.warehouse.models import run_models
from rostrum.warehouse.publish import publish as publish_snapshot
from rostrum.warehouse.query import query

KEYS, WINTER, KEY = (
    "The shore is longer than the law",
    "Winter is no exception but a season",
    ("Nobody holds the key"),
)
UNRELATED = Said("Give the town the quay for one crown and the debt with it", "Ada Brandt")


@dataclass(frozen=True)
class Edit:
    """A page before and after, and the rows that tell it: (change, before, after, speaker)."""

    after: Body
    told: tuple[tuple[str, str | None, str | None, str], ...]
    before: Body = FIRST


def words(said: Said, old: str, new: str) -> Said:
    assert old in said.text
    return replace(said, text=said.text.replace(old, new))


def reworded(old: Said, new: Said) -> tuple[str, str, str, str]:
    return ("reworded", old.text, new.text, new.name)


def added(said: Said) -> tuple[str, None, str, str]:
    return ("added", None, said.text, said.name)


def removed(said: Said) -> tuple[str, str, None, str]:
    return ("removed", said.text, None, said.name)


TYPO = words(LAKE, "brought", "brougth")
REPLACED = words(BOATS, "three", "four")
SENTENCE = replace(ICE, text=ICE.text + ". A pilot dies of it every third winter")
CLAUSE = words(LAKE, " that is brought before it", "")
TYPOGRAPHY = words(LAKE, ", and", " — and")
OTHER_SPEAKER = replace(ICE, name="Tomas Weil", position=BOATS.position)
RESPELT = replace(BOATS, name="Thomas Weil")
PROMOTED = replace(BOATS, position="Former Harbour Master, Port of Ostrel")
SWAPPED = (
    replace(LAKE, name=BOATS.name, position=BOATS.position),
    replace(BOATS, name=LAKE.name, position=LAKE.position),
)
BOTH = replace(words(SCHOOL, "ninety", "eighty"), name="Inge Moor", position=ICE.position)
HALVES = (
    Said("We counted the boats twice in the spring, once from the pier", "Tomas Weil"),
    Said("Both times somebody had moved the ferry", "Tomas Weil"),
)
WHOLE = Said(f"{HALVES[0].text}. {HALVES[1].text}", "Tomas Weil")

EDITS = {
    "added": Edit(FIRST.with_group(0, LAKE, UNRELATED, BOATS), (added(UNRELATED),)),
    "removed": Edit(FIRST.with_group(0, BOATS), (removed(LAKE),)),
    "typo": Edit(FIRST.with_group(0, TYPO, BOATS), (reworded(LAKE, TYPO),)),
    "word replaced": Edit(FIRST.with_group(0, LAKE, REPLACED), (reworded(BOATS, REPLACED),)),
    "sentence added": Edit(FIRST.with_group(1, SENTENCE, SCHOOL), (reworded(ICE, SENTENCE),)),
    "clause cut": Edit(FIRST.with_group(0, CLAUSE, BOATS), (reworded(LAKE, CLAUSE),)),
    "typography": Edit(FIRST.with_group(0, TYPOGRAPHY, BOATS), (reworded(LAKE, TYPOGRAPHY),)),
    "replaced by an unrelated sentence of the same person": Edit(
        FIRST.with_group(0, UNRELATED, BOATS), (added(UNRELATED), removed(LAKE))
    ),
    "reattributed": Edit(
        FIRST.with_group(1, OTHER_SPEAKER, SCHOOL),
        (("reattributed", "Inge Moor", "Tomas Weil", "Tomas Weil"),),
    ),
    "name respelt": Edit(
        FIRST.with_group(0, LAKE, RESPELT),
        (("reattributed", "Tomas Weil", "Thomas Weil", "Thomas Weil"),),
    ),
    "position changed": Edit(
        FIRST.with_group(0, LAKE, PROMOTED),
        (
            (
                "reattributed",
                "Tomas Weil, Harbour Master, Port of Ostrel",
                "Tomas Weil, Former Harbour Master, Port of Ostrel",
                "Tomas Weil",
            ),
        ),
    ),
    "speakers swapped": Edit(
        FIRST.with_group(0, *SWAPPED),
        (
            ("reattributed", "Ada Brandt", "Tomas Weil", "Tomas Weil"),
            ("reattributed", "Tomas Weil", "Ada Brandt", "Ada Brandt"),
        ),
    ),
    "moved to another section": Edit(
        FIRST.with_group(0, LAKE).with_group(2, ARCHIVE, BOATS),
        (("moved", f"KEY CONCLUSIONS › {KEYS}", f"PROBLEMS › {KEY}", "Tomas Weil"),),
    ),
    "moved to another thesis": Edit(
        FIRST.with_group(0, LAKE).with_group(1, BOATS, ICE, SCHOOL),
        (("moved", f"KEY CONCLUSIONS › {KEYS}", f"KEY CONCLUSIONS › {WINTER}", "Tomas Weil"),),
    ),
    "order swapped": Edit(
        FIRST.with_group(0, BOATS, LAKE),
        (
            (
                "moved",
                f"KEY CONCLUSIONS › {KEYS} › quote 1, first",
                f"KEY CONCLUSIONS › {KEYS} › quote 2, after “{BOATS.text[:60]}…”",
                "Ada Brandt",
            ),
        ),
    ),
    "split in two": Edit(
        FIRST.with_group(0, LAKE, *HALVES),
        (reworded(WHOLE, HALVES[0]), added(HALVES[1])),
        before=FIRST.with_group(0, LAKE, WHOLE),
    ),
    "merged": Edit(
        FIRST.with_group(0, LAKE, WHOLE),
        (reworded(HALVES[0], WHOLE), removed(HALVES[1])),
        before=FIRST.with_group(0, LAKE, *HALVES),
    ),
    "the first of two the same removed": Edit(
        FIRST, (removed(ARCHIVE),), before=FIRST.with_group(1, ARCHIVE, ICE, SCHOOL)
    ),
    "the second of two the same removed": Edit(
        FIRST.with_group(0, LAKE, ICE, BOATS).with_group(1, SCHOOL),
        (removed(ICE),),
        before=FIRST.with_group(0, LAKE, ICE, BOATS),
    ),
    "quoted a second time": Edit(FIRST.with_group(2, ARCHIVE, LAKE), (added(LAKE),)),
    "reworded and reattributed": Edit(
        FIRST.with_group(1, ICE, BOTH),
        (
            ("reattributed", "Karl Oster", "Inge Moor", "Inge Moor"),
            reworded(SCHOOL, BOTH),
        ),
    ),
    "reworded and moved": Edit(
        FIRST.with_group(0, LAKE).with_group(2, ARCHIVE, REPLACED),
        (
            ("moved", f"KEY CONCLUSIONS › {KEYS}", f"PROBLEMS › {KEY}", "Tomas Weil"),
            reworded(BOATS, REPLACED),
        ),
    ),
    "all at once": Edit(
        FIRST.with_group(0, TYPO, RESPELT).with_group(1, SCHOOL, UNRELATED),
        (
            reworded(LAKE, TYPO),
            ("reattributed", "Tomas Weil", "Thomas Weil", "Thomas Weil"),
            added(UNRELATED),
            removed(ICE),
        ),
    ),
    "markup only": Edit(replace(FIRST, note="<!-- rebuilt --><div class=box></div>"), ()),
    "thesis renamed": Edit(FIRST.with_group(0, thesis="The law is shorter than the shore"), ()),
    "section renamed": Edit(FIRST.with_group(2, section="KEY PROBLEMS"), ()),
    "section renamed to one of another kind": Edit(FIRST.with_group(2, section="SOLUTIONS"), ()),
    "headings renamed and a neighbour added": Edit(
        FIRST.with_group(0, UNRELATED, LAKE, BOATS, thesis="A shore"), (added(UNRELATED),)
    ),
}


def publish(settings, site, *bodies: Body | str) -> str:
    """Publish bodies at one address, one after the other, each ingested; returns the address."""
    url = ""
    for body in bodies:
        url = site.write("page.html", body if isinstance(body, str) else body.html)
        asyncio.run(ingest([url], settings))
    return url


def rows(settings, sql: str) -> list[tuple]:
    return query(settings, sql).rows


def told(settings) -> list[tuple]:
    """Every change row, step after step."""
    return rows(
        settings,
        "select change, before, after, speaker_name from quote_changes "
        "order by step, change = 'removed', quote_number_after, change",
    )


def ids(settings) -> dict[str, set[str]]:
    """Words → ids of the quotes that are published."""
    rows = query(settings, "select text, list(quote_id) from quotes group by text").rows
    return {text: set(found) for text, found in rows}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_is_told_as_what_it_is(settings, site, name):
    edit = EDITS[name]
    url = publish(settings, site, edit.before)
    assert [] == told(settings)
    before = ids(settings)
    publish(settings, site, edit.after)
    assert sorted(edit.told, key=str) == sorted(told(settings), key=str)
    renamed = {new: old for change, old, new, _ in edit.told if change == "reworded"}
    new_words = [new for change, _, new, _ in edit.told if change == "added"]
    for text, found in ids(settings).items():
        assert len(found - before.get(renamed.get(text, text), set())) == new_words.count(text), (
            text
        )
    assert [(url, 2)] == query(settings, "select page_url, revision_count from pages").rows


def test_a_quote_that_comes_back_is_the_old_one(settings, site):
    publish(settings, site, FIRST)
    before = ids(settings)
    publish(settings, site, FIRST.with_group(0, BOATS), FIRST.with_group(0, TYPO, BOATS))
    assert [removed(LAKE), added(TYPO)] == told(settings)
    publish(settings, site, FIRST.with_group(0, BOATS), FIRST.with_group(0, LAKE, BOATS, UNRELATED))
    assert before.items() <= ids(settings).items()
    assert [
        removed(LAKE),
        added(TYPO),
        removed(TYPO),
        added(LAKE),
        added(UNRELATED),
    ] == told(settings)


def test_a_body_that_comes_back_gives_the_same_ids_and_both_edits_are_told(settings, site):
    second = FIRST.with_group(0, TYPO).with_group(2, ARCHIVE, UNRELATED)
    publish(settings, site, FIRST)
    before = ids(settings)
    publish(settings, site, second, FIRST)
    assert before == ids(settings)
    there = [reworded(LAKE, TYPO), added(UNRELATED), removed(BOATS)]
    back = [reworded(TYPO, LAKE), added(BOATS), removed(UNRELATED)]
    assert there + back == told(settings)
    publish(settings, site, second)
    assert there + back + there == told(settings)


def test_an_unreadable_body_in_between_says_nothing(settings, site):
    wall = "<html><head><title>x</title></head><body><h1>Page not found</h1></body></html>"
    publish(settings, site, FIRST, wall, FIRST)
    assert [] == told(settings)
    publish(settings, site, wall, FIRST.with_group(0, TYPO, BOATS))
    assert [reworded(LAKE, TYPO)] == told(settings)


def test_first_seen_is_the_first_sight_whatever_the_words(settings, site):
    publish(settings, site, FIRST)
    seen = "select quote_id, first_seen_at from quotes"
    before = dict(rows(settings, seen))
    publish(settings, site, FIRST.with_group(0, TYPO, RESPELT, UNRELATED))
    after = dict(rows(settings, seen))
    assert before.items() <= after.items()
    (new,) = after.keys() - before.keys()
    changes = rows(settings, "select quote_id, seen_at from quote_changes where change = 'added'")
    assert [(new, after[new])] == changes


def test_people_are_first_seen_where_a_body_first_prints_them(settings, site):
    publish(settings, site, FIRST)
    seen = "select name, first_seen_at from speakers"
    before = dict(rows(settings, seen))
    publish(settings, site, FIRST.with_group(0, TYPO, BOATS))
    assert before.items() <= dict(rows(settings, seen)).items()


def test_seen_at_is_the_first_fetch_of_the_newer_body(settings, site):
    url = publish(settings, site, FIRST, FIRST.with_group(0, TYPO, BOATS))
    publish(settings, site, FIRST.with_group(0, TYPO, BOATS))  # looked at again: unchanged
    fetches = rows(settings, "select fetched_at from raw.fetches order by fetched_at")
    assert [(url, *fetches[1])] == rows(settings, "select page_url, seen_at from quote_changes")


def test_a_page_that_is_gone_keeps_its_quotes_and_its_changes(settings, site):
    url = publish(settings, site, FIRST, FIRST.with_group(0, TYPO))
    before = told(settings)
    (site.folder / "page.html").unlink()
    for _ in range(3):
        asyncio.run(ingest([url], settings))
    with open_warehouse(settings) as connection:  # as if the last look was a day later
        connection.execute(
            "update raw.fetches set fetched_at = fetched_at - interval 1 day "
            "where fetched_at < (select max(fetched_at) from raw.fetches)"
        )
        run_models(connection, whole=True)
        publish_snapshot(connection, settings)
    assert [("gone",)] == rows(settings, "select status from pages")
    assert [(4, True)] == rows(settings, "select count(*), bool_and(is_gone) from quotes")
    assert before == told(settings)
    assert [reworded(LAKE, TYPO), removed(BOATS)] == before


def test_quotes_withheld_as_repeated_do_not_look_removed(settings, site):
    box = Said("Every session of the Forum begins with a walk along the shore", "Rolf Anders")
    report = FIRST.with_group(2, ARCHIVE, box)
    first = publish(settings, site, report)
    urls = [
        site.write(f"{number}.html", report.html.replace("Who Speaks for", f"Session {number} of"))
        for number in range(5)
    ]
    asyncio.run(ingest(urls, settings))
    withheld = rows(settings, "select count(*) from issues where code = 'repeated_quote'")
    assert withheld[0][0] >= 6
    assert [] == told(settings)
    publish(settings, site, report.with_group(0, TYPO, BOATS))
    assert [(first, *reworded(LAKE, TYPO))] == rows(
        settings, "select page_url, change, before, after, speaker_name from quote_changes"
    )
