"""All pages with gold: where they lie, what they are, and what is read from them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

from rostrum.errors import PageError
from rostrum.parsing.parse import read_page
from rostrum.reading import read
from rostrum.sources import NO_HINTS, WEB_PROMISE, Hints, Promise, all_sources, find_source
from tests.generator import sample_pages
from tests.gold import REPOSITORY, SHARED, Tree, load_gold, to_tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from rostrum.records import PageKind

Group = Literal["real", "by hand", "generated"]
GENERATED_COUNT = 600
GENERATED_SEED = 2026
ANY_PROMISE = Promise(has_sections=False, min_quotes=0, min_claimed_share=0.5)
"""What is asked of a fixture: some of them quote nobody on purpose."""

CORPUS_SOURCES = {"ep": "europarl", "un": "unpress"}


@dataclass(frozen=True, slots=True)
class GoldPage:
    """A page to be read, and what a careful person reads on it.

    Attributes:
        source: the site it comes from, or the folder it lies in.
        is_ours: it lies in the repository, or is made by it.
        layout: of a generated page of ours.
    """

    group: Group
    source: str
    is_ours: bool
    kind: PageKind | None
    promise: Promise
    body: Callable[[], bytes]
    expected: Tree
    content_type: str | None = "text/html"
    hints: Hints = NO_HINTS
    layout: str = ""
    attribution: str = ""

    def read(self) -> Tree | None:
        """What the pipeline would load; None where it would quarantine the page."""
        try:
            document = read(self.body(), self.content_type)
            return to_tree(read_page(document, self.kind, self.promise, self.hints))
        except PageError:
            return None


def all_golds() -> Iterator[GoldPage]:
    """Every page with gold that is there."""
    yield from sample_site()
    yield from web_fixtures()
    yield from written_blind()
    yield from written_programmes()
    yield from our_generated()
    yield from seed_pages()
    yield from shared_generated()
    yield from corpus()


def sample_site() -> Iterator[GoldPage]:
    source = find_source("sample")
    assert source.folder
    for gold in sorted((REPOSITORY / "tests/fixtures/sample").glob("*.json")):
        path = gold.stem.replace(".", "/")
        page = source.folder / path / "index.html"
        kind = source.kind_of(f"http://{source.hosts[0]}/{path}/")
        yield GoldPage(
            "by hand", "sample site", True, kind, source.promise, page.read_bytes, load_gold(gold)
        )


def web_fixtures() -> Iterator[GoldPage]:
    for folder in sorted((REPOSITORY / "tests/fixtures/web").iterdir()):
        expected = load_gold(folder / "expected.json")
        page = (folder / "page.html").read_bytes
        yield GoldPage("by hand", "web fixtures", True, None, ANY_PROMISE, page, expected)


def written_blind() -> Iterator[GoldPage]:
    """Pages and golds by people who had not seen the parser; what it misses stays missed."""
    for gold in sorted((REPOSITORY / "tests/fixtures/blind").glob("*.gold.json")):
        page = gold.with_name(f"{gold.name.removesuffix('.gold.json')}.html").read_bytes
        expected = flat(load_gold(gold))
        yield GoldPage("by hand", "written blind", True, None, ANY_PROMISE, page, expected)


def written_programmes() -> Iterator[GoldPage]:
    """The same, of programmes: pages of one session each."""
    for gold in sorted((REPOSITORY / "tests/fixtures/blind_programmes").glob("*.gold.json")):
        page = gold.with_name(f"{gold.name.removesuffix('.gold.json')}.html").read_bytes
        expected = load_gold(gold)
        yield GoldPage(
            "by hand", "blind programmes", True, "programme", ANY_PROMISE, page, expected
        )


def our_generated() -> Iterator[GoldPage]:
    for page in sample_pages(GENERATED_COUNT, GENERATED_SEED):
        yield GoldPage(
            group="generated",
            source="tests/generator",
            is_ours=True,
            kind="report",
            promise=Promise(),
            body=partial(bytes, page.body),
            expected=page.gold,
            content_type=page.content_type,
            layout=page.layout,
            attribution=page.attribution,
        )


def seed_pages() -> Iterator[GoldPage]:
    for page in sorted((SHARED / "seed").glob("*.html")):
        gold = load_gold(SHARED / "seed/report.gold.json")
        yield shared("real", "../shared/seed", "legalforum", page, gold)


def shared_generated() -> Iterator[GoldPage]:
    for page in sorted((SHARED / "generated").glob("*.html")):
        yield shared("generated", "../shared/generated", "legalforum", page, gold_beside(page))


def corpus() -> Iterator[GoldPage]:
    for page in sorted((SHARED / "corpus").glob("*.html")):
        name = CORPUS_SOURCES[page.stem.partition("_")[0]]
        yield shared("real", f"../shared/corpus {name}", name, page, flat(gold_beside(page)))


def shared(group: Group, label: str, source_name: str, page: Path, gold: Tree) -> GoldPage:
    source = all_sources().get(source_name)
    promise = source.promise if source else WEB_PROMISE
    hints = source.hints if source else NO_HINTS
    return GoldPage(group, label, False, None, promise, page.read_bytes, gold, hints=hints)


def gold_beside(page: Path) -> Tree:
    return load_gold(page.with_suffix(".gold.json"))


def flat(gold: Tree) -> Tree:
    """A gold that lists quotes, with `affiliation` for what stands in brackets, as a tree."""
    sections: list[dict[str, Any]] = [
        {
            "heading": heading,
            "theses": [],
            "quotes": [quote for quote in gold["quotes"] if quote.get("section") == heading],
        }
        for heading in gold["sections"]
    ]
    loose = [quote for quote in gold["quotes"] if not quote.get("section")]
    return {"title": gold["title"], "event": gold["event"], "sections": sections, "quotes": loose}
