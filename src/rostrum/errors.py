"""Every error that Rostrum raises on purpose, and the exit status each one ends a command with."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from signal import Signals


class ExitStatus(IntEnum):
    """What the `rostrum` command tells the shell."""

    OK = 0
    FAILED = 1
    USAGE = 2
    QUARANTINED = 3
    BUSY = 75
    """Another run holds the warehouse (EX_TEMPFAIL of sysexits.h)."""


class RostrumError(Exception):
    """Something a person can act on: one line that says what, where and what next."""

    exit_status: int = ExitStatus.FAILED


class UsageError(RostrumError):
    """The command was asked for something that does not exist or makes no sense."""

    exit_status = ExitStatus.USAGE


class HomeError(RostrumError):
    """The home directory, the archive or the warehouse cannot be used."""


class BusyError(RostrumError):
    """Another run holds the warehouse."""

    exit_status = ExitStatus.BUSY


class ArchiveError(RostrumError):
    """An archived record is missing or is not what was written."""


class ReaderError(RostrumError):
    """A process that reads pages cannot be started, or was ended from outside."""


class CheckError(RostrumError):
    """A check under `sql/checks/` found rows; the old snapshot stays published."""


class QueryError(RostrumError):
    """Ad-hoc SQL that DuckDB refused."""


class OutputError(RostrumError):
    """A file or folder that was asked for cannot be written."""


class RemoteError(RostrumError):
    """An address that is not on this machine refuses, is not there, or cannot be reached."""


class StoppedError(RostrumError):
    """The run was asked to stop by a signal; the exit status is the shell's for it."""

    def __init__(self, by: Signals) -> None:
        super().__init__(
            f"Stopped by {by.name}; what was finished is kept, and the next run goes on from there."
        )
        self.exit_status = 128 + by


class PageError(RostrumError):
    """One page (or one value on it) that is refused; it becomes a row in `issues`.

    Attributes:
        code: a short stable word for the reason, such as `not_html`.
        detail: a sentence for a person.
    """

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail
