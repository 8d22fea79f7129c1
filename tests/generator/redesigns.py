"""What becomes of a good page when its site is redesigned, broken or filled with junk.

Each takes a report, printed well, and gives the bytes of the worse page with what it still says:
rows that are not in that gold are wrong ones. A missing row is allowed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, replace
from random import Random
from typing import TYPE_CHECKING, Any

from tests.generator.attributions import ATTRIBUTIONS, Attribution
from tests.generator.content import invent_report
from tests.generator.furniture import FURNITURE
from tests.generator.ink import escape
from tests.generator.layouts import LAYOUTS
from tests.generator.people import Position
from tests.generator.render import render
from tests.generator.turn import Spoken
from tests.generator.walls import WALLS, wall

if TYPE_CHECKING:
    from tests.generator.people import Language
    from tests.generator.turn import Turn

Tree = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Good:
    """A report about to be spoiled: where it comes from, and how it looks when printed well."""

    seed: int
    language: Language
    attribution: Attribution
    layout_name: str = "landmarks"

    @property
    def rng(self) -> Random:
        return Random(f"{self.seed}{self.language}")

    def printed(
        self,
        attribution: Attribution | None = None,
        layout_name: str = "",
        seed: int | None = None,
    ) -> tuple[str, Tree]:
        """The HTML and the gold."""
        number = self.seed if seed is None else seed
        page = render(
            invent_report(number, self.language),
            attribution or self.attribution,
            LAYOUTS[layout_name or self.layout_name],
            number,
        )
        return page.body.decode(), page.gold

    def article(self, seed: int) -> str:
        """Another report's title and body, without a document around them."""
        html, _ = self.printed(layout_name="headings", seed=seed)
        return html.partition("<body>")[2].partition("</body>")[0]


@dataclass(frozen=True, slots=True)
class Spoiled:
    """The page that is left; `is_same` where no reader would see a difference."""

    body: bytes
    gold: Tree
    content_type: str = "text/html; charset=utf-8"
    is_same: bool = False


Redesign = Callable[[Good], Spoiled]


def spoiled(html: str, gold: Tree, *, is_same: bool = False) -> Spoiled:
    return Spoiled(html.encode(), gold, is_same=is_same)


def nothing(title: str | None = None) -> Tree:
    """The gold of a page on which nobody speaks."""
    return {"title": title, "event": None, "organizers": [], "supporters": [], "sections": []}


# The markup changes, the words stay.


def renamed_classes(good: Good) -> Spoiled:
    html, gold = good.printed(layout_name="named-classes")
    return spoiled(re.sub(r'(class|id)="[^"]*"', r'\1="css-1q2w3e"', html), gold)


def dropped_attributes(good: Good) -> Spoiled:
    html, gold = good.printed()
    return spoiled(re.sub(r' (class|id|role|aria-\w+)=("[^"]*"|\'[^\']*\')', "", html), gold)


def div_soup(good: Good) -> Spoiled:
    html, gold = good.printed()
    tags = r"(</?)(?:p|h[1-6]|main|article|section|header|footer|nav|aside|ul|li)\b[^>]*>"
    return spoiled(re.sub(tags, r"\1div>", html), gold)


def span_soup(good: Good) -> Spoiled:
    html, gold = good.printed(layout_name="headings")
    return spoiled(re.sub(r"(</?)(?:p|h[2-6])>", r"\1span>", html), gold)


def custom_tags(good: Good) -> Spoiled:
    html, gold = good.printed()
    return spoiled(re.sub(r"(</?)(p|h[2-6])>", r"\1app-\2>", html), gold)


def headings_as_paragraphs(good: Good) -> Spoiled:
    html, gold = good.printed()
    return spoiled(re.sub(r"(</?)h[23]>", r"\1p>", html), gold, is_same=True)


def headings_two_levels_down(good: Good) -> Spoiled:
    html, gold = good.printed()
    html = html.replace("h3>", "h5>").replace("h2>", "h4>")
    return spoiled(html, gold, is_same=True)


