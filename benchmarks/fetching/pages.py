"""The pages that every contestant fetches: 80,000 bytes of HTML, no two alike."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE_BYTES = 80_000
_VARIANTS = 64
_WORDS = 3000
_PARAGRAPH = 40
_BLOCK = (
    '<article class="post" id="post-{number}">\n'
    '  <header><a class="author" href="/people/{name}">{name}</a>'
    ' <time datetime="2026-01-05T10:00:00Z">5 January 2026, 10:00</time></header>\n'
    '  <div class="text"><p>{text}.</p></div>\n</article>\n'
)
_START = b'<!doctype html>\n<html lang="en"><head><title>Page 00000000</title></head>\n<body>\n'
_NUMBER_AT = _START.index(b"00000000")
_END = b"</body></html>\n"


def page_urls(origin: str, count: int) -> Iterator[str]:
    """The URLs of the first `count` pages."""
    return (f"{origin}/page/{number}" for number in range(count))


class Pages:
    """Makes any page at the cost of joining three strings, so that the origin is not the limit."""

    def __init__(self) -> None:
        chance = random.Random(7)  # noqa: S311 - text, not a secret
        words = [_word(chance) for _ in range(_WORDS)]
        self._tails = [_tail(chance, words) for _ in range(_VARIANTS)]

    def parts(self, number: int) -> tuple[bytes, bytes, bytes]:
        """The page, in three parts."""
        tail = self._tails[number % _VARIANTS]
        return _START[:_NUMBER_AT], b"%08d" % number, tail


def _word(chance: random.Random) -> str:
    return "".join(chance.choices("aeiourtnslmdk", k=chance.randint(2, 9)))


def _tail(chance: random.Random, words: list[str]) -> bytes:
    """All that follows a page's number: posts, a common word more often than a rare one."""
    parts = [_START[_NUMBER_AT + 8 :]]
    room = PAGE_BYTES - len(_START) - len(_END)
    weights = [1 / rank for rank in range(1, len(words) + 1)]
    while room > 0:
        text = " ".join(chance.choices(words, weights, k=_PARAGRAPH))
        block = _BLOCK.format(number=room, name=chance.choice(words), text=text).encode()[:room]
        parts.append(block)
        room -= len(block)
    return b"".join([*parts, _END])
