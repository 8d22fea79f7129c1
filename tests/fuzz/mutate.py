"""A good page → a spoilt one, by a few accidents drawn at random."""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from rostrum.sources import WEB, all_sources
from tests.fuzz.seeds import seed_pages
from tests.hostile import SCRAPS

if TYPE_CHECKING:
    from collections.abc import Callable

    from rostrum.records import PageKind

TAG = re.compile(rb"<[^<>]*>")
WORD = re.compile(rb"[^\s<>]+")
BLOCK = re.compile(rb"<(p|li|h[1-6]|td|div|blockquote)\b[^>]*>.*?</\1>", re.DOTALL)
MOST_ACCIDENTS = 6
LONGEST = 200_000
"""Bytes; accidents that copy may not make a page grow without end."""

TAGS = (
    "p div span b i u em strong a br hr h1 h2 h3 ul ol li table tr td th blockquote cite footer "
    "header main article nav aside section script style title head body html pre q sup svg math "
    "select option textarea iframe template noscript button dialog details form input img time "
    "meta base font center plaintext xmp listing frameset object x-card o:p"
).split()
ATTRIBUTES = (
    "hidden",
    'style="display:none"',
    'style="font-weight:bold"',
    'class="related-news cookie share"',
    'id="main"',
    'role="navigation"',
    'role="main"',
    'lang="ru"',
    'itemscope itemtype="https://schema.org/Event"',
    'itemprop="name"',
    'itemprop="startDate" content="2026-02-30T25:61"',
    'datetime="0000-00-00"',
    'title="<p>',
    "=''",
    '"',
    "data-x='>'",
    "on<click",
    'aria-hidden="true"',
)
PIECES = (
    "<!--", "-->", "<![CDATA[", "]]>", "<?", "<!", "</", "<", ">", "&", "&#0;", "&#xD800;",
    "&#x110000;", "&nbsp;", "&shy;", "&lt;", "\0", "\r", "\t", "\n", "\u00a0", "\u00ad", "\u200b",
    "\u2028", "\u202e", "\ufeff", "\ufffd", "\U0001f600", "\u0301", "İ", "ſ", "ﬁ", "ǅ", "ß", "Ⅷ",
    "١٢", "²", "“", "”", "„", "«", "»", "‘", "’", "'", '"', "—", "–", "-", ",", ".", "…", "(", ")",
    "[...]", "<...>", "(… – ed.)", ":", ";", "/", "|", "№", "14 May 2026", "31.02.2026", "25:61",
    "10:00–11:30", "said", "noted:", "he said", "отметил", "по словам", "according to", "Ada Lund",
    "Ада Лунд", "LUND", "Dr.", "(EPP, PL)", "PROBLEMS", "SOLUTIONS", "KEY CONCLUSIONS", "ПРОБЛЕМЫ",
    "Moderator", "Модератор", "Speakers", "Track:", "organized by", "as part of the", "Read also",
    '<script type="application/ld+json">{"@type":"Event","name":["a",{}],"startDate":7}</script>',
    '<script type="application/ld+json">[[[{"@graph":[null,{"@type":["Person",3]}]}]]</script>',
    '<meta charset="utf-16">', '<meta charset="koi8-r">', "<base href='//['>",
)  # fmt: skip
CONTENT_TYPES = (
    "text/html",
    "text/html; charset=utf-8",
    "text/html; charset=windows-1251",
    "text/html; charset=utf-16",
    "text/html; charset=shift_jis",
    "text/html; charset=none-such",
    "text/html; charset=utf-7",
    "application/xhtml+xml",
    "text/plain",
    None,
)
CHARSETS = "cp1251 utf-16 utf-8-sig koi8-r cp1252 utf-16-be gb18030".split()
KINDS: tuple[PageKind | None, ...] = ("report", "programme", "statement", None)


@dataclass(frozen=True, slots=True)
class Spoilt:
    """A spoilt page and how it is to be read; `accidents` tells people what befell it."""

    body: bytes
    content_type: str | None
    kind: PageKind | None
    source: str
    accidents: tuple[str, ...]


def spoilt_page(seed: int, number: int) -> Spoilt:
    """The page of a number."""
    rng = Random(f"{seed}/{number}")
    body = rng.choice(seed_pages())
    chosen = rng.choices(
        tuple(ACCIDENTS), tuple(ACCIDENTS.values()), k=rng.randint(1, MOST_ACCIDENTS)
    )
    for accident in chosen:
        body = accident(body, rng)[:LONGEST]
    is_plain = rng.random() < 0.7
    return Spoilt(
        body=body,
        content_type="text/html; charset=utf-8" if is_plain else rng.choice(CONTENT_TYPES),
        kind=rng.choice(KINDS),
        source=rng.choice((*all_sources(), WEB)),
        accidents=tuple(accident.__name__ for accident in chosen),
    )


def place_in(body: bytes, rng: Random) -> int:
    return rng.randint(0, len(body))


def stretch_of(body: bytes, rng: Random, longest: int) -> tuple[int, int]:
    start = place_in(body, rng)
    return start, min(len(body), start + rng.randint(1, longest))


def one_of(pattern: re.Pattern[bytes], body: bytes, rng: Random) -> tuple[int, int]:
    """Where a match of a pattern lies, found from a random place on."""
    match = pattern.search(body, place_in(body, rng)) or pattern.search(body)
    return match.span() if match else stretch_of(body, rng, 20)


