"""The page's tree → the markup of what may be its article.

Only what is certainly none is dropped here, in C, so that little is left to be made a soup; what is
doubtful stays, and is judged block by block in `content`.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from lxml import etree

from rostrum.reading.apart import BOXES, is_apart, second_part
from rostrum.reading.looks import (
    BLOCKS,
    FURNITURE_NAMES,
    HEADINGS,
    INLINE,
    SKIPPED,
    STYLED,
    TELLING_NAMES,
    UNSEEN_NAMES,
    read_style,
)
from rostrum.reading.phrases import NAME_LINE
from rostrum.reading.tabs import label_panels
from rostrum.reading.tree import has_words, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

LANDMARKS = ("nav", "aside", "dialog", "menu", "search")
LANDMARK_ROLES = frozenset(
    "navigation contentinfo complementary search dialog alertdialog menubar".split()
)
CLOSED_BY = {"footer": ("blockquote", "figure"), "button": ("h1", "h2", "h3", "h4", "h5", "h6")}
"""A blockquote's footer names its speaker, and a heading may be a button that opens its part."""

ROLES = etree.XPath("descendant::*/@role")
OPENED = etree.XPath(
    "descendant::*/@href[starts-with(., '#')] | descendant::*/@aria-controls"
    " | descendant::*/@data-target | descendant::*/@data-bs-target | descendant::*/@data-tab"
)
"""The names of the elements that a page's controls open."""
OUTERMOST_ARTICLES = etree.XPath(".//article[not(ancestor::article)]")
SITE_HEADERS = etree.XPath(
    ".//*[self::header or @role='banner'][not(ancestor::article or ancestor::section"
    " or ancestor::blockquote or ancestor::header or preceding::h1)]"
)
INK = etree.XPath("string-length(normalize-space(.))")
LINK_TEXTS = etree.XPath(".//a//text()", smart_strings=False)
WITH_ATTRIBUTES = etree.XPath(".//*[@*]")

READ_ATTRIBUTES = frozenset("style role aria-level href size datetime".split())
"""What the looks of a text are read from; other attributes only cost time."""

UNSETTABLE = dict.fromkeys({*range(0x20), 0xFFFE, 0xFFFF} - {*map(ord, "\t\n\r")}, " ")
"""Characters that lxml reads from a page but does not take back."""

LOOKLESS = "span abbr acronym data ins label small nobr bdi bdo kbd samp tt var".split()
"""Inline elements that say nothing by themselves of how their text looks."""

CONTAINERS = frozenset("body main article section div".split())

LEFT_OPEN = "p li dt dd td th tr tbody thead tfoot".split()
"""Elements that libxml2 writes without an end when they are empty; what follows would fall in."""

MAX_NAMES = 200
"""Attributes, by name, of an honest page."""

PLAIN_NAME = re.compile(r"[\w:-]+")
WORDLESS = ("img", "link", "meta", "base", "area", "col")
TAB = re.compile(r"(?:^|[\s_-])tab(?:-?panel|-?pane|[s_-]*content|s?__\w+)(?![\w-]*title)")
"""Class names and roles of what a tab opens."""

CONSENT_ROLES = frozenset(("dialog", "alertdialog"))
STORY_SHARE = 0.6
"""What holds more of a page's words than this is its story, whatever its element is called."""

MIN_STORY = 400
"""Characters of a story; a shorter page proves nothing."""

MAX_DOUBTS = 20
"""Elements called furniture that hold the story: of one more, nobody is asked."""

MAX_MAINS = 20

SMALL_MAIN = 200
OUTWEIGHED = 5
"""A `<main>` of so few characters, with so many times more outside, is not where the story is."""

MAX_HEADINGS = 50
"""Headings above `<main>` among which its title is sought."""

MAX_HERO = 600
"""Characters around a title that stands above `<main>`: its date, its lead."""

MIN_AGREEMENT = 4
MIN_NAMES = 3
"""Different names on buttons of one class: fewer are `Sign Up` and `Log In`."""

QUOTES = str.maketrans("", "", "“”„«»‘’'`\"")
BLOCK_SPACE = re.compile(rf">\s+(?=</?(?:{'|'.join(sorted(BLOCKS))})\b)")


def cut_article(tree: _Element, titles: Iterable[str]) -> str:
    """The markup of what may be the page's article; the tree is used up.

    `titles` are the page's title as its head prints it.
    """
    etree.strip_elements(tree, *SKIPPED, *WORDLESS, with_tail=False)
    return Pruner(tree, titles).prune()


