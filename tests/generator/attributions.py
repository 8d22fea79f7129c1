"""Ways of printing one quote with its speaker, each for English and Russian.

(a) a comma, (b) a dash without marks, (c) a verb, (d) the speaker apart, (e) split and repeated.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tests.generator import apart, inline, split

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.generator.people import Language
    from tests.generator.turn import Spoken, Turn

Kind = Literal["inline", "apart", "bare"]
"""`inline`: one text holds words and speaker; `apart`: the speaker has blocks of his own; `bare`:
so, and the words have no marks: only a layout that says what is quoted can print it."""

BOTH: tuple[Language, ...] = ("en", "ru")


@dataclass(frozen=True, slots=True)
class Attribution:
    """A way of printing a quote."""

    name: str
    kind: Kind
    spoken: Callable[[Turn], Spoken]
    languages: tuple[Language, ...] = BOTH


ATTRIBUTIONS = {
    found.name: found
    for found in (
        Attribution("a-comma", "inline", inline.comma),
        Attribution("a-paragraphs", "inline", inline.paragraphs),
        Attribution("a-one-pair-of-marks", "inline", inline.one_pair),
        Attribution("a-full-stop-inside", "inline", inline.stop_inside, ("en",)),
        Attribution("a-marks-and-dash", "inline", inline.marks_and_dash),
        Attribution("b-dash", "inline", inline.bare_dash),
        Attribution("b-two-dashes", "inline", inline.bare_two_dashes),
        Attribution("c-said-name", "inline", inline.said_name),
        Attribution("c-said-name-alone", "inline", inline.said_name_alone),
        Attribution("c-name-said", "inline", inline.name_said, ("en",)),
        Attribution("c-name-said-alone", "inline", inline.name_said_alone, ("en",)),
        Attribution("c-said-role-name", "inline", inline.said_role_name),
        Attribution("c-name-noted", "inline", inline.name_noted),
        Attribution("c-role-name-said", "inline", inline.role_name_said),
        Attribution("c-said-the-role-name", "inline", inline.the_role_name, ("en",)),
        Attribution("c-the-role-name-said", "inline", inline.the_role_name_said, ("en",)),
        Attribution("c-name-colon", "inline", inline.name_colon),
        Attribution("c-opening", "inline", inline.opening),
        Attribution("c-according-to", "inline", inline.according_to, ("en",)),
        Attribution("c-as-noted", "inline", inline.as_noted),
        Attribution("c-group", "inline", inline.group, ("en",)),
        Attribution("c-group-country", "inline", inline.group_country, ("en",)),
        Attribution("d-line-after", "apart", apart.line_after),
        Attribution("d-dash-line-after", "apart", apart.dash_line_after),
        Attribution("d-line-before", "apart", apart.line_before),
        Attribution("d-pair-after", "apart", apart.pair_after),
        Attribution("d-pair-before", "apart", apart.pair_before),
        Attribution("d-name-colon-before", "apart", apart.name_colon_before),
        Attribution("d-bare-after", "bare", apart.bare_after),
        Attribution("d-bare-pair-after", "bare", apart.bare_pair_after),
        Attribution("e-split", "inline", split.two_pairs),
        Attribution("e-split-role", "inline", split.role_between),
        Attribution("e-narrator-inside", "inline", split.narrator_inside, ("ru",)),
        Attribution("e-pronoun", "inline", split.pronoun),
        Attribution("e-pronoun-split", "inline", split.pronoun_split),
        Attribution("e-pronoun-first", "inline", split.pronoun_first),
        Attribution("e-surname", "inline", split.surname),
    )
}
