"""The `rostrum` command. What is heavy is imported by the command that needs it."""

from __future__ import annotations

import os
import sys
from datetime import datetime  # noqa: TC003 - typer reads the annotations
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn, TypeVar

import typer
from typer.core import TyperGroup

from rostrum import __version__, show
from rostrum.errors import ExitStatus, RostrumError, UsageError
from rostrum.settings import Settings, load_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from rostrum.house import Manner
    from rostrum.identity.decisions import Decision
    from rostrum.pipeline import Scope
    from rostrum.reparse import Changes
    from rostrum.summary import Summary

T = TypeVar("T")

EPILOG = """\
Exit status: 0 all well, 1 the run failed, 2 wrong usage, 3 done but pages were refused (see
`rostrum issues`), 75 another run holds the warehouse.
"""

app = typer.Typer(
    help="Who said what: forum and conference pages become provable records in DuckDB.",
    epilog=EPILOG,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

Home = Annotated[
    Path | None,
    typer.Option(
        "--home",
        help="Where the archive and the warehouse lie. [default: $ROSTRUM_HOME or ./data]",
        show_default=False,
    ),
]


class Format(StrEnum):
    """How rows are printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


class DiffFormat(StrEnum):
    """How a difference is printed."""

    TABLE = "table"
    JSON = "json"


class CitationFormat(StrEnum):
    """How a citation is printed."""

    TEXT = "text"
    JSON = "json"


class ExportFormat(StrEnum):
    """What kind of files an export is of."""

    PARQUET = "parquet"
    CSV = "csv"
    JSONL = "jsonl"
    XLSX = "xlsx"
    LAKE = "lake"


class LogFormat(StrEnum):
    """How a log is written."""

    TEXT = "text"
    JSON = "json"


OutputFormat = Annotated[
    Format, typer.Option("--format", help="json is an array of objects; csv has a header line.")
]


Wait = Annotated[
    bool, typer.Option("--wait", help="Wait for another run to end, instead of status 75.")
]


class ListByDefault(TyperGroup):
    """A group of commands; words that are none of them are asked of `list`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put `list` before the words of whoever names no command."""
        if args[:1] != ["--help"] and (not args or args[0] not in self.commands):
            args = ["list", *args]
        return super().parse_args(ctx, args)


people = typer.Typer(
    cls=ListByDefault,
    help="List who is who, what is undecided of it, and decide it.",
    rich_markup_mode=None,
)
app.add_typer(people, name="people")


@app.callback(invoke_without_command=True)
def root(
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Print the version, or go on to a command."""
    if version:
        typer.echo(f"rostrum {__version__}")
        raise typer.Exit


@app.command()
def ingest(
    targets: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SOURCE|URL]...",
            help="Sources by name (`rostrum sources`), single pages by URL.",
            show_default=False,
        ),
    ] = None,
    prefect: Annotated[
        bool,
        typer.Option(
            "--prefect",
            help="Run as a Prefect flow, on the configured server or an ephemeral one.",
        ),
    ] = False,
    full: Annotated[
        bool, typer.Option("--full", help="Go on past listing pages where every page is known.")
    ] = False,
    since: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            help="Leave out what a sitemap or feed says has not changed since that day.",
        ),
    ] = None,
    limit: Annotated[
        int | None, typer.Option(min=1, help="At most so many pages of each source.")
    ] = None,
    wait: Wait = False,
    home: Home = None,
) -> None:
    """Fetch pages, keep them, read them, and publish what they say.

    Examples: `rostrum ingest sample`, `rostrum ingest https://legalforum.info/en/news/a-report/`.
    """
    from rostrum import pipeline

    settings = load_settings(home)
    scope = pipeline.Scope(full, since.date() if since else None, limit)
    if prefect:
        summary = ingest_with_prefect(targets or [], settings, scope)
    else:
        with show.progress() as report:
            summary = run(
                lambda manner: pipeline.ingest(targets or [], settings, manner, report, scope), wait
            )
    show.print_summary(summary, settings)
    end_by(summary)


def run(work: Callable[[Manner], Coroutine[None, None, T]], wait: bool) -> T:
    """Run a run; the first SIGTERM or Ctrl-C lets it finish what it has in hand."""
    import asyncio

    from rostrum.house import Manner
    from rostrum.signals import listening

    with listening() as stop:
        return asyncio.run(work(Manner(stop=stop, waits=wait)))