class Pruner:
    """Cuts one page's body down to its story."""

    def __init__(self, body: _Element, titles: Iterable[str]) -> None:
        self.body = body
        self.titles = [comparable(title) for title in titles if title]
        self.doubts = 0
        self.roles = [(role.strip().lower(), role.getparent()) for role in ROLES(body)]
        self.opened = {name.removeprefix("#") for name in OPENED(body)}

    @cached_property
    def ink(self) -> float:
        """The length of the page's words that are no links."""
        return plain_ink(self.body)

    def prune(self) -> str:
        """The markup that is left."""
        label_panels(self.body)
        self.drop_landmarks()
        roots = self.find_main()
        if roots:
            self.rescue_title(roots)
            keep_only(roots)
        else:
            self.judge_headers()
        self.simplify(self.body)
        markup = etree.tostring(self.body, encoding="unicode", method="html", with_tail=False)
        return BLOCK_SPACE.sub(">", markup)

    def drop_landmarks(self) -> None:
        """Drop menus, asides, footers and the like, unless one holds the story."""
        for button in person_buttons(self.body):
            button.tag = "div"
        named = [("", element) for element in self.body.iter(*LANDMARKS, *CLOSED_BY)]
        called = [(role, element) for role, element in self.roles if role in LANDMARK_ROLES]
        for role, element in named + called:
            within = CLOSED_BY.get(element.tag)
            if within and next(element.iterancestors(*within), None) is not None:
                continue
            is_consent = element.tag == "dialog" or role in CONSENT_ROLES
            if is_consent or not self.holds_story(element):
                shut_out(element)
            else:
                element.tag = "div"
                element.attrib.clear()

    def holds_story(self, element: _Element) -> bool:
        """Whether an element that should be furniture is the page's own text."""
        if self.doubts > MAX_DOUBTS:
            return True
        if element.tag == "nav" and next(element.iter("p", "br", "h1"), None) is None:
            return False
        if INK(element) <= MIN_STORY or (ink := plain_ink(element)) <= MIN_STORY:
            return False
        holds = ink > STORY_SHARE * self.ink
        self.doubts += holds
        return holds

    def find_main(self) -> list[_Element]:
        """The elements that hold the article and nothing else; empty when none plainly does."""
        called = [element for role, element in self.roles if role == "main"]
        mains = outermost([*self.body.iter("main"), *called], self.body)
        mains = [main for main in mains if has_words(main) and main.get("hidden") is None]
        if not mains:
            mains = [main for main in OUTERMOST_ARTICLES(self.body) if self.is_story(main)]
        elif self.is_outweighed(mains):
            for main in mains:
                main.tag = "div"
                main.attrib.pop("role", None)
            return []
        for main in mains:
            main.tag = "main"
        return mains

    def is_outweighed(self, mains: list[_Element]) -> bool:
        """Whether the story plainly stands outside of `<main>`."""
        inside = sum(map(plain_ink, mains))
        if inside >= SMALL_MAIN:
            return False
        return plain_ink(self.body) - inside > max(OUTWEIGHED * inside, MIN_STORY)

    def is_story(self, article: _Element) -> bool:
        """Whether an `<article>` is the page's one story: its title and most of its words."""
        headings = [words_of(heading) for heading in article.iter("h1", "h2")]
        return any(map(self.is_title, headings)) and plain_ink(article) > STORY_SHARE * plain_ink(
            self.body
        )

    def is_title(self, words: str) -> bool:
        """Whether a heading has the words of the page's title."""
        words = comparable(words)
        return len(words) >= MIN_AGREEMENT and any(
            words in title or title in words for title in self.titles
        )

    def rescue_title(self, roots: list[_Element]) -> None:
        """Count a title that stands above the article to it, with what belongs to it."""
        inside = [
            heading for root in roots for heading in root.iter("h1", "h2") if has_words(heading)
        ]
        if any(heading.tag == "h1" or self.is_title(words_of(heading)) for heading in inside):
            return
        above = [heading for heading in headings_above(roots[0], self.body) if has_words(heading)]
        headings = sorted(above, key=lambda heading: heading.tag)
        titles = [heading for heading in headings if self.is_title(words_of(heading))]
        if titles:
            roots.append(as_main(hero_of(titles[0])))
        elif headings and not inside:
            roots.append(as_main(headings[0]))

    def judge_headers(self) -> None:
        """Keep the header that has the page's title; of another, at most the headings."""
        has_banner = any(role == "banner" for role, _ in self.roles)
        if not has_banner and next(self.body.iter("header"), None) is None:
            return
        for header in SITE_HEADERS(self.body):
            headings = list(header.iter("h1", "h2"))
            others = sum(1 for _ in self.body.iter("h1", "h2")) > len(headings)
            if any(self.is_title(words_of(heading)) for heading in headings) or (
                self.holds_story(header)
            ):
                header.tag = "div"
                header.attrib.clear()
                continue
            shut_out(header, keep=[] if others else headings)

    def simplify(self, root: _Element) -> None:
        """Drop what is hidden or named as furniture, and what no look is read from."""
        unread: set[str] = set()
        styleless: list[_Element] = []
        for element in WITH_ATTRIBUTES(root):
            attributes = dict(element.items())  # not attrib: an odd name cannot be looked up
            names = names_in(attributes) if "class" in attributes or "id" in attributes else []
            is_called = not TELLING_NAMES.isdisjoint(names)
            style = attributes.get("style")
            if is_called and self.is_named_furniture(element, names):
                shut_out(element)
            elif "hidden" in attributes or (
                (is_called or style) and is_unseen(element, names, style)
            ):
                if self.is_tab(element):
                    show(element)
                else:
                    drop(element)
            elif len(attributes) > MAX_NAMES:
                keep_read(element, attributes)
            else:
                if element.tag in BOXES and is_apart(element, attributes.get("class", "")):
                    element.set("style", f"{style or ''};display:block")
                elif (second := second_part(element)) is not None:
                    second.set("style", "display:block")
                unread.update(attributes)
                if "class" in attributes and (is_called or not is_styled(element)):
                    styleless.append(element)
        part_names(root)
        for element in styleless:  # not before all are read: neighbours' names tell them apart
            del element.attrib["class"]
        unread -= {*READ_ATTRIBUTES, "class"}
        names = sorted(name for name in unread if PLAIN_NAME.fullmatch(name))
        etree.strip_attributes(root, *names[:MAX_NAMES])
        unwrap(root)

    def is_named_furniture(self, element: _Element, names: list[str]) -> bool:
        """Whether an element named as furniture is no part of the story."""
        if FURNITURE_NAMES.isdisjoint(names) or element.tag in {"html", "body", "main", "article"}:
            return False
        has_title = next(element.iter("h1", "main"), None) is not None
        return not has_title and not self.holds_story(element)

    def is_tab(self, element: _Element) -> bool:
        """Whether a hidden element is one that a control of the page opens, like the one before.

        Such are the days of a programme: the first is shown, each has a link to its name. A
        window that a button opens has no shown element of its kind before it.
        """
        names = f"{element.get('class', '')} {element.get('role', '')}"
        befores = element.itersiblings(element.tag, preceding=True)
        if not TAB.search(names):  # then nothing else may stand between the two
            before = element.getprevious()
            befores = iter((before,) if element.get("id") in self.opened else ())
        own = element.get("class", "").split()[:1]
        return any(
            before is not None
            and before.tag == element.tag
            and before.get("class", "").split()[:1] == own
            for before in befores
        )


