"""Text in the making: parts with their looks → lines → pieces.

A lone `<br>` ends a line, unless that line was only full: then the next one goes on with it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from rostrum.reading.document import Mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rostrum.reading.document import MarkKind
    from rostrum.reading.looks import Look

INVISIBLES = "\u00ad\u200b\u200e\u200f\u2060\ufeff"
"""Soft hyphen, zero-width space, word joiner, byte order mark: hints for breaking lines; and the
marks of direction that change nothing. Overrides of direction change what is seen: they stay."""

INVISIBLE = dict.fromkeys(map(ord, INVISIBLES))
JOINERS = re.compile(
    "(?<![^\\x00-\u052f\u2000-\u206f])[\u200c\u200d]|[\u200c\u200d](?![^\\x00-\u052f\u2000-\u206f])"
)
"""Zero-width joiners outside scripts (and emoji) that are written with them."""

SENTENCE_ENDS = '.!?:;…”»"'
CLAUSE_ENDS = ".!?;"
UNFINISHED = re.compile(
    r"(?:[,(“«„–—]|\b(?:a|an|the|of|in|on|at|to|for|from|by|with|and|or|as|that|is|are|was|said|"
    r"в|на|по|о|об|с|со|к|у|из|от|до|для|при|за|и|или|а|но|что|как|не|её|его|их))\Z",
    re.IGNORECASE,
)
"""The end of a line after which something must follow."""

RULE = re.compile(r"[\W_]+")
"""A line that is drawn (`-----`)."""

ITEM = re.compile(r"[*•▪]\s")
LABEL = re.compile(r"[A-ZА-ЯЁ][\w’'-]*(?:\s[\w’'-]+){0,2}:(?:\s|$)")
"""What begins a line of a plain text that was set by hand (`Moderator: Ada Lund`)."""

LONGEST_WORD = 8
"""Characters of the longest word after which something must follow, and the space before it."""

ATTRIBUTING = re.compile(r",[”»\"](?:\s|\Z)|[”»\"]\s*,?\s*[–—-]")
"""Somebody's words have ended in a line, and a name follows, be it cut in two."""

DASHED = re.compile(r"\s[–—]\s+[A-ZА-ЯЁ]")
"""`Words — Name`: what goes on in lower case after a semicolon is the name's second position."""

CLOSED_SINGLE = re.compile(r"’(?!\w)")
NEW_QUOTATION = '“„«"‘'
OPENERS = "“«„\"'‘—–-•*"
MARK_KINDS: tuple[MarkKind, ...] = ("bold", "italic", "link", "cite")
MIN_WIDTH = 40
"""Characters: a line shorter than this was not broken because it was full."""

MAX_WIDTH = 150
"""Characters: a longer line is a paragraph that nobody wrapped."""

MIN_WRAPS = 4
"""Sentences broken in the middle that make a width the page's rule."""

RAGGED = 0.9
"""A line whose letters are not all of one width is full at this part of the widest one."""

MAX_MEMORY = 5000
"""Characters of joined lines that are searched for an open quotation: no one's is longer."""

Parts = list[tuple[str, "Look"]]


class Piece(NamedTuple):
    """One piece of text with its looks."""

    text: str
    tag: str
    heading_level: int
    is_bold: bool
    link_share: float
    ancestors: tuple[str, ...]
    roles: tuple[str, ...]
    path: tuple[int, ...]
    marks: tuple[Mark, ...]
    style_name: str

    def has_ancestor(self, *names: str) -> bool:
        """Whether it stands inside one of these elements."""
        return not frozenset(names).isdisjoint(self.ancestors)

    def has_role(self, *roles: str) -> bool:
        """Whether it stands inside an element with one of these ARIA roles."""
        return bool(self.roles) and not frozenset(roles).isdisjoint(self.roles)


@dataclass(slots=True)
class Line:
    """Text since the last border or break."""

    parts: Parts = field(default_factory=list)

    def add(self, text: str, look: Look) -> None:
        self.parts.append((text, look))

    def last_letter(self) -> str:
        """The last character that is no space, or ""."""
        return next((part.rstrip()[-1] for part, _ in reversed(self.parts) if part.strip()), "")

    def close(self, mark: str, look: Look) -> None:
        """Add a mark right after the last letter; a space before it moves behind it."""
        spaced = False
        while self.parts and not self.parts[-1][0].strip():
            spaced = bool(self.parts.pop()[0]) or spaced
        if self.parts:
            text, last = self.parts[-1]
            spaced = spaced or text[-1:].isspace()
            self.parts[-1] = (text.rstrip(), last)
        self.parts.append((mark + " " * spaced, look))


def clean(text: str) -> str:
    """A text without the characters that show nothing."""
    if text.isascii():
        return text
    if any(map(text.__contains__, INVISIBLES)):
        text = text.translate(INVISIBLE)
    return JOINERS.sub("", text) if "\u200c" in text or "\u200d" in text else text


def set_text(parts: Parts) -> tuple[str, list[tuple[int, int, Look]]]:
    """The words with white space collapsed (U+00A0 and its like are white space), and their looks.

    Each span is a stretch of the text from one part.
    """
    if len(parts) == 1:
        text = " ".join(parts[0][0].split())
        return text, [(0, len(text), parts[0][1])] if text else []
    words: list[str] = []
    spans: list[tuple[int, int, Look]] = []
    length, has_space = 0, False
    for part, look in parts:
        text = " ".join(part.split())
        if not text:
            has_space = has_space or bool(part)
            continue
        if length and (has_space or part[0].isspace()):
            words.append(" ")
            length += 1
        words.append(text)
        spans.append((length, length + len(text), look))
        length += len(text)
        has_space = part[-1].isspace()
    return "".join(words), spans


def to_piece(parts: Parts) -> Piece | None:
    """The finished piece, or None for white space."""
    text, spans = set_text(parts)
    if not text:
        return None
    first = spans[0][2]
    if len(spans) == 1 and not is_marked(first):
        where = (first.ancestors, first.roles, first.path)
        return Piece(text, first.tag, first.heading_level, False, 0.0, *where, (), first.style_name)
    looks = [span[2] for span in spans]
    if len(spans) > 1 and any(look.is_bold != first.is_bold for look in looks):
        looks = [look for start, end, look in spans if any(map(str.isalnum, text[start:end]))]
    linked = sum(ink(text, start, end) for start, end, look in spans if look.link)
    return Piece(
        text=text,
        tag=first.tag,
        heading_level=first.heading_level,
        is_bold=first.is_bold if len(looks) == 1 else all(look.is_bold for look in looks),
        link_share=linked / ink(text, 0, len(text)) if linked else 0.0,
        ancestors=first.ancestors,
        roles=first.roles,
        path=first.path,
        marks=marks_of(text, spans) if any(map(is_marked, looks)) else (),
        style_name=first.style_name,
    )


def is_marked(look: Look) -> bool:
    """Whether a text has emphasis or is a link or a citation."""
    return look.is_bold or look.is_italic or look.link > 0 or look.cite > 0


def ink(text: str, start: int, end: int) -> int:
    """The number of characters that are no spaces."""
    return end - start - text.count(" ", start, end)


def marks_of(text: str, spans: list[tuple[int, int, Look]]) -> tuple[Mark, ...]:
    """The stretches of each kind; what word processors cut is made whole."""
    found: list[Mark] = []
    for kind in MARK_KINDS:
        start, end, number = 0, -1, 0
        for begin, stop, look in spans:
            value = number_of(look, kind)
            if value and end >= 0 and may_join(text, end, begin, is_same=value == number):
                end = stop
                continue
            if end >= 0:
                found.append(Mark(kind, start, end))
            start, end, number = begin, stop if value else -1, value
        if end >= 0:
            found.append(Mark(kind, start, end))
    return tuple(sorted(found, key=lambda mark: (mark.start, -mark.end)))


def number_of(look: Look, kind: MarkKind) -> int:
    """The number of the element that gives a text a mark; emphasis has one for all; 0 for none."""
    if kind == "link":
        return look.link
    if kind == "cite":
        return look.cite
    return int(look.is_bold if kind == "bold" else look.is_italic)


def may_join(text: str, end: int, begin: int, *, is_same: bool) -> bool:
    """Whether nothing stands between two stretches: for two elements not even a space."""
    return end == begin or (is_same and text[end:begin] == " ")


class Wrapping(NamedTuple):
    """How a page breaks its lines: at what width as a rule (0: none), and only full ones."""

    width: int = 0
    is_only_wraps: bool = False


def find_wrapping(runs: Iterable[list[Line]]) -> Wrapping:
    """How the lines between single breaks are wrapped, by those that end within a sentence."""
    pairs: list[tuple[str, str]] = []
    for lines in runs:
        if len(lines) > 1:
            kept = [line for line in lines if line.last_letter()]
            pairs += [
                (set_text(here.parts)[0], set_text(after.parts)[0])
                for here, after in pairwise(kept)
                if is_one_look(here, after)
            ]
    lengths = [
        len(here) for here, after in pairs if len(here) >= MIN_WIDTH and is_evident(here, after)
    ]
    width = max(lengths, default=0)
    is_rule = len(lengths) >= MIN_WRAPS and median(lengths) >= width * RAGGED * RAGGED
    if not is_rule or width > MAX_WIDTH:
        return Wrapping()
    full = sum(has_no_room(here, after, width) for here, after in pairs)
    return Wrapping(width, full >= len(pairs) * RAGGED)


