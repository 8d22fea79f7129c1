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
from dataclasses import asdict
from io import StringIO
from itertools import chain, islice
from textwrap import indent
from typing import TYPE_CHECKING, Any

from rostrum.errors import UsageError
from rostrum.settings import DEFAULT_HOME

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence

    from rich.console import Console

    from rostrum.checkup import Checkup
    from rostrum.citation import Citation
    from rostrum.edits import Difference, Edit
    from rostrum.export import Exported
    from rostrum.serving import Serving
    from rostrum.settings import Settings
    from rostrum.sources import Promise, Source
    from rostrum.status import Status
    from rostrum.summary import Problem, Summary
    from rostrum.warehouse.query import Answer

SHOWN_PROBLEMS = 100
TABLE_ROWS = 5000
SHOWN_EDITS = 200
AROUND = 40
"""Characters shown on either side of an edit."""
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
    """Print a query's result as `table`, `csv` or `json`; the latter two as the rows come.

    Raises:
        UsageError: the result is too large for a table, which is laid out as a whole.
    """
    if output == "json":
        print_json(answer)
    elif output == "csv":
        for row in chain([answer.columns], answer.rows):
            print(csv_line(map(csv_value, row)))
    else:
        print_table(answer.columns, few_enough(answer.rows))


def print_json(answer: Answer) -> None:
    """An array of objects, one for each row."""
    separator = "[\n"
    for row in answer.rows:
        fields = dict(zip(answer.columns, row, strict=True))
        text = json.dumps(fields, ensure_ascii=False, indent=2, default=str)
        print(separator + indent(text, "  "), end="")
        separator = ",\n"
    print("[]" if separator == "[\n" else "\n]")


