"""Which quote of a page's older revision is which of the newer one.

Same words are the same quote; of what is left, the most similar words are. What counts as similar,
and why: docs/decisions/0009-quotes-are-traced.md.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict, deque
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel, LCSseq

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

SAME_WORDS_AND_SPEAKER = (
    ("text", "speaker_name", "position", "section_kind", "section_heading", "thesis"),
    ("text", "speaker_name", "section_kind"),
    ("text", "speaker_name"),
)
SAME_WORDS = (("text", "section_kind"), ("text",))

NEEDED = 0.8
"""The score from which two quotes are one: this similarity, or less where other things agree."""

SAME_SPEAKER = 0.15
SAME_PLACE = 0.05

COMPARED_CHARACTERS = 5_000
"""How much of a quote is compared: the time for two grows with the product of their lengths."""

COMPARED_PAIRS = 40_000
"""Pairs compared at one step; where there are more, each quote is compared with the nearest."""

WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Quote:
    """A quote of one revision, as tracing sees it.

    Attributes:
        number: counts down the page.
        own_id: the id it has where nothing came before it.
        section_kind: `other` outside every section.
    """

    number: int
    own_id: str
    text: str
    speaker_name: str | None = None
    position: str | None = None
    section_kind: str = "other"
    section_heading: str | None = None
    thesis: str | None = None


Pairs = dict[int, int]
"""Places in the older list, each with the place of the same quote in the newer one."""


def match_same_words(old: Sequence[Quote], new: Sequence[Quote]) -> Pairs:
    """Pair quotes of the same words: those of the same speaker first, in the same place first."""
    pairs: Pairs = {}
    for names in (*SAME_WORDS_AND_SPEAKER, *SAME_WORDS):
        key = attrgetter(*names)
        pair_in_order(old, new, pairs, key)
        pair_anywhere(old, new, pairs, key)
    return pairs


def pair_in_order(
    old: Sequence[Quote], new: Sequence[Quote], pairs: Pairs, key: Callable[[Quote], object]
) -> None:
    """Pair as many free quotes of equal keys as can be without a change of order.

    Of words that are quoted twice, the one whose neighbours stayed is then the one that stayed.
    """
    left, right = free(old, pairs), free(new, set(pairs.values()))
    numbers: dict[object, int] = {}
    keys = [
        [numbers.setdefault(key(quotes[place]), len(numbers)) for place in places]
        for quotes, places in ((old, left), (new, right))
    ]
    for block in LCSseq.opcodes(*keys):
        if block.tag == "equal":
            places = zip(
                left[block.src_start : block.src_end],
                right[block.dest_start : block.dest_end],
                strict=True,
            )
            pairs.update(places)


def pair_anywhere(
    old: Sequence[Quote], new: Sequence[Quote], pairs: Pairs, key: Callable[[Quote], object]
) -> None:
    """Pair the free quotes of equal keys that stand in another order."""
    waiting: dict[object, deque[int]] = defaultdict(deque)
    for place in free(new, set(pairs.values())):
        waiting[key(new[place])].append(place)
    for place in free(old, pairs):
        if waiting[key(old[place])]:
            pairs[place] = waiting[key(old[place])].popleft()


def pair_similar(
    old: Sequence[Quote], new: Sequence[Quote], pairs: Pairs, returned: Collection[str]
) -> None:
    """Pair the free quotes of similar words, the best pairs first.

    Quotes whose words are among `returned` are none of the old ones: they were on the page before.
    """
    left = free(old, pairs)
    right = [place for place in free(new, set(pairs.values())) if new[place].text not in returned]
    if not left or not right:
        return
    numbers: dict[str, int] = {}
    old_words = {place: Words(old[place].text, numbers) for place in left}
    new_words = {place: Words(new[place].text, numbers) for place in right}
    old_gaps = gaps(len(old), pairs)
    new_gaps = gaps(len(new), {there: there for there in pairs.values()})
    reach = COMPARED_PAIRS // max(len(left), len(right))
    found = []
    for rank, here in enumerate(left):
        first = max(0, rank - reach)
        for other_rank, there in enumerate(right[first : rank + reach + 1], start=first):
            score = (
                similarity(old_words[here], new_words[there])
                + SAME_SPEAKER * (old[here].speaker_name == new[there].speaker_name)
                + SAME_PLACE * (old_gaps[here] == new_gaps[there])
            )
            if score >= NEEDED:
                found.append((-score, abs(rank - other_rank), here, there))
    taken = set(pairs.values())
    for *_, here, there in sorted(found):
        if here not in pairs and there not in taken:
            pairs[here] = there
            taken.add(there)


def free(quotes: Sequence[Quote], taken: Collection[int]) -> list[int]:
    """The places of a list that are in no pair yet."""
    return [place for place in range(len(quotes)) if place not in taken]


def gaps(count: int, pairs: Mapping[int, int]) -> list[int]:
    """Of each place, where in the newer list the nearest pair at or before it stands."""
    found, last = [], -1
    for place in range(count):
        last = pairs.get(place, last)
        found.append(last)
    return found


class Words:
    """A quote's words for comparing: typography, case and punctuation do not count.

    Attributes:
        numbers: each word's number among all that are compared.
        length: how many letters they have.
    """

    def __init__(self, text: str, numbers: dict[str, int]) -> None:
        plain = unicodedata.normalize("NFKC", text[:COMPARED_CHARACTERS]).casefold()
        self.words: list[str] = WORD.findall(plain.replace("ё", "е"))
        self.numbers = [numbers.setdefault(word, len(numbers)) for word in self.words]
        self.text = " ".join(self.words)
        self.length = sum(map(len, self.words))


def similarity(one: Words, other: Words) -> float:
    """How alike two quotes are, 0 to 1: by their letters (typos) or by their words (clauses)."""
    if not one.words or not other.words:
        return 0.0
    by_letters: float = Indel.normalized_similarity(one.text, other.text)
    shared = shared_letters(one, other)
    of_shorter = shared / min(one.length, other.length)
    of_both = 2 * shared / (one.length + other.length)
    return max(by_letters, (of_shorter + of_both) / 2)


def shared_letters(one: Words, other: Words) -> int:
    """The letters of the words that both have in the same order, two or more words in a row.

    Single words do not count: unrelated sentences of one language share its small words.
    """
    return sum(
        len(word)
        for block in Indel.opcodes(one.numbers, other.numbers)
        if block.tag == "equal" and block.src_end - block.src_start > 1
        for word in one.words[block.src_start : block.src_end]
    )
