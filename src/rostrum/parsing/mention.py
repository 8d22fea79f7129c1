"""A speaker as prose mentions one."""

from __future__ import annotations

from typing import NamedTuple

from rostrum.parsing.spans import Span


class Mention(NamedTuple):
    """Who is said to speak, from `start` to `end`.

    Attributes:
        name: a full name; without one, `surname` or `pronoun` may lead to it.
        title: what the person is, by the words before the name; `position`, by those after it.
            Of somebody unnamed, the words themselves (`a delegate`) are the title.
        bracket: the words in brackets after the name, where they tell a group or a country.
    """

    start: int
    end: int
    name: Span | None = None
    surname: Span | None = None
    pronoun: Span | None = None
    title: Span | None = None
    position: Span | None = None
    bracket: Span | None = None


def moved(mention: Mention, offset: int) -> Mention:
    """A mention counted from elsewhere, such as from the text's beginning."""
    start, end, *spans = mention
    moved_spans = [shifted(span, offset) if span else None for span in spans]
    return Mention(start + offset, end + offset, *moved_spans)


def shifted(span: Span, offset: int) -> Span:
    """A span counted from elsewhere."""
    return Span(span.start + offset, span.end + offset)
