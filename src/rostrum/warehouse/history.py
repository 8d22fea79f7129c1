"""What a publisher altered: the quotes of a page's revisions, one after the other.

Plain values in, plain values out. Each quote keeps its id for as long as it is the same quote
(`rostrum.warehouse.matching`), and every alteration is one change, with before and after.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from rostrum.ids import make_id
from rostrum.warehouse.matching import Pairs, Quote, match_same_words, pair_similar

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

ChangeKind = Literal["added", "removed", "reworded", "reattributed", "moved"]

SHOWN_CHARACTERS = 60


@dataclass(frozen=True, slots=True)
class Change:
    """One alteration of one quote.

    Attributes:
        before: its words, who said them, or its place, by what was altered; None of what was added.
        number_before: its number on the older revision.
        speaker_name: whose words they are, after the alteration where there is an after.
    """

    quote_id: str
    change: ChangeKind
    before: str | None
    after: str | None
    number_before: int | None
    number_after: int | None
    speaker_name: str | None


Lost = dict[str, list[tuple[str | None, str]]]
"""Last words → the speaker and the id of each quote that had them."""


@dataclass(frozen=True, slots=True)
class Step:
    """One revision of a page in its place in time.

    Attributes:
        ids: of its quotes, by their numbers.
        changes: what it altered; nothing where it is the first.
    """

    ids: dict[int, str]
    changes: tuple[Change, ...]


def trace(revisions: Iterable[tuple[str, Iterable[Quote]]]) -> list[Step]:
    """The steps of a page's revisions (digest, quotes), given in the order of time.

    A revision may be there again later: its quotes have the ids they had.
    """
    steps: list[Step] = []
    known: dict[str, list[str]] = {}
    last: dict[str, Quote] = {}
    old: list[Quote] = []
    old_ids: list[str] = []
    for sha256, quotes in revisions:
        new = sorted(quotes, key=lambda quote: quote.number)
        lost = find_lost(last, set(old_ids))
        if sha256 in known:
            new_ids = known[sha256]
            pairs = match_known(old, old_ids, new, new_ids)
        else:
            pairs = match_same_words(old, new)
            pair_similar(old, new, pairs, lost)
            new_ids = give_ids(new, {there: old_ids[here] for here, there in pairs.items()}, lost)
        changes = find_changes(old, old_ids, new, new_ids, pairs) if steps else []
        steps.append(Step(dict(zip((q.number for q in new), new_ids, strict=True)), tuple(changes)))
        known[sha256] = new_ids
        last.update(zip(new_ids, new, strict=True))
        old, old_ids = new, new_ids
    return steps


def match_known(
    old: Sequence[Quote], old_ids: Sequence[str], new: Sequence[Quote], new_ids: Sequence[str]
) -> Pairs:
    """Pair the quotes of a revision that is there again: by their words, then by their ids."""
    pairs = match_same_words(old, new)
    places = {id_: place for place, id_ in enumerate(new_ids)}
    taken = set(pairs.values())
    for here, id_ in enumerate(old_ids):
        there = places.get(id_)
        if here not in pairs and there is not None and there not in taken:
            pairs[here] = there
    return pairs


def find_lost(last: Mapping[str, Quote], present: Collection[str]) -> Lost:
    """The quotes that the page once had and has no more, by their last words."""
    lost: Lost = {}
    for id_, quote in last.items():
        if id_ not in present:
            lost.setdefault(quote.text, []).append((quote.speaker_name, id_))
    return lost


def give_ids(new: Sequence[Quote], kept: Mapping[int, str], lost: Lost) -> list[str]:
    """The ids of a revision's quotes: those they had, those of quotes that come back, new ones."""
    ids = dict(kept)
    free = [place for place in range(len(new)) if place not in ids]
    for place in free:
        same = lost.get(new[place].text)
        if same:
            back = min(same, key=lambda was: was[0] != new[place].speaker_name)
            same.remove(back)
            ids[place] = back[1]
    used = set(ids.values())
    for place in free:
        if place not in ids:
            ids[place] = unused_id(new[place].own_id, used)
            used.add(ids[place])
    return [ids[place] for place in range(len(new))]


def unused_id(own_id: str, used: set[str]) -> str:
    """A quote's own id, or another made of it where a quote that was reworded still bears it."""
    found, count = own_id, 1
    while found in used:
        count += 1
        found = make_id(own_id, count)
    return found


