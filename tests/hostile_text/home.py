"""Homes full of hostile text: one from pages served on loopback, one with it in every column."""

from __future__ import annotations

import html
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from tests.hostile_text.corpus import EVERY, SERVED
from tests.pages import Report, Said

from rostrum.ids import make_id, sha256_hex
from rostrum.records import Cut, Issue, PageRecords, Quote, Role, Section, Speaker, Speech, Thesis
from rostrum.warehouse.connect import open_warehouse
from rostrum.warehouse.load import Batch, load_batch
from rostrum.warehouse.models import run_models
from rostrum.warehouse.prepare import Reading, prepare
from rostrum.warehouse.publish import publish

AT = datetime(2026, 5, 1, tzinfo=UTC)
SAID = "{} was what the council of the lake read out to us on the {} day"


def words(attack: str, name: str) -> str:
    """A sentence that begins with an attack."""
    return SAID.format(attack, name)


def served_page(*, is_edited: bool = False) -> bytes:
    """A report in which people say such things."""
    said = tuple(
        Said(words(attack, "next" if is_edited and not number % 3 else name), "Ada Brandt")
        for number, (name, attack) in enumerate(SERVED.items())
    )
    page = Report(title=html.escape("Lakes <script>alert(1)</script> {{7*7}} \u202e"), said=said)
    return page.html.encode()


def load_everywhere(settings) -> None:
    """A warehouse whose texts are hostile in every column, edited once, and published."""
    settings.home.mkdir(parents=True)
    with open_warehouse(settings) as connection:
        for number in range(2):
            load_batch(connection, batch(number))
            run_models(connection)
        publish(connection, settings)


def batch(number: int) -> Batch:
    """Each attack's page: as it was at first, or edited."""
    made = Batch(at=AT + timedelta(days=number))
    for place, attack in enumerate(EVERY.values()):
        url = f"https://lakes.example/{place}" if place % 5 else f"javascript:alert({place})//"
        sha256 = sha256_hex(f"{place} {number}".encode())
        made.fetches.append(fetch(url, sha256, made.at + timedelta(seconds=place)))
        issues = (Issue("parse", f"odd_{place}", attack),)
        found = replace(page(attack, number), issues=issues)
        made.readings.append(prepare(Reading(url, "lakes", sha256, 1, found, issues)))
    return made


def page(attack: str, number: int) -> PageRecords:
    """A page of which every text is the attack, or ends with it."""

    def cut(text: str) -> Cut:
        return Cut(text, 0, len(text))

    speaker = Speaker(cut(attack), cut(attack), (Role(attack, attack),), group=cut(attack))
    another = cut(f"{attack} {'was said' if number else 'has been said'} of it")
    spans = ((cut(attack),), (another,), (cut(attack), cut(attack)))
    return PageRecords(
        kind="report",
        language="en",
        encoding="utf-8",
        encoding_reason="meta",
        title=cut(attack),
        event=cut(attack),
        track=cut(attack),
        hall=cut(attack),
        published_on=date(2026, 5, 14),
        organizers=(cut(attack),),
        supporters=(cut(attack),),
        sections=(Section(1, "problems", cut(attack)),),
        theses=(Thesis(1, 1, cut(attack)),),
        quotes=tuple(
            Quote(place, 1, 1, span, speaker) for place, span in enumerate(spans, start=1)
        ),
        speeches=(Speech(1, cut(attack), speaker),),
        residue=(cut(attack),),
        article_length=100,
        claimed_length=100,
    )


def fetch(url: str, sha256: str, at: datetime) -> dict[str, object]:
    """A fetch that found a body."""
    return {
        "fetch_id": make_id(url, str(at)),
        "run_id": "run",
        "page_url": url,
        "requested_url": url,
        "source": "lakes",
        "purpose": "page",
        "final_url": url,
        "redirects": [],
        "outcome": "new",
        "status": 200,
        "wire_bytes": 1,
        "elapsed_ms": 1,
        "body_sha256": sha256,
        "fetched_at": at,
    }