def comparable(title: str) -> str:
    """A title without the differences that typography makes."""
    return " ".join(title.translate(QUOTES).casefold().split())


def plain_ink(element: _Element) -> float:
    """The length of the words that are no links."""
    return float(INK(element)) - sum(len(text.strip()) for text in LINK_TEXTS(element))


def names_in(attributes: dict[str, str]) -> list[str]:
    """The class names and the id of an element, in lower case."""
    names = attributes.get("class", "")
    if "id" in attributes:
        names = f"{names} {attributes['id']}"
    return names.lower().split()


def part_names(root: _Element) -> None:
    """Part names in bold from what touches them in a box without attributes."""
    for name in root.iter("b", "strong"):
        box = name.getparent()
        if box is not None and (second := second_part(box)) is not None:
            second.set("style", "display:block")


def person_buttons(body: _Element) -> list[_Element]:
    """Buttons that open what is told of a person: of one class, each with another name on it."""
    by_class: dict[str, list[_Element]] = defaultdict(list)
    names: dict[str, set[str]] = defaultdict(set)
    for button in body.iter("button"):
        words = words_of(button)
        if NAME_LINE.fullmatch(words):
            by_class[button.get("class", "")].append(button)
            names[button.get("class", "")].add(words)
    return [
        button
        for name, buttons in by_class.items()
        if name and len(names[name]) >= MIN_NAMES
        for button in buttons
    ]


def is_styled(element: _Element) -> bool:
    """Whether the class names of an element are some words' style: it holds them itself."""
    if element.tag not in STYLED:
        return False
    if element.text and element.text.strip():
        return True
    return any(child.tag in INLINE or (child.tail and child.tail.strip()) for child in element)


def is_unseen(element: _Element, names: list[str], style: str | None) -> bool:
    """Whether a style hides an element; a heading that only a reader hears is one all the same."""
    if style and read_style(style).is_hidden:
        return True
    return not UNSEEN_NAMES.isdisjoint(names) and element.tag not in HEADINGS


