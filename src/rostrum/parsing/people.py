"""A line about people on a programme page → their names and positions.

Ada Lund / Judge          Ada Lund, Judge           Ada Lund — Judge
<b>Ada Lund</b> Judge     Judge: Ada Lund           Ada Lund, Jan Brask and Ilse Korr
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from rostrum.parsing.affiliations import read_affiliation
from rostrum.parsing.appositions import is_titled
from rostrum.parsing.lexicon import ABBREVIATIONS, fold, is_organization_noun, words_of
from rostrum.parsing.names import could_be_name, is_name, strip_honorific
from rostrum.parsing.positions import split_position
from rostrum.parsing.titles import TITLE_HEADS
from rostrum.records import Cut, Role, Speaker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rostrum.reading import Block

DEGREES = re.compile(
    r"(?:(?:[дк]\.\s?[а-я]{1,3}\.(?:-[а-я]{1,3}\.)?\s?н\.|проф\.|доц\.|акад\.),?\s+)+(?=[А-ЯЁ])"
)
"""Degrees before a name (`д.и.н., проф. А. В. Лось`)."""

BULLET = re.compile(r"^(?:[•·▪■◦‣*–—-]|\d{1,2}[.)])\s+")
JOINT = re.compile(r"\s+[/|–—-]\s+|\s*[,;:–—]\s+(?!(?:Jr|Sr)\b)|\s*\(")
"""What may stand between a name and a position; of a bracket, the inside is no part of either."""

REVERSED_JOINT = re.compile(r"\s*:\s+|\s+[–—-]\s+")
LIST_JOINT = re.compile(r"(?:,?\s+(?:and|и)\s+|\s*[,;]\s+)(?![^()]{0,100}\))")
"""What stands between names, outside of brackets."""

IN_BRACKETS = r"(?:\s*\([^()]{0,200}\))?"
LINKS_JOINT = re.compile(rf"{IN_BRACKETS}(?:{LIST_JOINT.pattern})")
LINKS_END = re.compile(rf"{IN_BRACKETS}\W*")
"""What stands between linked names, and behind the last."""

POSITION_STYLE = re.compile(
    r"(?:[-_](?:job(?:-?title)?|position)|(?:^|[-_])(?:org|organi[sz]ation|company|affiliation|"
    r"institution|employer))$",
    re.IGNORECASE,
)
"""What markup calls the line of a person's job or organization, which is no name."""

STAR = re.compile(r"\*+(?=\s*(?:,|$))")
PERSON_JOINT = re.compile(r"\s*;\s+")
SUFFIX = re.compile(r",\s+(?:Jr|Sr)\.?$")
BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
BRACKETS_NEXT = re.compile(r"\s*\((?P<inside>[^()]*)\)")
TOPIC = re.compile(r"\s*[.:]\s|\s+[–—-]\s+[«“\"„]")
"""Behind a name and brackets, what the person speaks about (`Lund (Tarn). The salt road`)."""

UNJOINED = re.compile(r"(?<=\s)[a-zа-яё]|(?<=\))\s*[a-zа-яё]")
"""Behind brackets that say where somebody is from, words that no joint leads to."""

TRADE = re.compile(r"(?!он\b|она\b|ранее\b|online\b|chair\b)[a-zа-яё]{5,}")
"""One small word in brackets that says what somebody is (`Ada Lund (translator)`)."""

LEADING_BRACKETS = re.compile(r"^\([^()]*\)\s*")
IN_MARKS = re.compile(r"[“«„\"][^“”«»„\"]{3,120}[”»\"]")
SAYING = re.compile(r":\s*[“«\"„]|[“«\"„][^”»\"“]{60}")
"""Words of a person, which no position holds."""

MARK = re.compile(
    r"(?:^|\s*[,;]?\s+)[(\[]?(?:online|remote(?:ly)?|virtual(?:ly)?|tbc|tba|to be confirmed|"
    r"(?:by|via) (?:video(?:link)?|zoom)|video message|pre-recorded|видеообращение|онлайн|"
    r"дистанционно|по видеосвязи|уточняется)[)\]]?$",
    re.IGNORECASE,
)
"""How somebody takes part, or that it is not certain yet."""

NEXT_SENTENCE = re.compile(r"(?<=[^\W\d_]{4}|[^\W\d_]{3}[»”])\.\s(?=[^\W\d_a-zа-яё]|[«“\"])")
"""Where a sentence ends behind a word that is no short abbreviation."""

EDGES = " \t,;:/|–—-"


@dataclass(frozen=True, slots=True)
class Person:
    """A name and a position as they stand on a page, and what is in brackets after the name."""

    name: Cut
    position: Cut | None = None
    brackets: Cut | None = None


def tells_position(block: Block) -> bool:
    """Whether the markup calls a line somebody's job or organization."""
    return any(map(POSITION_STYLE.search, block.style_name.split()))