def hidden_panels(good: Good) -> Spoiled:
    html, gold = good.printed(layout_name="details")
    html = html.replace("<details open>", "<div hidden>").replace("</details>", "</div>")
    return spoiled(html.replace("summary>", "h3>"), gold)


def twice_for_phones(good: Good) -> Spoiled:
    """One copy for wide screens, one for narrow ones; style sheets show one of them."""
    html, gold = good.printed(layout_name="headings")
    head, _, rest = html.partition("<body>")
    article, _, tail = rest.partition("</body>")
    return spoiled(
        f"{head}<body><div class='hidden-xs'>{article}</div>"
        f"<div class='visible-xs'>{article}</div></body>{tail}",
        gold,
    )


def accelerated(good: Good) -> Spoiled:
    """AMP and its like."""
    html, gold = good.printed()
    html = html.replace("<html ", "<html amp ").replace("<p>", "<p><amp-img></amp-img>")
    return spoiled(html.replace("</article>", "<amp-ad></amp-ad></article>", 1), gold, is_same=True)


def print_view(good: Good) -> Spoiled:
    html, gold = good.printed(layout_name="print-view")
    return spoiled(html, gold, is_same=True)


def advertisements(good: Good) -> Spoiled:
    html, gold = good.printed()
    head, _, rest = html.partition("<main>")
    label = "Advertisement" if good.language == "en" else "Реклама"
    return spoiled(head + "<main>" + rest.replace("</p>", f"</p><div>{label}</div>"), gold)


def shown_markup(good: Good) -> Spoiled:
    """Escaped twice: readers see the tags."""
    html, gold = good.printed(layout_name="headings")
    head, _, rest = html.partition("</h1>")
    body, _, tail = rest.partition("</body>")
    return spoiled(f"{head}</h1><p>{escape(body)}</p></body>{tail}", nothing(gold["title"]))


def one_paragraph(good: Good) -> Spoiled:
    """All line breaks are gone."""
    html, gold = good.printed(layout_name="headings")
    head, _, rest = html.partition("</h1>")
    body, _, tail = rest.partition("</body>")
    words = re.sub(r"<[^>]+>\s*", " ", body)
    return spoiled(f"{head}</h1><p>{words}</p></body>{tail}", gold)


# Headings change.


def renamed_sections(good: Good) -> Spoiled:
    """Headings in words that no list knows."""
    html, gold = good.printed()
    gold = deepcopy(gold)
    for number, section in enumerate(gold["sections"]):
        heading = ("Was bleibt", "Wo es hakt", "Wie es weitergeht")[number]
        html = html.replace(f"<h2>{section['heading']}</h2>", f"<h2>{heading}</h2>")
        section.update(heading=heading, kind="other")
    return spoiled(html, gold)


def one_renamed_section(good: Good) -> Spoiled:
    """One heading that no list knows, the others as ever: its quotes are not the last one's."""
    html, gold = good.printed()
    gold = deepcopy(gold)
    section = gold["sections"][-1]
    html = html.replace(f"<h2>{section['heading']}</h2>", "<h2>Wie es weitergeht</h2>")
    section.update(heading="Wie es weitergeht", kind="other")
    return spoiled(html, gold)


def no_section_headings(good: Good) -> Spoiled:
    html, gold = good.printed(layout_name="headings")
    return spoiled(re.sub(r"<h2>[^<]*</h2>", "", html), without_sections(gold))


def headings_in_a_list_above(good: Good) -> Spoiled:
    """A table of contents is all that is left of the headings."""
    html, gold = good.printed()
    names = [section["heading"] for section in gold["sections"]]
    for name in names:
        html = html.replace(f"<h2>{name}</h2>", "")
    contents = "".join(f"<li><a href='#s'>{name}</a></li>" for name in names)
    return spoiled(html.replace("</h1>", f"</h1><ul>{contents}</ul>", 1), without_sections(gold))


def sections_swapped(good: Good) -> Spoiled:
    html, gold = good.printed(layout_name="sections")
    parts = re.findall(r"<section>.*?</section>", html, re.DOTALL)
    for number, part in enumerate(parts):
        html = html.replace(part, f"@{number}@", 1)
    for number, part in enumerate(reversed(parts)):
        html = html.replace(f"@{number}@", part)
    return spoiled(html, gold | {"sections": gold["sections"][::-1]}, is_same=True)


