"""What reports and programme pages have in common: title, date, language, what is claimed."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING

from rostrum.errors import PageError
from rostrum.parsing.events import find_event
from rostrum.parsing.lead import read_lead
from rostrum.parsing.lexicon import (
    FURNITURE_LABELS,
    GROUP_ROLES,
    POINTER,
    begins_other_stories,
    fold,
    is_one_of,
    is_organization_noun,
    section_kind_of,
)
from rostrum.parsing.names import is_name
from rostrum.parsing.published import is_date_line, publication_date
from rostrum.parsing.title_before import is_verb
from rostrum.records import PageRecords, Paragraph
from rostrum.sources import NO_HINTS

if TYPE_CHECKING:
    from rostrum.parsing.spans import Span
    from rostrum.reading import Block, Document
    from rostrum.records import Cut, Language, PageKind
    from rostrum.sources import Hints

LABEL = re.compile(r"(?:Advertisement|Реклама)\b.{0,40}$")
NUMBERED_RELEASE = re.compile(
    r"(?:(?:press|news|media) release|пресс-релиз|communiqu[eé])[\s,:]{1,3}"
    r"(?:no\.?|№|n°|#)?\s?\d[\d/-]{0,20}$",
    re.IGNORECASE,
)
"""What the head calls a page that has a headline of its own."""

TITLE_SEPARATOR = re.compile(r"\s+[|–—·•:»/-]+\s+")
TITLE_STYLE = re.compile(
    r"(?:^|[-_])h1$|(?<!sub)(?<!up)(?<!sub-)(?<!site-)(?<!site_)(?:headline|title|ttl)$",
    re.IGNORECASE,
)
"""What markup calls the page's title where it is no heading."""

NEWS = frozenset(
    "новости пресс-центр пресс-релизы пресс-служба события news press press-releases events".split()
) | {"press releases", "press centre", "press office", "press service", "media centre"}
"""Parts of sites that their titles name behind their owner."""

QUOTE = re.compile("[“”„«»‘’'`]")
QUOTED = re.compile('[“„«"]([^“”„«»"]+)[”“»"]')
SAMPLE = 10_000
"""Characters of the article that tell its language."""

CYRILLIC = re.compile("[а-яёА-ЯЁ][а-яёА-ЯЁ]*")
LETTERS = re.compile(r"[^\W\d_]+")
LETTER_OR_DIGIT = re.compile(r"[^\W_]")
GENERIC = frozenset("program programme agenda schedule timetable программа расписание".split())
"""What a page may be called that has a title of its own (`h1`) as well."""

RUBRICS = frozenset(
    ("news", "news flash", "news release", "press release", "новости", "пресс-релиз")
)
"""What the part of a site is called in whose `h1` it stands, above the title of each page."""

MENU_BARS = 2
"""Bars between words: so many part the entries of a menu (`LEM | ENG | FRA`)."""

MAX_BREADCRUMB_LENGTH = 40
"""Characters: the longest name of a part of a site."""

MAX_TITLE_LEVEL = 2
"""The headings that may be a page's title: h1 and h2; those below head its parts."""


@dataclass(slots=True)
class Claims:
    """Which text of the article some record claims; the rest is residue."""

    spans: list[tuple[int, int]] = field(default_factory=list)

    def claim(self, *cuts: Cut | Block | Span) -> None:
        """Note that a record holds this text."""
        self.spans += [(cut.start, cut.end) for cut in cuts]

    def residue(self, blocks: list[Block]) -> tuple[Cut, ...]:
        """The stretches of the blocks that nothing claims, lone punctuation apart."""
        begin = blocks[0].start if blocks else 0
        spans = sorted([span for span in self.spans if span[1] > begin])
        found: list[Cut] = []
        place = 0
        for block in blocks:
            at = block.start
            while place < len(spans) and spans[place][0] < block.end:
                start, end = spans[place]
                if start > at:
                    found.append(block.cut(at - block.start, start - block.start))
                at = max(at, min(end, block.end))
                if end > block.end:  # the claim goes on in the next block
                    break
                place += 1
            if at < block.end:
                found.append(block.cut(at - block.start))
        return tuple(cut for cut in found if LETTER_OR_DIGIT.search(cut.text))


def article_blocks(document: Document) -> list[Block]:
    """The article without its labels and its pointer to elsewhere."""
    return [block for block in document.article if not is_label_line(block.text)]