def read_people(block: Block, start: int = 0) -> list[Person]:
    """The people whom a line names from `start` on; empty where it plainly names none."""
    if tells_position(block):
        return []
    line = without_bullet(block.cut(start))
    line = without_mark(line) or line
    if starred := read_starred(line):
        return starred
    linked = read_links(block, line)
    marked = None if linked else read_marked(block, line)
    people = linked or ([marked] if marked else people_in(line))
    return [with_brackets(line, each) for each in people]


def read_starred(line: Cut) -> list[Person]:
    """Whom a star marks among a paper's authors: who presents it (`Ada Lund*, Norvik`)."""
    if "*" not in line.text:
        return []
    found = []
    for each in split(PERSON_JOINT, line):
        star = STAR.search(each.text)
        name = named(part(each, 0, star.start())) if star else None
        if star and name:
            position = trim(part(each, star.end()))
            found.append(Person(name, position if position.text else None))
    return found


def with_brackets(line: Cut, person: Person) -> Person:
    """A person with what the brackets behind the name say: a position, a group, a country."""
    brackets = brackets_after(line, person.name)
    if brackets and person.position is None and says_where(brackets.text):
        return replace(person, position=trim(brackets))
    return replace(person, position=without_mark(person.position), brackets=brackets)


def says_where(brackets: str) -> bool:
    """Whether brackets hold a position or an organization, and no group or country."""
    if len(brackets) > LONGEST_NAME:
        return False
    if is_titled(brackets):
        return True
    words = brackets.split()
    is_named = words[1:] and (words[0][0].isupper() or any(map(brackets.__contains__, '«“"')))
    if len(words) == 1 and TRADE.fullmatch(brackets):
        return True
    is_body = any(map(is_organization_noun, words_of(brackets))) or is_named
    return bool(is_body) and not read_affiliation(brackets) and not MARK.fullmatch(brackets)


def without_mark(position: Cut | None) -> Cut | None:
    """A position less what says how the person takes part; None where that is all it says."""
    if position is None:
        return None
    mark = MARK.search(position.text)
    rest = trim(part(position, 0, mark.start())) if mark else position
    return rest if rest.text else None


def brackets_after(line: Cut, name: Cut) -> Cut | None:
    """The inside of the brackets that follow a name on its line (`(EPP, PL)`)."""
    start = name.end - line.start
    match = BRACKETS_NEXT.match(line.text, start)
    return part(line, match.start("inside"), match.end("inside")) if match else None


def people_of(line: Cut) -> list[Person]:
    """The people whom the words of a line name, with what the brackets behind them say."""
    return [with_brackets(line, each) for each in people_in(line)]


def people_in(line: Cut) -> list[Person]:
    """The people whom the words of a line name, whatever they look like."""
    line = without_degrees(line)
    if listed := read_list(line):
        return listed
    parts = list(split(PERSON_JOINT, line))
    people = [person for each in parts if (person := read_person(each))]
    if len(people) == len(parts) > 1:
        return people
    person = read_person(line)
    return [person] if person else []


def without_degrees(line: Cut) -> Cut:
    """A line without the degrees before its name."""
    degrees = DEGREES.match(line.text)
    return part(line, degrees.end()) if degrees else line


def without_bullet(line: Cut) -> Cut:
    """A line without the dot or the number of its list."""
    bullet = BULLET.match(line.text)
    return part(line, bullet.end()) if bullet else line


def read_list(line: Cut) -> list[Person]:
    """Names alone, joined by commas and `and`; one name alone is such a list too."""
    names = list(split(LIST_JOINT, line))
    whole = named(line)
    if whole:
        return [Person(whole)]
    found = [named(name) for name in names]
    return [Person(name) for name in found if name] if all(found) else []


LONGEST_NAME = 200
"""Characters of a name with its honorifics and brackets; what is longer is not looked at."""


def read_person(line: Cut) -> Person | None:
    """A name and a position on one line, in this order or, with a colon or a dash, the other."""
    if whole := named(line):
        return Person(whole)
    for joint in JOINT.finditer(line.text, 0, LONGEST_NAME):
        head = part(line, 0, joint.start())
        name = named(head)
        if not name and not could_be_name(trim(head).text, may_be_words=True):
            continue  # no matter what stands behind it, which may be long
        position = position_in(line, joint.start())
        if name := name or named_beside(head, position):
            if position and joint.group().strip() == ":" and IN_MARKS.fullmatch(position.text):
                return Person(name)  # `Ada Lund: “The salt road”`
            is_saying = position is not None and SAYING.search(position.text)
            return None if is_saying else Person(name, position)
    for joint in REVERSED_JOINT.finditer(line.text, max(len(line.text) - LONGEST_NAME, 0)):
        name = named(part(line, joint.end()))
        if name and is_title(line.text):
            return Person(name, trim(part(line, 0, joint.start())))
    return None


def named_beside(line: Cut, position: Cut | None) -> Cut | None:
    """Words as a name that no list knows, where what the person is stands beside them."""
    line = trim(line)
    if position is None or max(len(position.text), len(line.text)) > LONGEST_NAME:
        return None
    if (
        not is_titled(position.text)
        or is_titled(line.text)
        or not could_be_name(line.text, may_be_words=True)
    ):
        return None
    return part(line, strip_honorific(line.text))


