"""An interview with one person: questions that look alike, and between them the answers.

Nothing names who speaks, paragraph by paragraph; that it is an interview, and with whom, is told by
the page's head: one person is named there, or in its title, and answers as `I` or `we`.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from rostrum.parsing.lexicon import fold
from rostrum.parsing.russian_cases import is_nominative
from rostrum.parsing.same_person import same_person
from rostrum.parsing.spans import Span
from rostrum.parsing.speech import FIRST_PERSON
from rostrum.parsing.talks import ASIDE, DASH, ENDS, is_italic
from rostrum.parsing.unnamed import is_person_noun

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rostrum.parsing.cast import Cast
    from rostrum.reading import Block

MIN_QUESTIONS = 3

MIN_PULLED = 5
"""Words: less may stand twice in an answer by chance."""

MIN_DECK = 10
"""Words of a line below the title that tells of whom the interview is with."""

MOST_NAMES = 40
"""Names in the head of an interview: where more stand, it is none."""

OF_ANSWERS = 1 / 2
"""In so many of the answers somebody speaks of himself, or it may be a list of questions."""

OF_DIALOGUE = 1 / 4
"""The same, where dashes before the questions tell that somebody asks them."""

TOLD_AS = re.compile(
    r"\b(?:interview\w*|Q\s?&\s?A|questions and answers|conversation|"
    r"caught (?:him|her|them)|edited for (?:length|clarity)|"
    r"talks? to|talked (?:to|with)|spoke (?:to|with)|speaks to|I met|we met|meets? (?:me|us)|"
    r"met (?:me|us)|receives? (?:me|us)|sat down with|asked|"
    r"answers (?:our )?questions|tells us|told us|"
    r"объясня\w+|размышля\w+|интервью|бесед\w+|разговор\w*|поговорил\w*|рассказ\w+|ответил\w*|отвеча\w+|вопрос\w*)\b",
    re.IGNORECASE,
)
"""What the head of an interview says of it."""

MET = re.compile(
    r"\b(?:s[ai]ts? down with|(?:chatted|chats|catches up|caught up) with|interviewed(?! by)|"
    r"(?:поговорил|побеседовал|встретил|пообщал)\w* с(?:о)?|"
    r"расспросил\w*|взял\w* интервью у)\s",
    re.IGNORECASE,
)
REPORTER = re.compile(
    r"\b(?:correspondent|reporter|editor|journalist|корреспондент|обозревател|журналист|редактор)"
)
"""Who may be talked to as well: `Ada Lund sat down with our editor, Jan Brask`."""

ASKING = re.compile(rf"[^.!?\n]{{0,40}}{MET.pattern}(?!us\b|me\b|our\b|the\b|this\b|нами\b|«)")
"""What an interviewer does, behind the name."""

NEAR = 100
"""Characters between such words and the name: an office may stand there."""

BYLINE = re.compile(
    r"^by\b|\b(?:words|text|photos?|interview(?:ed)? by|interviewer|author|"
    r"автор|текст|фото\w*|беседовал\w*|интервью (?:вел|взял|подготовил)\w*|записал\w*)\b[:\s]",
    re.IGNORECASE,
)


TOLD = re.compile(
    r"[»”\"],?\s+[—–-]\s|:\s[«“][^«»“”]{20,}[»”]\.?$|[,.?!][”\"]\s+(?:s?he\s+)?(?:said|says|wrote|writes|told|added|replied)\b|"
    r"\b(?:our (?:conversation|interview|meeting)|(?:told|wrote to) me|I asked|"
    r"when we (?:spoke|met|talked)|наш\w* (?:разговор|бесед|встреч)\w*|мы встретились)\b"
)
"""Words and whose they are, in a narrator's paragraph (`«Спишем», — сообщил начальник`)."""


FURTHER = re.compile(
    r"(?:And|But|So|Besides|Still|Of course|For instance|Впрочем|Но|А|И|Однако|Поэтому|Зато|"
    r"Конечно|К тому же|Кроме того|Правда|Хотя|Например)\b"
)
"""How somebody goes on, and no narrator begins (`The phone rings.`)."""


class Look(NamedTuple):
    """How questions look, so that they are told from answers."""

    heading_level: int
    is_bold: bool
    is_italic: bool
    is_dashed: bool

    @property
    def is_plain(self) -> bool:
        """Whether nothing but its words tells a question."""
        return not (self.heading_level or self.is_bold or self.is_italic)