def title_below(good: Good) -> Spoiled:
    """The title stands below the report."""
    html, gold = good.printed(layout_name="headings")
    title = re.search(r"<h1>.*?</h1>", html)
    assert title
    html = html.replace(title[0], "", 1).replace("</body>", f"{title[0]}</body>")
    return spoiled(html, gold)


def no_title(good: Good) -> Spoiled:
    html, gold = good.printed(layout_name="headings")
    html = re.sub(r"<h1>.*?</h1>|<title>.*?</title>", "", html)
    return spoiled(html, gold | {"title": None})


def without_sections(gold: Tree) -> Tree:
    """The same quotes under the same theses, in no section."""
    theses = [thesis for section in gold["sections"] for thesis in section["theses"]]
    loose = [quote for section in gold["sections"] for quote in section.get("quotes", [])]
    section = {"kind": None, "heading": None, "theses": theses, "quotes": loose}
    return gold | {"sections": [section]}


# Words are lost or changed.


def spoken_otherwise(change: Callable[[Turn], Spoken]) -> Redesign:
    """Quotes printed in a way that says less."""

    def redesign(good: Good) -> Spoiled:
        return spoiled(*good.printed(Attribution("spoiled", "inline", change)))

    return redesign


def no_speaker(turn: Turn) -> Spoken:
    nobody = replace(turn.person, name="")
    return Spoken((turn.with_stop(turn.words),), turn.stopped(turn.words), nobody, None)


def role_for_name(turn: Turn) -> Spoken:
    nobody = replace(turn.person, name="")
    dash = turn.typography.dash if turn.language == "ru" else " "
    printed = f"{turn.with_comma(turn.words)}{dash}{turn.person.position.text}."
    text = turn.words.removesuffix(".")
    return Spoken((printed,), text, nobody, turn.person.position)


def no_marks(turn: Turn) -> Spoken:
    words = turn.words.removesuffix(".")
    printed = f"{words}, {turn.name}, {turn.person.position.text}."
    return Spoken((printed,), words, turn.person, turn.person.position)


def no_closing_mark(turn: Turn) -> Spoken:
    words = turn.words.removesuffix(".")
    printed = f"{turn.typography.opening}{words}, {turn.name}, {turn.person.position.text}."
    return Spoken((printed,), words, turn.person, turn.person.position)


def no_opening_mark(turn: Turn) -> Spoken:
    printed = turn.with_comma(turn.words).removeprefix(turn.typography.opening)
    text = f"{printed} {turn.name}, {turn.person.position.text}."
    return Spoken((text,), turn.words.removesuffix("."), turn.person, turn.person.position)


def organization_for_name(turn: Turn) -> Spoken:
    nobody = replace(turn.person, name="")
    body = "the Ministry of Water Resources" if turn.language == "en" else "Союз нотариусов"
    printed = f"{turn.with_comma(turn.words)} {body}."
    return Spoken((printed,), turn.words.removesuffix("."), nobody, None)


def first_name_only(turn: Turn) -> Spoken:
    given = turn.person.name.split()[0]
    nobody = replace(turn.person, name="")
    printed = f"{turn.with_comma(turn.words)} {given}."
    return Spoken((printed,), turn.words.removesuffix("."), nobody, None)


def two_speakers(turn: Turn) -> Spoken:
    """`“Text,” Name and Name.`: nobody can say whose words these are."""
    nobody = replace(turn.person, name="")
    other = "and Jan Weil" if turn.language == "en" else "и Егор Заречный"
    printed = f"{turn.with_comma(turn.words)} {turn.name} {other}."
    return Spoken((printed,), turn.words.removesuffix("."), nobody, Position("", ()))


