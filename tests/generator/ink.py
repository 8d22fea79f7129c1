"""How words become HTML text: escapes, and what word processors and editors put into them.

Each takes words in which `NAME_START` and `NAME_END` stand around names.
"""

from __future__ import annotations

import html
import re
import textwrap
from collections.abc import Callable
from random import Random

from tests.generator.turn import NAME_END, NAME_START

Ink = Callable[[str, Random], str]
NAMES = re.compile(f"{NAME_START}([^{NAME_END}]*){NAME_END}")
WORD = re.compile(r"[^\W\d_]{7,}")
OUTSIDE_TAGS = re.compile(r"(?<![<&\w/;])\b[^\W\d_]{7,}\b(?![^<]*>)(?!;)")


def escape(words: str) -> str:
    return html.escape(words, quote=False)


def plain(words: str, rng: Random) -> str:
    """Just the words."""
    return escape(NAMES.sub(r"\1", words))


def linked(words: str, rng: Random) -> str:
    """Names are links."""
    return NAMES.sub(rf'<a href="/people/{rng.randrange(900)}/">\1</a>', escape(words))


def bold_names(words: str, rng: Random) -> str:
    return NAMES.sub(r"<strong>\1</strong>", escape(words))


def italic_names(words: str, rng: Random) -> str:
    return NAMES.sub(r"<em><span>\1</span></em>", escape(words))


def nested_links(words: str, rng: Random) -> str:
    """A link cut by formatting, as editors leave it."""
    link = r'<b><a href="#" target="_blank"><span>\1</span></a></b><a href="#"></a>'
    return NAMES.sub(link, escape(words))


def hard_wrapped(words: str, rng: Random) -> str:
    """Lines of the source end at a width, not the printed ones."""
    return wrapped(plain(words, rng), rng.randint(60, 100), "\n")


def broken_at(width: int) -> Ink:
    """`<br>` at the end of each full line; what wraps a page does so at one width."""

    def broken_lines(words: str, rng: Random) -> str:
        lines = wrapped(NAMES.sub(r"\1", words), width, "\n").split("\n")
        return "<br>\n".join(map(escape, lines))

    return broken_lines


def wrapped(text: str, width: int, joint: str) -> str:
    lines = textwrap.wrap(text, width, break_on_hyphens=False, break_long_words=False)
    return joint.join(lines)


def spans(words: str, rng: Random) -> str:
    """A word processor: spans cut words in two, a language mark around each run."""

    def cut(match: re.Match[str]) -> str:
        word = match.group()
        place = rng.randrange(2, len(word) - 1)
        return (
            f"{word[:place]}</span><span lang=EN-GB style='mso-ansi-language:EN-GB'>{word[place:]}"
        )

    body = OUTSIDE_TAGS.sub(cut, plain(words, rng))
    return f"<span style='font-size:12.0pt'>{body}<o:p></o:p></span>"


def soft_hyphens(words: str, rng: Random) -> str:
    hyphenated = WORD.sub(lambda found: f"{found[0][:3]}\u00ad{found[0][3:]}", words)
    return plain(hyphenated, rng)


def named_soft_hyphens(words: str, rng: Random) -> str:
    return soft_hyphens(words, rng).replace("\u00ad", "&shy;")


def hard_spaces(words: str, rng: Random) -> str:
    """U+00A0 after short words, as Russian typography asks; now and then twice."""
    return re.sub(r"(\b\w{1,3}|—|–) ", "\\1\u00a0", plain(words, rng))


def entity_spaces(words: str, rng: Random) -> str:
    return hard_spaces(words, rng).replace("\u00a0", "&nbsp; ")


def thin_spaces(words: str, rng: Random) -> str:
    """U+202F and U+2009 around dashes and after short words."""
    return re.sub(r"(\b\w{1,2}|—|–) ", "\\1\u202f", plain(words, rng)).replace(" —", "\u2009—")


def hard_hyphens(words: str, rng: Random) -> str:
    return plain(words.replace("-", "\u2011"), rng)


def zero_width(words: str, rng: Random) -> str:
    """Zero-width spaces, joiners and byte order marks where editors leave them."""
    text = re.sub(r" (?=\w)", lambda _: rng.choice([" ", " ", " \u200b", " \ufeff"]), words)
    return plain(WORD.sub(lambda found: f"{found[0][:4]}\u2060{found[0][4:]}", text), rng)


def word_breaks(words: str, rng: Random) -> str:
    """`<wbr>` in long words."""
    return OUTSIDE_TAGS.sub(lambda found: f"{found[0][:4]}<wbr>{found[0][4:]}", plain(words, rng))


def named_entities(words: str, rng: Random) -> str:
    """Every mark that has a name is written by its name."""
    names = {ord(mark): f"&{name};" for mark, name in ENTITY_NAMES.items()}
    return plain(words, rng).translate(names)


def numeric_entities(words: str, rng: Random) -> str:
    """All but ASCII is a number, decimal or hexadecimal."""
    form = rng.choice(["&#{};", "&#x{:x};", "&#X{:X};"])
    return "".join(
        char if ord(char) < 128 else form.format(ord(char)) for char in plain(words, rng)
    )


def drop_capital(words: str, rng: Random) -> str:
    """The first letter is large and lies in a span of its own."""
    text = plain(words, rng)
    place = next((place for place, char in enumerate(text) if char.isalpha()), 0)
    head, letter, rest = text[:place], text[place], text[place + 1 :]
    return f'{head}<span class="drop">{letter}</span>{rest}'


def commented(words: str, rng: Random) -> str:
    """Comments and empty elements between words."""
    text = plain(words, rng)
    return text.replace(" ", " <!-- ad -->", 1) + '<span class="x"></span><a name="p1"></a>'


ENTITY_NAMES = {
    "“": "ldquo",
    "”": "rdquo",
    "„": "bdquo",
    "«": "laquo",
    "»": "raquo",
    "‘": "lsquo",
    "’": "rsquo",
    "—": "mdash",
    "–": "ndash",
    "…": "hellip",
    "ø": "oslash",
    "Ø": "Oslash",
}
