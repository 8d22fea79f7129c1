"""Report pages of 50,000 bytes, no two alike: mostly furniture, or mostly article."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Literal

PAGE_BYTES = 50_000
Kind = Literal["furniture", "article"]
ARTICLE_BYTES: dict[Kind, int] = {"furniture": 10_000, "article": 40_000}

HEADINGS = ("KEY CONCLUSIONS", "PROBLEMS", "SOLUTIONS")
GIVEN = "Ada Tomas Irene Jonas Clara Viktor Greta Samuel Helen Otto Martha Felix".split()
FAMILY = "Brandt Weil Lindqvist Harrow Keller Novak Sorel Amsel Thorne Vogel Quist Baran".split()
POSITIONS = (
    "Director, Institute of Lake Law",
    "Harbour Master, Port of Ostrel",
    "Deputy Minister of Lakes",
    "Professor, University of Skelling; Member, Council of Lakeside Towns",
)
WORDS = (
    "the lake court law water river harbour boat shore council budget season owner keeper map "
    "public private every other which never often against before without through where until "
    "counts holds needs gives takes finds keeps loses wins draws agrees decides reports measures"
).split()
SCRIPT = "<script>state.a{number}=function(b){{return b*{number}}};</script>\n"
MENU = (
    '<li class="menu__item menu__item--level-{level}"><a class="menu__link" href="/en/{word}/'
    '{number}/" data-track="menu-{number}"><span class="menu__text">{title}</span></a></li>\n'
)
CARD = (
    '<div class="card card--news"><a href="/en/news/{number}/"><img src="/i/{number}.jpg" '
    'alt="{title}" loading="lazy"></a><div class="card__date">14 May 2026</div>'
    '<div class="card__title"><a href="/en/news/{number}/">{title}</a></div></div>\n'
)


@dataclass(frozen=True, slots=True)
class MadeQuote:
    """What a page says of one quote: its words without the marks, who said them, and where."""

    section: str
    text: str
    name: str
    position: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page and the quotes it holds, in its order."""

    body: bytes
    quotes: tuple[MadeQuote, ...]

    @property
    def quote_count(self) -> int:
        """How many quotes it holds."""
        return len(self.quotes)


def make_pages(kind: Kind, count: int) -> list[Page]:
    """The same pages in every process."""
    return [make_page(kind, number) for number in range(count)]


def make_page(kind: Kind, number: int, version: int = 0) -> Page:
    """One of them; another version is another page."""
    seed = f"{kind}{number}" + f"-{version}" * (version > 0)
    return Maker(random.Random(seed)).page(kind)  # noqa: S311 - text, no secret


class Maker:
    """Makes one page."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.quotes: list[MadeQuote] = []

    def page(self, kind: Kind) -> Page:
        """A whole page: half of the furniture above the article, half below it."""
        title = self.title()
        article = self.article(title, ARTICLE_BYTES[kind])
        room = PAGE_BYTES - len(article) - 400
        head = (
            f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title>\n'
            f'<meta property="og:title" content="{title}"></head>\n<body>\n'
        )
        above, below = self.furniture("nav", room // 2), self.furniture("footer", room // 2)
        body = f"{head}{above}<main>{article}</main>\n{below}</body></html>\n"
        padding = " " * max(0, PAGE_BYTES - len(body.encode()))
        return Page((body + padding).encode(), tuple(self.quotes))

    def words(self, least: int, most: int) -> str:
        """Some words, the first with a capital."""
        chosen = self.chance.choices(WORDS, k=self.chance.randint(least, most))
        return " ".join(chosen).capitalize()

    def title(self) -> str:
        """A title."""
        return self.words(4, 8)

    def article(self, title: str, size: int) -> str:
        """Three sections of theses with quotes."""
        lead = f"<p>{self.words(20, 30)}. The session was held as part of the Lake Days.</p>"
        parts = [f"<article><h1>{title}</h1>\n<p>14 May 2026</p>\n{lead}\n"]
        for heading in HEADINGS:
            parts.append(f"<h2>{heading}</h2>\n")
            end = len("".join(parts)) + size // len(HEADINGS)
            while len("".join(parts)) < end:
                parts.append(f"<h3>{self.title()}</h3>\n")
                parts += [self.quote(heading) for _ in range(self.chance.randint(1, 3))]
        return "".join(parts) + "</article>"

    def quote(self, section: str) -> str:
        """A quote and its speaker."""
        name = f"{self.chance.choice(GIVEN)} {self.chance.choice(FAMILY)}"
        words = f"{self.words(15, 40)}. {self.words(10, 30)}"
        made = MadeQuote(section, words, name, self.chance.choice(POSITIONS))
        self.quotes.append(made)
        return f"<p>“{made.text},” {made.name}, {made.position}.</p>\n"

    def furniture(self, tag: str, size: int) -> str:
        """A menu, cards and scripts."""
        parts = [f'<{tag} class="site"><ul>\n']
        length = 0
        while length < size:
            number = self.chance.randrange(100_000)
            values = {"number": number, "title": self.title(), "word": self.chance.choice(WORDS)}
            template = self.chance.choice((MENU, MENU, MENU, CARD, SCRIPT))
            parts.append(template.format(level=number % 3, **values))
            length += len(parts[-1])
        return "".join(parts) + f"</ul></{tag}>\n"