def speakers_in_a_list_below(good: Good) -> Spoiled:
    """Quotes are numbered, their speakers named in notes."""
    html, gold = good.printed(Attribution("spoiled", "inline", no_speaker))
    names = "".join(f"<li>{name}</li>" for name in ("Ada Lund, Judge", "Jan Weil, Mayor"))
    return spoiled(html.replace("</article>", f"<ol>{names}</ol></article>", 1), gold)


def quotes_as_images(good: Good) -> Spoiled:
    html, gold = good.printed()
    html = re.sub(r"<p>[“\"‘'«„”][^\n]*</p>", "<p><img src='quote.png' alt=''></p>", html)
    return spoiled(html, gold)


def all_as_images(good: Good) -> Spoiled:
    html, gold = good.printed()
    return spoiled(re.sub(r"<p>[^\n]*</p>", "<p><img src='text.png'></p>", html), gold)


def shuffled_words(good: Good) -> Spoiled:
    """Words of each paragraph in another order, as a failed translation leaves them."""
    html, gold = good.printed()
    rng = good.rng

    def shuffle(match: re.Match[str]) -> str:
        words = match[1].split()
        rng.shuffle(words)
        return f"<p>{' '.join(words)}</p>"

    return spoiled(re.sub(r"<p>([^<]*)</p>", shuffle, html), nothing(gold["title"]))


def lower_case(good: Good) -> Spoiled:
    html, gold = good.printed()
    html = re.sub(r"<p>([^<]*)</p>", lambda found: f"<p>{found[1].lower()}</p>", html)
    return spoiled(html, nothing(gold["title"]))


# Bytes are lost or changed.


def truncated(share: float) -> Redesign:
    def redesign(good: Good) -> Spoiled:
        html, gold = good.printed(layout_name="headings")
        body = html.encode()
        return Spoiled(body[: int(len(body) * share)], gold)

    return redesign


def cut_in_a_tag(good: Good) -> Spoiled:
    html, gold = good.printed(layout_name="headings")
    return spoiled(html[: html.rindex("<p>") + 2], gold)


def misdeclared(written: str, declared: str) -> Redesign:
    """Bytes in one encoding, header and page naming another."""

    def redesign(good: Good) -> Spoiled:
        html, gold = good.printed()
        html = html.replace('charset="utf-8"', f'charset="{declared}"')
        body = html.encode(written, "xmlcharrefreplace")
        return Spoiled(body, gold, f"text/html; charset={declared}")

    return redesign


def mojibake(good: Good) -> Spoiled:
    """The page itself stores UTF-8 read as windows-1252: its words are what it stores."""
    html, gold = good.printed()

    def misread(value: Any) -> Any:
        if isinstance(value, str):
            return value.encode().decode("windows-1252", "replace")
        if isinstance(value, list):
            return [misread(item) for item in value]
        if isinstance(value, dict):
            return {key: misread(item) for key, item in value.items()}
        return value

    return spoiled(misread(html), misread(gold))


# Other stories.


def two_reports(heading: str) -> Redesign:
    """The next report is appended: by infinite scrolling, or by mistake."""

    def redesign(good: Good) -> Spoiled:
        html, gold = good.printed(layout_name="headings")
        other = good.article(good.seed + 500).replace("h1>", f"{heading}>")
        return spoiled(html.replace("</body>", f"{other}</body>"), gold)

    return redesign


def next_article_in_a_frame(good: Good) -> Spoiled:
    """Infinite scrolling with landmarks: each story is an `<article>`."""
    html, gold = good.printed(layout_name="landmarks")
    other = f"<article data-url='/next/'>{good.article(good.seed + 500)}</article>"
    return spoiled(html.replace("</main>", f"{other}</main>", 1), gold)


def only_furniture(good: Good) -> Spoiled:
    """The article is empty; related news around it are full of quotations."""
    html, gold = good.printed(layout_name="landmarks")
    head, _, rest = html.partition("</h1>")
    tail = rest[rest.index("</article>") :]
    return spoiled(f"{head}</h1>{tail}", nothing(gold["title"]))


def only_classless_furniture(good: Good) -> Spoiled:
    html, gold = good.printed(layout_name="classless")
    head, _, rest = html.partition("</h1>")
    related = FURNITURE[good.language].related_heading
    return spoiled(f"{head}</h1><div>{rest[rest.index(related) :]}", nothing(gold["title"]))