def show(element: _Element) -> None:
    """Take away what hides an element."""
    for name in ("hidden", "style", "class"):
        element.attrib.pop(name, None)


def unwrap(root: _Element) -> None:
    """Take away wrappers that say nothing, and what else only costs time to make a soup of."""
    for element in list(root.iter("div", "a", *LOOKLESS)):
        if element.tag == "a":
            shorten_link(element)
        elif not element.keys():
            is_needless = is_wrapper if element.tag == "div" else is_lookless
            if is_needless(element):
                element.tag = "neutral"
    etree.strip_tags(root, "neutral")
    for element in root.iter(*LEFT_OPEN):
        if not len(element) and not element.text:
            element.text = " "


def keep_read(element: _Element, attributes: dict[str, str]) -> None:
    """Leave of very many attributes only those that are read."""
    element.attrib.clear()
    for name in READ_ATTRIBUTES.intersection(attributes):
        element.set(name, attributes[name])


def shorten_link(link: _Element) -> None:
    """Leave of an address only whether it leads within the page."""
    if address := link.get("href"):
        link.set("href", "#" if address.strip().startswith("#") else "/")


def is_wrapper(element: _Element) -> bool:
    """Whether a `<div>` is there for a style sheet only: all it holds is one other block."""
    if len(element) > 1 or (element.text and element.text.strip()):
        return False
    if not len(element):
        return is_spacer(element)
    child, parent = element[0], element.getparent()
    if parent is None or parent.tag not in CONTAINERS:
        return False  # without it, its content might not stay within its parent
    return child.tag in BLOCKS and not (child.tail and child.tail.strip())


def is_lookless(element: _Element) -> bool:
    """Whether an inline element holds no block, which would make a difference to its parent."""
    return not len(element) or all(inner.tag in INLINE for inner in element.iter())


def is_spacer(element: _Element) -> bool:
    """Whether an empty block stands between other blocks, so that nothing need be kept apart."""
    before, parent = element.getprevious(), element.getparent()
    if parent is None or parent.tag not in BLOCKS or (element.tail and element.tail.strip()):
        return False
    text = parent.text if before is None else before.tail
    return (before is None or before.tag in BLOCKS) and not (text and text.strip())


def outermost(elements: list[_Element], body: _Element) -> list[_Element]:
    """The elements that stand in no other one, each once, in the page's order."""
    if len(elements) < 2:  # noqa: PLR2004
        return elements
    chosen = set(elements)
    return [
        element
        for element in dict.fromkeys(elements)
        if chosen.isdisjoint(element.iterancestors()) and body in element.iterancestors()
    ][:MAX_MAINS]


def keep_only(elements: list[_Element]) -> None:
    """Take out of the page all but some elements, and what they stand in."""
    around = {ancestor for element in elements for ancestor in element.iterancestors()}
    kept = around.union(elements)
    for ancestor in around:
        ancestor.text = None
        for child in list(ancestor):
            if child in kept:
                child.tail = None
            else:
                ancestor.remove(child)


def headings_above(main: _Element, body: _Element) -> list[_Element]:
    """The first headings of a title's rank that stand before an element."""
    before = itertools.takewhile(lambda element: element is not main, body.iter("h1", "h2", "main"))
    return list(itertools.islice(before, MAX_HEADINGS))


def hero_of(title: _Element) -> _Element:
    """The part of the page around a title: the title's date and lead, not the site's menu."""
    hero = title
    while (parent := hero.getparent()) is not None:
        room = float(INK(title)) + MAX_HERO
        is_small = parent.tag not in {"html", "body"} and float(INK(parent)) <= room
        if not is_small or parent.find(".//main") is not None:
            break
        if plain_ink(parent) < float(INK(parent)) / 2:
            break
        hero = parent
    return hero


def as_main(element: _Element) -> _Element:
    """A `<main>` around an element, in its place."""
    main = etree.Element("main")
    element.addprevious(main)
    main.tail, element.tail = (element.tail or "").translate(UNSETTABLE), None
    main.append(element)
    return main


def shut_out(element: _Element, keep: Iterable[_Element] = ()) -> None:
    """Take a block out of the page; the texts around it stay apart."""
    kept = list(keep)
    element.clear(keep_tail=True)
    element.tag = "div"
    element.extend(kept)
    if not kept and is_spacer(element):
        element.getparent().remove(element)


def drop(element: _Element) -> None:
    """Take an element out of the page as if it had never been there."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail:
        if before is None:
            parent.text = ((parent.text or "") + element.tail).translate(UNSETTABLE)
        else:
            before.tail = ((before.tail or "") + element.tail).translate(UNSETTABLE)
    parent.remove(element)