def read_links(block: Block, line: Cut) -> list[Person]:
    """Several names, each a link, with nothing but joints between; no list needs to know each."""
    links = [mark for mark in block.marks if mark.kind == "link"]
    cuts = [trim(block.cut(mark.start, mark.end)) for mark in links]
    if not cuts[1:] or cuts[0].start != line.start:
        return []
    gaps = [
        block.text[mine.end - block.start : its.start - block.start] for mine, its in pairwise(cuts)
    ]
    are_names = all(could_be_name(cut.text) for cut in cuts) and any(map(named, cuts))
    if not are_names or not all(LINKS_JOINT.fullmatch(gap) for gap in gaps):
        return []
    if not LINKS_END.fullmatch(block.text, cuts[-1].end - block.start):
        return []
    return [Person(part(cut, strip_honorific(cut.text))) for cut in cuts]


def read_marked(block: Block, line: Cut) -> Person | None:
    """A name that is bold or a link at one end of its line, the position at the other."""
    for mark in block.marks:
        cut = trim(block.cut(mark.start, mark.end))
        name = named(cut)
        if not name or cut.start < line.start:
            continue
        if cut.start == line.start and cut.end < line.end:
            return Person(name, position_in(line, name.end - line.start))
        if trim(part(line, 0, cut.start - line.start)).text and line.end - cut.end <= 1:
            return Person(name, trim(part(line, 0, cut.start - line.start)))
    return None


def position_in(line: Cut, start: int) -> Cut | None:
    """The position after a name, what stands in brackets between the two apart."""
    rest = trim(part(line, start))
    if brackets := LEADING_BRACKETS.match(rest.text):
        inside = brackets.group().strip(" ()")
        is_apart = UNJOINED.match(rest.text, brackets.end()) and says_where(inside)
        is_topic = TOPIC.match(rest.text, brackets.end()) and not read_affiliation(inside)
        if is_apart or is_topic:
            return None
        rest = trim(part(rest, brackets.end()))
    for end in NEXT_SENTENCE.finditer(rest.text):
        if not ends_abbreviated(rest.text[: end.end() - 1]):
            rest = part(rest, 0, end.start())  # what the person speaks about
            break
    return rest if rest.text else None


def named(line: Cut) -> Cut | None:
    """A line as a name without honorifics and brackets (a country, a group); None if it is none."""
    if len(line.text) > LONGEST_NAME:
        return None
    line = without_degrees(trim(line))
    if brackets := BRACKETS.search(line.text):
        line = part(line, 0, brackets.start())
    if not line.text or not is_name(SUFFIX.sub("", line.text)):
        return None
    return part(line, strip_honorific(line.text))


def is_title(text: str) -> bool:
    """Whether a text begins as a position does."""
    words = words_of(text)
    return bool(words) and words[0] in TITLE_HEADS


def to_speaker(person: Person) -> Speaker:
    """A person as a speaker, with the roles of the position and what the brackets say."""
    position = person.position if person.position and person.position.text else None
    speaker = Speaker(person.name, position, roles_of(position))
    read = read_affiliation(person.brackets.text) if person.brackets else None
    if not read or not person.brackets:
        return speaker
    group, country = (
        part(person.brackets, span.start, span.end) if span else None
        for span in (read.group, read.country)
    )
    return replace(speaker, group=group, country=country, country_code=read.country_code)


def roles_of(position: Cut | None) -> tuple[Role, ...]:
    """The roles of a position; of two lines, the second is the place of the first one's last."""
    if position is None:
        return ()
    head, _, place = position.text.partition("\n")
    roles = split_position(head)
    if place and roles and roles[-1].organization is None:
        roles = (*roles[:-1], Role(roles[-1].role, place))
    return roles


def split(pattern: re.Pattern[str], line: Cut) -> Iterator[Cut]:
    """The parts of a line between the matches of a pattern."""
    begin = 0
    for match in pattern.finditer(line.text):
        yield part(line, begin, match.start())
        begin = match.end()
    yield part(line, begin)


def part(cut: Cut, start: int, end: int | None = None) -> Cut:
    """The words of a cut from `start` to `end`."""
    words = cut.text[start:end]
    return Cut(words, cut.start + start, cut.start + start + len(words))


def trim(cut: Cut) -> Cut:
    """A cut without joints at either end, and without the stop that ends it."""
    begin = len(cut.text) - len(cut.text.lstrip(EDGES))
    end = len(cut.text.rstrip(EDGES))
    if cut.text[begin:end].endswith(".") and not ends_abbreviated(cut.text[begin:end]):
        end -= 1
    return part(cut, begin, max(end, begin))


def ends_abbreviated(text: str) -> bool:
    """Whether the last stop belongs to its word (`Jr.`, `J.`)."""
    last = fold(text.rpartition(" ")[2])
    return all(len(part) == 1 for part in last.split(".")) or last in ABBREVIATIONS