def to_pieces(lines: list[Line], wrapping: Wrapping) -> Iterator[Piece]:
    """The pieces of lines between which single breaks stand."""
    if len(lines) > 1:
        lines = join_wrapped([line for line in lines if line.last_letter()], wrapping)
    for line in lines:
        if piece := to_piece(line.parts):
            yield piece


def join_wrapped(lines: list[Line], wrapping: Wrapping) -> list[Line]:
    """Lines that were only full are made one with what follows them."""
    texts = [set_text(line.parts)[0] for line in lines]
    width = max(map(len, texts), default=0)
    if not MIN_WIDTH <= width <= MAX_WIDTH:
        return lines
    pairs = list(pairwise(texts))
    is_full = [
        len(pair[0]) >= MIN_WIDTH and is_one_look(line, after) and may_follow(*pair, after)
        for pair, (line, after) in zip(pairs, pairwise(lines), strict=True)
    ]
    evident = [
        full and is_evident(*pair) and has_no_room(*pair, width * RAGGED)
        for full, pair in zip(is_full, pairs, strict=True)
    ]
    if any(evident) and all(
        full and has_no_room(*pair, width) for full, pair in zip(is_full, pairs, strict=True)
    ):
        evident = [True] * len(evident)  # not one line ends early: it is one paragraph
    joined, whole, evident_count = [lines[0]], texts[0], sum(evident)
    for place, following in enumerate(lines[1:]):
        is_wrap = evident[place] or (
            is_full[place]
            and (
                is_page_wrap(whole, *pairs[place], wrapping)
                if wrapping.width
                else leads_on(whole, pairs[place], width, evident_count)
            )
        )
        if not is_wrap:
            joined.append(following)
            whole = texts[place + 1]
            continue
        is_hyphenated = whole[-1] == "-" and whole[-2:-1].isalpha() and pairs[place][1][0].islower()
        if not is_hyphenated:
            joined[-1].parts.append((" ", following.parts[0][1]))
        joined[-1].parts.extend(following.parts)
        whole = f"{whole} {texts[place + 1]}"[-MAX_MEMORY:]
    return joined


def is_one_look(line: Line, following: Line) -> bool:
    """Whether two lines may be one text: a heading's last line does not go on in plain words."""
    here = [look.is_bold for part, look in line.parts if part.strip()]
    after = next(look.is_bold for part, look in following.parts if part.strip())
    return all(here) == after or here[-1] == after


def may_follow(text: str, next_text: str, following: Line) -> bool:
    """Whether a line may go on in the next: no rule is drawn, no item and no label begins there."""
    if RULE.fullmatch(text) or RULE.fullmatch(next_text) or ITEM.match(next_text):
        return False
    is_preformatted = following.parts[0][1].is_preformatted
    return not (is_preformatted and LABEL.match(next_text))


def is_evident(line: str, following: str) -> bool:
    """Whether a sentence plainly goes on over the break."""
    return line[-1] not in CLAUSE_ENDS and following[0].islower()


def has_no_room(line: str, following: str, width: float) -> bool:
    """Whether the next line's first word would not have fitted into this one."""
    return len(line) + 1 + len(following.split(" ", 1)[0]) > width


def is_page_wrap(text: str, line: str, following: str, wrapping: Wrapping) -> bool:
    """Whether a line is as full as the page's lines are; a new quotation may be a new line."""
    if not has_no_room(line, following, wrapping.width):
        return False
    is_ended = line[-1] in SENTENCE_ENDS and line[-1] not in ":;"
    is_new = is_ended and following[0] in NEW_QUOTATION and not is_quoting(text)
    return wrapping.is_only_wraps or not is_new


def leads_on(text: str, pair: tuple[str, str], width: int, evident_count: int) -> bool:
    """Whether a full line, the last of a text, is no end: something is open, or must follow."""
    if is_quoting(text) or UNFINISHED.search(text[-LONGEST_WORD:]):
        return has_no_room(*pair, width * RAGGED)
    return has_no_room(*pair, width) and goes_on(text, pair[1], evident_count)


def goes_on(text: str, following: str, evident_count: int) -> bool:
    """Whether a full line goes on with a capital, to judge by how its neighbours are wrapped."""
    if text[-1] not in SENTENCE_ENDS or text[-2:-1] == ",":
        is_named = ATTRIBUTING.search(text) is not None and following[0] not in OPENERS
        return evident_count > 0 or is_named
    if text[-1] == ";" and following[0].islower():
        return ATTRIBUTING.search(text) is not None or DASHED.search(text) is not None
    return evident_count > 1 and following[0] not in OPENERS


def is_quoting(text: str) -> bool:
    """Whether a quotation is open at the end of a text."""
    if "„" in text:
        return text.count("„") > text.count("“") + text.count("”")
    if text.count("“") > text.count("”") or text.count("«") > text.count("»"):
        return True
    if text[0] == "‘":
        return not CLOSED_SINGLE.search(text)
    return text.count('"') % 2 == 1
