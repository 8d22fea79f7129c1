"""The rules for persons."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

from rostrum.identity.compare import Finding, Verdict, compare
from rostrum.identity.names import Name, read_name
from rostrum.identity.spelling import loose, skeleton

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence
    from datetime import datetime

    from rostrum.identity.decisions import Kind
    from rostrum.identity.resolve import Known


@dataclass(frozen=True, slots=True)
class Person:
    """A name, and the organizations that it was printed with."""

    name: Name
    houses: frozenset[str]


class People:
    """How names of persons are compared; the key of a name is its parts."""

    kind: Kind = "person"

    def key_of(self, name: str) -> Name:
        """The parts of a name."""
        return read_name(name)

    def pairs(self, keys: Sequence[Name]) -> Iterator[tuple[Name, Name]]:
        """Names that share surname or given name, or sound alike, and are not different."""
        seen = set()
        for bucket in buckets(keys):
            for pair in combinations(bucket, 2):
                if pair not in seen:
                    seen.add(pair)
                    if have_one_id(*pair) or may_be(*pair) is not Verdict.DIFFERENT:
                        yield pair

    def is_steady(self, keys: Sequence[Name], pairs: Iterable[tuple[Name, Name]]) -> bool:  # noqa: ARG002 - a rule
        """Whether no two of the names can ever be one person's."""
        return not any(have_one_id(*pair) or may_be(*pair) is Verdict.SAME for pair in pairs)

    def describe(self, key: Name, known: Sequence[Known], moment: datetime) -> Person:
        """A name, in all its spellings, and the organizations that it was seen with by then."""
        names = [read_name(one.unit.name) for one in known]
        spelt = replace(
            key,
            is_russian=all(name.is_russian for name in names),
            is_cyrillic=all(name.is_cyrillic for name in names),
        )
        houses = (house for one in known for house, at in one.houses.items() if at <= moment)
        return Person(spelt, frozenset(houses))

    def compare(self, one: Person, other: Person) -> Finding:
        """What is known of two."""
        return compare(one.name, other.name, share_house=not one.houses.isdisjoint(other.houses))

    def fullness(self, what: Person) -> tuple[int, ...]:
        """How much the name tells."""
        return what.name.fullness

    def bases(self, what: Person) -> tuple[str, str]:
        """Given name and surname; all parts."""
        name = what.name
        parts = (name.given, *name.middles, name.surname, name.suffix)
        return id_base(name), " ".join(part for part in parts if part)

    def moments(self, known: Iterable[Known]) -> set[datetime]:
        """When a name was first seen, and when first with an organization."""
        return {at for one in known for at in (one.seen_at, *one.houses.values())}


def buckets(keys: Sequence[Name]) -> Iterable[list[Name]]:
    """Names with the same surname, the same given name, or surnames alike across scripts."""
    found: dict[tuple[str, Hashable], list[Name]] = defaultdict(list)
    scripts = {key.is_cyrillic for key in keys}
    for key in keys:
        found["surname", loose(key.surname)].append(key)
        if key.has_given:
            found["given", loose(key.given)].append(key)
        if len(scripts) > 1:
            found["sound", skeleton(key.surname)].append(key)
    return found.values()


def may_be(one: Name, other: Name) -> Verdict:
    """The verdict on two names if everything else speaks for it."""
    return compare(one, other, share_house=True, as_russian=True).verdict


def have_one_id(one: Name, other: Name) -> bool:
    """Whether the ids of two names are made of the same."""
    return loose(one.surname) == loose(other.surname) and loose(one.given) == loose(other.given)


def id_base(name: Name) -> str:
    """What hardly ever changes of a person's name."""
    return f"{loose(name.given)} {loose(name.surname)}".strip()
