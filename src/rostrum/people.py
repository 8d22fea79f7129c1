"""`rostrum people`: who is who, what is undecided of it, and deciding it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from rostrum.errors import UsageError
from rostrum.identity.decisions import KINDS, Decision, Unit, active
from rostrum.warehouse.changes import find_page
from rostrum.warehouse.decisions import read_file, read_lines
from rostrum.warehouse.query import WholeAnswer, query

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rostrum.identity.decisions import Action, Kind
    from rostrum.settings import Settings

PEOPLE = """
select person_id, name, names, quote_count, page_count, first_seen_at
from speakers
where list_aggregate(list_transform($words, lambda word: contains(
    lower(person_id || ' ' || array_to_string(names, ' ')), lower(word))), 'bool_and')
    is not false
order by quote_count desc, name
"""

ORGANIZATIONS = """
select organization_id, name, names, speaker_count, quote_count
from organizations
where list_aggregate(list_transform($words, lambda word: contains(
    lower(organization_id || ' ' || array_to_string(names, ' ')), lower(word))), 'bool_and')
    is not false
order by quote_count desc, name
"""

DOUBTS = """
with printed as (
    select
        kind,
        name,
        list(distinct page_url order by page_url) as pages,
        list(distinct organization order by organization)
            filter (organization is not null) as organizations
    from intermediate.int_names_printed
    group by kind, name
)

select
    doubts.entity,
    doubts.reason,
    doubts.id,
    doubts.name,
    one.organizations,
    one.pages[:3] as pages,
    doubts.other_id,
    doubts.other_name,
    other.organizations as other_organizations,
    other.pages[:3] as other_pages
from identity_doubts as doubts
left join printed as one on one.kind = doubts.entity and one.name = doubts.name
left join printed as other on other.kind = doubts.entity and other.name = doubts.other_name
where list_aggregate(list_transform($words, lambda word: contains(
    lower(concat_ws(' ', doubts.id, doubts.name, doubts.other_id, doubts.other_name)),
    lower(word))), 'bool_and') is not false