def end_by(summary: Summary) -> None:
    """End the command with the status that a run's summary calls for.

    Raises:
        typer.Exit: unless all is well.
    """
    if summary.has_failed:
        raise typer.Exit(ExitStatus.FAILED)
    if summary.problems:
        raise typer.Exit(ExitStatus.QUARANTINED)


def ingest_with_prefect(targets: list[str], settings: Settings, scope: Scope) -> Summary:
    """Run the flow; its own logs tell the progress."""
    from rostrum.warehouse.lock import open_home

    os.close(open_home(settings))  # Prefect makes its own folder in the home, but no parents
    # Read by Prefect when it is imported: nothing calls home, and an ephemeral server keeps its
    # database, which takes a while to make, with the rest of what the run keeps.
    for name, value in {
        "DO_NOT_TRACK": "1",
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        # An ephemeral server that is stopped while it notes how tasks went tells of that at length.
        "PREFECT_SERVER_LOGGING_LEVEL": "CRITICAL",
        "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
        "PREFECT_HOME": str((settings.home / "prefect").absolute()),
    }.items():
        os.environ.setdefault(name, value)
    from flows.ingest import run_ingest

    return run_ingest(targets, settings, scope)


@app.command()
def sql(
    statement: Annotated[str, typer.Argument(metavar="SQL", help="One query, in DuckDB's SQL.")],
    output: OutputFormat = Format.TABLE,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of",
            metavar="DATE",
            help="Ask what was known at the end of that day (UTC), or at an ISO time.",
        ),
    ] = None,
    timeout: Annotated[
        float, typer.Option(min=0.1, max=86400, help="Seconds after which the query is stopped.")
    ] = 300,
    memory: Annotated[
        str, typer.Option(help="How much memory DuckDB may use, such as 500MB or 2GB.")
    ] = "1GB",
    home: Home = None,
) -> None:
    """Ask the published snapshot; nothing it is asked can change it.

    Example: `rostrum sql "select name, quote_count from speakers limit 5"`.
    """
    from rostrum.warehouse.query import Limits, ask, read_memory

    moment = None
    if as_of:
        from rostrum.warehouse.as_of import read_moment

        moment = read_moment(as_of, end_of_day=True)
    limits = Limits(timeout, read_memory(memory), is_all=True)
    with ask(load_settings(home), statement, limits=limits, as_of=moment) as answer:
        show.print_rows(answer, output.value)


@app.command()
def ask(
    question: Annotated[
        str | None,
        typer.Argument(metavar="[QUESTION]", help="Its name. [default: list all]"),
    ] = None,
    values: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME=VALUE]...", help="What it is to be asked of."),
    ] = None,
    output: OutputFormat = Format.TABLE,
    home: Home = None,
) -> None:
    """Ask a ready question, or list them all with what they may be given.

    Examples: `rostrum ask most_quoted_people limit=5`, `rostrum ask spokespeople
    organization=bank`.
    """
    from rostrum import questions

    if question is None:
        show.print_rows(questions.list_questions(), output.value)
    else:
        show.print_rows(questions.ask(load_settings(home), question, values or []), output.value)


@app.command()
def dictionary(
    table: Annotated[
        str | None,
        typer.Argument(metavar="[TABLE]", help="Such as quotes. [default: all that readers ask]"),
    ] = None,
    output: OutputFormat = Format.TABLE,
    home: Home = None,
) -> None:
    """Say what the snapshot's tables and columns mean.

    Examples: `rostrum dictionary quotes`, `rostrum dictionary raw.fetches`.
    """
    from rostrum.warehouse.dictionary import look_up

    show.print_rows(look_up(load_settings(home), table), output.value)


@app.command()
def search(
    words: Annotated[
        str,
        typer.Argument(
            metavar="WORDS", help='Words, in any form; "words as they stand" in quotes; regul*.'
        ),
    ],
    speaker: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only of speakers with this in their name.")
    ] = None,
    organization: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Only of people with this organization in a role."),
    ] = None,
    section: Annotated[
        str | None,
        typer.Option(metavar="KIND", help="Only of key_conclusions, problems, solutions or other."),
    ] = None,
    since: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="Only of pages published on that day or later."),
    ] = None,
    until: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="Only of pages published on that day or before."),
    ] = None,
    source: Annotated[
        str | None, typer.Option(metavar="SOURCE", help="Only of this source's pages.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most so many quotes.")] = 20,
    output: OutputFormat = Format.TABLE,
    home: Home = None,
) -> None:
    """Find quotes by words in English and Russian, the best first.

    Example: `rostrum search '"rule of law" climate regul*' --section problems`.
    """
    from rostrum.warehouse import search as searching

    first = since.date() if since else None
    last = until.date() if until else None
    filters = searching.Filters(speaker, organization, section, first, last, source)
    answer = searching.search(load_settings(home), words, filters, limit)
    if output is Format.TABLE and not answer.rows:
        typer.echo("No quote is found.")
        return
    show.print_rows(answer, output.value)


