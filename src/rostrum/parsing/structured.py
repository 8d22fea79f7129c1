"""What a page's structured data say, and where that contradicts what the page shows.

What is shown is kept. Structured data fill in dates and times that the page does not show, since
those need no place in its text; names and titles from them only confirm or contradict.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from rostrum.parsing.clocks import Stamp, read_stamp
from rostrum.parsing.dates import find_date
from rostrum.parsing.names import is_name
from rostrum.parsing.typography import SITE_JOINT, comparable, holds
from rostrum.parsing.zones import offset_at
from rostrum.records import Issue

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from rostrum.reading import Item
    from rostrum.records import PageRecords

ARTICLES = frozenset(
    "Article NewsArticle Report BlogPosting PressRelease AnalysisNewsArticle ReportageNewsArticle "
    "ScholarlyArticle LiveBlogPosting SocialMediaPosting article".split()
)
EVENT_ENDING = "Event"
PUBLISHED = ("datePublished", "article:published_time")
PEOPLE = ("performer", "performers", "speaker", "actor", "attendee", "contributor")
UTC = "+00:00"
EARLIEST, LATEST = timedelta(hours=-8), timedelta(hours=12)
"""The time zones in which a day may be meant that is stated in UTC."""

QUARTER = timedelta(minutes=15)
WESTERNMOST, EASTERNMOST = timedelta(hours=-12), timedelta(hours=14)
TRUNCATED_LENGTH = 60
"""Characters: a headline of the markup may be cut off, but not before these."""

MIN_WORD_LENGTH = 4
MAX_SHOWN = 200
WORD = re.compile(r"[\w-]*\w")


@dataclass(frozen=True, slots=True)
class Session:
    """What an event of the structured data says."""

    name: str | None
    starts: Stamp | None
    ends: Stamp | None
    organizers: tuple[str, ...]
    people: tuple[str, ...]
    parents: tuple[str, ...]


def reconcile(records: PageRecords, items: tuple[Item, ...]) -> PageRecords:
    """Records with dates that only structured data tell, and an issue for each contradiction."""
    issues = contradictions(records, items)
    filled = fill(records, items)
    return replace(filled, issues=(*records.issues, *issues)) if issues else filled


def contradictions(records: PageRecords, items: tuple[Item, ...]) -> tuple[Issue, ...]:
    """Where structured data say otherwise than the page shows; what is shown was kept."""
    session = session_of(records, items)
    found = [*contradicted_titles(records, items), *contradicted_dates(records, items)]
    if session:
        found += contradicted_times(records, session)
        found += contradicted_event(records, session)
        found += contradicted_organizers(records, session)
        found += contradicted_people(records, session, items)
    return tuple(dict.fromkeys(found))


def contradiction(what: str, shown: object, stated: object) -> Issue:
    """An issue that names both values and the one that was kept."""
    detail = (
        f"The page shows the {what} {shown_as(shown)}, its structured data say {shown_as(stated)}; "
        "the page's was kept."
    )
    return Issue("parse", "contradiction", detail)


def shown_as(value: object) -> str:
    """A value for a person, at a length that can be read."""
    text = value.isoformat(" ", "minutes") if isinstance(value, datetime) else str(value)
    return f"“{text}”" if len(text) <= MAX_SHOWN else f"“{text[:MAX_SHOWN]}…”"


# Which of the things is the page


def is_event(item: Item) -> bool:
    return any(name.endswith(EVENT_ENDING) for name in item.type.split())


def is_article(item: Item) -> bool:
    """Whether an item is a story; every page has one Open Graph, whatever it calls itself."""
    return not ARTICLES.isdisjoint(item.type.split()) or item.origin == "open-graph"


def first(item: Item, *names: str) -> str | None:
    """The first value of the first property that has one."""
    return next((value for name in names for value in item.properties.get(name, ())), None)


def articles_of(items: Iterable[Item]) -> list[Item]:
    """The items that may be the story: of several articles in one notation, none is certain."""
    items = list(items)
    articles = [item for item in items if is_article(item)]
    certain = [
        item for item in articles if sum(other.origin == item.origin for other in articles) == 1
    ]
    return certain + [item for item in items if not item.type and item.origin == "microdata"]


def published_dates(items: Iterable[Item]) -> list[str]:
    """The publication dates of the page's own article, as they are written."""
    texts = []
    for item in articles_of(items):
        values = [value for name in PUBLISHED for value in item.properties.get(name, ())]
        texts += values if len(values) == 1 else []
    return texts