def flip_bytes(body: bytes, rng: Random) -> bytes:
    spoilt = bytearray(body)
    for _ in range(rng.randint(1, 20)):
        if spoilt:
            spoilt[rng.randrange(len(spoilt))] = rng.randrange(256)
    return bytes(spoilt)


def cut_out(body: bytes, rng: Random) -> bytes:
    start, end = stretch_of(body, rng, rng.choice((1, 10, 100, 5000)))
    return body[:start] + body[end:]


def cut_short(body: bytes, rng: Random) -> bytes:
    return body[: place_in(body, rng)]


def drop_tag(body: bytes, rng: Random) -> bytes:
    for _ in range(rng.randint(1, 8)):
        start, end = one_of(TAG, body, rng)
        body = body[:start] + body[end:]
    return body


def double_tag(body: bytes, rng: Random) -> bytes:
    start, end = one_of(TAG, body, rng)
    return body[:end] + body[start:end] * rng.randint(1, 5) + body[end:]


def rename_tags(body: bytes, rng: Random) -> bytes:
    old, new = rng.choice(TAGS).encode(), rng.choice(TAGS).encode()
    return re.sub(rb"(</?)" + re.escape(old) + rb"(?=[\s>/])", rb"\1" + new, body)


def add_tag(body: bytes, rng: Random) -> bytes:
    for _ in range(rng.randint(1, 8)):
        place, tag = place_in(body, rng), rng.choice(TAGS)
        markup = rng.choice((f"<{tag}>", f"</{tag}>", f"<{tag}/>", f"<{tag} "))
        body = body[:place] + markup.encode() + body[place:]
    return body


def wrap(body: bytes, rng: Random) -> bytes:
    start, end = stretch_of(body, rng, 3000)
    tag = rng.choice(TAGS).encode()
    return body[:start] + b"<" + tag + b">" + body[start:end] + b"</" + tag + b">" + body[end:]


def add_attribute(body: bytes, rng: Random) -> bytes:
    for _ in range(rng.randint(1, 8)):
        start, end = one_of(TAG, body, rng)
        if end - start > 2:
            body = body[: end - 1] + b" " + rng.choice(ATTRIBUTES).encode() + body[end - 1 :]
    return body


def add_piece(body: bytes, rng: Random) -> bytes:
    for _ in range(rng.randint(1, 12)):
        place = place_in(body, rng)
        body = body[:place] + rng.choice(PIECES).encode("utf-8", "replace") + body[place:]
    return body


def replace_word(body: bytes, rng: Random) -> bytes:
    for _ in range(rng.randint(1, 12)):
        start, end = one_of(WORD, body, rng)
        body = body[:start] + rng.choice(PIECES).encode("utf-8", "replace") + body[end:]
    return body


def add_scraps(body: bytes, rng: Random) -> bytes:
    place = place_in(body, rng)
    scrap = rng.choice(tuple(SCRAPS.values())).encode() * rng.randint(1, 200)
    return body[:place] + scrap + body[place:]


def add_letters(body: bytes, rng: Random) -> bytes:
    place = place_in(body, rng)
    letters = "".join(chr(rng.randrange(0x20, 0x3000)) for _ in range(rng.randint(1, 40)))
    return body[:place] + letters.encode("utf-8", "replace") + body[place:]


def swap_blocks(body: bytes, rng: Random) -> bytes:
    first, second = sorted((one_of(BLOCK, body, rng), one_of(BLOCK, body, rng)))
    if first[1] > second[0]:
        return body
    return (
        body[: first[0]]
        + body[slice(*second)]
        + body[first[1] : second[0]]
        + body[slice(*first)]
        + body[second[1] :]
    )


def double_block(body: bytes, rng: Random) -> bytes:
    start, end = one_of(BLOCK, body, rng)
    return body[:end] + body[start:end] + body[end:]


def splice(body: bytes, rng: Random) -> bytes:
    other = rng.choice(seed_pages())
    return body[: place_in(body, rng)] + other[place_in(other, rng) :]


def graft(body: bytes, rng: Random) -> bytes:
    other = rng.choice(seed_pages())
    start, end = one_of(BLOCK, other, rng)
    place = place_in(body, rng)
    return body[:place] + other[start:end] + body[place:]


def recode(body: bytes, rng: Random) -> bytes:
    """The text in other bytes than it says it is in."""
    return body.decode("utf-8", "replace").encode(rng.choice(CHARSETS), "replace")


def join_lines(body: bytes, rng: Random) -> bytes:
    """No paragraphs any more: breaks only."""
    return re.sub(rb"</?(?:p|div|li|h[1-6])\b[^>]*>", rng.choice((b"<br>", b"", b"\n")), body)


ACCIDENTS: dict[Callable[[bytes, Random], bytes], int] = {
    flip_bytes: 2,
    cut_out: 3,
    cut_short: 1,
    drop_tag: 4,
    double_tag: 2,
    rename_tags: 4,
    add_tag: 4,
    wrap: 4,
    add_attribute: 4,
    add_piece: 5,
    replace_word: 5,
    add_scraps: 1,
    add_letters: 2,
    swap_blocks: 3,
    double_block: 2,
    splice: 2,
    graft: 3,
    recode: 1,
    join_lines: 1,
}
"""What may befall a page, and how often."""
