"""What the command prints. Scraped text is shown, never obeyed: no markup, no escape sequences."""

from __future__ import annotations

import csv
import json
import os
import shlex
import shutil
import sys
import unicodedata
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table
from rich.text import Text

from rostrum.settings import DEFAULT_HOME

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence

    from rostrum.settings import Settings
    from rostrum.sources import Promise, Source
    from rostrum.summary import Problem, Summary
    from rostrum.warehouse.query import Answer

SHOWN_PROBLEMS = 100
NEXT_COMMANDS = (
    'sql "select name, quote_count from speakers limit 5"',
    "sql \"select speaker_name, text from quotes where section_kind = 'problems'\"",
    "verify",
)


def printable(text: str) -> str:
    """A text with control, bidi and zero-width characters spelt out, so that none acts."""
    return "".join(
        character if character == "\n" or not is_active(character) else f"\\u{ord(character):04x}"
        for character in text
    )


def is_active(character: str) -> bool:
    """Whether a terminal may do something else than draw it (Unicode categories Cc, Cf, Cs)."""
    return unicodedata.category(character) in {"Cc", "Cf", "Cs"}


def print_rows(answer: Answer, output: str) -> None:
    """Print a query's result as `table`, `csv` or `json`."""
    if output == "json":
        rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
        print(json.dumps(rows, ensure_ascii=False, indent=2, default=str))
    elif output == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(answer.columns)
        writer.writerows([csv_value(value) for value in row] for row in answer.rows)
    else:
        print_table(answer.columns, answer.rows)


def csv_value(value: object) -> object:
    """Lists and structs as JSON, the rest as it is."""
    if isinstance(value, (list, dict)):
        return json.dumps(value, ensure_ascii=False, default=str)
    return value


def print_table(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Rows for people: as wide as the terminal, long text folded."""
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for column in columns:
        table.add_column(Text(printable(column)), overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell(value)) for value in row))
    console().print(table)


def print_sources(sources: Iterable[Source]) -> None:
    """The sources, the kinds of their pages, and what a page must hold not to be quarantined."""
    print_table(
        ("source", "title", "kinds", "promise of a report", "starts at"),
        [
            (
                source.name,
                source.title,
                ", ".join(source.kinds),
                promise_words(source.promise),
                source.starts[0],
            )
            for source in sources
        ],
    )


def promise_words(promise: Promise) -> str:
    """A promise in a few words."""
    count = promise.min_quotes
    parts = ["sections"] if promise.has_sections else []
    parts.append(f"{count} quote{'s' if count != 1 else ''} or more")
    parts.append(f"{promise.min_claimed_share:.0%} of the text understood")
    return ", ".join(parts)


def cell(value: object) -> str:
    """A value in a table's cell."""
    if value is None:
        return "–"
    if isinstance(value, dict):
        return ", ".join(cell(part) for part in value.values() if part is not None)
    if isinstance(value, list):
        return "; ".join(cell(part) for part in value)
    return printable(str(value))


def console() -> Console:
    """Standard output; a pipe gets lines wide enough not to be folded."""
    out = Console(highlight=False, markup=False, emoji=False)
    return out if out.is_terminal else Console(file=sys.stdout, width=240, highlight=False)


@contextmanager
def progress() -> Iterator[Callable[[Summary], Awaitable[None]]]:
    """A progress bar on standard error, where that is a terminal."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    error_console = Console(stderr=True)
    with Progress(
        *columns, console=error_console, transient=True, disable=not error_console.is_terminal
    ) as bar:
        task = bar.add_task("pages", total=None)

        async def report(summary: Summary) -> None:
            bar.update(task, total=summary.found, completed=summary.done)

        yield report


def print_summary(summary: Summary, settings: Settings) -> None:
    """What a run learned, what it refused, and what to try next."""
    for warning in summary.warnings:
        print(printable(f"warning: {warning}"), file=sys.stderr)
    for problem in summary.problems[:SHOWN_PROBLEMS]:
        line = f"{problem.page_url}: {problem.code}: {problem.detail}"
        print(printable(line.replace("\n", " ")), file=sys.stderr)
    if len(summary.problems) > SHOWN_PROBLEMS:
        rest = len(summary.problems) - SHOWN_PROBLEMS
        print(f"… and {rest} more: rostrum issues", file=sys.stderr)
    print_table(("what", "count"), summary_rows(summary))
    home = "" if settings.home == DEFAULT_HOME else f" --home {shlex.quote(str(settings.home))}"
    print("Try next:")
    for arguments in NEXT_COMMANDS:
        print(f"  {command_name()} {arguments}{home}")


def print_replay(summary: Summary) -> None:
    """What reading refused pages again brought: what is over, and what stays refused."""
    print_problems(summary.resolved, "resolved")
    print_problems(summary.problems, "remains")
    print(
        f"{summary.found} revisions read again: {len(summary.resolved)} issues resolved, "
        f"{len(summary.problems)} remain."
    )


def print_problems(problems: Sequence[Problem], how: str) -> None:
    """One line for each of the first, and how many more there are."""
    for problem in problems[:SHOWN_PROBLEMS]:
        line = f"{how} {problem.page_url}: {problem.code}: {problem.detail}"
        print(printable(line.replace("\n", " ")))
    if len(problems) > SHOWN_PROBLEMS:
        print(f"… and {len(problems) - SHOWN_PROBLEMS} more {how}")


def command_name() -> str:
    """How the shell of this run can call `rostrum` again."""
    if shutil.which("rostrum") or not sys.argv[0].endswith("rostrum"):
        return "rostrum"
    return os.path.relpath(sys.argv[0])


def summary_rows(summary: Summary) -> list[tuple[str, object]]:
    """The counts of a run, in the order people ask for them."""
    rows: list[tuple[str, object]] = [
        ("pages found", summary.found),
        ("new bodies", summary.new),
        ("unchanged", summary.unchanged),
        ("read in this run", summary.loaded),
        ("refused", len({problem.page_url for problem in summary.problems})),
    ]
    rows += [(f"quotes read: {kind}", count) for kind, count in sorted(summary.sections.items())]
    rows += [(f"{mart} in the warehouse", count) for mart, count in summary.marts.items()]
    rows.append(("seconds", round(sum(summary.seconds.values()), 1)))
    return rows


def print_citation(facts: dict[str, Any]) -> None:
    """A quote, who said it where, and where the bytes lie that prove it."""
    speaker = ", ".join(part for part in (facts["speaker_name"], facts["position"]) if part)
    session = ", ".join(
        str(facts[part]) for part in ("session_title", "event_name", "published_on") if facts[part]
    )
    print(printable(f"“{facts['text']}”"))
    print(printable(f"— {speaker}"))
    print()
    print(printable(f"session   {session}"))
    print(printable(f"page      {facts['page_url']}"))
    print(f"revision  sha256 {facts['revision_sha256']}")
    print(f"place     characters {facts['char_start']}–{facts['char_end']} of the canonical text")
    print(
        f"archive   {facts['warc_file']}, {facts['warc_length']} bytes at {facts['warc_offset']}, "
        f"{facts['archived_at']:%Y-%m-%d %H:%M} UTC"
    )