def is_label_line(text: str) -> bool:
    """Whether a line is a label of the site, or points elsewhere; no heading of other stories."""
    is_label = is_one_of(text, FURNITURE_LABELS) or LABEL.match(text) is not None
    is_label = is_label or POINTER.match(text) is not None
    return is_label and not begins_other_stories(text)


def without_other_stories(
    document: Document, blocks: list[Block], title: Block, hints: Hints
) -> list[Block]:
    """The article without the other stories that stand below the title under a heading of theirs.

    Nor does it hold what the site's hints know for its own labels and its end.
    """
    place = place_of(blocks, title) + 1
    others = other_story_starts([block for block in document.blocks if block.start > title.start])
    found = blocks[:place]
    for block in blocks[place:]:
        if hints.is_end(block.text):
            break
        is_label = hints.is_label(block.text) and not hints.names_event(block.text)
        if block.start not in others and not is_label:
            found.append(block)
    return found


def other_story_starts(blocks: list[Block]) -> set[int]:
    """Where the blocks of other stories begin, their heading included.

    They are what follows the heading in the element that holds both; where that is a list or cards,
    the story goes on behind them.
    """
    starts: set[int] = set()
    depth: int | None = None  # of the element that holds the heading and what it heads
    holder: tuple[int, ...] = ()
    has_cards = False
    for place, block in enumerate(blocks):
        if begins_other_stories(block.text):
            shared = shared_depth(block, blocks[place + 1]) if place + 1 < len(blocks) else 0
            if block.is_furniture and shared < len(block.path) - 1:
                continue  # an inset of its own, and all of it is furniture
            depth, holder, has_cards = shared, block.path[:shared], False
            starts.add(block.start)
            continue
        if depth is None:
            continue
        is_beside = block.path[:depth] == holder
        inner = depth + 1
        is_of_last = has_cards and block.path[:inner] == blocks[place - 1].path[:inner]
        is_card = len(block.path) > inner or is_of_last
        if section_kind_of(block.text) or not is_beside or (has_cards and not is_card):
            depth = None  # the report goes on
            continue
        has_cards = has_cards or is_card
        starts.add(block.start)
    return starts


def shared_depth(one: Block, other: Block) -> int:
    """How many elements two blocks stand in together."""
    pairs = zip(one.path, other.path, strict=False)
    return next((depth for depth, (a, b) in enumerate(pairs) if a != b), len(one.path))


def find_event_line(document: Document, title: Block, hints: Hints) -> Block | None:
    """The line beside the title that names the event, where the site's hints know one."""
    place = place_of(list(document.blocks), title)
    near = document.blocks[max(place - NEAR, 0) : place + NEAR]
    return next((block for block in near if hints.names_event(block.text)), None)


NEAR = 8
"""Lines beside the title."""

MIN_PROSE = 60
"""Characters: a shorter line says nothing of the event but its name."""

LEAD = 5
"""Paragraphs at the beginning of a report in which it says where it was."""

TITLE_WORDS = 3
MAX_TITLE = 300
PARAGRAPH = 160
"""Characters: a line as long as this is prose."""


def place_of(blocks: list[Block], title: Block) -> int:
    """The place of the title among the blocks; -1 where only the page's head prints it."""
    return blocks.index(title) if title in blocks else -1


def find_title(document: Document, blocks: list[Block]) -> Block:
    """The block that prints the page's title.

    The page's own `<title>` (or Open Graph title) says which one it is, less the site's name; a
    page without one is believed its first heading, and one without headings its `<title>`.

    Raises:
        PageError: no block is plainly the title.
    """
    fronts, ends = title_names(document)
    named = named_by_head(document, blocks, fronts, ends)
    firsts = [block for block in blocks if block.heading_level == 1]
    if headline := below_rubric(blocks, {*named, *firsts}):
        return headline
    first = firsts[0] if len({comparable(block.text) for block in firsts}) == 1 else None
    if first in named and begins_title(first, fronts):
        named = [first]  # what else the title holds is the site's name, wherever it stands again
    elif first:
        named = [one for one in named if one.heading_level == 1 or is_below(one, first)]
    named = [one for one in named if not (first and fold(one.text) in GENERIC)]
    if named and not any(NUMBERED_RELEASE.match(block.text) for block in named):
        return max(named, key=lambda block: (len(block.text.split()), len(block.text)))
    heads = firsts or [block for block in blocks if block.heading_level]
    above = blocks[: blocks.index(heads[0])] if heads and not first else []
    if not named and (headline := find_told_headline(above, fronts)):
        return headline  # the first headings are the parts of the text
    headings = sorted(
        (
            block
            for block in blocks
            if block.heading_level and not is_label(block) and not is_name(block.text)
        ),
        key=lambda block: block.heading_level,
    )
    if headings and headings[0].heading_level <= MAX_TITLE_LEVEL:
        return headings[0]
    if not headings and (line := find_line_title(document, blocks, fronts)):
        return line
    if document.blocks and document.blocks[0].tag == "title":
        return document.blocks[0]
    raise PageError("no_title", "No line of the page is its title: no h1, and no <title>.")


def below_rubric(blocks: list[Block], titles: set[Block]) -> Block | None:
    """The first heading below what only tells a part of the site, where nothing else is a title."""
    if not titles or any(fold(block.text) not in RUBRICS for block in titles):
        return None
    start = max(block.start for block in titles)
    below = (block for block in blocks if block.heading_level and block.start > start)
    return next((block for block in below if not is_label(block)), None)


def find_line_title(document: Document, blocks: list[Block], fronts: set[str]) -> Block | None:
    """The line that is the title of a page without headings, but no site's name and no date."""
    lines = [
        block
        for block in blocks
        if not is_site_name(block, document) and not is_date_line(block.text)
    ]
    near = lines[:NEAR]
    if headline := find_told_headline(near, fronts) or find_headline(near):
        return headline
    if near and near[0] != blocks[0] and is_headline(near[0]):
        return near[0]  # below the site's name
    return find_headline(lines)


def named_by_head(
    document: Document, blocks: list[Block], fronts: set[str], ends: set[str]
) -> list[Block]:
    """The blocks that print what the page's `<title>` says, less the site's name."""
    in_header = [block for block in document.blocks[1:] if block.heading_level]
    named = (
        called(blocks, fronts | ends) + called(in_header, fronts) + within(blocks, fronts)
        or begun(blocks, fronts | cut_off(document))
        or called(in_header, ends)
        or headed(blocks, fronts | ends | quoted(document))
    )
    return [block for block in named if not is_site_name(block, document)]


def begins_title(heading: Block | None, fronts: set[str]) -> bool:
    """Whether the page's `<title>` begins with a heading of some words."""
    return (
        heading is not None
        and comparable(heading.text) in fronts
        and len(heading.text.split()) >= TITLE_WORDS
    )


def is_below(block: Block, heading: Block) -> bool:
    """Whether another line may be the title of a page with a first heading.

    One above it, or a short one that is no heading, is the site's name (`The Daily Lake | Day 3`).
    """
    is_above = block.start < heading.start and len(heading.text.split()) >= TITLE_WORDS
    return not is_above and (block.heading_level > 0 or len(block.text.split()) >= TITLE_WORDS)


def within(blocks: list[Block], names: set[str]) -> list[Block]:
    """First headings that the title holds (`Round table: why bees leave – transcript`)."""
    return [
        block
        for block in blocks
        if block.heading_level == 1
        and len(block.text.split()) >= TITLE_WORDS
        and any(comparable(block.text) in name for name in names)
    ]


def cut_off(document: Document) -> set[str]:
    """The beginnings of titles that the page's head cuts off (`Days 2024: When Auditors Re...`)."""
    names = set()
    for full in head_titles(document):
        if full.endswith(("...", "…")):
            parts = re.split(r"(?<=:)\s+", full.rstrip(".… "))
            names |= {comparable(" ".join(parts[at:])) for at in range(len(parts))}
    return names


def begun(blocks: list[Block], names: set[str]) -> list[Block]:
    """Lines near the top that begin with the title and go on (`Bees – can they be insured?`).

    On a page with a first heading, no other line does: its title may begin with the site's name.
    """
    long = [name for name in names if len(name.split()) >= TITLE_WORDS]
    is_headed = any(block.heading_level == 1 for block in blocks)
    return [
        block
        for block in blocks[:NEAR]
        if len(block.text) <= MAX_TITLE
        and comparable(block.text).startswith(tuple(long))
        and (block.heading_level or not is_headed)
    ]


def quoted(document: Document) -> set[str]:
    """What the page's head prints in quotation marks (`Section “Book and Office” / Readings`)."""
    return {
        name
        for full in head_titles(document)
        for name in map(comparable, QUOTED.findall(full))
        if len(name.split()) > 1
    }