@app.command()
def verify(home: Home = None) -> None:
    """Prove every row: read the archived bytes again and cut each row out of them."""
    from rostrum.proof import verify as run

    verdict = run(load_settings(home))
    for fault in verdict.faults:
        typer.echo(show.printable(f"{fault.where}: {fault.what}"), err=True)
    typer.echo(
        f"{verdict.pages} revisions, {verdict.records} archived records, {verdict.cuts} cuts: "
        + (f"{len(verdict.faults)} faults." if verdict.faults else "all as archived.")
    )
    if verdict.faults:
        raise typer.Exit(ExitStatus.FAILED)


@app.command()
def changes(
    since: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Only what was seen since that day or ISO time (UTC)."),
    ] = None,
    page: Annotated[
        str | None, typer.Option(metavar="URL", help="Only what was altered on this page.")
    ] = None,
    output: OutputFormat = Format.TABLE,
    home: Home = None,
) -> None:
    """List what publishers altered of published quotes, before and after, the newest first.

    Examples: `rostrum changes --since 2026-11-01`, `rostrum changes --page URL --format csv`.
    """
    from rostrum import edits
    from rostrum.warehouse.as_of import read_moment

    moment = read_moment(since) if since else None
    show.print_rows(edits.changes(load_settings(home), moment, page), output.value)


@app.command()
def diff(
    url: Annotated[str, typer.Argument(metavar="URL", help="The address of a page.")],
    old: Annotated[
        str | None,
        typer.Option("--from", metavar="SHA", help="The older revision. [default: the one before]"),
    ] = None,
    new: Annotated[
        str | None,
        typer.Option("--to", metavar="SHA", help="The newer revision. [default: the newest]"),
    ] = None,
    output: Annotated[DiffFormat, typer.Option("--format")] = DiffFormat.TABLE,
    home: Home = None,
) -> None:
    """Show the revisions of a page, what was altered of its quotes, and how its text differs.

    The texts are cut anew from the archived bytes. A revision is named by the first digits of its
    SHA-256.
    """
    from rostrum.edits import difference

    found = difference(load_settings(home), url, old, new)
    if output is DiffFormat.JSON:
        show.print_difference_json(found)
    else:
        show.print_difference(found)


@app.command()
def fingerprint(
    tables: Annotated[bool, typer.Option("--tables", help="Also one hash for each table.")] = False,
    home: Home = None,
) -> None:
    """Print one hash of all that readers can ask, clock times aside.

    Two homes with the same hash say the same, however they came to it.
    """
    from rostrum.warehouse import fingerprint as prints

    hashes = prints.fingerprint(load_settings(home))
    if tables:
        for table, sha256 in hashes.items():
            typer.echo(f"{sha256}  {table}")
    typer.echo(prints.total(hashes))


@app.command()
def cite(
    statement_id: Annotated[
        str,
        typer.Argument(
            metavar="QUOTE_ID",
            help="As in `quotes.quote_id` or `speeches.speech_id`, or its first characters.",
        ),
    ],
    output: Annotated[
        CitationFormat, typer.Option("--format", help="json is a W3C Web Annotation.")
    ] = CitationFormat.TEXT,
    home: Home = None,
) -> None:
    """Say where a quote stands in the text and the archive, cut again from the archived bytes."""
    from rostrum.citation import annotation
    from rostrum.citation import cite as find

    citation = find(load_settings(home), statement_id)
    if output is CitationFormat.JSON:
        show.print_object(annotation(citation))
    else:
        show.print_citation(citation)
    if citation.doubt:
        typer.echo(show.printable(f"rostrum: {citation.proof}"), err=True)
    if citation.is_altered:
        raise typer.Exit(ExitStatus.FAILED)