@dataclass(frozen=True, slots=True)
class Answer:
    """What an interviewee says to one question; places are those of the page's text."""

    block_count: int
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Interview:
    """One person's answers.

    Attributes:
        name: the interviewee's, where the page's head prints it.
        answers: by the place of the first block.
        questions: the places of what is asked.
    """

    name: Span
    answers: dict[int, Answer]
    questions: frozenset[int]


def find_interview(cast: Cast, blocks: Sequence[Block], title: Block) -> Interview | None:
    """The interview that a page is; None where it is none for certain."""
    questions = find_questions(blocks)
    if len(questions) < MIN_QUESTIONS:
        return None
    name = interviewee(cast, blocks[: questions[0]], title)
    if name is None:
        return None
    answers = {
        place + 1: answer
        for place, following in zip(questions, [*questions[1:], None], strict=True)
        if (answer := answer_at(cast, blocks, place, following))
    }
    as_oneself = sum(
        any(FIRST_PERSON.search(cast.text, span.start, span.end) for span in one.spans)
        for one in answers.values()
    )
    needed = OF_DIALOGUE if look_of(blocks[questions[0]]).is_dashed else OF_ANSWERS
    if len(answers) < MIN_QUESTIONS or as_oneself < needed * len(answers):
        return None
    return Interview(name, answers, frozenset(questions))


def look_of(block: Block) -> Look:
    """How a block looks."""
    is_dashed = DASH.match(block.text) is not None
    return Look(block.heading_level, block.is_bold, is_italic(block), is_dashed)


def find_questions(blocks: Sequence[Block]) -> list[int]:
    """The places of what looks as most questions of a page do."""
    asked = [place for place, block in enumerate(blocks) if block.text.endswith("?")]
    looks = Counter(look_of(blocks[place]) for place in asked)
    if not looks:
        return []
    look, count = looks.most_common(1)[0]
    if look.is_plain and look.is_dashed:
        return [place for place in asked if look_of(blocks[place]) == look]
    alike = [
        place
        for place in range(asked[0], len(blocks))
        if is_sentence(blocks[place]) and look_of(blocks[place]) == look
    ]
    if look.is_plain:
        alike, count = in_one_style(blocks, asked, alike)
    return alike if 2 * count > len(alike) else []


def in_one_style(
    blocks: Sequence[Block], asked: Sequence[int], alike: Sequence[int]
) -> tuple[list[int], int]:
    """Of blocks that look alike those in the style of most questions, and how many of these."""
    styles = Counter(blocks[place].style_name for place in asked)
    style, count = styles.most_common(1)[0]
    return [place for place in alike if style and blocks[place].style_name == style], count


def is_sentence(block: Block) -> bool:
    """Whether a block ends as a sentence does."""
    return block.text[-1] in ENDS


def interviewee(cast: Cast, head: Sequence[Block], title: Block) -> Span | None:
    """The one person whom the head of an interview names in its sentences, or its title."""
    if not any(TOLD_AS.search(block.text) for block in (title, *head)):
        return None
    told = [block for block in head if tells_of_one(cast, block)]
    in_title, in_head = names_in(cast, [title]), names_in(cast, told)
    in_head = [name for name in in_head if not asks(cast.text, name)]
    who = (
        whom_they_met(cast, told)
        or one_person(cast, in_title)
        or one_person(cast, in_head)
        or most_named(cast, in_head)
    )
    if who is None:
        return None
    printed = [*in_head, *in_title]
    own = [name for name in printed if same_person(name.of(cast.text), who.of(cast.text))]
    nominative = [name for name in own if is_nominative(cast.text, name)]
    return max(nominative, key=lambda name: len(name.of(cast.text).split()), default=who)


def tells_of_one(cast: Cast, block: Block) -> bool:
    """Whether a block is a sentence, or a long line that begins with a name and an office."""
    if BYLINE.search(block.text):
        return False
    return is_sentence(block) or (is_deck(cast, block) and not REPORTER.search(block.text))


def is_deck(cast: Cast, block: Block) -> bool:
    """Whether a long line begins with a name (`Ada Lund, head of locks, on tolls and tides`)."""
    first = next(iter(cast.names_near(block.start, block.end)), None)
    is_long = len(block.text.split()) >= MIN_DECK
    begins = (
        first is not None and cast.text[block.start : first.end + 1] == f"{first.of(cast.text)},"
    )
    return is_long and begins


def asks(text: str, name: Span) -> bool:
    """Whether words beside a name say that the person asks (`conducted by Ada Lund`)."""
    before = text[max(name.start - NEAR, 0) : name.start]
    return before.endswith(" by ") or ASKING.match(text, name.end) is not None


