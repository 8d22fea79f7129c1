"""Layouts: a style of body, an ink, a shell and an encoding; at least forty of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.generator import ink, shells
from tests.generator.styles import STYLES

if TYPE_CHECKING:
    from tests.generator.attributions import Attribution
    from tests.generator.ink import Ink
    from tests.generator.people import Language
    from tests.generator.shells import Shell
    from tests.generator.styles import Style

BOTH: tuple[Language, ...] = ("en", "ru")


@dataclass(frozen=True, slots=True)
class Layout:
    """A way of making a page.

    Attributes:
        encoding: of the bytes; the page declares it.
        is_shouting: headings are printed in capitals.
    """

    name: str
    style: Style
    ink: Ink = ink.plain
    shell: Shell = shells.naked
    encoding: str = "utf-8"
    languages: tuple[Language, ...] = BOTH
    is_shouting: bool = False

    def fits(self, attribution: Attribution) -> bool:
        """Whether a quote can be printed so in this layout."""
        if attribution.kind == "inline":
            return self.style.has_inline
        if self.name.startswith("broken-lines"):
            return False  # lone lines are no blocks where every line is broken
        if attribution.kind == "bare":
            return self.style.is_quoting
        return self.style.has_apart


def layout(
    name: str,
    style: str,
    ink: Ink = ink.plain,
    shell: Shell = shells.naked,
    encoding: str = "utf-8",
    *,
    languages: tuple[Language, ...] = BOTH,
    is_shouting: bool = False,
) -> Layout:
    return Layout(name, STYLES[style], ink, shell, encoding, languages, is_shouting)


LAYOUTS = {
    found.name: found
    for found in (
        *(layout(name, name) for name in STYLES),
        # What stands around the article.
        layout("landmarks", "headings", shell=shells.landmarks),
        layout("landmarks-bold", "bold", shell=shells.landmarks),
        layout("classless", "headings", shell=shells.classless),
        layout("classless-divs", "divs", shell=shells.classless),
        layout("named-classes", "strong-spaced", shell=shells.named),
        layout("everything-around", "headings", shell=shells.everything),
        layout("everything-around-br", "br-br", shell=shells.everything),
        layout("columns", "bold", shell=shells.columns),
        layout("nineties", "old-tags", shell=shells.upper_case),
        layout("xhtml", "headings", shell=shells.xhtml),
        layout("print-view", "bold", shell=shells.print_view),
        layout("structured", "headings", shell=shells.structured),
        # What editors and typesetters do to the words.
        layout("capitals", "plain-lines", is_shouting=True),
        layout("bold-capitals", "bold", is_shouting=True),
        layout("links", "headings", ink.linked),
        layout("nested-links", "bold", ink.nested_links),
        layout("bold-names", "headings", ink.bold_names),
        layout("italic-names", "divs", ink.italic_names),
        layout("hard-wrapped", "bold", ink.hard_wrapped),
        layout("hard-wrapped-divs", "divs", ink.hard_wrapped, shells.landmarks),
        layout("broken-lines", "br-br", ink.broken_at(72)),
        layout("broken-lines-narrow", "br-br", ink.broken_at(60)),
        layout("broken-lines-paragraphs", "bold", ink.broken_at(80)),
        layout("broken-lines-wide", "bold", ink.broken_at(100)),
        layout("word-spans", "word", ink.spans),
        layout("word-spans-list", "list", ink.spans),
        layout("soft-hyphens", "headings", ink.soft_hyphens),
        layout("named-soft-hyphens", "bold", ink.named_soft_hyphens),
        layout("hard-spaces", "headings", ink.hard_spaces),
        layout("entity-spaces", "br", ink.entity_spaces),
        layout("thin-spaces", "headings", ink.thin_spaces),
        layout("hard-hyphens", "headings", ink.hard_hyphens),
        layout("zero-width", "bold", ink.zero_width),
        layout("word-breaks", "headings", ink.word_breaks),
        layout("named-entities", "headings", ink.named_entities),
        layout("numeric-entities", "plain-lines", ink.numeric_entities),
        layout("drop-capitals", "headings", ink.drop_capital),
        layout("comments-between", "bold", ink.commented),
        # What the bytes are.
        layout("windows-1251", "bold", encoding="windows-1251", languages=("ru",)),
        layout("koi8-r", "headings", encoding="koi8-r", languages=("ru",)),
        layout("windows-1252", "headings", encoding="windows-1252", languages=("en",)),
        layout("utf-8-sig", "headings", encoding="utf-8-sig"),
        layout("utf-16", "bold", encoding="utf-16"),
    )
}
