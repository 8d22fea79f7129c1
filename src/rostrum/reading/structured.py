"""What a page says of itself to machines: JSON-LD, microdata, Open Graph.

Strangers write it, programs repeat it, nobody proofreads it; so it is read within bounds (size,
depth, count) and whatever is broken or beyond them is left out. What it is worth is parsing's to
judge.
"""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, Literal

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

Origin = Literal["json-ld", "microdata", "open-graph"]
Properties = dict[str, list[str]]

MAX_SCRIPT_LENGTH = 300_000
"""Characters of JSON-LD on one page; what is longer is a catalogue, no description of a page."""

MAX_JSON_DEPTH = 20
MAX_JSON_NODES = 5_000
MAX_ITEMS = 300
MAX_VALUES = 200
"""Values of one property, and properties of one item."""

MAX_VALUE_LENGTH = 500
"""Characters: a longer value is prose, no fact to compare."""

MAX_MARKED = 3_000
"""Elements with microdata attributes that are looked at."""

MAX_SCOPE_DISTANCE = 100
"""Elements between a property and the item it belongs to."""

SCRIPTS = etree.XPath("descendant-or-self::script[contains(@type, 'ld+json')]")
MARKED = etree.XPath(
    f"(descendant-or-self::*[@itemscope or @itemprop])[position() <= {MAX_MARKED}]"
)
HAS_PROPERTIES = etree.XPath("boolean(descendant-or-self::*/@itemprop)")
METAS = etree.XPath(
    f"(descendant-or-self::meta[@content and (@property or @name)])[position() <= {MAX_MARKED}]"
)
VOCABULARY = re.compile(r"^(?:https?://(?:www\.)?schema\.org/|schema:)", re.IGNORECASE)
CDATA = re.compile(
    r"^\s*+(?:/[/*]\s*+)?(?:<!--|<!\[CDATA\[)(?:\s*+\*/)?|"
    r"(?:/[/*]\s*+)?(?:-->|\]\]>)\s*+(?:\*/\s*+)?$"
)
"""What hides a script from browsers that know none, at either end of it."""

BRACKET = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[{]|[\]}]', re.DOTALL)
"""A bracket outside of strings, of which one that never ends is passed whole: in linear time."""

SHARED_NAMES = ("og:", "article:", "event:", "profile:")
VALUE_ATTRIBUTES = {
    "meta": "content",
    "link": "href",
    "img": "src",
    "audio": "src",
    "video": "src",
    "iframe": "src",
    "source": "src",
    "embed": "src",
    "object": "data",
    "data": "value",
    "meter": "value",
    "time": "datetime",
}
"""Where an element holds its property's value (HTML Living Standard, 5.2.4). Of a link it is the
words that are wanted: pages mark `<a itemprop=author>` and mean the name."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that the page describes.

    Attributes:
        type: its schema.org type without the address (`Event`), several joined by a space; the
            `og:type` of Open Graph; empty for microdata that stands in no item.
        properties: each with its values as text, white space collapsed. A value that is a thing
            itself is here by its name, and is an item of its own besides.
        origin: which of the notations it was written in.
    """

    type: str
    properties: dict[str, tuple[str, ...]]
    origin: Origin


def read_structured(tree: _Element) -> tuple[Item, ...]:
    """The things that a page's markup describes, in the order of notations and of the page.

    An item comes before the ones nested in it.
    """
    items = [*read_json_ld(tree), *read_microdata(tree), *read_open_graph(tree)]
    return tuple(items[:MAX_ITEMS])


def clean(text: str) -> str:
    """A value on one line, without what no database takes: NUL and lone surrogates."""
    words = " ".join(html.unescape(text).replace("\0", " ").split())
    return words.encode("utf-8", "replace").decode("utf-8")


def add(properties: Properties, name: str, value: str) -> None:
    """Note a value of a property, if it is short enough to be a fact and there is room for it."""
    value = clean(value[: 2 * MAX_VALUE_LENGTH])
    if not value or len(value) > MAX_VALUE_LENGTH or len(name) > MAX_VALUE_LENGTH:
        return
    if name not in properties and len(properties) >= MAX_VALUES:
        return
    values = properties.setdefault(name, [])
    if value not in values and len(values) < MAX_VALUES:
        values.append(value)


def to_item(kind: str, properties: Properties, origin: Origin) -> Item:
    return Item(kind, {name: tuple(values) for name, values in properties.items()}, origin)


def plain_type(types: Iterable[str]) -> str:
    """Type names without the vocabulary's address, joined by a space."""
    return clean(" ".join(VOCABULARY.sub("", name.strip()) for name in types))[:MAX_VALUE_LENGTH]


# JSON-LD


def read_json_ld(tree: _Element) -> list[Item]:
    """The nodes of every `<script type=application/ld+json>`."""
    nodes: list[dict[str, Any]] = []
    room = MAX_SCRIPT_LENGTH
    for script in SCRIPTS(tree):
        text = script.text or ""
        room -= len(text)
        if room < 0:
            break
        nodes += islice(nodes_of(load(text)), MAX_JSON_NODES)
    nodes = nodes[:MAX_JSON_NODES]
    names = {node["@id"]: name_of(node) for node in nodes if isinstance(node.get("@id"), str)}
    return [to_item(type_of(node), facts_of(node, names), "json-ld") for node in described(nodes)]


