"""Names of one block → which are one, under which id, and how that came about in time.

What is decided at a moment follows from the names known by then, in whatever order they came; so
two warehouses of the same pages have the same ids. How ids changed is told by going through the
moments one after another.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING, Any, Protocol

from rostrum.identity.compare import Finding, Verdict
from rostrum.identity.decisions import Decision, Kind, Rulings, Unit, rulings_of
from rostrum.ids import make_id

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence
    from datetime import datetime

BY_DECISION = Finding(Verdict.DIFFERENT, "a person decided so")
SPELLED = Finding(Verdict.SAME, "the same name, in another spelling")
UNLIKE = Finding(Verdict.DIFFERENT, "the names differ")


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a unit: when it was first seen, and with which organizations since when."""

    unit: Unit
    seen_at: datetime
    houses: dict[str, datetime] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Another name that may be the same one's."""

    name: str
    entity_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Change:
    """A name's id became another."""

    id_before: str
    id_after: str
    reason: str
    seen_at: datetime


@dataclass(slots=True)
class Resolved:
    """A unit, whose it is, what is undecided of it, and how its id changed."""

    unit: Unit
    entity_id: str
    undecided: list[Doubt] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)


@dataclass(slots=True)
class Group:
    """Units whose names are equal but for their spelling, as many as are known at a moment.

    Attributes:
        key: what is equal.
        sides: of which splits the units are on which side.
        what: what the rules compare of it.
        fullness: how much its name tells.
    """

    key: Hashable
    sides: frozenset[tuple[str, bool]]
    known: list[Known] = field(default_factory=list)
    what: Any = None
    fullness: Any = None

    @property
    def first(self) -> Unit:
        """The unit that stands for all, whatever order they came in."""
        return min(known.unit for known in self.known)

    def is_opposed(self, other: Group) -> bool:
        """Whether a person decided that the two are not one."""
        return any((tag, not side) in other.sides for tag, side in self.sides)


@dataclass(slots=True)
class Outcome:
    """What is decided at a moment."""

    ids: dict[Unit, str] = field(default_factory=dict)
    reasons: dict[Unit, str] = field(default_factory=dict)
    doubts: list[tuple[Unit, Unit, str]] = field(default_factory=list)


