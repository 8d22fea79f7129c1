"""The page's tree → the markup of what may be its article.

Only what is certainly none is dropped here, in C, so that little is left to be made a soup; what is
doubtful stays, and is judged block by block in `content`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from rostrum.reading.looks import (
    BLOCKS,
    FURNITURE_NAMES,
    HEADINGS,
    SKIPPED,
    UNSEEN_NAMES,
    read_style,
)
from rostrum.reading.tree import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

LANDMARKS = ("nav", "aside", "dialog", "menu", "search")
LANDMARK_ROLES = frozenset(
    "navigation contentinfo complementary search dialog alertdialog menubar".split()
)
FOOTERS = etree.XPath(
    ".//footer[not(ancestor::blockquote or ancestor::figure)]"
    " | .//button[not(ancestor::h1 or ancestor::h2 or ancestor::h3 or ancestor::h4)]"
)
"""A blockquote's footer names its speaker, and a heading may be a button that opens its part."""

WITH_ROLE = etree.XPath(".//*[@role]")
HIDDEN = etree.XPath(".//*[@hidden]")
MAINS = etree.XPath(".//*[self::main or @role='main'][not(ancestor::*[self::main or @role='main'])]")
ARTICLES = etree.XPath(".//article[not(ancestor::article)]")
SITE_HEADERS = etree.XPath(
    ".//*[self::header or @role='banner'][not(ancestor::article or ancestor::section"
    " or ancestor::blockquote or ancestor::header or preceding::h1)]"
)
HEADINGS_BEFORE = etree.XPath("preceding::h1 | preceding::h2")
INK = etree.XPath("string-length(normalize-space(.))")
WITH_ATTRIBUTES = etree.XPath(".//*[@*]")

READ_ATTRIBUTES = frozenset("style role aria-level href size".split())
"""What the looks of a text are read from; other attributes only cost time."""

WORDLESS = ("img", "link", "meta", "area", "col")
CONSENT_ROLES = frozenset(("dialog", "alertdialog"))
STORY_SHARE = 0.6
"""What holds more of a page's words than this is its story, whatever its element is called."""

MIN_STORY = 400
"""Characters of a story; a shorter page proves nothing."""

MAX_DOUBTS = 20
"""Elements called furniture that hold the story: of one more, nobody is asked."""

SMALL_MAIN = 200
OUTWEIGHED = 5
"""A `<main>` of so few characters, with so many times more outside, is not where the story is."""

MAX_HERO = 600
"""Characters around a title that stands above `<main>`: its date, its lead."""

MIN_AGREEMENT = 4
QUOTES = str.maketrans("", "", "“”„«»‘’'`\"")
BLOCK_SPACE = re.compile(rf"(?<=>)\s+(?=</?(?:{'|'.join(sorted(BLOCKS))})\b)")


def cut_article(tree: _Element, titles: Iterable[str]) -> str:
    """The markup of what may be the page's article; the tree is used up.

    `titles` are the page's title as its head prints it.
    """
    etree.strip_elements(tree, *SKIPPED, with_tail=False)
    body = tree.find("body")
    return Pruner(tree if body is None else body, titles).prune()


