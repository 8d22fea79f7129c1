"""Cases: a step, how its runs are killed, and whether the scenario then goes on to its end."""

from __future__ import annotations

import itertools
import random
import shutil
import signal
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from rostrum.crash import ANY
from tests.crash import judge
from tests.crash.forks import in_child
from tests.crash.scenario import (
    SMALL_BATCH,
    Prepared,
    asked_by,
    copy_home,
    must,
    run_step,
    settings_of,
)
from tests.crash.site import Visitor

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tests.crash.forks import Ended

BY_CHANCE = "(by the clock)"
"""The place of a kill that came at a moment, not at a crash point."""

BY_POINT = 0.7
"""So many of the kills of resuming runs are at crash points, the others by the clock."""

GOES_ON = 20
"""Of so many cases one goes on to the end of the scenario."""


@dataclass(frozen=True)
class Case:
    """One way to disturb the scenario.

    Attributes:
        step: the number of the step that is disturbed.
        kills: how each of its runs is killed: `*:17` at the 17th crash point, `0.3` after so many
            seconds.
        goes_on: the steps after it are run too.
    """

    step: int
    kills: tuple[str, ...]
    goes_on: bool = False

    def __str__(self) -> str:
        words = [f"--step {self.step}", *(f"--kill '{kill}'" for kill in self.kills)]
        return " ".join(words + ["--go-on"] * self.goes_on)


@dataclass
class Outcome:
    """What came of a case: where runs died, what was wrong then."""

    name: str
    case: Case
    places: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def draw_cases(prepared: Sequence[Prepared], seed: int, count: int) -> list[Case]:
    """Cases of so many kills, always the same for a seed.

    First every place of every step once, at any of its times. Then every time of all of them, and
    moments by chance; the run that is to resume is killed too, mostly more than once.
    """
    chance = random.Random(seed)
    firsts = draw_firsts(prepared, chance)
    cases: list[Case] = []
    while count > 0:
        step, first = next(firsts)
        is_new = len(cases) < sum(len(one.places) - 1 for one in prepared)
        more = () if is_new else draw_more(prepared[step], chance)
        cases.append(Case(step, (first, *more)[:count], len(cases) % GOES_ON == GOES_ON - 1))
        count -= len(cases[-1].kills)
    return cases


def draw_firsts(prepared: Sequence[Prepared], chance: random.Random) -> Iterator[tuple[int, str]]:
    """Steps, and where their first run is killed, without end."""
    for step, one in enumerate(prepared):
        for place, times in sorted(one.places.items()):
            if place != ANY:
                yield step, f"{place}:{chance.randint(1, times)}"
    every = [(step, number) for step, one in enumerate(prepared) for number in times_of(one)]
    chance.shuffle(every)
    for step, number in itertools.cycle(every):
        yield step, f"{ANY}:{number}"
        at_random = chance.randrange(len(prepared))
        yield at_random, f"{chance.uniform(0, prepared[at_random].seconds):.3f}"


def times_of(one: Prepared) -> range:
    """The numbers of the crash points that a step passes."""
    return range(1, one.places[ANY] + 1)


def draw_more(one: Prepared, chance: random.Random) -> list[str]:
    """Where the runs that are to resume are killed; they have less to do than the first."""
    return [
        f"{ANY}:{chance.randint(1, len(times_of(one)) // 2)}"
        if chance.random() < BY_POINT
        else f"{chance.uniform(0, one.seconds / 2):.3f}"
        for _ in range(chance.choice((1, 2, 3)))
    ]


def run_case(prepared: Sequence[Prepared], folder: Path, numbered: tuple[int, Case]) -> Outcome:
    """Disturb, resume, and look."""
    number, case = numbered
    name = f"case-{number}"
    outcome = Outcome(name, case)
    one = prepared[case.step]
    home = folder / name
    copy_home(one.home, home)
    for time, kill in enumerate(case.kills):
        visitor = Visitor(name, time, one.step.visit)
        note_kill(outcome, kill, run_killed(one, home, visitor, kill))
        look_at_snapshot(outcome, one, home)
    finish(outcome, one, home, Visitor(name, len(case.kills), one.step.visit))
    compare_requests(outcome, one, asked_by(name))
    for later in prepared[case.step + 1 :] if case.goes_on else ():
        visitor = Visitor(name, len(case.kills) + 1, later.step.visit)
        if later.step.prepare:
            must(in_child(partial(later.step.prepare, settings_of(home, visitor))))
        finish(outcome, later, home, visitor)
    asked_by(name)
    if not outcome.faults:
        shutil.rmtree(home)
    return outcome


