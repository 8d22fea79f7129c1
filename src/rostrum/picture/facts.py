"""What the page shows, asked of one snapshot and laid out for its charts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from rostrum.edits import text_edits
from rostrum.picture import queries
from rostrum.warehouse.snapshot import open_snapshot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from rostrum.settings import Settings

    Ask = Callable[..., list["Row"]]

Row = dict[str, Any]

MOST_BARS = 12
MOST_EVENTS = 15
MOST_EDITS = 12
MOST_PERIODS = 60
LEAST_PERIODS = 12
MOST_ISSUES = 20
SHOWN = 500
"""Characters of a text before or after an edit; more is counted."""

KINDS = ("key_conclusions", "problems", "solutions", "other")
STATUSES = ("ok", "quarantined", "gone", "failed")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a bar, in hundredths of the longest bar."""

    kind: str
    start: float
    width: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """Quotes by the time they were published.

    Attributes:
        unit: day, month or year.
        earlier: quotes published before the first period.
        undated: quotes whose page tells no day.
    """

    unit: str
    periods: list[Row]
    earlier: int
    undated: int


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that the page tells."""

    counts: Row
    speakers: list[Row]
    leaders: list[Row]
    organizations: list[Row]
    events: list[Row]
    other_events: int
    timeline: Timeline
    voices: list[Row]
    changes: list[Row]
    edits: list[Row]
    sources: list[Row]
    issues: list[Row]
    other_issues: int


def gather(settings: Settings) -> Facts:
    """The facts of the snapshot as it is published now, all of the same one.

    Raises:
        HomeError: nothing is published.
    """
    with open_snapshot(settings) as connection:

        def ask(statement: str, **values: object) -> list[Row]:
            cursor = connection.execute(statement, values or None)
            names = [column[0] for column in cursor.description or ()]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

        return laid_out(ask)


def laid_out(ask: Ask) -> Facts:
    """The answers, with the lengths of their bars."""
    counts = ask(queries.COUNTS)[0]
    events, issues = ask(queries.EVENTS), ask(queries.ISSUES)
    sources = ask(queries.SOURCES)
    for source in sources:
        source["age"] = age(counts["until"] - source["last_checked_at"])
    speakers = with_bars(ask(queries.SPEAKERS, most=MOST_BARS), ("count",))
    return Facts(
        counts=counts,
        speakers=speakers,
        leaders=leaders(speakers),
        organizations=with_bars(ask(queries.ORGANIZATIONS, most=MOST_BARS), ("count",)),
        events=with_bars(events[:MOST_EVENTS], KINDS),
        other_events=len(events[MOST_EVENTS:]),
        timeline=timeline(ask, counts),
        voices=list(one_each(ask(queries.VOICES, most=MOST_BARS))),
        changes=ask(queries.CHANGES),
        edits=[with_difference(edit) for edit in ask(queries.EDITS, most=MOST_EDITS)],
        sources=with_bars(sources, STATUSES),
        issues=issues[:MOST_ISSUES],
        other_issues=len(issues[MOST_ISSUES:]),
    )


def with_bars(rows: list[Row], kinds: Sequence[str]) -> list[Row]:
    """Each row with the parts of its bar; the longest bar is a hundred long."""
    longest = max((sum(row[kind] for kind in kinds) for row in rows), default=0) or 1
    return [row | {"parts": list(parts_of(row, kinds, longest))} for row in rows]


def parts_of(row: Row, kinds: Sequence[str], longest: int) -> Iterator[Part]:
    """The parts of a row's bar, one behind the other."""
    start = 0
    for kind in kinds:
        if row[kind]:
            scale = 100 / longest
            yield Part(kind, round(start * scale, 3), round(row[kind] * scale, 3))
            start += row[kind]


def one_each(voices: list[Row]) -> Iterator[Row]:
    """A voice for each kind of section, another person's in each where there is one."""
    heard: set[str] = set()
    for _, found in groupby(voices, key=itemgetter("section_kind")):
        of_kind = list(found)
        voice = next((one for one in of_kind if one["speaker_name"] not in heard), of_kind[0])
        heard.add(voice["speaker_name"])
        yield voice


def leaders(speakers: list[Row]) -> list[Row]:
    """Those with the most quotes."""
    return [one for one in speakers if one["count"] == speakers[0]["count"]]


def timeline(ask: Ask, counts: Row) -> Timeline:
    """Quotes by day, month or year, whichever gives a chart that can be read."""
    first, last = counts["first_day"], counts["last_day"]
    if first is None:
        return Timeline("month", [], 0, counts["quotes"])
    unit = unit_for((last - first).days)
    found = {row["period"]: row for row in ask(queries.TIMELINE, unit=unit, most=MOST_PERIODS)}
    periods = [
        found.get(period, {"period": period, "quotes": 0, "pages": 0})
        for period in back_from(max(found), min(found), unit)
    ][::-1]
    longest = max(period["quotes"] for period in periods) or 1
    shown = [
        period
        | {
            "label": label(period["period"], unit),
            "x": number,
            "height": round(100 * period["quotes"] / longest, 3),
        }
        for number, period in enumerate(periods)
    ]
    dated = ask("select count(*) as count from quotes where published_on is not null")[0]["count"]
    told = sum(period["quotes"] for period in shown)
    return Timeline(unit, shown, dated - told, counts["quotes"] - dated)


def unit_for(days: int) -> str:
    """The unit in which so many days are at most as many periods as a chart has room for."""
    if days < MOST_PERIODS:
        return "day"
    return "month" if days < MOST_PERIODS * 30 else "year"


def back_from(last: date, first: date, unit: str) -> Iterator[date]:
    """The periods from the last to the first, and before that, as many as make a chart."""
    period = last
    for number in range(1, MOST_PERIODS + 1):
        yield period
        if (period <= first and number >= LEAST_PERIODS) or period.year == date.min.year:
            return
        before = period - timedelta(days=1)
        period = {
            "day": before,
            "month": before.replace(day=1),
            "year": before.replace(month=1, day=1),
        }[unit]


def label(period: date, unit: str) -> str:
    """A period as people write it."""
    return {
        "day": f"{period.day} {period:%b} {period.year}",
        "month": f"{period:%b} {period.year}",
        "year": str(period.year),
    }[unit]


def age(time: timedelta) -> str:
    """How long ago something was, before the newest of its kind."""
    if time < timedelta(hours=1):
        return "with the newest"
    if time < timedelta(days=2):
        return f"{time // timedelta(hours=1)} h before the newest"
    return f"{time.days} days before the newest"


def with_difference(edit: Row) -> Row:
    """An edit with its words as (how, words): kept, gone or come."""
    before, after = edit["before"] or "", edit["after"] or ""
    more = max(len(before), len(after)) - SHOWN
    return edit | {
        "words": list(difference(before[:SHOWN], after[:SHOWN])),
        "more": max(0, more),
    }


def difference(before: str, after: str) -> Iterator[tuple[str, str]]:
    """How one text becomes the other."""
    place = 0
    for edit in text_edits(before, after):
        yield "kept", before[place : edit.before_start]
        yield "gone", edit.before
        yield "come", edit.after
        place = edit.before_start + len(edit.before)
    yield "kept", before[place:]
