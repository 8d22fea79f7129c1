"""Tabs of a programme: the label that opens a panel is put at the panel's top, where it is read.

`<a href="#d2">Day 2, 10 March</a> … <div id="d2">10:00 …`: without the label nobody can tell the
day of what the panel holds. Label and panel share a name, or the value of a `data-` attribute.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from lxml import etree

from rostrum.reading.phrases import DAY, TIME
from rostrum.reading.tree import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

POINTERS = ("href", "aria-controls", "data-target", "data-bs-target", "data-tab", "data-id")
LABELS = etree.XPath(
    "descendant::*[self::a or self::button][starts-with(@href, '#') or @aria-controls or "
    "@data-target or @data-bs-target or @data-tab or @data-id]"
)
MAX_LABEL = 60
"""Characters."""

MAX_LABELS = 60
"""Labels looked at: a page of attackers has no end of them."""

MIN_TABS = 2


def label_panels(body: _Element) -> None:
    """Put the day with which tabs are labelled at the top of the panels that they open."""
    labels = [label for label in LABELS(body) if may_be_label(label)]
    if not MIN_TABS <= len(labels) <= MAX_LABELS:
        return
    panels = find_panels(body, labels)
    if len(panels) < MIN_TABS or len(set(panels.values())) != len(panels):
        return
    for label, panel in panels.items():
        day = etree.Element("p")
        day.text = spaced_words(label)
        panel.insert(0, day)
        day.tail, panel.text = panel.text, None
        for child in list(label):
            label.remove(child)
        label.text = None


def may_be_label(element: _Element) -> bool:
    """Whether a link or a button is labelled with a day and points at something on the page."""
    if next(values_of(element), None) is None:
        return False
    words = spaced_words(element)
    return len(words) <= MAX_LABEL and DAY.search(words) is not None


def spaced_words(element: _Element) -> str:
    """The words of an element, with a space between those of different elements."""
    return " ".join(" ".join(element.itertext()).split())


def values_of(element: _Element) -> Iterator[tuple[str, str]]:
    """What a label points at: the attribute (`id` for a name on the page) and its value."""
    for name in POINTERS:
        value = element.get(name, "")
        if name.startswith("data-") and value and not value.startswith("#"):
            yield name, value
        elif (name != "href" or value.startswith("#")) and value.removeprefix("#"):
            yield "id", value.removeprefix("#")


def find_panels(body: _Element, labels: list[_Element]) -> dict[_Element, _Element]:
    """The element with a time in it that each label opens, where it is the only one."""
    wanted = {pair: label for label in labels for pair in values_of(label)}
    found: dict[_Element, list[_Element]] = defaultdict(list)
    for element in body.iter("div", "section", "ul", "ol", "table", "article"):
        for name in ("id", "data-tab", "data-id"):
            label = wanted.get((name, element.get(name, "")))
            if label is not None and label is not element:
                found[label].append(element)
    return {
        label: panels[0]
        for label, panels in found.items()
        if len(panels) == 1 and TIME.search(words_of(panels[0])) and not is_told(label, panels[0])
    }


def is_told(label: _Element, panel: _Element) -> bool:
    """Whether a panel begins with its label's words already."""
    words = words_of(panel)
    return spaced_words(label) in words[: 2 * MAX_LABEL]
