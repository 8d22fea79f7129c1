"""The steps that are disturbed, each from the home that the one before it leaves."""

from __future__ import annotations

import asyncio
import gzip
import json
import os
import shutil
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.request import urlopen

import duckdb

from rostrum import pipeline, stages
from rostrum.crash import crash_at, passed
from rostrum.house import PLAIN
from rostrum.settings import Settings
from tests.crash import judge
from tests.crash.forks import Ended, in_child
from tests.crash.site import URLS, VISITS, Visitor, serve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rostrum.house import Manner
    from tests.crash.judge import Print

SMALL_BATCH = 4
"""Pages of a batch, so that the few pages of the site are several batches."""

ON_PATH = Path(__file__).parent / "on_path"
REPOSITORY = Path(__file__).parents[2]
OLDER = REPOSITORY / "tests/fixtures/warehouses/0.1.0"


@contextmanager
def site_and_source() -> Iterator[str]:
    """Serve the site, and let every Rostrum that is started meanwhile know its source."""
    paths = [str(ON_PATH), str(REPOSITORY), os.environ.get("PYTHONPATH", "")]
    with serve() as address:
        ours = {"TESTS_LAKES": address, "PYTHONPATH": os.pathsep.join(filter(None, paths))}
        before = {name: os.environ.get(name) for name in ours}
        os.environ.update(ours)
        try:
            yield address
        finally:
            for name, value in before.items():
                if value is None:
                    del os.environ[name]
                else:
                    os.environ[name] = value


def targets() -> list[str]:
    """What every visit asks for."""
    return ["lakes", *(os.environ["TESTS_LAKES"] + url for url in URLS)]


def settings_of(home: Path, visitor: Visitor) -> Settings:
    """The settings of a run."""
    hosts = frozenset({"127.0.0.1"})
    return Settings(home=home, allow_hosts=hosts, contact=visitor.contact, workers=1)


def visit(settings: Settings, manner: Manner = PLAIN) -> Any:
    """Ingest the site as it is shown to this run."""
    scope = pipeline.Scope(full=True)
    return asyncio.run(pipeline.ingest(targets(), settings, manner, scope=scope))


def reparse(settings: Settings) -> Any:
    """Read the archive again."""
    return asyncio.run(pipeline.reparse(settings))


def rebuild(settings: Settings) -> Any:
    """Make the warehouse anew from the archive."""
    return asyncio.run(pipeline.rebuild(settings))


def transform(settings: Settings) -> Any:
    """Build every model anew; the least that brings an older warehouse to today's layout."""
    return asyncio.run(pipeline.transform(settings))


def read_by_an_older_parser(settings: Settings) -> None:
    """Let every revision stand as an older parser read it, which took positions for shouts."""
    with duckdb.connect(str(settings.warehouse)) as connection:
        connection.execute(
            "update raw.revisions set parser_version = parser_version - 1, "
            "records_sha256 = reverse(records_sha256)"
        )
        connection.execute("update raw.quotes set position = upper(position)")
    settings.seal.unlink()


def lay_out_older(settings: Settings) -> None:
    """Put a home of Rostrum 0.1.0 in the place of this one."""
    shutil.rmtree(settings.home)
    shutil.copytree(OLDER, settings.home)
    with gzip.open(settings.home / f"{settings.warehouse.name}.gz") as packed:
        settings.warehouse.write_bytes(packed.read())
    (settings.home / f"{settings.warehouse.name}.gz").unlink()


@dataclass(frozen=True)
class Step:
    """One command of the scenario.

    Attributes:
        name: for people.
        visit: how far the site's edits have gone.
        run: the command.
        prepare: what is done to the home before, if anything.
    """

    name: str
    visit: int
    run: Callable[[Settings], Any]
    prepare: Callable[[Settings], None] | None = None


STEPS = [
    *(Step(f"visit-{number}", number, visit) for number in VISITS),
    Step("reparse", VISITS[-1], reparse, read_by_an_older_parser),
    Step("rebuild", VISITS[-1], rebuild),
    Step("migrate", VISITS[-1], transform, lay_out_older),
]


@dataclass(frozen=True)
class Prepared:
    """A step, the home before it, and what it leads to when it is left in peace.

    Attributes:
        before: what readers saw before the step.
        after: what is there after it.
        places: how often it passes each crash point, and all together as `*`.
        asked: what it asked the site for, and how often.
        seconds: how long it took.
    """

    step: Step
    home: Path
    before: Print | None
    after: Print
    places: Counter[str]
    asked: Counter[str]
    seconds: float


def run_step(
    step: Step, home: Path, visitor: Visitor, kill: str = "", kill_after: float | None = None
) -> Ended:
    """Run a step in a child; it may be told where to die, or be killed after some seconds."""
    return in_child(partial(run_here, step, home, visitor, kill), kill_after)


def run_here(step: Step, home: Path, visitor: Visitor, kill: str) -> tuple[Any, Counter[str]]:
    """What a child does."""
    stages.BATCH_PAGES = SMALL_BATCH
    crash_at(kill)
    return step.run(settings_of(home, visitor)), passed()


def prepare_all(folder: Path, count: int = len(STEPS)) -> list[Prepared]:
    """Run the first steps of the scenario in peace, and keep the home before each.

    Raises:
        AssertionError: it does not even work in peace.
    """
    home = folder / "undisturbed"
    prepared: list[Prepared] = []
    for step in STEPS[:count]:
        if step.prepare:
            must(in_child(partial(step.prepare, settings_of(home, Visitor("peace", 0, 0)))))
        kept = folder / f"before-{step.name}"
        copy_home(home, kept)
        prepared.append(prepare(step, home, kept))
    return prepared


def prepare(step: Step, home: Path, kept: Path) -> Prepared:
    """Run a step in peace."""
    visitor = Visitor(f"peace-{step.name}", 0, step.visit)
    settings = settings_of(home, visitor)
    before = must(in_child(partial(judge.snapshot_print, settings)))
    ended = run_step(step, home, visitor, kill="*:0")
    _, places = must(ended)
    after = must(in_child(partial(judge.take_print, settings)))
    faults = must(in_child(partial(judge.find_faults, settings, after)))
    if faults:
        raise AssertionError(f"{step.name}, in peace: {faults}")
    return Prepared(step, kept, before, after, places, asked_by(visitor.case), ended.seconds)


def must(ended: Ended) -> Any:
    """The result of work that has to succeed."""
    if ended.status != 0:
        raise AssertionError(f"exit status {ended.status}: {ended.words}")
    return ended.result


def copy_home(home: Path, copy: Path) -> None:
    """Copy a home, or make an empty one where there is none yet."""
    if home.exists():
        shutil.copytree(home, copy)
    else:
        copy.mkdir(parents=True)


def asked_by(case: str) -> Counter[str]:
    """What the runs of a case asked the site for, each since it was last asked this."""
    with urlopen(f"{os.environ['TESTS_LAKES']}/asked/{case}") as answer:
        return Counter(json.load(answer))
