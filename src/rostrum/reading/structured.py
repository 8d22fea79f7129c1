"""What a page says of itself for machines: JSON-LD and microdata."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(frozen=True, slots=True)
class Item:
    """One thing of a schema.org type.

    Attributes:
        type: `Event`, `Article`, `Person` …, without the vocabulary's address.
        properties: each property's values, in the page's order.
        origin: `json-ld` or `microdata`.
    """

    type: str
    properties: dict[str, tuple[str, ...]]
    origin: str


def read_structured(tree: _Element) -> tuple[Item, ...]:  # noqa: ARG001
    """The items of a page."""
    return ()