@app.command()
def export(
    place: Annotated[
        str,
        typer.Argument(
            metavar="DIR|ADDRESS",
            help="A new folder, or an earlier export's; also as s3://bucket/folder.",
        ),
    ],
    output: Annotated[
        ExportFormat,
        typer.Option(
            "--format",
            help="parquet and jsonl are exact, csv and xlsx safe to open; lake: a further version "
            "in Parquet, and a manifest.json that names the newest.",
        ),
    ] = ExportFormat.PARQUET,
    keep: Annotated[
        int | None,
        typer.Option(
            min=1, help="So many versions of a lake stay. [default: all]", show_default=False
        ),
    ] = None,
    home: Home = None,
) -> None:
    """Write every table of the snapshot to a folder, with a datapackage.json that describes them.

    An earlier export there is replaced as a whole; other files are never touched. For s3:// install
    rostrum[s3]; its credentials come from the environment (AWS_…).
    """
    settings = load_settings(home)
    if output is ExportFormat.LAKE:
        from rostrum.lake import publish_version

        show.print_exported(publish_version(settings, place, keep))
        return
    if keep:
        raise UsageError(
            "Only a lake has versions to keep: say --format lake, or leave out --keep."
        )
    from rostrum.export import export as run

    show.print_exported(run(settings, place, output.value))


@app.command()
def report(
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="[FILE]",
            help="Where to write it. [default: report.html in the home]",
            show_default=False,
        ),
    ] = None,
    home: Home = None,
) -> None:
    """Write one HTML page of the snapshot: who speaks, when, of what, and how the sources are.

    It needs no network and runs nothing; an earlier report is replaced.
    """
    from rostrum.picture import write_report

    typer.echo(show.printable(f"Written to {write_report(load_settings(home), file)}"))


@app.command()
def sources(
    check: Annotated[
        bool,
        typer.Option(
            "--check", help="Fetch a known page of each and compare it with what it used to say."
        ),
    ] = False,
    home: Home = None,
) -> None:
    """List the sources: what `rostrum ingest NAME` knows, and what their pages must hold."""
    if check:
        check_sources(load_settings(home))
        return
    from rostrum.sources import all_sources

    show.print_sources(all_sources().values())


def check_sources(settings: Settings) -> None:
    """Look at a known page of each source.

    Raises:
        typer.Exit: a source is not what it was.
    """
    import asyncio

    from rostrum.checkup import check_sources as run

    found = asyncio.run(run(settings))
    show.print_checkups(found)
    if any(one.verdict == "degraded" for one in found):
        raise typer.Exit(ExitStatus.QUARANTINED)


@app.command("new-source")
def new_source(
    url: Annotated[
        str, typer.Argument(metavar="URL", help="A page of the site, such as a report.")
    ],
    name: Annotated[
        str | None,
        typer.Option("--name", help="The source's name. [default: from the host]"),
    ] = None,
    home: Home = None,
) -> None:
    """Ingest a page, and write the beginning of a source for its site.

    The module and a fixture go into the checkout of Rostrum around the current folder, else into
    the home directory. A page of somebody else's is yours to keep, not to publish.
    """
    import asyncio

    from rostrum.draft import make_draft
    from rostrum.draft_words import describe

    draft = asyncio.run(make_draft(url, name, load_settings(home), Path.cwd()))
    for line in describe(draft):
        typer.echo(show.printable(line))
    if draft.refusal:
        raise typer.Exit(ExitStatus.QUARANTINED)


@app.command()
def issues(
    code: Annotated[
        str | None,
        typer.Argument(metavar="[CODE]", help="Only this reason, such as no_quotes."),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Also those that are over.")] = False,
    replay: Annotated[
        bool,
        typer.Option(
            "--replay",
            help="Read these pages again from the archive, without network, and publish.",
        ),
    ] = False,
    output: OutputFormat = Format.TABLE,
    wait: Wait = False,
    home: Home = None,
) -> None:
    """List the pages and values that were refused, each with its reason, or read them again.

    Examples: `rostrum issues`, `rostrum issues no_quotes`, `rostrum issues --replay no_quotes`.
    """
    from rostrum.warehouse.query import query

    if replay:
        replay_issues(load_settings(home), code, wait=wait)
        return
    statement = (
        "select * from issues where (resolved_at is null or $every) "
        "and code = coalesce($code, code) order by first_seen_at, page_url, code"
    )
    answer = query(load_settings(home), statement, {"every": every, "code": code})
    show.print_rows(answer, output.value)


def replay_issues(settings: Settings, code: str | None, *, wait: bool) -> None:
    """Read refused pages again; status 3 where something of them stays refused."""
    from rostrum import pipeline

    summary = run(lambda manner: pipeline.replay(settings, code, manner), wait)
    show.print_replay(summary)
    end_by(summary)


@people.command("list")
def list_people(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WORDS]...",
            help="Only those one of whose names, or whose id, holds all of these.",
            show_default=False,
        ),
    ] = None,
    undecided: Annotated[
        bool, typer.Option("--undecided", help="Who may be one, and why that is undecided.")
    ] = False,
    organizations: Annotated[
        bool, typer.Option("--organizations", help="Organizations instead of persons.")
    ] = False,
    output: OutputFormat = Format.TABLE,
    home: Home = None,
) -> None:
    """List persons with all the names they were printed by (`people WORDS` is the same)."""
    from rostrum import people as who

    ask = who.list_organizations if organizations else who.list_people
    answer = (who.list_doubts if undecided else ask)(load_settings(home), words or [])
    show.print_rows(answer, output.value)