def comments_in_the_article(good: Good) -> Spoiled:
    html, gold = good.printed()
    words = FURNITURE[good.language]
    talk = "".join(f"<h4>{name}</h4><p>{text}</p>" for name, text in words.comments)
    block = f"<h3>{words.comments_heading}</h3>{talk}"
    return spoiled(html.replace("</article>", f"{block}</article>", 1), gold)


def inset_of_related_news(good: Good) -> Spoiled:
    """An inset with another story's quotation stands between two sections."""
    html, gold = good.printed()
    words = FURNITURE[good.language]
    title, text = words.related[0]
    inset = f'<div><p>{words.related_heading}</p><a href="#">{title}</a><p>{text}</p></div>'
    place = html.rindex("<h2>", 0, html.index("</article>"))
    return spoiled(f"{html[:place]}{inset}{html[place:]}", gold)


def a_feed(good: Good) -> Spoiled:
    """A feed in place of the page: stories of all kinds in one document."""
    html, gold = good.printed(layout_name="headings")
    item = f"<item><title>{gold['title']}</title><description>{escape(html)}</description></item>"
    xml = f'<?xml version="1.0"?><rss><channel><title>Forum</title>{item}</channel></rss>'
    return Spoiled(xml.encode(), nothing(gold["title"]), "application/xml")


def as_json(good: Good) -> Spoiled:
    html, _gold = good.printed()
    return Spoiled(json.dumps({"html": html}).encode(), nothing(), "application/json")


def walled(name: str) -> Redesign:
    def redesign(good: Good) -> Spoiled:
        return Spoiled(wall(name, good.language), nothing())

    return redesign


SHARES = (0.2, 0.4, 0.6, 0.8, 0.9, 0.97)
REDESIGNS: dict[str, Redesign] = {
    **{
        function.__name__.replace("_", " "): function
        for function in (
            renamed_classes,
            dropped_attributes,
            div_soup,
            span_soup,
            custom_tags,
            headings_as_paragraphs,
            headings_two_levels_down,
            hidden_panels,
            twice_for_phones,
            accelerated,
            print_view,
            advertisements,
            shown_markup,
            one_paragraph,
            renamed_sections,
            one_renamed_section,
            no_section_headings,
            headings_in_a_list_above,
            sections_swapped,
            title_below,
            no_title,
            speakers_in_a_list_below,
            quotes_as_images,
            all_as_images,
            shuffled_words,
            lower_case,
            cut_in_a_tag,
            mojibake,
            next_article_in_a_frame,
            only_furniture,
            only_classless_furniture,
            comments_in_the_article,
            inset_of_related_news,
            a_feed,
            as_json,
        )
    },
    **{
        function.__name__.replace("_", " "): spoken_otherwise(function)
        for function in (
            no_speaker,
            role_for_name,
            no_marks,
            no_closing_mark,
            no_opening_mark,
            organization_for_name,
            first_name_only,
            two_speakers,
        )
    },
    **{f"two reports, the second under {tag}": two_reports(tag) for tag in ("h1", "h2", "p")},
    **{f"truncated at {share}": truncated(share) for share in SHARES},
    **{
        f"{written} called {declared}": misdeclared(written, declared)
        for written, declared in (
            ("windows-1251", "utf-8"),
            ("windows-1251", "koi8-r"),
            ("koi8-r", "windows-1251"),
            ("utf-8", "windows-1251"),
            ("utf-8", "iso-8859-1"),
            ("utf-16", "utf-8"),
        )
    },
    **{name: walled(name) for name in WALLS},
}
USUAL = ("a-comma", "c-said-name", "d-line-after")
"""Attributions of the pages that are spoiled."""


def good_pages(seeds: range) -> list[Good]:
    """Reports of both languages and the usual attributions."""
    return [
        Good(seed, language, ATTRIBUTIONS[name])
        for seed in seeds
        for language in ("en", "ru")
        for name in USUAL
    ]