def session_of(records: PageRecords, items: tuple[Item, ...]) -> Session | None:
    """The event that is this page's session: by its name, else the only one that looks like it.

    A forum that every page of a site describes is none; on a page that lists several sessions, it
    is what they are part of.
    """
    if records.sessions:
        return None
    events = [item for item in items if is_event(item)]
    named = [item for item in events if is_named(item, records.title.text)]
    if named:
        return to_session(named[0])
    parents = {
        comparable(name) for item in events for name in item.properties.get("superEvent", ())
    }
    others = [item for item in events if comparable(first(item, "name") or "") not in parents]
    if records.kind != "programme" or len(others) != 1 or is_forum(others[0], records):
        return None
    return to_session(others[0])


def stated_events(items: tuple[Item, ...], *, is_list: bool) -> list[str]:
    """What the events of the structured data are part of; of a list of sessions, all they name."""
    events = [item for item in items if is_event(item)]
    parents = [name for item in events for name in item.properties.get("superEvent", ())]
    names = [name for item in events if (name := first(item, "name"))] if is_list else []
    return list(dict.fromkeys([*parents, *names]))


def is_named(item: Item, title: str) -> bool:
    name = first(item, "name", "headline")
    return name is not None and comparable(name) == comparable(title)


def is_forum(item: Item, records: PageRecords) -> bool:
    """Whether an event is the gathering that the page's session is a part of."""
    session = to_session(item)
    if records.event and session.name and holds(session.name, records.event.text):
        return True
    if item.properties.get("superEvent") or session.people:
        return False
    if not (session.starts and session.ends and session.starts.at and session.ends.at):
        return True
    return session.starts.day != session.ends.day


def to_session(item: Item) -> Session:
    starts, ends = first(item, "startDate"), first(item, "endDate")
    return Session(
        name=first(item, "name", "headline"),
        starts=read_stamp(starts) if starts else None,
        ends=read_stamp(ends) if ends else None,
        organizers=item.properties.get("organizer", ()),
        people=tuple(name for key in PEOPLE for name in item.properties.get(key, ())),
        parents=item.properties.get("superEvent", ()),
    )


# What contradicts


def contradicted_titles(records: PageRecords, items: tuple[Item, ...]) -> Iterator[Issue]:
    """Headlines of the page's article, and names of its session, that are not its title."""
    stated = [first(item, "headline", "name") for item in articles_of(items)]
    if session := session_of(records, items):
        stated.append(session.name)
    for item in items:
        title, site = first(item, "og:title"), first(item, "og:site_name")
        if title and not (site and comparable(title) == comparable(site)):
            stated.append(title)
    for title in stated:
        if title and not is_title(title, records.title.text):
            yield contradiction("title", records.title.text, title)