def whom_they_met(cast: Cast, head: Sequence[Block]) -> Span | None:
    """To whom somebody talked, in the words of the head: `Jan Brask sat down with Ada Lund`."""
    for block in head:
        if met := MET.search(cast.text, block.start, block.end):
            name = next(iter(cast.names_near(met.end(), block.end)), None)
            is_near = name is not None and name.start < met.end() + NEAR
            is_asker = name and REPORTER.search(cast.text, met.end(), name.end + NEAR)
            return name if is_near and not is_asker else None
    return None


def names_in(cast: Cast, blocks: Sequence[Block]) -> list[Span]:
    """The full names in some blocks."""
    return [name for block in blocks for name in cast.names_near(block.start, block.end)]


def one_person(cast: Cast, names: Sequence[Span]) -> Span | None:
    """The first of some names, where all are one person's."""
    texts = [name.of(cast.text) for name in names]
    return names[0] if names and all(same_person(texts[0], one) for one in texts) else None


def most_named(cast: Cast, names: Sequence[Span]) -> Span | None:
    """The first of the names of the one person who is named again and again."""
    if len(names) > MOST_NAMES:
        return None
    again = [
        name
        for name in names
        if sum(same_person(name.of(cast.text), one.of(cast.text)) for one in names) > 1
    ]
    return one_person(cast, again)


def answer_at(
    cast: Cast, blocks: Sequence[Block], question: int, following: int | None
) -> Answer | None:
    """The paragraphs that answer a question, up to one in which a narrator tells somebody's words.

    Of the last one, and of one that a dash begins, only those behind the first are certain in which
    somebody speaks of himself; or goes on (`But …`) and tells of nobody, where the question looks
    otherwise.
    """
    first = question + 1
    end = first
    last = len(blocks) if following is None else following
    while end < last and is_answer(blocks[first], blocks[end]):
        is_last = following is None
        if end > first and not goes_on(cast, blocks[question : end + 1], is_last=is_last):
            break
        end += 1
    if end == first:
        return None
    said = [
        block
        for place, block in enumerate(blocks[first:end], start=first)
        if not is_pulled(block, blocks[first:place])
    ]
    return Answer(end - first, spans_of(said))


def goes_on(cast: Cast, blocks: Sequence[Block], *, is_last: bool) -> bool:
    """Whether the last of some blocks is of the answer to the question that is their first."""
    question, first, block = blocks[0], blocks[1], blocks[-1]
    is_dashed = look_of(first).is_dashed
    if not is_dashed and not is_last:
        return not tells_words(cast, block)
    is_marked = not is_last and not look_of(question).is_plain
    is_more = is_marked and FURTHER.match(block.text) and not tells_of_any(cast, block)
    return is_own(block.text) or bool(is_more)


def is_answer(first: Block, block: Block) -> bool:
    """Whether a block may be of one answer with its first one."""
    is_alike = block.tag == first.tag and block.path[:-1] == first.path[:-1]
    is_words = not block.heading_level and not block.is_bold and not is_italic(block)
    is_aside = ASIDE.fullmatch(block.text) is not None
    return is_alike and is_words and is_sentence(block) and not is_aside


def is_pulled(block: Block, above: Sequence[Block]) -> bool:
    """Whether a block repeats a sentence of those above, as a pull quote does."""
    words = fold(block.text)
    return len(words.split()) >= MIN_PULLED and any(words in fold(each.text) for each in above)


def tells_words(cast: Cast, block: Block) -> bool:
    """Whether a block names somebody and tells their words."""
    is_told = TOLD.search(block.text) is not None
    return is_told and bool(names_in(cast, [block]))


def tells_of_any(cast: Cast, block: Block) -> bool:
    """Whether a block names somebody, or speaks of one by what they are (`ректор слушает`)."""
    return bool(names_in(cast, [block])) or any(map(is_person_noun, block.text.split()))


def is_own(text: str) -> bool:
    """Whether somebody speaks of himself in a text, and it tells nobody else's words."""
    return FIRST_PERSON.search(text) is not None and TOLD.search(text) is None


def spans_of(blocks: Sequence[Block]) -> tuple[Span, ...]:
    """The words of some blocks, less a dash before them; of neighbours, one stretch."""
    spans: list[Span] = []
    for block in blocks:
        dash = DASH.match(block.text)
        begin = block.start + (dash.end() if dash else 0)
        if spans and spans[-1].end + 1 == begin:
            spans[-1] = Span(spans[-1].start, block.end)
        else:
            spans.append(Span(begin, block.end))
    return tuple(spans)
