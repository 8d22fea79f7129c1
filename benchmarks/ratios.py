"""Ratios of a quick run beside the recorded ones: which of them are worse by more than a third."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LEAST_LEFT = 2 / 3
"""What must be left of how good a ratio was."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """How we stand beside something else, round by round.

    Attributes:
        is_cost: it is of what we take, not of how fast we are: less is better.
    """

    name: str
    rounds: Sequence[float]
    is_cost: bool = False

    @property
    def value(self) -> float:
        """The middle of the rounds."""
        return median(self.rounds)

    def left_of(self, recorded: float) -> float:
        """How good it is now, of how good it was: below 1 it is worse."""
        return recorded / self.value if self.is_cost else self.value / recorded


def complaints(ratios: Sequence[Ratio], recorded: Mapping[str, float]) -> list[str]:
    """A line for each ratio that is worse by more than a third, or has nothing to compare with."""
    measured = {ratio.name for ratio in ratios}
    unknown = [
        f"{name} is recorded and not measured: record anew"
        for name in recorded
        if name not in measured
    ]
    found = [complaint(ratio, recorded.get(ratio.name)) for ratio in ratios]
    return [*filter(None, found), *unknown]


def complaint(ratio: Ratio, recorded: float | None) -> str | None:
    """What is wrong with one of them, if something is."""
    if recorded is None:
        return f"{ratio.name} is measured and not recorded: record anew"
    left = ratio.left_of(recorded)
    if left >= LEAST_LEFT:
        return None
    kind = "less is better" if ratio.is_cost else "more is better"
    return (
        f"{ratio.name} ({kind}) was {recorded:.3g} and is {ratio.value:.3g}: "
        f"{1 - left:.0%} worse, more than a third"
    )