class Rules(Protocol):
    """What tells persons from organizations."""

    @property
    def kind(self) -> Kind:
        """What the names are of."""

    def key_of(self, name: str) -> Any:
        """What is equal where only the spelling of two names differs."""

    def pairs(self, keys: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
        """Keys that may be one's, or may come to have one id; all others are not."""

    def is_steady(self, keys: Sequence[Any], pairs: Iterable[tuple[Any, Any]]) -> bool:
        """Whether no name of these can ever have had another id than it has at last."""

    def describe(self, key: Any, known: Sequence[Known], moment: datetime) -> Any:
        """What is compared of names with one key."""

    def compare(self, one: Any, other: Any) -> Finding:
        """What is known of two such."""

    def fullness(self, what: Any) -> Any:
        """How much a name tells; names that tell less join those that tell more."""

    def bases(self, what: Any) -> tuple[str, str]:
        """What an id is made of, and what where others have the same."""

    def moments(self, known: Iterable[Known]) -> set[datetime]:
        """When something became known that may decide otherwise."""


def resolve(rules: Rules, known: Iterable[Known], decisions: Sequence[Decision]) -> list[Resolved]:
    """All units of some blocks, which nothing outside them is compared with."""
    made = [decision for decision in decisions if decision.action != "undo"]
    alone = [rulings_of([decision], rules.kind) for decision in made]
    ruled = set[Unit]().union(*(rulings.units for rulings in alone))
    found: list[Resolved] = []
    for part in components(rules, sorted(known, key=lambda one: one.unit), alone):
        is_ruled = not ruled.isdisjoint(one.unit for one in part)
        found += resolve_part(rules, part, decisions if is_ruled else ())
    return found


def components(
    rules: Rules, known: Sequence[Known], rulings: Sequence[Rulings]
) -> Iterator[list[Known]]:
    """The units in parts that have nothing to do with each other."""
    by_key: dict[Hashable, list[Known]] = defaultdict(list)
    for one in known:
        by_key[rules.key_of(one.unit.name)].append(one)
    roots = {key: key for key in by_key}

    def root(key: Hashable) -> Hashable:
        while roots[key] != key:
            roots[key] = key = roots[roots[key]]
        return key

    for one, other in rules.pairs(list(by_key)):
        roots[root(other)] = root(one)
    for ruling in rulings:
        keys = {rules.key_of(unit.name) for unit in ruling.units} & by_key.keys()
        for key in keys:
            roots[root(key)] = root(next(iter(keys)))
    parts: dict[Hashable, list[Known]] = defaultdict(list)
    for key, members in by_key.items():
        parts[root(key)] += members
    yield from parts.values()


def resolve_part(rules: Rules, known: list[Known], decisions: Sequence[Decision]) -> list[Resolved]:
    """The units of one part, as they came to be what they are."""
    keys = list(dict.fromkeys(rules.key_of(one.unit.name) for one in known))
    pairs = list(rules.pairs(keys)) if len(known) > 1 else []
    moments = sorted(rules.moments(known) | {decision.at for decision in decisions})
    if not decisions and rules.is_steady(keys, pairs):
        if len(keys) == 1:
            return alone(rules, known, moments[-1])
        moments = moments[-1:]
    near: dict[Hashable, set[Hashable]] = {key: {key} for key in keys}
    for one, other in pairs:
        near[one].add(other)
        near[other].add(one)
    found: dict[Unit, Resolved] = {}
    outcome = Outcome()
    for moment in moments:
        before = outcome
        present = [one for one in known if one.seen_at <= moment]
        taken = [decision for decision in decisions if decision.at <= moment]
        deciding = Deciding(rules, present, near, rulings_of(taken, rules.kind), moment)
        outcome = deciding.decide(with_doubts=moment == moments[-1])
        note_changes(found, before, outcome, moment, taken)
    for left, right, reason in outcome.doubts:
        found[left].undecided.append(Doubt(right.name, outcome.ids[right], reason))
    return list(found.values())


def alone(rules: Rules, known: list[Known], moment: datetime) -> list[Resolved]:
    """Units of one name that nothing else is like: most are."""
    what = rules.describe(rules.key_of(known[0].unit.name), known, moment)
    entity_id = make_id(rules.kind, rules.bases(what)[0])
    return [Resolved(one.unit, entity_id) for one in known]


def note_changes(
    found: dict[Unit, Resolved],
    before: Outcome,
    after: Outcome,
    moment: datetime,
    decisions: Sequence[Decision],
) -> None:
    """Write down which ids are others than they were a moment ago, and why."""
    fresh = sorted(unit.name for unit in after.ids if unit not in before.ids)
    cause = f"“{fresh[0]}” was printed" if fresh else "more was printed of them"
    cause = next((words(one) for one in decisions if one.at == moment), cause)
    for unit, entity_id in after.ids.items():
        resolved = found.setdefault(unit, Resolved(unit, entity_id))
        id_before, resolved.entity_id = before.ids.get(unit, entity_id), entity_id
        if id_before != entity_id:
            reason = f"{cause}: {after.reasons[unit]}" if unit in after.reasons else cause
            resolved.changes.append(Change(id_before, entity_id, reason, moment))


def words(decision: Decision) -> str:
    """What somebody did."""
    if decision.action == "undo":
        return f"decision {decision.undoes} was undone"
    return f"decision {decision.number} ({decision.action})"


class Deciding:
    """What is decided of the units that are known at a moment.

    Attributes:
        groups: units of equal names, those that tell most first.
        clusters: numbers of groups that are one.
    """

    def __init__(
        self,
        rules: Rules,
        known: Iterable[Known],
        near: dict[Hashable, set[Hashable]],
        rulings: Rulings,
        moment: datetime,
    ) -> None:
        self.rules, self.rulings = rules, rulings
        self.outcome = Outcome()
        self.groups = self._group(known, moment)
        self.findings: dict[tuple[int, int], Finding] = {}
        self.clusters: list[list[int]] = []
        numbers: dict[Hashable, list[int]] = defaultdict(list)
        for number, group in enumerate(self.groups):
            numbers[group.key].append(number)
        self.near = [
            sorted(other for key in near[group.key] for other in numbers.get(key, ()))
            for group in self.groups
        ]

    def decide(self, *, with_doubts: bool) -> Outcome:
        """Which units are one, under which ids, and what is undecided."""
        self._cluster()
        self._identify(self._rule())
        if with_doubts:
            self._doubt()
        return self.outcome

    def _group(self, known: Iterable[Known], moment: datetime) -> list[Group]:
        groups: dict[Hashable, Group] = {}
        for one in known:
            sides = frozenset(
                (ruling.tag, one.unit in ruling.others)
                for ruling in self.rulings.apart
                if one.unit in ruling.kept or one.unit in ruling.others
            )
            key = self.rules.key_of(one.unit.name)
            groups.setdefault((key, sides), Group(key, sides)).known.append(one)
        for group in groups.values():
            group.what = self.rules.describe(group.key, group.known, moment)
            group.fullness = self.rules.fullness(group.what)
        listed = sorted(groups.values(), key=lambda group: group.first)
        return sorted(listed, key=lambda group: group.fullness, reverse=True)

    def _find(self, one: int, other: int) -> Finding:
        """What is known of two groups."""
        pair = (min(one, other), max(one, other))
        if pair not in self.findings:
            self.findings[pair] = self._compare(*pair)
        return self.findings[pair]

    def _compare(self, number: int, other_number: int) -> Finding:
        one, other = self.groups[number], self.groups[other_number]
        if one.is_opposed(other):
            return BY_DECISION
        if one.key == other.key:
            return SPELLED
        if other_number in self.near[number]:
            return self.rules.compare(one.what, other.what)
        return UNLIKE

    def _cluster(self) -> None:
        """Put each group to the one that it fits, if it fits one alone."""
        place_of: dict[int, list[int]] = {}
        for number, group in enumerate(self.groups):
            is_torn = self._is_torn(number)
            fits = [] if is_torn else self._fitting(number, place_of)
            reason = ""
            if len(fits) == 1:
                cluster, reason = fits[0]
            else:
                cluster = []
                self.clusters.append(cluster)
                if fits or is_torn:
                    reason = "it fits more than one, so it stays apart"
            cluster.append(number)
            place_of[number] = cluster
            if reason:
                self.outcome.reasons |= {one.unit: reason for one in group.known}

    def _fitting(self, number: int, place_of: dict[int, list[int]]) -> list[tuple[list[int], str]]:
        """The clusters that a group is the same as, each with the reason."""
        found = []
        seen: list[list[int]] = []
        for near in self.near[number]:
            cluster = place_of.get(near)
            if cluster is None or any(cluster is one for one in seen):
                continue
            seen.append(cluster)
            findings = [self._find(number, member) for member in cluster]
            same = [one for one in findings if one.verdict is Verdict.SAME]
            if same and all(one.verdict is not Verdict.DIFFERENT for one in findings):
                found.append((cluster, same[0].reason))
        return found

    def _is_torn(self, number: int) -> bool:
        """Whether a group is the same as two that tell no less and are not the same."""
        same = [
            other
            for other in self.near[number]
            if other != number
            and self.groups[other].fullness >= self.groups[number].fullness
            and self._find(number, other).verdict is Verdict.SAME
        ]
        return any(
            self._find(one, other).verdict is not Verdict.SAME
            for one, other in combinations(same, 2)
        )

    def _rule(self) -> dict[int, str]:
        """Join the clusters that decisions join; which id each of those has, by its place."""
        places = {
            one.unit: place
            for place, cluster in enumerate(self.clusters)
            for number in cluster
            for one in self.groups[number].known
        }
        ids: dict[int, str] = {}
        for ruling in self.rulings.together:
            joined = sorted({places[unit] for unit in ruling.units if unit in places})
            for place in joined[1:]:
                self.clusters[joined[0]] += self.clusters[place]
                self.clusters[place] = []
                ids.pop(place, None)
            places |= {unit: joined[0] for unit, place in places.items() if place in joined}
            if joined and ruling.entity_id:
                ids[joined[0]] = ruling.entity_id
        return ids

    def _identify(self, ids: dict[int, str]) -> None:
        """Give every cluster its id: no two have the same."""
        places = [place for place, cluster in enumerate(self.clusters) if cluster]
        bases = {place: self._bases(self.clusters[place]) for place in places}
        tags = {place: self._tags(self.clusters[place]) for place in places}
        alike = Counter((bases[one][0], bool(tags[one])) for one in places if one not in ids)
        for place in sorted(places, key=lambda place: (bool(tags[place]), bases[place])):
            if place in ids:
                continue
            short, full = bases[place]
            is_plain = short.count(" ") == full.count(" ")
            is_alone = alike[short, False] == 1 or is_plain or not alike[short, False]
            is_alone = is_alone and not (tags[place] and alike[short, False])
            candidates = [make_id(self.rules.kind, short)] if is_alone else []
            parts = (self.rules.kind, short, full, *tags[place])
            first = min(self.groups[number].first for number in self.clusters[place])
            candidates += [make_id(*parts), make_id(*parts, first.name, first.page_url)]
            taken = set(ids.values())
            ids[place] = next(one for one in candidates if one not in taken)
        for place in places:
            for number in self.clusters[place]:
                for one in self.groups[number].known:
                    self.outcome.ids[one.unit] = ids[place]

    def _bases(self, cluster: list[int]) -> tuple[str, str]:
        """What the id is made of: of the names that tell most the one in most spellings."""
        most = max(self.groups[number].fullness for number in cluster)
        fullest = [self.groups[one] for one in cluster if self.groups[one].fullness == most]
        return min((-len(group.known), self.rules.bases(group.what)) for group in fullest)[1]

    def _tags(self, cluster: list[int]) -> list[str]:
        """The splits by which a cluster is somebody else."""
        return sorted({tag for one in cluster for tag, side in self.groups[one].sides if side})

    def _doubt(self) -> None:
        """List what stays apart and is not certainly different."""
        ids = self.outcome.ids
        listed: set[frozenset[str]] = set()
        for one, group in enumerate(self.groups):
            for other in self.near[one]:
                left, right = sorted((group.first, self.groups[other].first))
                pair = frozenset((ids[left], ids[right]))
                finding = self._find(one, other)
                if other <= one or len(pair) == 1 or pair in listed:
                    continue
                if finding.verdict is not Verdict.DIFFERENT:
                    listed.add(pair)
                    is_torn = finding.verdict is Verdict.SAME
                    reason = finding.reason + (", but others fit as well" if is_torn else "")
                    self.outcome.doubts.append((left, right, reason))