def run_killed(one: Prepared, home: Path, visitor: Visitor, kill: str) -> Ended:
    """A run that is told to die."""
    if ":" in kill:
        return run_step(one.step, home, visitor, kill)
    return run_step(one.step, home, visitor, kill_after=float(kill))


def note_kill(outcome: Outcome, kill: str, ended: Ended) -> None:
    """Where a run died; one that ended before may only have ended well."""
    if ended.status == -signal.SIGKILL:
        said = ended.words.rpartition("killed at ")[2].partition(":")[0].strip()
        outcome.places.append(said if ":" in kill else BY_CHANCE)
    elif ended.status:
        outcome.faults.append(f"before {kill}: exit status {ended.status}: {ended.words}")


def look_at_snapshot(outcome: Outcome, one: Prepared, home: Path) -> None:
    """Whatever readers see now is what they saw before the step, or what they see after it."""
    ended = in_child(partial(judge.snapshot_print, settings_of(home, Visitor("", 0, 0))))
    whole = [one.before, one.after.of_readers()]
    if ended.status or ended.result not in whole:
        outcome.faults.append(f"the snapshot of a killed run is not whole: {ended.words}")


def finish(outcome: Outcome, one: Prepared, home: Path, visitor: Visitor) -> None:
    """Run a step to its end, and judge the home."""
    ended = run_step(one.step, home, visitor)
    if ended.status or "Traceback" in ended.words:
        outcome.faults.append(f"{one.step.name}: exit status {ended.status}: {ended.words}")
        return
    settings = settings_of(home, visitor)
    judged = in_child(partial(judge.find_faults, settings, one.after))
    faults = judged.result if judged.status == 0 else [f"cannot be judged: {judged.words}"]
    outcome.faults += [f"after {one.step.name}: {fault}" for fault in faults]


def compare_requests(outcome: Outcome, one: Prepared, asked: Counter[str]) -> None:
    """No run asks for more than one in peace; only what was in flight is sent again."""
    for request, count in asked.items():
        run, _, path = request.partition(" ")
        if run != "sent" and count > one.asked[f"0 {path}"]:
            outcome.faults.append(f"run {run} asked for {path} {count} times")
    again = sent_pages(asked) - sent_pages(one.asked)
    if again.total() > SMALL_BATCH * len(outcome.case.kills):
        outcome.faults.append(f"sent again: {', '.join(sorted(again.elements()))}")


def sent_pages(asked: Counter[str]) -> Counter[str]:
    """How often the body of each page was sent, of those that have a validator."""
    return Counter({request: count for request, count in asked.items() if is_page(request)})


def is_page(request: str) -> bool:
    """Whether a request got a page's body, not a listing's."""
    what, _, path = request.partition(" ")
    return what == "sent" and path.count("/") == 3 and "/page/" not in path


def kills_by_place(outcomes: Sequence[Outcome]) -> Counter[str]:
    """How many runs died at each crash point."""
    return Counter(place for outcome in outcomes for place in outcome.places)


def table(outcomes: Sequence[Outcome], seconds: float) -> Iterator[str]:
    """What was done, and what was found, in lines."""
    kills = kills_by_place(outcomes)
    faulty = Counter(
        place for outcome in outcomes if outcome.faults for place in set(outcome.places)
    )
    yield f"{'killed at':32} {'kills':>7} {'in faulty cases':>16}"
    for place, count in sorted(kills.items()):
        yield f"{place:32} {count:7,} {faulty[place]:16,}"
    faults = sum(bool(outcome.faults) for outcome in outcomes)
    yield f"{'all':32} {kills.total():7,} {faults:16,}"
    yield f"{kills.total():,} kills in {len(outcomes):,} cases, {faults} faults, {seconds:,.0f} s"
