"""What a run did, for the people and the flows that read it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

FEW = 2
"""One page that is not understood says nothing of its site."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A page that is not in the warehouse as it should be, and why.

    Attributes:
        is_quarantined: nothing of the page's newest revision is in the warehouse for this reason.
    """

    page_url: str
    code: str
    detail: str
    is_quarantined: bool = False


@dataclass(slots=True)
class Summary:
    """The counts of one run.

    Attributes:
        found: pages that were asked for or discovered.
        new: pages whose body had never been seen.
        unchanged: pages whose body was known.
        loaded: revisions read and loaded in this run.
        read: revisions read in this run, understood or not.
        bugs: of these, those that Rostrum failed on.
        read_by_source: the same, by source.
        refused_by_source: of these, those that are quarantined.
        new_people: speakers that the warehouse did not know before the run.
        sections: quotes of the revisions loaded in this run, by section kind.
        problems: pages that were not fetched, are quarantined, or hold a refused value.
        resolved: issues that were open before a replay and are not after it.
        warnings: what a page claims and was not believed, in sentences.
        marts: rows of each mart after the run.
        seconds: time by stage.
    """

    run_id: str
    run_name: str
    found: int = 0
    new: int = 0
    unchanged: int = 0
    loaded: int = 0
    read: int = 0
    bugs: int = 0
    done: int = 0
    new_people: int = 0
    read_by_source: Counter[str] = field(default_factory=Counter)
    refused_by_source: Counter[str] = field(default_factory=Counter)
    sections: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)
    resolved: list[Problem] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    marts: dict[str, int] = field(default_factory=dict)
    seconds: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))

    @property
    def degraded(self) -> list[str]:
        """Sources of which at least half of several pages are not understood any more."""
        return sorted(
            source
            for source, refused in self.refused_by_source.items()
            if refused >= FEW and refused * 2 >= self.read_by_source[source]
        )

    @property
    def has_failed(self) -> bool:
        """Whether Rostrum failed on more than one page in twenty: that is no page's fault."""
        return self.bugs * 20 > self.read