@people.command()
def merge(
    one: Annotated[str, typer.Argument(metavar="ID", help="Whose id stays.")],
    other: Annotated[str, typer.Argument(metavar="OTHER_ID", help="Who is the same one.")],
    wait: Wait = False,
    home: Home = None,
) -> None:
    """Decide that two persons, or two organizations, are one, and publish."""
    from rostrum.people import make_merge

    settings = load_settings(home)
    decide(settings, lambda: make_merge(settings, one, other), wait=wait)


@people.command()
def split(
    entity_id: Annotated[str, typer.Argument(metavar="ID", help="Whose names are two's.")],
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NAME]...", help="Printed names that are somebody else.", show_default=False
        ),
    ] = None,
    page: Annotated[
        list[str] | None,
        typer.Option(
            "--page",
            metavar="URL",
            help="Only on this page are they somebody else, who bears the same name.",
            show_default=False,
        ),
    ] = None,
    wait: Wait = False,
    home: Home = None,
) -> None:
    """Decide that some names of one are somebody else, and publish."""
    from rostrum.people import make_split

    settings = load_settings(home)
    decide(settings, lambda: make_split(settings, entity_id, names or [], page or []), wait=wait)


@people.command()
def undo(
    number: Annotated[
        int | None,
        typer.Argument(metavar="[DECISION]", help="Its number. [default: the last that counts]"),
    ] = None,
    wait: Wait = False,
    home: Home = None,
) -> None:
    """Undo a decision exactly, and publish."""
    from rostrum.people import make_undo

    settings = load_settings(home)
    decide(settings, lambda: make_undo(settings, number), wait=wait)


@people.command()
def decisions(output: OutputFormat = Format.TABLE, home: Home = None) -> None:
    """List what was decided, and what of it is undone."""
    from rostrum.people import list_decisions

    show.print_rows(list_decisions(load_settings(home)), output.value)


def decide(settings: Settings, make: Callable[[], Decision], *, wait: bool) -> None:
    """Note a decision and publish what follows from it."""
    from rostrum import pipeline
    from rostrum.people import describe

    summary, decision = run(lambda manner: pipeline.decide(settings, make, manner), wait)
    for warning in summary.warnings:
        typer.echo(show.printable(f"warning: {warning}"), err=True)
    typer.echo(show.printable(describe(decision)))


@app.command()
def reparse(
    targets: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SOURCE|URL]...",
            help="Only these sources and pages. [default: everything]",
            show_default=False,
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what would change; write nothing.")
    ] = False,
    output: OutputFormat = Format.TABLE,
    wait: Wait = False,
    home: Home = None,
) -> None:
    """Read the archive again with today's parser, without network, and publish what changed.

    Readers keep the old answers until all of it is done.
    """
    import asyncio

    from rostrum import pipeline

    settings, words = load_settings(home), targets or []
    if dry_run:
        changes = asyncio.run(pipeline.preview_reparse(settings, words))
        print_changes(changes, output)
        return
    summary, changes = run(lambda manner: pipeline.reparse(settings, words, manner), wait)
    print_changes(changes, output)
    end_by(summary)


def print_changes(changes: Changes, output: Format) -> None:
    """What reading again comes to, by source and kind, and which pages stand otherwise now."""
    show.print_rows(changes.answer, output.value)
    if output is Format.TABLE:
        show.print_problems(changes.pages, "now")


