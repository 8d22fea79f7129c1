"""Fifty thousand words, English- and Russian-like, drawn as often as words are in real texts."""

from __future__ import annotations

import random
from itertools import accumulate

COUNT = 50_000
COMMON = (
    "the of and to in that is we for it on are with as this be not by have our at which from but "
    "will has law more can an was they must there all their also new people international or "
    "rights legal state и в на не что для это право"
).split()
STEMS = {
    "bra lin dor wei nov sor tho que bar kel har vog ost rel ska mir ten ula con pro reg dis per": (
        "",
        *"s ed ing ation ly er ness al".split(),
    ),
    "пра во меж ду на род за кон су деб го дар ство эко но ми ка раз ви об щес тво": (
        "",
        *"а ы ов ами ный ная ного ость ать ил".split(),
    ),
}
LONG_TAIL = (2.7, 1.05)
"""Shift and power of Zipf's law, as Mandelbrot wrote it: a word's share falls with its rank so."""


def make_words() -> list[str]:
    """All words, the most common first: real ones, then invented ones, some of one stem."""
    chance = random.Random(1)  # noqa: S311 - words, no secret
    made: dict[str, None] = {}
    while len(made) < COUNT:
        syllables, endings = chance.choice(list(STEMS.items()))
        stem = "".join(chance.choices(syllables.split(), k=chance.randint(2, 4)))
        made |= dict.fromkeys(stem + end for end in chance.sample(endings, chance.randint(1, 4)))
    invented = [word for word in made if word not in COMMON]
    chance.shuffle(invented)
    return [*COMMON, *invented][:COUNT]


WORDS = make_words()
SHARES = list(
    accumulate((rank + LONG_TAIL[0]) ** -LONG_TAIL[1] for rank in range(1, len(WORDS) + 1))
)


def draw(chance: random.Random, count: int) -> list[str]:
    """So many words of a text."""
    return chance.choices(WORDS, cum_weights=SHARES, k=count)
