"""The ready questions and their stored answers: on the sample site, and on a site that alters.

python -m tests.answers      asks all of them anew and writes tests/fixtures/answers/
"""

from __future__ import annotations

import asyncio
import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from rostrum.pipeline import ingest
from rostrum.questions import all_questions, ask
from rostrum.settings import Settings
from tests.pages import Report, Said
from tests.sites import answering

if TYPE_CHECKING:
    from rostrum.warehouse.query import WholeAnswer

FOLDER = Path(__file__).parent / "fixtures" / "answers"

ASKED = {
    "appears_with": ["person=Elgren"],
    "edited_after_publication": [],
    "new_since": ["day=2026-01-01"],
    "newcomers": ["year=2026"],
    "organizations_by_year": ["organization=Council"],
    "phrase_timeline": ["phrase=water"],
    "positions_of_a_person": ["person=elgren"],
    "problems_and_solutions": ["session=water"],
    "quotes_of_a_person": ["person=Elgren", "limit=3"],
    "spokespeople": ["organization=council"],
    "who_spoke_as": ["role=director", "year=2025"],
    "users_of_a_phrase": ["phrase=the lake"],
}
"""What the questions are asked of, where they need it or where all would be too much."""

LEFT_OUT = {"seen_on", "last_checked_on", "first_seen_on", "last_seen_on", "quote_id"}
"""Columns that a clock fills, or that follow from a site's address: not compared."""

EDITED = (
    Said("The lake has no lawyer, and so it loses every case that it is brought to", "Ada Brandt"),
    Said("We counted the boats twice <...> and came to three different numbers", "Ivo Lund"),
)
MEMBER = "<p>“The shore is closed to those who live on it,” said Ada Brandt (EPP, PL).</p>"
NAMELESS = "<p>“The shore is nobody’s, and it stays so,” the minister said.</p>"
INITIAL = "<p>“The shore has two ends and no middle,” said R. Holt, Clerk of the Port.</p>"
BARE = "<p>“The shore is longer in the evening than it is on paper,” said Runa Holt.</p>"
GUEST = Said(
    "A river is a lake that has made up its mind",
    "Marta Elgren",
    "Director, Institute of River Law",
)
WALL = b"<html><head><title>x</title></head><body><h1>Page not found</h1></body></html>"


def make_sample(home: Path) -> Settings:
    """A home with the sample site."""
    settings = Settings(home=home, allow_hosts=frozenset({"127.0.0.1"}))
    asyncio.run(ingest(["sample"], settings))
    return settings


def make_altered(settings: Settings) -> str:
    """Adds a site whose pages are edited, go, and are refused; returns its address."""
    lakes = Report(title="Who Speaks for the Lake", said=(*Report().said, GUEST))
    prose = lakes.html.replace("</main>", f"{MEMBER}{NAMELESS}{BARE}{INITIAL}</main>")
    answers = {
        "/lake": (200, {}, prose.encode()),
        "/boats": (200, {}, Report(title="Who Counts the Boats").html.encode()),
        "/wall": (200, {}, WALL),
    }
    with answering(answers) as (url, _):
        urls = [f"{url}{path}" for path in answers]
        asyncio.run(ingest(urls, settings))
        edited = Report(title="Who Counts the Boats", said=EDITED)
        answers["/boats"] = (200, {}, edited.html.encode())
        answers["/lake"] = (410, {}, b"gone")
        asyncio.run(ingest(urls, settings))
    return url


def tell(answer: WholeAnswer, url: str = "") -> list[dict[str, object]]:
    """An answer as it is stored: without clock times and ids, the site always of one address."""
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    kept = [{name: value for name, value in row.items() if name not in LEFT_OUT} for row in rows]
    text = json.dumps(kept, default=str, ensure_ascii=False)
    found: list[dict[str, object]] = json.loads(text.replace(url, "SITE") if url else text)
    return found


def ask_all(settings: Settings, url: str = "") -> dict[str, list[dict[str, object]]]:
    """The answer to each question."""
    return {
        one.name: tell(ask(settings, one.name, ASKED.get(one.name, [])), url)
        for one in all_questions()
    }


def main() -> None:
    """Ask anew and write what came of it."""
    with tempfile.TemporaryDirectory() as folder:
        settings = make_sample(Path(folder) / "home")
        write("sample", ask_all(settings))
        write("altered", ask_all(settings, make_altered(settings)))


def write(name: str, answers: dict[str, list[dict[str, object]]]) -> None:
    """Write one file of answers."""
    FOLDER.mkdir(exist_ok=True)
    text = json.dumps(answers, ensure_ascii=False, indent=1)
    (FOLDER / f"{name}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