def few_enough(rows: Iterable[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """The rows of a table that a person can look through."""
    shown = list(islice(rows, TABLE_ROWS + 1))
    if len(shown) > TABLE_ROWS:
        raise UsageError(
            f"The result has more than {TABLE_ROWS} rows, too many for a table: add `limit 100` to "
            "the query, or ask for --format csv or json."
        )
    return shown


def csv_line(values: Iterable[object]) -> str:
    """Values as one record of CSV, less its end."""
    line = StringIO()
    # Python 3.11 puts a CR in quotes only where lines end with one.
    csv.writer(line, lineterminator="\r\n").writerow(values)
    return line.getvalue().removesuffix("\r\n")


def csv_value(value: object) -> object:
    """Lists and structs as JSON, the rest as it is."""
    if isinstance(value, (list, dict)):
        return json.dumps(value, ensure_ascii=False, default=str)
    return value


def print_table(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Rows for people: as wide as the terminal, long text folded."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

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


def print_difference(difference: Difference) -> None:
    """A page's revisions, what was altered of its quotes, and how two of its texts differ."""
    print(printable(difference.page_url))
    print()
    print_table(
        ("revision", "first seen (UTC)", "status", "quotes"),
        [
            (
                body.revision_sha256[:12],
                f"{body.seen_at:%Y-%m-%d %H:%M:%S}",
                body.status,
                body.quote_count,
            )
            for body in difference.bodies
        ],
    )
    if difference.old is None or difference.new is None:
        print("One revision that was understood: there is nothing to compare.")
        return
    print()
    print_table(difference.changes.columns, few_enough(difference.changes.rows))
    print()
    print(f"The text, {difference.old[:12]} → {difference.new[:12]}: {len(difference.edits)} edits")
    for edit in difference.edits[:SHOWN_EDITS]:
        print(printable(edit_line(edit, difference.old_text)))
    if len(difference.edits) > SHOWN_EDITS:
        print(f"… and {len(difference.edits) - SHOWN_EDITS} more: --format json")


def edit_line(edit: Edit, old_text: str) -> str:
    """An edit with a few characters around it: `@120 …so it [-loses-]{+wins+} every case…`."""
    end = edit.before_start + len(edit.before)
    gone = f"[-{edit.before}-]" if edit.before else ""
    come = f"{{+{edit.after}+}}" if edit.after else ""
    before = old_text[max(0, edit.before_start - AROUND) : edit.before_start]
    after = old_text[end : end + AROUND]
    return f"@{edit.before_start} …{before}{gone}{come}{after}…".replace("\n", "⏎")


def print_difference_json(difference: Difference) -> None:
    """The same as one object, with every edit's offsets in both texts."""
    changes = difference.changes
    found = {
        "page_url": difference.page_url,
        "revisions": [asdict(body) for body in difference.bodies],
        "changes": [dict(zip(changes.columns, row, strict=True)) for row in changes.rows],
        "from": difference.old,
        "to": difference.new,
        "edits": [asdict(edit) for edit in difference.edits],
    }
    print_object(found)


def console() -> Console:
    """Standard output; a pipe gets lines wide enough not to be folded."""
    from rich.console import Console

    out = Console(highlight=False, markup=False, emoji=False)
    return out if out.is_terminal else Console(file=sys.stdout, width=240, highlight=False)


@contextmanager
def progress() -> Iterator[Callable[[Summary], Awaitable[None]]]:
    """A progress bar on standard error, where that is a terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

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
    rows.append(("new people", summary.new_people))
    rows.append(("seconds", round(sum(summary.seconds.values()), 1)))
    return rows


def print_checkups(checkups: Iterable[Checkup]) -> None:
    """What became of one known page of each source."""
    columns = ("source", "verdict", "quotes known", "still there", "page")
    rows = [
        (one.source, one.verdict, one.known, one.found, one.page_url or "–") for one in checkups
    ]
    print_table(columns, rows)
    for one in checkups:
        if one.detail:
            print(printable(f"{one.source}: {one.detail}".replace("\n", " ")), file=sys.stderr)


def print_status(status: Status, serving: Serving | None, output: str) -> None:
    """How a home stands: tables under headings, or one object."""
    tables = {"last runs": status.runs, "sources": status.sources, "open issues": status.issues}
    facts = {
        "served": f"{serving.ui_url} (PID {serving.pid})" if serving else "no: rostrum up",
        "written by": status.holder or "nobody",
        "free on the disk": f"{status.free_bytes:,} bytes",
        **{f"used by {name}": f"{size:,} bytes" for name, size in status.used_bytes.items()},
    }
    if output == "json":
        found = {
            name: [dict(zip(table.columns, row, strict=True)) for row in table.rows]
            for name, table in tables.items()
        }
        print_object({**found, **facts})
        return
    for name, table in tables.items():
        print(f"{name}:")
        print_table(table.columns, table.rows)
        print()
    print_table(("what", "how"), list(facts.items()))


def print_exported(exported: Exported) -> None:
    """What an export holds, and what a reader has to know of it."""
    print_table(("table", "rows"), list(exported.counts.items()))
    print(printable(f"Written to {exported.place}"))
    for note in exported.notes:
        print(f"note: {note}", file=sys.stderr)


def print_object(fields: dict[str, Any]) -> None:
    """One object as JSON."""
    print(json.dumps(fields, ensure_ascii=False, indent=2, default=str))


def print_citation(citation: Citation) -> None:
    """A statement, who said it where, and where the bytes lie that prove it."""
    said, record = citation.statement, citation.record
    places = ", ".join(f"{span.start}–{span.end}" for span in citation.spans)
    told = ", ".join(str(part) for part in (said.event_name, said.published_on) if part)
    print(printable(f"“{said.text}”"))
    print(printable(f"— {said.speaker or 'nobody named'}"))
    print()
    print(printable(f"title     {said.title or '–'}"))
    print(printable(f"event     {told or '–'}"))
    print(printable(f"page      {said.page_url}"))
    print(
        f"fetched   {said.fetched_at:%Y-%m-%d %H:%M:%S} UTC" if said.fetched_at else "fetched   –"
    )
    print(f"revision  sha256 {said.revision_sha256}")
    print(f"place     characters {places} of the canonical text")
    if record:
        print(
            f"archive   {record.warc_file}, {record.warc_length} bytes at {record.warc_offset}, "
            f"{record.archived_at:%Y-%m-%d %H:%M} UTC"
        )
        print(f"record    sha256 {record.record_sha256}")
    print(printable(f"proof     {citation.proof}"))