def is_title(stated: str, shown: str) -> bool:
    """Whether a stated title is the shown one: a site's name beside it and a cut do not count."""
    if any(comparable(part) == comparable(shown) for part in SITE_JOINT.split(stated)):
        return True
    mine, its = comparable(stated).rstrip(".… "), comparable(shown)
    return (mine in its and len(mine) >= min(TRUNCATED_LENGTH, len(its) // 2)) or its in mine


def contradicted_dates(records: PageRecords, items: tuple[Item, ...]) -> Iterator[Issue]:
    """Publication dates that are not the page's in any time zone."""
    for text in published_dates(items):
        if records.published_on and not may_be_on(text, records.published_on):
            yield contradiction("publication date", records.published_on, text)


def may_be_on(text: str, day: date) -> bool:
    """Whether a stated date is the shown one; in UTC it may be the day before or after."""
    stamp = read_stamp(text)
    if stamp is None:
        return find_date(text) in {day, None}
    if stamp.at is None or stamp.offset not in {None, UTC}:
        return stamp.day == day
    moment = datetime.combine(stamp.day, stamp.at)
    return (moment + EARLIEST).date() <= day <= (moment + LATEST - timedelta(minutes=1)).date()


def contradicted_times(records: PageRecords, session: Session) -> Iterator[Issue]:
    """Begin and end, where they are not the same moment in any time zone that may be meant."""
    for what, shown, stated in (
        ("begin", records.starts_at, session.starts),
        ("end", records.ends_at, session.ends),
    ):
        if shown and stated and not may_be_at(stated, shown, records.time_zone):
            yield contradiction(what, shown, as_written(stated))


def as_written(stamp: Stamp) -> str:
    time = f" {stamp.at:%H:%M}" if stamp.at else ""
    return f"{stamp.day.isoformat()}{time}{stamp.offset or ''}"


def may_be_at(stamp: Stamp, shown: datetime, zone: str | None) -> bool:
    """Whether a stated moment may be the shown one."""
    if stamp.at is None:
        return stamp.day == shown.date()
    stated = datetime.combine(stamp.day, stamp.at)
    if stated == shown:  # many write the place's time and call it UTC
        return True
    if stamp.offset is None:
        return False
    mine, its = offset_at(zone, shown), offset_at(stamp.offset, stated)
    if its is None:
        return False
    difference = shown - (stated - its)
    if zone is None:
        is_zone = difference % QUARTER == timedelta(0) and WESTERNMOST <= difference <= EASTERNMOST
        return stamp.offset == UTC and is_zone
    return mine is None or mine == difference


def contradicted_event(records: PageRecords, session: Session) -> Iterator[Issue]:
    """The event that the session is part of."""
    if records.event and session.parents:
        shown = records.event.text
        if not any(holds(name, shown) for name in session.parents):
            yield contradiction("event", shown, session.parents[0])


def contradicted_organizers(records: PageRecords, session: Session) -> Iterator[Issue]:
    """Organizers none of whom the page shows as one."""
    shown = [cut.text for cut in records.organizers]
    if shown and session.organizers:
        agreed = any(holds(name, other) for name in session.organizers for other in shown)
        if not agreed:
            yield contradiction("organizer", "; ".join(shown), "; ".join(session.organizers))


def contradicted_people(
    records: PageRecords, session: Session, items: tuple[Item, ...]
) -> Iterator[Issue]:
    """People whom the page does not show, and positions that share no word with the shown ones."""
    if records.kind != "programme" or not records.participants:
        return
    shown = {
        person.speaker.name.text: person.speaker.position
        for person in records.participants
        if person.speaker.name
    }
    groups = {first(item, "name") for item in items if "Organization" in item.type}
    titles = {
        first(item, "name"): first(item, "jobTitle") for item in items if item.type == "Person"
    }
    for name in session.people:
        known = next((mine for mine in shown if is_same_person(mine, name)), None)
        if known is None:
            if is_name(name) and name not in groups and name not in session.organizers:
                yield contradiction("people", ", ".join(shown), name)
            continue
        position, title = shown[known], titles.get(name)
        if position and title and not shares_word(position.text, title):
            yield contradiction(f"position of {known}", position.text, title)


def is_same_person(one: str, other: str) -> bool:
    """Whether two names may be one person's: one says more, or has initials for the other's."""
    mine, its = words(one), words(other)
    if mine <= its or its <= mine:
        return True
    return bool(mine & its) and all(
        any(is_initial(word, fuller) for fuller in its - mine) for word in mine - its
    )


def is_initial(one: str, other: str) -> bool:
    """Whether one of two words is the other's first letter."""
    return one[0] == other[0] and min(len(one), len(other)) == 1


def words(text: str) -> set[str]:
    """The words of a name or a position, for comparison."""
    return set(WORD.findall(comparable(text)))


def shares_word(one: str, other: str) -> bool:
    """Whether two positions have a word in common, or are in two scripts and cannot have."""
    mine = {word for word in words(one) if len(word) >= MIN_WORD_LENGTH}
    its = {word for word in words(other) if len(word) >= MIN_WORD_LENGTH}
    if not mine or not its or one.isascii() != other.isascii():
        return True
    return not mine.isdisjoint(its)


# What is filled in


def fill(records: PageRecords, items: tuple[Item, ...]) -> PageRecords:
    """Records with the publication date and the times that the page does not show."""
    days = {day for text in published_dates(items) if (day := stated_day(text))}
    if records.published_on is None and len(days) == 1:
        records = replace(records, published_on=days.pop())
    session = session_of(records, items)
    if records.kind != "programme" or not session or not session.starts or not session.starts.at:
        return records
    starts = datetime.combine(session.starts.day, session.starts.at)
    ends = end_of(session, starts)
    offset = "UTC" if session.starts.offset == UTC else session.starts.offset
    if records.starts_at is None:
        return replace(records, starts_at=starts, ends_at=ends, time_zone=offset)
    if records.starts_at != starts:
        return records
    # Where the place's own time is called UTC, that is no word on the time zone.
    zone = records.time_zone or (offset if offset != "UTC" else None)
    return replace(records, ends_at=records.ends_at or ends, time_zone=zone)


def end_of(session: Session, starts: datetime) -> datetime | None:
    """The stated end, if it is a time after the begin, in the same time zone."""
    stamp = session.ends
    if stamp is None or stamp.at is None or not session.starts:
        return None
    ends = datetime.combine(stamp.day, stamp.at)
    return ends if ends > starts and stamp.offset == session.starts.offset else None


def stated_day(text: str) -> date | None:
    stamp = read_stamp(text)
    return stamp.day if stamp else find_date(text)
