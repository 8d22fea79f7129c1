"""The undisturbed visits of `tests.crash`, for tests that disturb the `rostrum` command itself."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from rostrum.settings import Settings
from tests.crash.judge import find_faults
from tests.crash.lanes import in_one
from tests.crash.scenario import copy_home, prepare_all, site_and_source, targets
from tests.crash.site import Visitor

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator
    from pathlib import Path

    from tests.conftest import Command
    from tests.crash.scenario import Prepared

QUARANTINED = 3
"""How every visit ends: the site has pages that are refused."""


@dataclass(frozen=True)
class Peace:
    """Visits that were left in peace; the last of them is the one to disturb."""

    prepared: list[Prepared]

    @property
    def last(self) -> Prepared:
        return self.prepared[-1]

    def begin(self, home: Path) -> None:
        """Lay out the home as it is before the visit."""
        copy_home(self.last.home, home)

    def start(self, command: Command, **environment: str) -> subprocess.Popen[str]:
        """The visit, in the background."""
        contact = Visitor("peace", 0, self.last.step.visit).contact
        return command.start("ingest", "--full", *targets(), ROSTRUM_CONTACT=contact, **environment)

    def finish(self, command: Command) -> str:
        """The visit, to its end; what it says on standard error."""
        run = self.start(command)
        _, said = run.communicate(timeout=100)
        assert run.returncode == QUARANTINED, said
        return said

    def faults(self, home: Path) -> list[str]:
        """What is not in the home as it is after the visit."""
        return find_faults(Settings(home=home), self.last.after)


@contextmanager
def in_peace(folder: Path, visits: int) -> Iterator[Peace]:
    """Serve the site, with so many visits to it made in peace."""
    with site_and_source():
        yield Peace(in_one(partial(prepare_all, count=visits), folder))
