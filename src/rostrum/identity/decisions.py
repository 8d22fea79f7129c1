"""What people decided: these names are one, those are somebody else, that decision is undone."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

from rostrum.ids import make_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Action = Literal["merge", "split", "undo"]
Kind = Literal["person", "organization"]
KINDS: tuple[Kind, ...] = ("person", "organization")


@dataclass(frozen=True, slots=True, order=True)
class Unit:
    """A printed name on all pages, or on one that a decision tells apart from the others."""

    name: str
    page_url: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of the file of decisions.

    Attributes:
        number: of the line; by it a decision is undone.
        ids: of a merge, the one that stays and the one that joins it; of a split, the one.
        sides: the printed names that each of the two had at the time; of a split, those that stay
            and those that are somebody else, on all pages or on some.
        undoes: the number of the decision that is undone.
    """

    number: int
    at: datetime
    action: Action
    kind: Kind = "person"
    ids: tuple[str, ...] = ()
    sides: tuple[tuple[Unit, ...], tuple[Unit, ...]] = ((), ())
    undoes: int | None = None

    @property
    def line(self) -> str:
        """As it stands in the file."""
        fields: dict[str, Any] = {"at": self.at.isoformat(), "action": self.action}
        if self.action == "undo":
            fields["decision"] = self.undoes
        else:
            names = [[written(unit) for unit in side] for side in self.sides]
            fields |= {"kind": self.kind, "ids": self.ids, "names": names}
        return json.dumps(fields, ensure_ascii=False)


def read_decision(number: int, line: str) -> Decision:
    """A decision from its line, as `Decision.line` writes it.

    Raises:
        ValueError: it is none.
    """
    try:
        fields = json.loads(line)
        at, action = datetime.fromisoformat(fields["at"]), fields["action"]
        if action == "undo":
            return Decision(number, at, action, undoes=int(fields["decision"]))
        kept, others = (tuple(map(read_unit, names)) for names in fields["names"])
        ids = tuple(map(str, fields["ids"]))
        is_whole = kept and others and ids and at.tzinfo and fields["kind"] in KINDS
        if action not in {"merge", "split"} or not is_whole:
            raise ValueError("no decision")
        return Decision(number, at, action, fields["kind"], ids, (kept, others))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("no decision") from error


def written(unit: Unit) -> str | list[str]:
    """A name, or a name and its page."""
    return [unit.name, unit.page_url] if unit.page_url else unit.name


def read_unit(value: str | list[str]) -> Unit:
    """A unit as it was written."""
    return Unit(value) if isinstance(value, str) else Unit(str(value[0]), str(value[1]))


@dataclass(frozen=True, slots=True)
class Together:
    """Units that are one, whatever the rules say, and the id that this one has."""

    units: frozenset[Unit]
    entity_id: str


@dataclass(frozen=True, slots=True)
class Apart:
    """Units none of one side of which is any of the other's; `tag` tells this split from others."""

    kept: frozenset[Unit]
    others: frozenset[Unit]
    tag: str


@dataclass(slots=True)
class Rulings:
    """What decisions come to: the later one wins where two contradict each other."""

    together: list[Together] = field(default_factory=list)
    apart: list[Apart] = field(default_factory=list)

    @property
    def units(self) -> set[Unit]:
        """All units that they speak of."""
        found = {unit for ruling in self.together for unit in ruling.units}
        return found.union(*(ruling.kept | ruling.others for ruling in self.apart))

    def merge(self, decision: Decision) -> None:
        """Take in that two are one."""
        units = frozenset(unit for side in decision.sides for unit in side)
        self.apart = [one for one in self.apart if not (one.kept & units and one.others & units)]
        self.together.append(Together(units, decision.ids[0]))

    def split(self, decision: Decision) -> None:
        """Take in that some names of one are somebody else."""
        kept, others = map(frozenset, decision.sides)
        for one in [one for one in self.together if one.units & others]:
            self.together.remove(one)
            self.together.append(Together(one.units - others, one.entity_id))
            self.together.append(Together(one.units & others, ""))
        parts = (part for unit in decision.sides[1] for part in (unit.name, unit.page_url))
        tag = make_id(decision.at.isoformat(), *decision.ids, *parts)
        self.apart.append(Apart(kept - others, others, tag))


def active(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions that are not undone, in their order."""
    listed = list(decisions)
    undone = {decision.undoes for decision in listed if decision.action == "undo"}
    return [one for one in listed if one.action != "undo" and one.number not in undone]


def rulings_of(decisions: Sequence[Decision], kind: Kind) -> Rulings:
    """What the decisions on persons, or on organizations, come to."""
    rulings = Rulings()
    for decision in active(decisions):
        if decision.kind == kind:
            take = rulings.merge if decision.action == "merge" else rulings.split
            take(decision)
    return rulings