def find_changes(
    old: Sequence[Quote],
    old_ids: Sequence[str],
    new: Sequence[Quote],
    new_ids: Sequence[str],
    pairs: Pairs,
) -> list[Change]:
    """What was altered, down the newer revision; what was removed comes last."""
    moves = find_moves(old, new, pairs)
    origins = {there: here for here, there in pairs.items()}
    changes = []
    for there, quote in enumerate(new):
        if there in origins:
            was = old[origins[there]]
            altered = compare(was, quote) + moves.get(there, [])
        else:
            was, altered = None, [("added", None, quote.text)]
        changes += [
            Change(
                new_ids[there],
                kind,
                before,
                after,
                was.number if was else None,
                quote.number,
                quote.speaker_name,
            )
            for kind, before, after in altered
        ]
    changes += [
        Change(old_ids[here], "removed", quote.text, None, quote.number, None, quote.speaker_name)
        for here, quote in enumerate(old)
        if here not in pairs
    ]
    return changes


Altered = tuple[ChangeKind, str | None, str | None]


def compare(was: Quote, quote: Quote) -> list[Altered]:
    """What was altered of a quote itself: its words, and who is said to have said them."""
    altered: list[Altered] = []
    if was.text != quote.text:
        altered.append(("reworded", was.text, quote.text))
    if was.speaker_name != quote.speaker_name:
        altered.append(("reattributed", was.speaker_name, quote.speaker_name))
    elif was.position != quote.position:
        altered.append(("reattributed", attribution(was), attribution(quote)))
    return altered


def attribution(quote: Quote) -> str | None:
    """Name and position, as far as they are printed."""
    return ", ".join(part for part in (quote.speaker_name, quote.position) if part) or None


def find_moves(
    old: Sequence[Quote], new: Sequence[Quote], pairs: Pairs
) -> dict[int, list[Altered]]:
    """The quotes that stand elsewhere, by their place in the newer list.

    Elsewhere is under another heading, or in another order than the most quotes that can be said
    to have kept theirs: whoever only got or lost a neighbour was not moved.
    """
    elsewhere = under_other_headings(old, new, pairs)
    moves: dict[int, list[Altered]] = {
        pairs[here]: [("moved", heading_of(old[here]), heading_of(new[pairs[here]]))]
        for here in elsewhere
    }
    stayed = [(here, there) for here, there in sorted(pairs.items()) if here not in elsewhere]
    kept = {stayed[place] for place in longest_rise([there for _, there in stayed])}
    kept_here = sorted(here for here, _ in kept)
    kept_there = sorted(there for _, there in kept)
    for here, there in stayed:
        if (here, there) not in kept:
            before = place_of(old, here, kept_here)
            moves[there] = [("moved", before, place_of(new, there, kept_there))]
    return moves


def under_other_headings(old: Sequence[Quote], new: Sequence[Quote], pairs: Pairs) -> set[int]:
    """Places in the older list of quotes that went to another section or thesis.

    A heading that is gone, with one in its place that is new, was renamed: that moves nobody.
    """
    found = set()
    for level in ("section_heading", "thesis"):
        old_headings = {getattr(quote, level) for quote in old} - {None}
        new_headings = {getattr(quote, level) for quote in new} - {None}
        for here, there in pairs.items():
            before, after = getattr(old[here], level), getattr(new[there], level)
            if before != after and (before in new_headings or after in old_headings):
                found.add(here)
    return found


def longest_rise(numbers: Sequence[int]) -> list[int]:
    """Places of the longest series of rising numbers."""
    ends: list[int] = []  # of series of each length, the place of the smallest last number
    before: list[int | None] = []
    for place, number in enumerate(numbers):
        length = bisect_left(ends, number, key=numbers.__getitem__)
        before.append(ends[length - 1] if length else None)
        ends[length : length + 1] = [place]
    series = []
    place_or_none = ends[-1] if ends else None
    while place_or_none is not None:
        series.append(place_or_none)
        place_or_none = before[place_or_none]
    return series[::-1]


def heading_of(quote: Quote) -> str:
    """The headings above a quote, for a person."""
    section = quote.section_heading or f"({quote.section_kind.replace('_', ' ')})"
    return " › ".join(part for part in (section, quote.thesis) if part)


def place_of(quotes: Sequence[Quote], place: int, kept: Sequence[int]) -> str:
    """Where a quote stands among those that kept their order, for a person."""
    rank = bisect_left(kept, place)
    where = f"after “{shorten(quotes[kept[rank - 1]].text)}”" if rank else "first"
    return f"{heading_of(quotes[place])} › quote {quotes[place].number}, {where}"


def shorten(text: str) -> str:
    """The beginning of a long text."""
    return text if len(text) <= SHOWN_CHARACTERS else text[:SHOWN_CHARACTERS].rstrip() + "…"
