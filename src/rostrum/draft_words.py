"""What `rostrum new-source` tells of a page: what it found, what it could not, and what is next."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rostrum.draft import Draft
    from rostrum.records import PageRecords

MAX_LINES = 8
MAX_TEXT = 100


def describe(draft: Draft) -> Iterator[str]:
    """The lines to print."""
    yield "Found"
    yield from indented(findings(draft))
    yield "Not understood"
    yield from indented(gaps(draft))
    yield "Written"
    yield from indented([f"{draft.module}", f"{draft.fixture}/"])
    yield "Next"
    yield from indented(next_steps(draft))


def indented(lines: list[str]) -> list[str]:
    return [f"  {line}" for line in lines]


def findings(draft: Draft) -> list[str]:
    """What is known of the page and its site."""
    found = record_lines(draft.records) if draft.records else []
    siblings = draft.site.siblings
    found.append(f"pages like it, by address: {draft.site.path}")
    found.append(f"links on it to such pages: {len(siblings)}")
    found += [f"  {url}" for url in siblings[:MAX_LINES]]
    if draft.site.is_listing_linked:
        found.append(f"their listing page: {draft.site.origin}{draft.site.listing}")
    return found


def record_lines(records: PageRecords) -> list[str]:
    """What the page says, counted."""
    people = [quote.speaker for quote in records.quotes]
    people += [speech.speaker for speech in records.speeches]
    people += [participant.speaker for participant in records.participants]
    names = dict.fromkeys(person.name.text for person in people if person.name)
    share = records.claimed_length / records.article_length if records.article_length else 0.0
    return [
        f"kind: {records.kind}",
        f"title: {records.title.text[:MAX_TEXT]}",
        f"language: {records.language}",
        f"date: {records.published_on or 'none'}",
        f"event: {records.event.text[:MAX_TEXT] if records.event else 'none'}",
        "sections: " + listed([section.heading.text for section in records.sections]),
        f"quotes: {len(records.quotes)}",
        "people: " + listed(list(names)),
        f"text in records: {share:.0%}",
    ]


def listed(words: list[str]) -> str:
    """How many, and the first of them."""
    if not words:
        return "none"
    rest = f" and {len(words) - MAX_LINES} more" if len(words) > MAX_LINES else ""
    return f"{len(words)} ({'; '.join(word[:MAX_TEXT] for word in words[:MAX_LINES])}{rest})"


def gaps(draft: Draft) -> list[str]:
    """What is missing or doubtful."""
    found = []
    if draft.refusal:
        found.append(f"the page is quarantined, {draft.refusal.code}: {draft.refusal.detail}")
    if draft.records:
        found += [f"{issue.code}: {issue.detail}" for issue in draft.records.issues]
        residue = draft.records.residue
        found += [f"text in no record: {cut.text[:MAX_TEXT]!r}" for cut in residue[:MAX_LINES]]
        if len(residue) > MAX_LINES:
            found.append(f"… and {len(residue) - MAX_LINES} more such texts")
    if not draft.site.siblings:
        found.append("no link on the page leads to another like it: the addresses are a guess")
    if not draft.site.is_listing_linked:
        found.append(
            f"no link leads to {draft.site.origin}{draft.site.listing}: is it the listing?"
        )
    if "?" in draft.url:
        found.append("a source's rules see paths only, and this address has a query")
    return found or ["nothing"]


def next_steps(draft: Draft) -> list[str]:
    """What a person does now."""
    steps = [
        "look at the module: hosts, listing pages, addresses, promise",
        "read the page and correct expected.json: it says what was read today, not what is right",
        "page.html is somebody else's: commit it only if you may publish it; else write a page of",
        "  your own in its manner, with people and places that do not exist",
    ]
    if draft.is_checkout:
        steps.append("pytest tests/sources, then rostrum issues --replay")
    else:
        steps.append("copy both into a checkout: src/rostrum/sources/ and tests/fixtures/")
    return steps