def headed(blocks: list[Block], names: set[str]) -> list[Block]:
    """Headings near the top that go on behind a name (`Section 3. Erosion`, of `Section 3`)."""
    begins = tuple(name + end for name in names for end in (". ", ": ", " – ", " — "))
    near = [block for block in blocks[:NEAR] if block.heading_level]
    return [block for block in near if comparable(block.text).startswith(begins)][:1]


def is_site_name(block: Block, document: Document) -> bool:
    """Whether a line is only the shorter part of the page's title, and names the site.

    It stands at the title's end; or at its beginning, if it has no more than two words, or is an
    organization before a part of its site (`Городской совет Лосино :: Новости`).
    """
    if block.heading_level:
        return False
    name = comparable(block.text)
    words = name.split()
    is_body = any(map(is_organization_noun, words[:2])) and not any(map(is_verb, words))
    for full in head_titles(document):
        parts = [comparable(part) for part in TITLE_SEPARATOR.split(full)]
        longest = max(len(part.split()) for part in parts)
        is_short = len(words) < TITLE_WORDS or name != parts[0]
        if name in parts and len(words) < longest and is_short:
            return True
        if name == parts[0] and is_body and parts[1:] and NEWS.issuperset(parts[1:]):
            return True
    return False


def head_titles(document: Document) -> tuple[str, str]:
    """What the page's head says that it is called."""
    return document.title, document.metas.get("og:title", "")


def find_told_headline(blocks: list[Block], names: set[str]) -> Block | None:
    """The line near the top, of a page without headings, that is the title by other signs.

    It holds the name that the page's head prints, and more (`Waterways committee hears …` is called
    `Committee hears …` there); or the markup calls it a title.
    """
    near = [
        block
        for block in blocks
        if len(block.text) < PARAGRAPH
        and len(block.text.split()) >= TITLE_WORDS
        and block.link_share < 1
    ]
    long = [name for name in names if len(name.split()) > TITLE_WORDS]
    holding = [block for block in near if any(name in comparable(block.text) for name in long)]
    called_so = [block for block in near if any(map(TITLE_STYLE.search, block.style_name.split()))]
    return next(iter(holding + called_so), None)


def find_headline(blocks: list[Block]) -> Block | None:
    """The last line in bold or capitals above the first paragraph of a page without headings."""
    above = takewhile(lambda block: not is_paragraph(block), blocks)
    lines = [
        block
        for block in above
        if (block.is_bold or block.text.isupper()) and len(block.text.split()) >= TITLE_WORDS
    ]
    return lines[-1] if lines else None


def is_paragraph(block: Block) -> bool:
    """Whether a block is prose: long, or a sentence of some length."""
    return len(block.text) >= (MIN_PROSE if block.text.endswith(".") else PARAGRAPH)


def is_headline(block: Block) -> bool:
    """Whether a line may be a page's title by its words."""
    is_told = len(block.text.split()) >= TITLE_WORDS and block.text[-1] not in ".:;"
    is_told = is_told and block.text.count(" | ") < MENU_BARS
    return is_told and not is_paragraph(block) and not is_date_line(block.text)


def is_label(block: Block) -> bool:
    """Whether a heading heads a part of every page of the kind."""
    return section_kind_of(block.text) is not None or fold(block.text) in GROUP_ROLES


def title_names(document: Document) -> tuple[set[str], set[str]]:
    """The page's title as its head prints it, less a site's name at its end; at its beginning."""
    fronts, ends = set(), set()
    for full in head_titles(document):
        joints = [(match.start(), match.end()) for match in TITLE_SEPARATOR.finditer(full)]
        fronts |= {comparable(name) for name in (full, *(full[:start] for start, _ in joints))}
        ends |= {comparable(full[end:]) for _, end in joints}
    site = comparable(document.metas.get("og:site_name", ""))
    return fronts - {"", site}, ends - {"", site}


@lru_cache(maxsize=1024)
def comparable(title: str) -> str:
    """A title without the differences that typography makes: case, quotation marks, spaces."""
    return " ".join(QUOTE.sub('"', title).casefold().split()).rstrip(".")


def repetitions(blocks: list[Block], title: Block) -> list[Block]:
    """Every printing of the title: the second one is no text of its own."""
    return called(blocks, {comparable(title.text)})


def called(blocks: list[Block], names: set[str]) -> list[Block]:
    """The blocks that have the words of a title; none is longer than it, but for its last stops."""
    longest = max(map(len, names), default=0)
    short = [block for block in blocks if len(block.text.rstrip(".")) <= longest]
    return [block for block in short if comparable(block.text) in names]


def without_breadcrumbs(blocks: list[Block], title: Block) -> list[Block]:
    """The article without the short lines above its title that say where on the site it is."""
    starts = (number for number, block in enumerate(blocks) if block.start >= title.start)
    place = next(starts, 0)
    above = [
        block
        for block in blocks[:place]
        if (len(block.text) > MAX_BREADCRUMB_LENGTH and not block.heading_level)
        or is_date_line(block.text)
    ]
    return above + blocks[place:]


def find_language(document: Document) -> Language:
    """The language of the text, by its letters (the page's own word is often its template's)."""
    text = "\n".join(block.text for block in document.article)[:SAMPLE]
    cyrillic = sum(map(len, CYRILLIC.findall(text)))
    if not cyrillic:
        return "en"
    return "ru" if cyrillic * 2 > sum(map(len, LETTERS.findall(text))) else "en"


class PageParser(ABC):
    """Goes down an article once, block by block; what a block begins is the page kind's to say."""

    def __init__(self, document: Document, hints: Hints = NO_HINTS) -> None:
        blocks = article_blocks(document)
        self.document = document
        self.hints = hints
        self.title = find_title(document, blocks)
        stories = without_other_stories(document, blocks, self.title, hints)
        self.event_line = find_event_line(document, self.title, hints)
        self.blocks = without_breadcrumbs(stories, self.title)
        place = place_of(self.blocks, self.title)
        self.publication = publication_date(document, self.blocks, place)
        self.claims = Claims()
        self.paragraphs: list[Paragraph] = []

    def refuse_second_title(self, block: Block) -> None:
        """Raise where a second story begins: its quotes are not this one's."""
        if self.is_second_title(block):
            raise PageError(
                "two_stories", f"A second title stands on the page: {block.text[:80]!r}."
            )

    def is_second_title(self, block: Block) -> bool:
        """Whether a heading is of the title's rank, and neither it again nor a section's."""
        if not self.title.heading_level == block.heading_level == 1:
            return False
        is_title = comparable(block.text) == comparable(self.title.text)
        return not is_title and not is_label(block)

    def add_paragraph(self, block: Block, section_number: int | None = None) -> None:
        """Note a paragraph of the page's own prose."""
        self.add_prose(block.cut(), section_number)

    def add_prose(self, cut: Cut, section_number: int | None) -> None:
        """Note words of the page's own prose."""
        self.paragraphs.append(Paragraph(len(self.paragraphs) + 1, section_number, cut))
        self.claims.claim(cut)

    def event_named(self) -> Cut | None:
        """The gathering that the lines beside the title and the first paragraphs name."""
        blocks = list(self.document.blocks)
        place = place_of(blocks, self.title)
        near = blocks[max(place - NEAR, 0) : place + NEAR] if place > 0 else self.blocks[:NEAR]
        lines = [block.cut() for block in near if not block.is_furniture and block != self.title]
        prose = [part.text for part in self.paragraphs if len(part.text.text) >= MIN_PROSE]
        heads = [block.cut() for block in blocks[:1] if block.tag == "title"]
        around = [block.cut() for block in blocks if block.is_furniture]
        told = [self.title.cut(), *prose[:LEAD]]
        return find_event([*lines, self.title.cut()], told, heads, [*around, *prose[LEAD:]])

    @abstractmethod
    def take(self, place: int) -> int:
        """Read what begins at a block; returns how many blocks that was."""

    def go_down(self, kind: PageKind) -> PageRecords:
        """Read every block below the title; returns what pages of each kind have."""
        self.claims.claim(*repetitions(self.blocks, self.title))
        self.claims.claim(*self.publication.date_lines)
        if self.event_line:
            self.claims.claim(self.event_line)
        place = place_of(self.blocks, self.title) + 1
        while place < len(self.blocks):
            self.refuse_second_title(self.blocks[place])
            place += self.take(place)
        lead = read_lead([part.text for part in self.paragraphs if not part.section_number])
        residue = self.claims.residue(self.blocks)
        length = sum(len(block.text) for block in self.blocks)
        return PageRecords(
            kind=kind,
            language=find_language(self.document),
            encoding=self.document.encoding,
            encoding_reason=self.document.encoding_reason,
            title=self.title.cut(),
            event=self.event_line.cut() if self.event_line else lead.event or self.event_named(),
            paragraphs=tuple(self.paragraphs),
            organizers=lead.organizers,
            supporters=lead.supporters,
            residue=residue,
            article_length=length,
            claimed_length=length - sum(len(cut.text) for cut in residue),
        )
