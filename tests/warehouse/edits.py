"""Pages that a publisher edits, for tests: sections of theses of quotes, as markup of our own."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from tests.pages import Said, escape

LAKE = Said(
    "The lake has no lawyer, and so it loses every case that is brought before it", "Ada Brandt"
)
BOATS = Said(
    "We counted the boats twice and came to three different numbers",
    "Tomas Weil",
    "Harbour Master, Port of Ostrel",
)
ICE = Said(
    "From December the ice is too thick for boats and too thin for buses",
    "Inge Moor",
    "Head, Ferry Union",
)
SCHOOL = Said(
    "A pupil on the far shore spends ninety minutes on the road for every lesson",
    "Karl Oster",
    "Headmaster, Shore School",
)
ARCHIVE = Said(
    "Half of our land books were under water before anybody asked where the key was",
    "Vera Lind",
    "Archivist, Town of Ostrel",
)


@dataclass(frozen=True)
class Group:
    """Quotes under one thesis of one section."""

    section: str
    thesis: str
    said: tuple[Said, ...]


@dataclass(frozen=True)
class Body:
    """A page as it is published at one time."""

    groups: tuple[Group, ...] = field(
        default=(
            Group("KEY CONCLUSIONS", "The shore is longer than the law", (LAKE, BOATS)),
            Group("KEY CONCLUSIONS", "Winter is no exception but a season", (ICE, SCHOOL)),
            Group("PROBLEMS", "Nobody holds the key", (ARCHIVE,)),
        )
    )
    note: str = ""

    def with_group(self, number: int, *said: Said, **changed: str) -> Body:
        """The page with other quotes in one group (none given: the same), or other headings."""
        groups = list(self.groups)
        groups[number] = replace(groups[number], said=said or groups[number].said, **changed)
        return replace(self, groups=tuple(groups))

    @property
    def html(self) -> str:
        parts, section = [], ""
        for group in self.groups:
            if group.section != section:
                section = group.section
                parts.append(f"<h2>{section}</h2>\n")
            parts.append(f"<h3>{group.thesis}</h3>\n")
            parts += [f"<p>{escape(said.line)}</p>\n" for said in group.said]
        return (
            "<!DOCTYPE html>\n<html lang=en><head><meta charset=utf-8><title>Who Speaks for the "
            "Lake | Lakes</title></head><body><nav><a href=/>Home</a></nav><main>\n"
            "<h1>Who Speaks for the Lake</h1>\n<p>The session was held as part of the Ostrel Lake "
            "Days. The Forum was organized by the Ostrel Society with the support of the Ministry "
            f"of Lakes.</p>\n{''.join(parts)}</main>{self.note}<footer>© Lakes</footer></body>"
            "</html>"
        )


FIRST = Body()