def load(text: str) -> Any:
    """The JSON in a script; None for what is broken or too deep.

    Numbers stay words: one of a million digits costs nothing.
    """
    text = CDATA.sub("", text).strip().rstrip(";").lstrip("\ufeff")
    if depth_of(text) > MAX_JSON_DEPTH:
        return None
    try:
        return json.loads(text, strict=False, parse_int=str, parse_float=str, parse_constant=str)
    except ValueError:
        return None


def depth_of(text: str) -> int:
    """How deep the brackets of a JSON text are nested."""
    depth = deepest = 0
    for match in BRACKET.finditer(text):
        bracket = match.group()
        if bracket in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif bracket in "]}":
            depth -= 1
    return deepest


def nodes_of(value: Any) -> Iterator[dict[str, Any]]:
    """Every object of a JSON value, an outer one before its inner ones; the depth is bounded."""
    if isinstance(value, list):
        for part in value:
            yield from nodes_of(part)
    elif isinstance(value, dict):
        yield value
        for part in value.values():
            yield from nodes_of(part)


def described(nodes: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The nodes that say what they are and something besides."""
    return islice((node for node in nodes if type_of(node) and len(node) > 1), MAX_ITEMS)


def type_of(node: dict[str, Any]) -> str:
    types = node.get("@type")
    listed = types if isinstance(types, list) else [types]
    return plain_type(name for name in listed[:MAX_VALUES] if isinstance(name, str))


def facts_of(node: dict[str, Any], names: dict[str, str | None]) -> Properties:
    """The properties of a node as text; `names` are those of the nodes it may refer to."""
    properties: Properties = {}
    for key, value in islice(node.items(), MAX_VALUES):
        if not key.startswith("@"):
            for text in texts_of(value, names):
                add(properties, clean(VOCABULARY.sub("", key)), text)
    return properties


def texts_of(value: Any, names: dict[str, str | None]) -> Iterator[str]:
    """A value as text: a thing is its name, a reference the name of what it refers to."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for part in value[:MAX_VALUES]:
            yield from texts_of(part, names)
    elif isinstance(value, dict):
        reference = value.get("@id")
        name = name_of(value) or (names.get(reference) if isinstance(reference, str) else None)
        if name:
            yield name
        elif "@value" in value or "@list" in value:
            yield from texts_of(value.get("@value") or value.get("@list"), {})


def name_of(node: dict[str, Any]) -> str | None:
    """What a thing is called."""
    for key in ("name", "schema:name", "headline", "schema:headline"):
        if text := next(texts_of(node.get(key), {}), None):
            return text
    parts = (node.get("givenName"), node.get("familyName"))
    return " ".join(part for part in parts if isinstance(part, str)) or None


# Microdata


def read_microdata(tree: _Element) -> list[Item]:
    """The items of the page; a property outside of every item belongs to one without a type."""
    if not HAS_PROPERTIES(tree):
        return []
    found: dict[_Element | None, Properties] = {}
    marked = MARKED(tree)
    scopes = {element for element in marked if element.get("itemscope") is not None}
    # Inner items lie further down the page, so their names are known when their owners' are asked.
    for element in reversed(marked):
        own = found.setdefault(element, {}) if element in scopes else None
        if element.get("itemprop") is not None:
            take_property(element, own, found.setdefault(owner_of(element, scopes), {}))
    ordered = [None, *(element for element in marked if element in scopes)]
    return [
        to_item(scope_type(scope), in_page_order(found[scope]), "microdata")
        for scope in ordered
        if found.get(scope)
    ]


def take_property(element: _Element, own: Properties | None, owner: Properties) -> None:
    """Note what an element says of its owner."""
    value = value_of(element) if own is None else (own.get("name") or [text_of(element)])[-1]
    for name in element.get("itemprop", "").split()[:MAX_VALUES]:
        add(owner, VOCABULARY.sub("", name), value)


def in_page_order(properties: Properties) -> Properties:
    """Properties that were noted from the end of the page."""
    return {name: values[::-1] for name, values in reversed(properties.items())}


def scope_type(scope: _Element | None) -> str:
    return "" if scope is None else plain_type(scope.get("itemtype", "").split()[:MAX_VALUES])


def owner_of(element: _Element, scopes: set[_Element]) -> _Element | None:
    """The nearest item around an element."""
    above = islice(element.iterancestors(), MAX_SCOPE_DISTANCE)
    return next((ancestor for ancestor in above if ancestor in scopes), None)


def value_of(element: _Element) -> str:
    """The value of a property: an attribute of some elements, the words of others."""
    name = element.tag if isinstance(element.tag, str) else ""
    stated = element.get(VALUE_ATTRIBUTES.get(name, "content"))
    return text_of(element) if stated is None else str(stated)


def text_of(element: _Element) -> str:
    """The words in an element, as far as a fact may go."""
    parts, length = [], 0
    for part in islice(element.itertext("*"), MAX_VALUES):
        parts.append(part[: 2 * MAX_VALUE_LENGTH])
        length += len(part)
        if length > 2 * MAX_VALUE_LENGTH:
            break
    return "".join(parts)


# Open Graph


def read_open_graph(tree: _Element) -> list[Item]:
    """The `og:*` and `article:*` metas of the page as one item, their names kept whole."""
    properties: Properties = {}
    for meta in METAS(tree):
        name = (meta.get("property") or meta.get("name") or "").strip().lower()
        if name.startswith(SHARED_NAMES):
            add(properties, name, meta.get("content"))
    kind = (properties.get("og:type") or [""])[0]
    return [to_item(kind, properties, "open-graph")] if properties else []