order by doubts.entity desc, doubts.name, doubts.other_name
"""

UNITS = """
select kind, name, page_url
from intermediate.int_names_resolved
where entity_id = $id
order by name, page_url
"""

ON_PAGE = """
select distinct name from intermediate.int_names_identified
where entity_id = $id and page_url = $page
order by name
"""


def list_people(settings: Settings, words: Sequence[str]) -> WholeAnswer:
    """Everybody one of whose names, or whose id, holds these words.

    Raises:
        HomeError: nothing is published.
    """
    return query(settings, PEOPLE, {"words": list(words)})


def list_organizations(settings: Settings, words: Sequence[str]) -> WholeAnswer:
    """Every organization one of whose names, or whose id, holds these words."""
    return query(settings, ORGANIZATIONS, {"words": list(words)})


def list_doubts(settings: Settings, words: Sequence[str]) -> WholeAnswer:
    """Who may be one and stays apart, and why it is undecided; where each name is printed."""
    return query(settings, DOUBTS, {"words": list(words)})


def list_decisions(settings: Settings) -> WholeAnswer:
    """What people decided, in order, with what is undone of it."""
    decisions, _ = read_file(settings)
    counting = {one.number for one in active(decisions)}
    rows = [
        (
            one.number,
            one.at,
            one.action,
            one.kind if one.ids else None,
            list(one.ids),
            [[words_of(unit) for unit in side] for side in one.sides if side],
            f"undoes {one.undoes}"
            if one.undoes
            else "counts"
            if one.number in counting
            else "undone",
        )
        for one in decisions
    ]
    columns = ("decision", "decided_at", "action", "entity", "ids", "names", "state")
    return WholeAnswer(columns, rows)


def words_of(unit: Unit) -> str:
    """A name, and the page where one is told apart."""
    return f"{unit.name} on {unit.page_url}" if unit.page_url else unit.name


def make_merge(settings: Settings, one_id: str, other_id: str) -> Decision:
    """The decision that two are one, under the first's id.

    Raises:
        UsageError: they are not two persons, or two organizations.
    """
    kind, kept = find_units(settings, one_id)
    other_kind, others = find_units(settings, other_id)
    if one_id == other_id or kind != other_kind:
        raise UsageError(
            f"{one_id} and {other_id} are not two persons, or two organizations: "
            "`rostrum people` and `rostrum people --organizations` list their ids."
        )
    return next_decision(settings, kind, (one_id, other_id), kept, others)


def make_split(
    settings: Settings, entity_id: str, names: Sequence[str], pages: Sequence[str]
) -> Decision:
    """The decision that some names of one are somebody else, everywhere or on some pages.

    Raises:
        UsageError: it has no such names, or none on these pages, or no others.
    """
    kind, units = find_units(settings, entity_id)
    own = {unit.name for unit in units}
    for name in names:
        if name not in own:
            raise UsageError(
                f"{entity_id} has no name {name!r}; its names: {', '.join(sorted(own))}."
            )
    if pages:
        others = units_on(settings, entity_id, names or sorted(own), pages)
    else:
        others = tuple(unit for unit in units if unit.name in names)
    kept = tuple(unit for unit in units if unit not in others)
    if not others or not kept:
        raise UsageError(
            f"Name some of the names of {entity_id}, not all, or pages with --page URL: what is "
            f"named becomes somebody else. Its names: {', '.join(sorted(own))}."
        )
    return next_decision(settings, kind, (entity_id,), kept, others)


def units_on(
    settings: Settings, entity_id: str, names: Sequence[str], pages: Sequence[str]
) -> tuple[Unit, ...]:
    """The names of one on some pages.

    Raises:
        UsageError: a page is not known, or prints none of the names.
    """
    units: list[Unit] = []
    for url in pages:
        page = find_page(settings, url)
        rows = query(settings, ON_PAGE, {"id": entity_id, "page": page}).rows
        found = [Unit(name, page) for (name,) in rows if name in names]
        if not found:
            raise UsageError(f"{page} prints no name of {entity_id}: {', '.join(names)}.")
        units += found
    return tuple(dict.fromkeys(units))


def find_units(settings: Settings, entity_id: str) -> tuple[Kind, tuple[Unit, ...]]:
    """Whether an id is a person's or an organization's, and its names.

    Raises:
        UsageError: it is nobody's.
    """
    rows = query(settings, UNITS, {"id": entity_id}).rows
    if not rows:
        raise UsageError(
            f"Nobody has the id {entity_id!r}: `rostrum people WORDS` and `rostrum people "
            "--organizations WORDS` list ids."
        )
    kind = next(kind for kind in KINDS if kind == rows[0][0])
    return kind, tuple(Unit(name, page_url) for _, name, page_url in rows)


def make_undo(settings: Settings, number: int | None) -> Decision:
    """The decision that another, or the last that counts, is undone.

    Raises:
        UsageError: there is none, or it does not count any more.
    """
    decisions, _ = read_file(settings)
    counting = [one.number for one in active(decisions)]
    undone = number if number is not None else max(counting, default=None)
    if undone not in counting:
        what = "There is no decision" if number is None else f"No decision {number} counts"
        raise UsageError(f"{what} that could be undone: `rostrum people decisions` lists them.")
    return Decision(next_number(settings), datetime.now(UTC), "undo", undoes=undone)


def next_decision(
    settings: Settings,
    kind: Kind,
    ids: tuple[str, ...],
    kept: tuple[Unit, ...],
    others: tuple[Unit, ...],
) -> Decision:
    """A merge of two ids or a split of one, as the next line of the file."""
    action: Action = "merge" if len(ids) > 1 else "split"
    now = datetime.now(UTC)
    return Decision(next_number(settings), now, action, kind, ids, (kept, others))


def next_number(settings: Settings) -> int:
    """The number of the next line, damaged ones counted."""
    return len(read_lines(settings)) + 1


def describe(decision: Decision) -> str:
    """A decision in a sentence, and how it is undone."""
    if decision.action == "undo":
        return f"Decision {decision.undoes} is undone; `rostrum people decisions` lists them all."
    kept, others = (", ".join(map(words_of, side)) for side in decision.sides)
    what = "one with" if decision.action == "merge" else "somebody else than"
    return (
        f"Decision {decision.number}: {others} is {what} {kept}. "
        f"`rostrum people undo {decision.number}` takes it back."
    )
