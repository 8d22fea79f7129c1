"""The forum, congress or summit that a page reports from, by its name.

In prose the words before a name tell that the page is of that gathering (`at the`, `took part in`);
beside the title it stands by itself, in a line of its own or between dots and dashes.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from rostrum.records import Cut

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CAPITAL = r"[A-Z][\w’'&-]{0,40}"
OF = rf"(?:\s+(?:of|on|for)\s+(?:the\s+)?{CAPITAL}(?:\s+(?:(?:and|of|for|in)\s+)?{CAPITAL})*)?"
YEAR = r"(?:\s+[–-]?\s*(?:19|20)\d\d)?"
ENGLISH_NOUN = (
    r"Forum|Congress|Summit|Conference|Symposium|Dialogues?|Convention|Colloquium|Festival|Expo|"
    r"Roundtable|Round Table|(?:Winter|Summer|Spring|Autumn) School|Seminar|Days|Week"
)
ENGLISH = (
    rf"(?!(?:The|At|In|From|During|On|For|After|Before|Since|By)\b)(?:{CAPITAL}\s+(?:(?:of|and|for)\s+(?:the\s+)?(?!{ENGLISH_NOUN}))?){{0,6}}"
    rf"(?:{ENGLISH_NOUN})(?![\w-]){OF}{YEAR}"
)
RUSSIAN_KIND = (
    r"(?:форум|конгресс|саммит|конференци|симпозиум|фестивал|чтени|недел|съезд|ассамбле|"
    r"круглый стол|круглого стола|круглом столе|диалог|семинар)[а-яё]{0,3}"
)
RUSSIAN_NOUN = rf"(?<![а-яё-])[а-яё-]{{0,20}}{RUSSIAN_KIND}"
ADJECTIVE = r"(?:ый|ий|ая|ое|ые|ие|ого|его|ой|ом|ем|ему|ому|ую)"
RUSSIAN = (
    rf"(?:[IVX]+\s+)?(?:[А-ЯЁ][а-яё-]{{1,30}}{ADJECTIVE}\s+)?(?:[а-яё-]{{2,30}}{ADJECTIVE}\s+){{0,4}}"
    rf"(?i:{RUSSIAN_NOUN})(?:(?:\s+[а-яё-]{{2,30}}(?:ых|их)){{0,2}}\s+[а-яё-]{{2,30}}(?:ов|ев|ий|ей))?"
    rf"(?:\s+[«\"][^«»\"]{{3,80}}[»\"])?{YEAR}"
)
NAME = re.compile(rf"(?:{ENGLISH}|{RUSSIAN})")
KIND = re.compile(rf"(?:Annual\s+)?(?:{ENGLISH_NOUN}){YEAR}|[а-яё\s-]+{YEAR}|(?i:{RUSSIAN_KIND})")
"""What a gathering is called that has no name of its own."""

HERE = re.compile(
    r"(?:\b(?:[Aa]t|[Dd]uring|[Ww]ithin|join us for|"
    r"(?:margins|sidelines|fringes|framework|part) of|"
    r"(?:took|takes|taking) part in|(?:participants?|delegates?|guests?|visitors?) (?:of|in|at|to)|"
    r"(?:session|discussion|debate|panel|round table|series|day|edition|meeting|report|programme|"
    r"recap|summary|notes|record) (?:of|at|from)|"
    r"[Oo]pening|[Cc]losing|attended|convened|hosted|held)"
    r"\s+(?:[Tt]he\s+|this year[’']s\s+)?(?:\w+(?:st|nd|rd|th)\s+)?|"
    r"(?i:в рамках|на полях|в ходе|участник\w+|программ\w+|итог\w+|открытии|закрытии|сесси\w+|"
    r"заседани\w+|площадк\w+|делегат\w+|дня|дней|секци\w+|состоял\w+|прош[её]?л\w*|проходит|"
    r"начал\w+|открыл\w+|заверш\w+)\s+(?:«[^«»]{3,80}»\s+)?)$",
)
"""The words before the name of the gathering that a page is of."""

BEGINS = re.compile(
    r"\s+(?:held|opened|closed|took place|brought|gathered|drew|began|ended|heard|met|convened|"
    r"начал\w+|прош[её]?л\w*|открыл\w+|заверш\w+|состоял\w+|собрал\w+|проходит)\b"
)
"""What such a gathering does in the sentence that tells of it."""

OTHER = re.compile(
    r"\b(?:last|previous|next|earlier|unlike|ago)\b|\b(?:прошл|предыдущ|следующ|прежн)\w+",
    re.IGNORECASE,
)
SEGMENT = re.compile(r"\s+[|·•/—–-]\s+|\s*[|·•]\s*|,\s+")
SENTENCE = re.compile(r"(?<=[.!?…])\s+")
MAX_LINE = 160
"""Characters: a longer line is a paragraph."""

BEFORE = 60
"""Characters before a name in which the words stand that lead to it."""


def find_event(lines: Iterable[Cut], paragraphs: Iterable[Cut]) -> Cut | None:
    """The one gathering that lines beside the title or the first paragraphs name.

    The name is as printed where it first stands. Where several are named, the one named most
    often; None where two are named as often.
    """
    found = [*in_prose(paragraphs), *in_lines(lines)]
    counts = Counter(core(cut.text) for cut in found)
    (first, often), (_, second) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    if not often or often == second:
        return None
    return next(cut for cut in found if core(cut.text) == first)


def in_prose(paragraphs: Iterable[Cut]) -> Iterator[Cut]:
    """Names to which the words before them lead."""
    for paragraph in paragraphs:
        for match in NAME.finditer(paragraph.text):
            before = paragraph.text[max(match.start() - BEFORE, 0) : match.start()]
            is_other = OTHER.search(SENTENCE.split(before)[-1])
            is_here = HERE.search(before) or BEGINS.match(paragraph.text, match.end())
            if is_here and not is_other and not KIND.fullmatch(match.group()):
                yield part(paragraph, *match.span())


def in_lines(lines: Iterable[Cut]) -> Iterator[Cut]:
    """Names that stand by themselves in a line or a part of it."""
    for line in lines:
        if len(line.text) > MAX_LINE:
            continue
        begin = 0
        for joint in [*SEGMENT.finditer(line.text), None]:
            end = joint.start() if joint else len(line.text)
            name = line.text[begin:end]
            if NAME.fullmatch(name) and not KIND.fullmatch(name):
                yield part(line, begin, end)
            begin = joint.end() if joint else end


def part(cut: Cut, start: int, end: int) -> Cut:
    """A part of a cut."""
    return Cut(cut.text[start:end], cut.start + start, cut.start + end)


def core(name: str) -> str:
    """A name without its year, to be counted by."""
    return re.sub(YEAR + "$", "", name).casefold()
