"""A report, an attribution and a layout → the bytes of a page and what it says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random
from typing import TYPE_CHECKING, Any

from tests.generator.attributions import ATTRIBUTIONS
from tests.generator.content import invent_report
from tests.generator.layouts import LAYOUTS
from tests.generator.shells import Sheet
from tests.generator.turn import Turn
from tests.generator.typography import TYPOGRAPHIES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.generator.attributions import Attribution
    from tests.generator.content import Group, Part, Report
    from tests.generator.layouts import Layout
    from tests.generator.people import Language
    from tests.generator.turn import Spoken
    from tests.generator.typography import Typography

CHARSETS = {"utf-8-sig": "utf-8"}
"""What a page calls its encoding, where Python has another name for it."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page and its gold, in the shape of `tests/gold.py`."""

    name: str
    body: bytes
    content_type: str | None
    gold: dict[str, Any]
    layout: str
    attribution: str
    language: Language


def matching_pairs() -> list[tuple[Layout, Attribution]]:
    """Every layout with every attribution that can be printed in it."""
    return [
        (layout, attribution)
        for layout in LAYOUTS.values()
        for attribution in ATTRIBUTIONS.values()
        if layout.fits(attribution) and set(layout.languages) & set(attribution.languages)
    ]


def sample_pages(count: int, seed: int) -> Iterator[Rendered]:
    """Pages of all layouts and attributions in turn; the same seed gives the same pages."""
    pairs = matching_pairs()
    Random(seed).shuffle(pairs)
    for number in range(count):
        layout, attribution = pairs[number % len(pairs)]
        languages = [name for name in layout.languages if name in attribution.languages]
        language = languages[number % len(languages)]
        yield render(invent_report(seed + number, language), attribution, layout, seed + number)


def render(report: Report, attribution: Attribution, layout: Layout, seed: int) -> Rendered:
    """Print a report."""
    if layout.is_shouting:
        report = shouting(report)
    typography = typography_of(report.language, layout.encoding, seed)
    press = Press(layout, attribution, typography, Random(f"{layout.name}{attribution.name}{seed}"))
    article = press.article(report)
    charset = CHARSETS.get(layout.encoding, layout.encoding)
    sheet = Sheet(report, article, charset, press.rng)
    body = layout.shell(sheet).encode(layout.encoding, "xmlcharrefreplace")
    return Rendered(
        name=f"{report.language}-{layout.name}-{attribution.name}-{seed}",
        body=body,
        content_type="text/html",
        gold=press.gold(report),
        layout=layout.name,
        attribution=attribution.name,
        language=report.language,
    )


def typography_of(language: Language, encoding: str, seed: int) -> Typography:
    """A house style of the language; an old encoding has Russian marks too."""
    styles = TYPOGRAPHIES[language]
    return styles[seed % len(styles)]


def shouting(report: Report) -> Report:
    """The report with its headings in capitals, as it is then printed."""
    parts = (
        replace(
            part,
            heading=part.heading.upper(),
            groups=tuple(
                replace(group, thesis=group.thesis and group.thesis.upper())
                for group in part.groups
            ),
        )
        for part in report.parts
    )
    return replace(report, parts=tuple(parts))


class Press:
    """Prints one page, and notes what it printed."""

    def __init__(
        self, layout: Layout, attribution: Attribution, typography: Typography, rng: Random
    ) -> None:
        self.layout = layout
        self.style = layout.style
        self.attribution = attribution
        self.typography = typography
        self.rng = rng
        self.printed: dict[int, list[Spoken]] = {}

    def ink(self, words: str) -> str:
        return self.layout.ink(words, self.rng)

    def article(self, report: Report) -> str:
        """The article's HTML, its title included."""
        style = self.style
        body = [style.date.format(self.ink(report.date_line))]
        body += [style.lead.format(self.ink(text)) for text in report.lead]
        body += [self.part(part, report.language) for part in report.parts]
        title = style.title.format(self.ink(report.title))
        return f"{title}\n{style.outer.format(chr(10).join(body))}"

    def part(self, part: Part, language: Language) -> str:
        heading = self.style.section.format(self.ink(part.heading))
        groups = [self.group(group, language) for group in part.groups]
        return self.style.part.format("\n".join([heading, *groups]))

    def group(self, group: Group, language: Language) -> str:
        found = []
        if group.thesis:
            found.append(self.style.thesis.format(self.ink(group.thesis)))
        spoken = self.printed.setdefault(id(group), [])
        previous = None
        for statement in group.statements:
            is_repeat = previous is not None and previous.person is statement.person
            turn = Turn(statement, language, self.typography, self.rng, is_repeat)
            spoken.append(self.attribution.spoken(turn))
            found.append(self.quote(spoken[-1]))
            previous = statement
        return self.style.group.format("\n".join(found))

    def quote(self, spoken: Spoken) -> str:
        """The HTML of one quote."""
        if not spoken.speaker:
            lines = [self.style.line.format(self.ink(text)) for text in spoken.paragraphs]
            return self.style.alone.format(words="\n".join(lines))
        words = [self.style.words.format(self.ink(text)) for text in spoken.paragraphs]
        speaker = [self.style.speaker.format(self.ink(text)) for text in spoken.speaker]
        form = self.style.said_before if spoken.is_speaker_first else self.style.said
        return form.format(words="\n".join(words), speaker="\n".join(speaker))

    def gold(self, report: Report) -> dict[str, Any]:
        """What the page says, once it is printed."""
        return {
            "title": report.title,
            "event": report.event,
            "organizers": [report.organizer],
            "supporters": [report.supporter],
            "language": report.language,
            "published_on": report.published_on.isoformat(),
            "sections": [self.section_gold(part) for part in report.parts],
        }

    def section_gold(self, part: Part) -> dict[str, Any]:
        section: dict[str, Any] = {
            "kind": part.kind,
            "heading": part.heading,
            "theses": [
                {"heading": group.thesis, "quotes": self.quotes_gold(group)}
                for group in part.groups
                if group.thesis
            ],
        }
        loose = [
            quote for group in part.groups if not group.thesis for quote in self.quotes_gold(group)
        ]
        return section | ({"quotes": loose} if loose else {})

    def quotes_gold(self, group: Group) -> list[dict[str, Any]]:
        return [spoken.gold for spoken in self.printed[id(group)]]