@app.command()
def rebuild(wait: Wait = False, home: Home = None) -> None:
    """Make the warehouse anew from the archive alone, without network, and publish it."""
    from rostrum import pipeline

    settings = load_settings(home)
    summary = run(lambda manner: pipeline.rebuild(settings, manner), wait)
    show.print_summary(summary, settings)
    end_by(summary)


@app.command()
def transform(
    accept_yield: Annotated[
        bool,
        typer.Option(
            "--accept-yield",
            help="Publish although a site gives less than half of the quotes that it gave.",
        ),
    ] = False,
    wait: Wait = False,
    home: Home = None,
) -> None:
    """Build every model of `sql/` anew, run the checks, and publish."""
    from rostrum import pipeline

    settings = load_settings(home)
    summary = run(
        lambda manner: pipeline.transform(settings, manner, accepts_yield=accept_yield), wait
    )
    show.print_summary(summary, settings)
    end_by(summary)


@app.command()
def up(
    port: Annotated[
        int | None,
        typer.Option(
            min=1,
            max=65535,
            help="Of the server. [default: $PREFECT_SERVER_API_PORT or 4200]",
            show_default=False,
        ),
    ] = None,
    host: Annotated[
        str | None,
        typer.Option(
            help="Where the server listens; beside 127.0.0.1 set a password "
            "(PREFECT_SERVER_API_AUTH_STRING). [default: 127.0.0.1]",
            show_default=False,
        ),
    ] = None,
    time_zone: Annotated[
        str, typer.Option("--time-zone", help="In which the daily schedules are meant.")
    ] = "UTC",
    logs: Annotated[
        LogFormat, typer.Option("--logs", help="How the log is written to this terminal.")
    ] = LogFormat.TEXT,
    home: Home = None,
) -> None:
    """Start the Prefect server and UI, and serve every deployment, until Ctrl-C.

    With PREFECT_API_URL set, that server is used and none is started.
    """
    from rostrum import serving
    from rostrum.warehouse.lock import open_home

    settings = load_settings(home)
    require_time_zone(time_zone)
    place = serving.find_place(host, port)
    os.close(open_home(settings))  # Prefect makes its own folder in the home, but no parents
    if place.is_open and not os.environ.get("PREFECT_SERVER_API_AUTH_STRING"):
        typer.echo(
            f"warning: {place.host} can be reached from other machines, and whoever reaches it can "
            "start runs: set PREFECT_SERVER_API_AUTH_STRING=user:password.",
            err=True,
        )
    try:
        with serving.note_serving(settings, place):
            serving.prepare_environment(settings, place, logs_json=logs is LogFormat.JSON)
            from flows.up import serve

            log = settings.home.absolute() / "prefect/server.log"
            serve(place, log, time_zone, lambda url: typer.echo(f"The Prefect UI is at {url}"))
    except RostrumError as error:
        tell_error(error)
        leave(error.exit_status)
    leave(0)


def leave(status: int) -> NoReturn:
    """End this process now that all is stopped.

    At a program's end Prefect waits until the server has its logs; if a run was being started just
    then, for ever.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def require_time_zone(name: str) -> None:
    """See that there is a time zone of this name.

    Raises:
        UsageError: there is none.
    """
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise UsageError(f"There is no time zone {name!r}: say one like Europe/Berlin.") from error


@app.command()
def down(home: Home = None) -> None:
    """Stop what `rostrum up` started for a home."""
    from rostrum.serving import take_down

    served = take_down(load_settings(home))
    typer.echo(f"Stopped PID {served.pid}." if served else "Nothing is up.")


@app.command()
def status(
    output: Annotated[DiffFormat, typer.Option("--format", help="As tables, or JSON.")] = (
        DiffFormat.TABLE
    ),
    home: Home = None,
) -> None:
    """Say how a home stands: its last runs, each source's freshness, open issues, the disk."""
    from rostrum.serving import read_serving
    from rostrum.status import read_status

    settings = load_settings(home)
    found = read_status(settings)
    show.print_status(found, read_serving(settings), output.value)


def tell_error(error: RostrumError) -> None:
    """An error of ours is one line."""
    typer.echo(show.printable(f"rostrum: {error}"), err=True)


def main() -> None:
    """Run the command; an error of ours is one line and its exit status."""
    try:
        app()
    except RostrumError as error:
        tell_error(error)
        sys.exit(error.exit_status)
    except BrokenPipeError:  # whoever reads has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(ExitStatus.FAILED)
    except KeyboardInterrupt:
        sys.exit(130)