class Pruner:
    """Cuts one page's body down to its story."""

    def __init__(self, body: _Element, titles: Iterable[str]) -> None:
        self.body = body
        self.titles = [comparable(title) for title in titles if title]
        self.ink = 0.0
        self.doubts = 0

    def prune(self) -> str:
        """The markup that is left."""
        for element in HIDDEN(self.body):
            drop(element)
        self.ink = plain_ink(self.body)
        self.drop_landmarks()
        roots = self.find_main()
        if roots:
            self.rescue_title(roots)
        else:
            roots = [self.body]
            self.judge_headers()
        for root in roots:
            self.simplify(root)
        parts = [etree.tostring(root, encoding="unicode", method="html", with_tail=False)
                 for root in roots]  # fmt: skip
        return BLOCK_SPACE.sub("", "".join(parts))

    def drop_landmarks(self) -> None:
        """Drop menus, asides, footers and the like, unless one holds the story."""
        named = [*self.body.iter(*LANDMARKS), *FOOTERS(self.body)]
        called = [
            element
            for element in WITH_ROLE(self.body)
            if element.get("role").strip().lower() in LANDMARK_ROLES
        ]
        for element in (*named, *called):
            is_consent = element.tag == "dialog" or element.get("role") in CONSENT_ROLES
            if is_consent or not self.holds_story(element):
                shut_out(element)
            else:
                element.tag = "div"
                element.attrib.clear()

    def holds_story(self, element: _Element) -> bool:
        """Whether an element that should be furniture is the page's own text."""
        if self.doubts > MAX_DOUBTS:
            return True
        holds = plain_ink(element) > max(MIN_STORY, STORY_SHARE * self.ink)
        self.doubts += holds
        return holds

    def find_main(self) -> list[_Element]:
        """The elements that hold the article and nothing else; empty when none plainly does."""
        mains = [main for main in MAINS(self.body) if INK(main)]
        if mains:
            inside = sum(map(plain_ink, mains))
            outside = plain_ink(self.body) - inside
            if inside < SMALL_MAIN and outside > max(OUTWEIGHED * inside, MIN_STORY):
                return []
        else:
            mains = [article for article in ARTICLES(self.body) if self.is_story(article)]
        for main in mains:
            main.tag = "main"
        return mains

    def is_story(self, article: _Element) -> bool:
        """Whether an `<article>` is the page's one story: its title and most of its words."""
        headings = [words_of(heading) for heading in article.iter("h1", "h2")]
        return (
            any(map(self.is_title, headings))
            and plain_ink(article) > STORY_SHARE * plain_ink(self.body)
        )

    def is_title(self, words: str) -> bool:
        """Whether a heading has the words of the page's title."""
        words = comparable(words)
        return len(words) >= MIN_AGREEMENT and any(
            words in title or title in words for title in self.titles
        )

    def rescue_title(self, roots: list[_Element]) -> None:
        """Bring a title that stands above the article into it, with what belongs to it."""
        inside = [heading for root in roots for heading in root.iter("h1", "h2")]
        if any(heading.tag == "h1" or self.is_title(words_of(heading)) for heading in inside):
            return
        headings = sorted(HEADINGS_BEFORE(roots[0]), key=lambda heading: heading.tag)
        titles = [heading for heading in headings if self.is_title(words_of(heading))]
        if titles:
            prepend(roots[0], hero_of(titles[0]))
        elif headings and not inside:
            prepend(roots[0], headings[0])

    def judge_headers(self) -> None:
        """Keep the header that has the page's title; of another, at most the headings."""
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
        for element in WITH_ATTRIBUTES(root):
            attributes = element.attrib
            names = f"{attributes.get('class', '')} {attributes.get('id', '')}".lower().split()
            if not FURNITURE_NAMES.isdisjoint(names) and self.is_furniture(element):
                shut_out(element)
            elif not UNSEEN_NAMES.isdisjoint(names) and element.tag not in HEADINGS:
                drop(element)
            elif "style" in attributes and read_style(attributes["style"]).is_hidden:
                drop(element)
            else:
                for name in attributes.keys():
                    if name not in READ_ATTRIBUTES:
                        del attributes[name]
                if "href" in attributes:
                    attributes["href"] = attributes["href"].strip()[:1]
                if not attributes and element.tag == "span":
                    element.tag = "neutral"
        etree.strip_elements(root, *WORDLESS, with_tail=False)
        for element in root.iter("div"):
            if element is not root and is_wrapper(element):
                element.tag = "neutral"
        etree.strip_tags(root, "neutral")

    def is_furniture(self, element: _Element) -> bool:
        """Whether an element named as furniture is no part of the story."""
        if element.tag in {"html", "body", "main", "article"} or element.find(".//h1") is not None:
            return False
        return not self.holds_story(element)


def comparable(title: str) -> str:
    """A title without the differences that typography makes."""
    return " ".join(title.translate(QUOTES).casefold().split())


def plain_ink(element: _Element) -> float:
    """The length of the words that are no links."""
    linked = sum(map(INK, element.iter("a"))) if element.tag != "a" else 0
    return float(INK(element)) - linked


def is_wrapper(element: _Element) -> bool:
    """Whether a `<div>` is there for a style sheet only: all it holds is one other block."""
    if len(element) != 1 or element.attrib or (element.text and element.text.strip()):
        return False
    child = element[0]
    return child.tag in BLOCKS and not (child.tail and child.tail.strip())


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


def prepend(root: _Element, element: _Element) -> None:
    """Move an element to the beginning of another."""
    element.tail, root.text = root.text, None
    element.tag = element.tag if element.tag in HEADINGS else "div"
    root.insert(0, element)


def shut_out(element: _Element, keep: Iterable[_Element] = ()) -> None:
    """Take a block out of the page; the texts around it stay apart."""
    kept = list(keep)
    element.clear(keep_tail=True)
    element.tag = "div"
    element.extend(kept)
    tail, before, parent = element.tail, element.getprevious(), element.getparent()
    if kept or parent is None or (tail and tail.strip()):
        return
    text = parent.text if before is None else before.tail
    is_apart = before is None or before.tag in BLOCKS
    if parent.tag in BLOCKS and is_apart and not (text and text.strip()):
        parent.remove(element)


def drop(element: _Element) -> None:
    """Take an element out of the page as if it had never been there."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail:
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)
