"""Are two printed names one person's? Rules, then spelling; organizations are only evidence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from rostrum.identity.given import kin_of, known_keys
from rostrum.identity.spelling import letter_class, loose, skeleton

if TYPE_CHECKING:
    from rostrum.identity.names import Name

LONG_ENOUGH = 5
"""Letters of a word that may hold a slip; in a shorter one a letter makes another name."""


HALF = 4
"""Letters of the shorter half of a double name."""

ENDINGS = frozenset(("enko", "skaia", "ovich", "evich", "ovna", "evna", "chuk"))
"""What makes another surname of one, not a double one."""


class Verdict(Enum):
    """What is known of two names."""

    SAME = "same"
    DIFFERENT = "different"
    UNDECIDED = "undecided"


class Likeness(Enum):
    """How two parts of two names are to each other."""

    EQUAL = "equal"
    ABSENT = "absent"  # one of the names does not have it
    INITIAL = "initial"  # one has its first letter only
    SLIP = "slip"  # a letter apart
    KIN = "kin"  # a short form, or the same name in another language
    PART = "part"  # one half of a double name
    SOUND = "sound"  # alike across scripts, by consonants
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict with its reason, in words."""

    verdict: Verdict
    reason: str


OTHER_SURNAME = Finding(Verdict.DIFFERENT, "the surnames differ")
DOUBTS = {
    Likeness.ABSENT: "one is printed without a given name",
    Likeness.INITIAL: "the initial fits",
    Likeness.SLIP: "a letter apart",
    Likeness.KIN: "the given name may be another form",
    Likeness.PART: "one has half of the other's double name",
    Likeness.SOUND: "they sound alike across scripts",
}
SHARED = {Likeness.INITIAL, Likeness.SLIP}
"""Doubts that an organization that both speak for settles, if there is one of them alone."""


def compare(
    one: Name, other: Name, *, share_house: bool = False, as_russian: bool = False
) -> Finding:
    """What is known of two names.

    Args:
        one: a name.
        other: another.
        share_house: whether both were printed with one organization.
        as_russian: whether they may be spellings of one Russian name, whatever they look like.
    """
    is_rewritten = as_russian or one.is_russian or other.is_russian
    surname = surnames(one, other, is_rewritten=is_rewritten)
    if surname is Likeness.OTHER:
        return OTHER_SURNAME
    given = givens(one, other, is_rewritten=is_rewritten)
    if given is Likeness.OTHER:
        return Finding(Verdict.DIFFERENT, "the given names differ")
    middle = middles(one, other)
    if middle is Likeness.OTHER:
        return Finding(Verdict.DIFFERENT, "the patronymics or middle names contradict each other")
    if one.suffix != other.suffix:
        if one.suffix and other.suffix:
            return Finding(Verdict.DIFFERENT, f"{one.suffix} is not {other.suffix}")
        return Finding(Verdict.UNDECIDED, "only one is a junior or senior: father or son")
    doubts: list[Likeness] = [kind for kind in (surname, given) if kind in DOUBTS]
    if middle is Likeness.SLIP:  # that one has none, or an initial, is no doubt
        doubts.append(middle)
    return weigh(doubts, share_house=share_house)


def weigh(doubts: list[Likeness], *, share_house: bool) -> Finding:
    """The verdict on names that do not contradict each other."""
    if not doubts:
        return Finding(Verdict.SAME, "the same name, in another spelling or with fewer parts")
    reason = ", and ".join(dict.fromkeys(DOUBTS[doubt] for doubt in doubts))
    if share_house and len(doubts) == 1 and doubts[0] in SHARED:
        return Finding(Verdict.SAME, f"{reason}, and both speak for one organization")
    return Finding(Verdict.UNDECIDED, reason)


def surnames(one: Name, other: Name, *, is_rewritten: bool) -> Likeness:
    """How two surnames are to each other."""
    if one.surname == other.surname:
        return Likeness.EQUAL
    left, right = loose(one.surname), loose(other.surname)
    if left == right and is_rewritten:
        return Likeness.EQUAL
    if genders_differ(left, right):
        return Likeness.OTHER
    if left == right or is_slip(left, right):
        return Likeness.SLIP
    if one.is_cyrillic != other.is_cyrillic and skeleton(left) == skeleton(right):
        return Likeness.SOUND
    return Likeness.PART if is_part(left, right) else Likeness.OTHER


def genders_differ(one: str, other: str) -> bool:
    """`Pospelov` and `Pospelova`, `Orlovski` and `Orlovskaia`: two people."""
    short, long = sorted((one, other), key=len)
    return long == f"{short}a" or (short.endswith("ki") and long == f"{short[:-1]}aia")


def is_slip(one: str, other: str) -> bool:
    """Whether two words are a letter apart: one wrong, too much, too little, or two turned."""
    return (
        min(len(one), len(other)) >= LONG_ENOUGH
        and one[0] == other[0]
        and OSA.distance(one, other, score_cutoff=1) <= 1
    )


def is_part(one: str, other: str) -> bool:
    """Whether one word begins with the other, and what follows may be a name of its own."""
    short, long = sorted((one, other), key=len)
    rest = long[len(short) :]
    return long.startswith(short) and len(rest) >= HALF and rest not in ENDINGS


def givens(one: Name, other: Name, *, is_rewritten: bool) -> Likeness:
    """How two given names are to each other."""
    if not one.given or not other.given:
        return Likeness.EQUAL if one.given == other.given else Likeness.ABSENT
    if not one.has_given or not other.has_given:
        if letter_class(one.given) != letter_class(other.given):
            return Likeness.OTHER
        is_equal = one.given == other.given and not one.has_given and not other.has_given
        return Likeness.EQUAL if is_equal else Likeness.INITIAL
    found = words(one.given, other.given, is_rewritten=is_rewritten)
    is_across = one.is_cyrillic != other.is_cyrillic
    if found is Likeness.OTHER and is_across and skeleton(one.given) == skeleton(other.given):
        return Likeness.SOUND
    return found


def words(left: str, right: str, *, is_rewritten: bool) -> Likeness:
    """How two given names printed in full are to each other."""
    is_loosely_equal = loose(left) == loose(right)
    if left == right or (is_loosely_equal and is_rewritten):
        return Likeness.EQUAL
    if right in kin_of(left) or loose(right) in kin_of(left):
        return Likeness.KIN
    if is_part(left, right):
        return Likeness.PART
    if left in known_keys() and right in known_keys():
        return Likeness.KIN if is_loosely_equal else Likeness.OTHER
    if is_loosely_equal or (is_slip(left, right) and not genders_differ(left, right)):
        return Likeness.SLIP
    return Likeness.OTHER


def middles(one: Name, other: Name) -> Likeness:
    """How patronymics and other given names are to each other, one by one."""
    if one.middles == other.middles:
        return Likeness.EQUAL
    if not one.middles or not other.middles:
        return Likeness.ABSENT
    found = [middle(left, right) for left, right in zip(one.middles, other.middles, strict=False)]
    for kind in (Likeness.OTHER, Likeness.SLIP):
        if kind in found:
            return kind
    return Likeness.INITIAL


def middle(left: str, right: str) -> Likeness:
    """How two patronymics are to each other."""
    if loose(left) == loose(right):
        return Likeness.EQUAL
    if len(left) == 1 or len(right) == 1:
        return Likeness.INITIAL if letter_class(left) == letter_class(right) else Likeness.OTHER
    return Likeness.SLIP if is_slip(loose(left), loose(right)) else Likeness.OTHER
