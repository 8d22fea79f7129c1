"""Prose in which somebody speaks → the statements and who is said to make them.

Six orders are known: `“…,” said Name`, `“…,” Name said`, `Name said: “…”`, `said Name: “…”`,
`according to Name, “…”`, `Name: “…”`; a narrator may stand in the middle of the words. A quotation
that is only a part of a sentence is a term, a title or a fragment, and no statement.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from rostrum.parsing.appositions import PARTICIPLE
from rostrum.parsing.clauses import (
    ASKED,
    RUSSIAN,
    clause_speaker,
    sentence_subject,
    telling_end,
    told_at,
    verb_speaker,
)
from rostrum.parsing.mention import Mention
from rostrum.parsing.mentions import (
    mention_from,
    named_from,
    names_within,
    read_speaker,
    title_of,
)
from rostrum.parsing.name_words import Kind, kind_of
from rostrum.parsing.pronouns import CAPITALIZED
from rostrum.parsing.quotations import Quotation, find_quotations
from rostrum.parsing.sentences import find_sentence_end, holds_words, last_sentence_start
from rostrum.parsing.spans import Span
from rostrum.parsing.speech import (
    ACCORDING_TO,
    FIRST_PERSON,
    INDIRECT,
    PRONOUN,
    UNSAID,
    VERB,
    is_verb,
)

GLUE = re.compile(r"[\s,.!?…]*(?:[—–‑-]+\s*)?[\s,]*")
"""What may stand between a closing mark and who spoke."""

ENDED = re.compile("[,.!?…—–-]")
"""What stands in the last letter of somebody's words or between it and who spoke."""

NARRATOR = re.compile(r"[,!?….]\s*[—–‑-]\s*(?=[^\W\d_])")
"""Where a Russian narrator interrupts the words without closing the marks."""

RESUMED = re.compile(r"[.,:;!?]\s*[—–‑-]\s+(?=\S)")
JOINT = re.compile(r"[\s.,:;—–‑-]*")
JOINT_MARKS = frozenset(".,:;!?…—–‑-")
DATELINE = re.compile(r"[^\W\d_a-zа-яё][^.!?:“”«»\"]{2,60}\s[—–-]\s+")
"""`Ostrel, 6 June 2017 – “…`: where and when the text was written."""

PICTURES = re.compile(r"[^\w\s!-/:-@«»“”„‘’…—–]+")
"""Emoji that begin a line."""

SENTENCE_BREAK = re.compile(r"[.!?…]['’”»\")\]]*\s+|\n")
ONE_NAME = re.compile(
    rf"(?:(?:Mr|Ms|Mrs|Dr|Prof|Then|But|And)\.?\s+)?(?P<surname>{CAPITALIZED})(?=,?\s+[a-z])"
)
"""A sentence that begins with one name (`Lund, the treasurer, thanked her staff`)."""

ON_THEM = re.compile(r"(?:She|He|Она|Он)\s")
"""Behind somebody's words, what else is told of the person."""

MIN_WORDS = 2
"""Words: a quotation shorter than this is a statement only if it ends as a sentence does."""

BARE_WORDS = 4
"""Words: less beside a bare name are the title of a work or a prize."""

MAX_VERB = 60
"""Characters of the longest verb of speech with its adverbs."""

LEADS_ON = re.compile(VERB.pattern + r",?$|\bthat$")

LONG_NAME = 6
"""Words: no organization's quoted name has more."""

MAX_TELLING = 600
"""Characters: longer than any verb of speech with its speaker and position."""

MAX_AFTER_VERB = 4
"""Words of a sentence of its own that tells who spoke, behind its verb (`on Friday`)."""

MAX_DEED = 10
DEED = re.compile(r"и (?:[а-яё]+ ){0,3}?[а-яё]+(?:л[аи]?|лся|лась|ет|ит)\b")
"""What somebody did besides (`сказала она и села, не дожидаясь ответа`), and its most words."""

APART_WORDS = 3
"""Words: less behind a sentence is a word of its own."""

THEIRS = re.compile(
    r"(?:(?:that|this|such) )?(?:was|is|were|came) (?:the|an?) (?:[\w’-]+ ){1,3}(?:of|from) "
)
HIS = re.compile(r"(?:was|is) (?P<pronoun>his|her) (?:[\w’-]+ ?){1,3}")
AS_PUT = re.compile(r"as (?=[^,.]{2,80} (?:puts? it|said|says)\b)")
SAID_IN = re.compile(
    r"(?:говорится|сказано|отмечается|подч[её]ркивается|пишет|привод\w+) в (?P<pronoun>его|е[её]) "
    r"(?:комментарии|сообщении|заявлении|письме|обращении|выступлении|записи|блоге|канале)"
)
HOW = re.compile(r"(?:was|is) (?:how|all|what) ")
"""`“…,” as Ada Lund put it`, `was how Ada Lund put it`, `was the plea of Ada Lund`, `was her
verdict`."""

SAYING = re.compile(
    r",\s+(?:noting|stating|affirming|concluding|arguing|adding|saying|warning|insisting|stressing|claiming|explaining|"
    r"pointing out|suggesting|recalling|observing|remarking|declaring|complaining|joking|"
    r"отметив|подчеркнув|заметив|добавив|заявив|пояснив|указав|напомнив|признав|предупредив|"
    r"сказав|посетовав)$"
)
"""What somebody said besides (`Ada Lund welcomed the plan, noting that “…”`)."""

SAID_BETWEEN = re.compile(rf"\w,\s+[\w’-]+\s+{VERB.pattern}$")
"""Who says it, between two commas in the middle of a sentence."""

THAT = re.compile(r",?\s*\b(?:that|что)\s*$")
LONG_CLAUSE = 12
"""Words: a clause as long as this needs no `I` or `we` to be somebody's."""

ENDED_CLAUSE = 9
"""Words: the same, where the sentence ends inside the marks."""

CLAUSE_WORDS = 6
"""Words: a clause of reported speech that is shorter is a fragment."""

CAPITALIZED_WORD = re.compile(rf"(?<![\w-]){CAPITALIZED}")
NAMES = frozenset((Kind.PLAIN, Kind.SHARED, Kind.FIRST, Kind.COMMON))

LONG_WORDS = 8
"""Words: a quotation as long as this, and a sentence, is somebody's statement."""


class Statement(NamedTuple):
    """Words and who is said to have spoken them; `start` to `end` is all that tells so."""

    spans: tuple[Span, ...]
    mention: Mention
    start: int
    end: int


class Prose(NamedTuple):
    """What a paragraph of prose holds: statements, and quotations nobody is named for."""

    statements: tuple[Statement, ...]
    open_quotations: tuple[Quotation, ...]


def read_prose(text: str) -> Prose:
    """The statements of a text, in order."""
    return Reader(text).read()


class Reader:
    """Goes along the quotations of a text once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.quotations = [
            found for found in find_quotations(text) if not is_quoted_name(text, found)
        ]
        self.statements: list[Statement] = []
        self.left: list[Quotation] = []
        self.told = 0  # where the last statement's telling ends

    def read(self) -> Prose:
        """Every statement, and what is left."""
        place = 0
        while place < len(self.quotations):
            found = self.statement_at(place)
            if found is None:
                if is_sentence(self.text, self.quotations[place]):
                    self.left.append(self.quotations[place])
                place += 1
                continue
            statement, place = found
            self.statements.append(without_stop(self.text, statement))
            self.told = statement.end
        return Prose(tuple(self.statements), tuple(self.left))

    def statement_at(self, place: int) -> tuple[Statement, int] | None:
        """The statement that begins with a quotation, and the place of the next quotation."""
        quotation = self.quotations[place]
        if not quotation.parts or not quotation.is_closed:
            return None
        told_inside = self.narrated(quotation)
        if told_inside:
            return told_inside, place + 1
        before = self.told_before(place)
        after = None if before else self.told_after(place) or self.named_after(place)
        if not before and not after:
            before = self.told_by_sentence(place) or self.told_by_paragraph(place)
        if before:
            statement = Statement(
                spoken(self.text, quotation.parts), before, before.start, quotation.end
            )
            return self.gone_on(statement, place + 1)
        if after:
            statement = Statement(
                spoken(self.text, quotation.parts), after, quotation.start, after.end
            )
            return self.gone_on(statement, place + 1)
        return None

    def narrated(self, quotation: Quotation, *, is_marked: bool = True) -> Statement | None:
        """`«A, — сказал Имя. — B»`: the narrator speaks inside the marks.

        Without marks, sentences of the narrator's may follow: no dash begins them.
        """
        if not holds_dash(self.text):
            return None
        parts: list[Span] = []
        mention: Mention | None = None
        for part in quotation.parts:
            begin = part.start
            for match in NARRATOR.finditer(self.text, part.start, part.end):
                limit = min(match.end() + MAX_TELLING, part.end)
                resumed = RESUMED.search(self.text, match.end(), limit)
                end = resumed.start() if resumed else limit
                told = told_at(self.text, match.end(), end) if match.start() >= begin else None
                if told is None or (mention and not told.pronoun):
                    continue
                is_left = (
                    not is_marked and self.text[told.end - 1 : told.end + 1].rstrip()[-1:] == "."
                )
                is_all = not is_marked and VERB.match(self.text, match.end()) is not None
                if not (resumed or is_left or is_all or self.is_over(told.end, part.end)):
                    continue  # other words follow the speaker: this is no narrator
                parts.append(Span(begin, match.start() + 1))
                mention = mention or told
                begin = resumed.end() if resumed else part.end
            if begin < part.end:
                parts.append(Span(begin, part.end))
        if mention is None:
            return None
        return Statement(spoken(self.text, tuple(parts)), mention, quotation.start, quotation.end)

    def is_over(self, place: int, end: int) -> bool:
        """Whether only the sentence's end follows a speaker (`под аплодисменты зала`)."""
        rest = self.text[place:end].strip(" .,!?…")
        if self.text[:place].rstrip().endswith(",") and PARTICIPLE.search(rest):
            return find_sentence_end(self.text, place, end) == end
        is_sentence_end = find_sentence_end(self.text, place, end) == end
        is_clause = rest[:1].islower() and is_sentence_end and rest[-1:].isalpha()
        most = MAX_DEED if DEED.match(rest) else MAX_AFTER_VERB
        return not rest or (is_clause and not holds_words(rest, most + 1))

    def told_after(self, place: int) -> Mention | None:
        """Who is said to have spoken behind a quotation."""
        quotation = self.quotations[place]
        if not self.begins_sentence(quotation) or not is_spoken(self.text, quotation):
            return None
        end = self.next_start(place)
        glue = GLUE.match(self.text, quotation.end, end)
        begin = glue.end() if glue else quotation.end
        is_ended = ENDED.search(self.text, quotation.parts[-1].end - 1, begin) is not None
        if (
            not is_ended
            and not self.is_alone(quotation)
            and not self.is_told_long(quotation, begin)
        ):
            return None
        if self.text[begin : begin + 1].islower():
            found = self.told_in_words(begin, end)
        else:
            found = told_at(self.text, begin, end)
        if found and (
            self.announces_next(found, place, end) or self.goes_on_otherwise(found, place)
        ):
            return None
        return found

    def told_in_words(self, begin: int, end: int) -> Mention | None:
        """Who is said to speak by words in small letters (`according to`, `was the plea of`)."""
        if according := ACCORDING_TO.match(self.text, begin, end) or THEIRS.match(
            self.text, begin, end
        ):
            return mention_from(self.text, according.end(), end, is_genitive=True)
        if his := HIS.match(self.text, begin, end) or SAID_IN.match(self.text, begin, end):
            return Mention(begin, his.end(), pronoun=Span(*his.span("pronoun")))
        if how := HOW.match(self.text, begin, end):
            return told_at(self.text, how.end(), end) or mention_from(self.text, how.end(), end)
        put = AS_PUT.match(self.text, begin, end)
        return told_at(self.text, put.end() if put else begin, end)

    def told_by_sentence(self, place: int) -> Mention | None:
        """Who speaks in the whole sentence before words that stand by themselves.

        `Ada Lund disagreed. “No lake is for sale.”`, in one paragraph.
        """
        quotation = self.quotations[place]
        end = self.text.rfind(self.text[: quotation.start].rstrip()[-1:], 0, quotation.start) + 1
        floor = max(self.told, self.quotations[place - 1].end if place else 0)
        if end <= floor or self.text[end - 1] not in ".!?…" or not self.is_apart(quotation, end):
            return None
        return sentence_subject(self.text, last_sentence_start(self.text, floor, end), end)

    def told_by_paragraph(self, place: int) -> Mention | None:
        """Whose words end a paragraph that speaks of one person only, and say `I` or `we`.

        `Ada Lund was ready to pay, but on one condition. “Give me a date, and I will.”`
        """
        quotation = self.quotations[place]
        end = len(self.text[: quotation.start].rstrip())
        words = self.text[quotation.parts[0].start : quotation.parts[-1].end]
        is_own = FIRST_PERSON.search(words) and holds_words(words, LONG_WORDS)
        rest = self.text[quotation.end :].strip(" .\n")
        is_last = not rest or ON_THEM.match(rest) is not None
        floor = max(self.told, self.quotations[place - 1].end if place else 0)
        if not (is_own and is_last and floor < end) or self.text[end - 1] not in ".!?…":
            return None
        start = last_sentence_start(self.text, floor, end)
        if not self.is_apart(quotation, end) or UNSAID.search(self.text, start, end):
            return None
        if asked := ASKED.match(self.text, start, end):
            found = mention_from(self.text, asked.end(), end)
            return found if found and found.surname else None
        return self.only_one_of(floor, start, end)

    def only_one_of(self, floor: int, start: int, end: int) -> Mention | None:
        """The one person of the sentences up to words; the last of them begins at `start`.

        Where they name nobody, it is who spoke before them in the paragraph.
        """
        names = names_within(self.text, floor, end)
        if len({name.of(self.text) for name in names}) == 1:
            title = title_of(self.text, floor, names[0])
            return named_from(self.text, names[0].start, names[0], title, end)
        if names:
            return None
        one = ONE_NAME.match(self.text, start, end)
        if one and kind_of(one["surname"]) in NAMES:
            return Mention(start, end, surname=Span(*one.span("surname")))
        if pronoun := PRONOUN.search(self.text, start, end):
            return Mention(start, end, pronoun=Span(*pronoun.span("pronoun")))
        between = self.text[self.told : end]
        is_same = self.statements and "\n" not in between and not holds_surname(between)
        return self.statements[-1].mention._replace(start=start, end=end) if is_same else None

    def is_apart(self, quotation: Quotation, end: int) -> bool:
        """Whether a quotation is whole sentences, right behind a sentence of its paragraph."""
        words = self.text[quotation.parts[0].start : quotation.parts[-1].end]
        is_stopped = self.text.startswith(".", quotation.end) and holds_words(words, LONG_WORDS)
        is_whole = not words[0].islower() and (words[-1] in ".!?…" or is_stopped)
        is_here = "\n" not in self.text[end : quotation.start]
        return is_whole and is_here and holds_words(words, APART_WORDS)

    def is_alone(self, quotation: Quotation) -> bool:
        """Whether words long enough to be a statement begin a line: a comma may be forgotten."""
        words = self.text[quotation.parts[0].start : quotation.parts[-1].end]
        is_first = quotation.start == 0 or self.text[quotation.start - 1] == "\n"
        is_told = self.told > 0 and not self.text[self.told : quotation.start].strip(" .")
        return (is_first or is_told) and holds_words(words, LONG_WORDS)

    def is_told_long(self, quotation: Quotation, begin: int) -> bool:
        """`“If you want it, pay for it” was his advice`: a sentence's words need no comma then."""
        words = self.text[quotation.parts[0].start : quotation.parts[-1].end]
        is_told = any(one.match(self.text, begin) for one in (HIS, HOW, THEIRS))
        return is_told and holds_words(
            words, LONG_NAME if FIRST_PERSON.search(words) else LONG_WORDS
        )

    def goes_on_otherwise(self, found: Mention, place: int) -> bool:
        """`“A.” He went on to propose …`: a new sentence that is about something else.

        One that only tells who spoke is short: `“A.” Ada Lund said on Friday.`
        """
        is_new = self.text[self.quotations[place].parts[-1].end - 1] in ".!?…"
        if not is_new or not self.text[found.start].isupper():
            return False
        named = found.pronoun or found.surname or found.name
        end = telling_end(self.text, found.start, len(self.text))
        verb = VERB.search(self.text, named.end, end) if named else None
        return verb is not None and holds_words(self.text[verb.end() : end], MAX_AFTER_VERB + 1)

    def named_after(self, place: int) -> Mention | None:
        """`“…,” Name, Position.`: a name and nothing else, and no verb in what follows it."""
        quotation = self.quotations[place]
        if not self.begins_sentence(quotation) or not is_said(self.text, quotation.parts):
            return None
        end = self.next_start(place)
        found = read_speaker(self.text, quotation.end, end)
        if found is None or self.announces_next(found, place, end):
            return None
        return found

    def announces_next(self, found: Mention, place: int, end: int) -> bool:
        """`“A.” Name said: “B.”`: a new sentence that ends in a colon tells of what follows it."""
        if end == len(self.text):
            return False
        is_new = self.text[self.quotations[place].parts[-1].end - 1] in ".!?…"
        is_one = find_sentence_end(self.text, found.start, end) == end
        return is_new and is_one and self.text[found.start : end].rstrip().endswith(":")

    def told_before(self, place: int) -> Mention | None:
        """Who is said to speak in the clause right before a quotation."""
        quotation = self.quotations[place]
        floor = max(self.told, self.quotations[place - 1].end if place else 0)
        end = quotation.start
        while end > floor and self.text[end - 1].isspace():
            end -= 1
        if end == floor:
            return None
        start = last_sentence_start(self.text, floor, end)
        clause_end = end
        while clause_end > start and self.text[clause_end - 1] in ":,—–- ":
            clause_end -= 1
        mark = self.text[clause_end:end].strip()
        if start >= clause_end:
            return None
        if ":" not in mark and (saying := SAYING.search(self.text, start, clause_end)):
            return self.only_one_of(start, start, saying.start())
        if mark == "," and self.is_fragment(quotation, start, clause_end):
            return None
        if ":" not in mark and INDIRECT.search(self.text, start, clause_end):
            return self.told_within(quotation, start, clause_end)
        return clause_speaker(self.text, start, clause_end, mark)

    def is_fragment(self, quotation: Quotation, start: int, end: int) -> bool:
        """`They found themselves, she said, “explaining mud to economists”`."""
        words = self.text[quotation.parts[0].start : quotation.parts[-1].end]
        is_part = words[0].islower() and not holds_words(words, CLAUSE_WORDS)
        is_inserted = SAID_BETWEEN.search(self.text, start, end) is not None
        return is_part and is_inserted and FIRST_PERSON.search(words) is None

    def told_within(self, quotation: Quotation, start: int, end: int) -> Mention | None:
        """`Ada Lund said that “we will keep our boats where they are”`: a whole clause of hers.

        Who speaks says `I` or `we`; a shorter clause without that may be a term or a fragment.
        """
        words = self.text[quotation.parts[0].start : quotation.parts[-1].end]
        that = THAT.search(self.text, start, end)
        is_own = FIRST_PERSON.search(words) is not None
        needed = CLAUSE_WORDS if is_own else ENDED_CLAUSE if words[-1] in ".!" else LONG_CLAUSE
        if that is None or not holds_words(words, needed):
            return None
        if saying := SAYING.search(self.text, start, that.start()):
            return self.only_one_of(start, start, saying.start())
        return verb_speaker(self.text, start, that.start(), ",")

    def begins_sentence(self, quotation: Quotation) -> bool:
        """Whether nothing of its sentence stands before a quotation: else it is a fragment."""
        floor = self.told
        if DATELINE.fullmatch(
            self.text, self.text.rfind("\n", 0, quotation.start) + 1, quotation.start
        ):
            return True
        before = self.text[floor : quotation.start].rstrip(" \n—–-")
        line = before[before.rfind("\n") + 1 :]
        return not line or line[-1] in ".!?…:”»\"'’)" or PICTURES.fullmatch(line) is not None

    def gone_on(self, statement: Statement, place: int) -> tuple[Statement, int]:
        """The statement with the words that follow its speaker: `“A,” he said. “B.”`."""
        while place < len(self.quotations):
            following = self.quotations[place]
            # A quotation of nothing but a comma has no words that could stand behind a speaker.
            told_first = any(statement.mention.start < span.start for span in statement.spans[:1])
            is_whole = following.is_closed and following.parts and self.is_ended(following)
            if told_first or not is_whole or not self.is_next(statement, following):
                break
            if "\n" in self.text[statement.end : following.start] or self.tells_another(
                statement, following
            ):
                break
            self.told = statement.end
            if self.told_after(place) or self.narrated(following) or self.is_told_on(following):
                break
            statement = statement._replace(
                spans=statement.spans + spoken(self.text, following.parts),
                end=following.end,
            )
            place += 1
        return statement, place

    def is_told_on(self, following: Quotation) -> bool:
        """`“A,” said Ada Lund. “B,” Brask grinned`: a sentence goes on behind a comma inside."""
        is_open = self.text[following.parts[-1].end - 1] == ","
        after = self.text[following.end : following.end + 3].lstrip(" —–-")
        return is_open and after[:1].isalpha()

    def tells_another(self, statement: Statement, following: Quotation) -> bool:
        """`“A,” he began, before a delegate called out: “B.”`: two verbs, a colon at the end."""
        told = self.text[statement.mention.start : following.start].rstrip()
        return told.endswith(":") and len(VERB.findall(told)) > 1

    def is_ended(self, quotation: Quotation) -> bool:
        """Whether a sentence ends with a quotation: a title goes on (`“The Lake” will appear`)."""
        after = self.text[quotation.end : quotation.end + 2].lstrip(" ")
        last = self.text[quotation.parts[-1].end - 1]
        return last in ".,!?…:;" or not after or after[0] in ".!?…\n"

    def is_next(self, statement: Statement, following: Quotation) -> bool:
        """Whether a quotation follows the sentence that tells who spoke.

        Words may stand behind the speaker in it: `said Ada Lund, who leads the project. “…”`
        """
        end = statement.end
        rest = find_sentence_end(self.text, end, following.start)
        if self.is_rest(end, rest):
            end = rest
        joint = JOINT.match(self.text, end)
        # Right behind a word stands a title: `said Ada Lund, author of “The Lake”`.
        before = self.text[statement.start : following.start].rstrip()
        is_marked = before[-1:] in JOINT_MARKS or self.is_apart(following, following.start)
        return is_marked and joint is not None and joint.end() == following.start

    def is_rest(self, start: int, end: int) -> bool:
        """Whether words behind a speaker end their sentence and name nobody else who speaks."""
        rest = self.text[start:end]
        is_over = rest.lstrip()[:1] in {".", "!", "?"}
        is_ended = not is_over and rest.rstrip(" —–-")[-1:] in {".", "!", "?"}
        is_new = self.text[start - 1] in ".!?…" and holds_surname(" ".join(rest.split()[:1]))
        speaks = any(is_verb(self.text, verb) for verb in VERB.finditer(self.text, start, end))
        is_other = is_new or speaks or names_within(self.text, start, end)
        return is_ended and not is_other

    def next_start(self, place: int) -> int:
        """Where the next quotation begins, or the text ends."""
        following = self.quotations[place + 1 : place + 2]
        return following[0].start if following else len(self.text)


def holds_surname(text: str) -> bool:
    """Whether a word of a text may be somebody's name."""
    return any(kind_of(word) in NAMES for word in CAPITALIZED_WORD.findall(text))


def spoken(text: str, parts: tuple[Span, ...]) -> tuple[Span, ...]:
    """The words without the commas that belong to the sentence around them."""
    return tuple(span for part in parts if (span := without_comma(text, part)))


def without_comma(text: str, span: Span) -> Span | None:
    end = span.end
    while end > span.start and (text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    return Span(span.start, end) if end > span.start else None


def without_stop(text: str, statement: Statement) -> Statement:
    """A clause of somebody's without the full stop, which is that of the sentence around it.

    `According to Lund, “young people have been learning to weld.”`
    """
    if len(statement.spans) != 1:
        return statement
    (span,) = statement.spans
    is_clause = (
        text[span.start].islower()
        and text[span.end - 1] == "."
        and ".." not in text[span.end - 2 : span.end]
    )
    if not is_clause or SENTENCE_BREAK.search(text, span.start, span.end - 1):
        return statement
    return statement._replace(spans=(Span(span.start, span.end - 1),))


def is_spoken(text: str, quotation: Quotation) -> bool:
    """Whether a quotation can be a statement: some words, or the end of a sentence."""
    words = text[quotation.parts[0].start : quotation.parts[-1].end]
    return words[-1] in ",.!?…" or holds_words(words, MIN_WORDS)


def is_quoted_name(text: str, quotation: Quotation) -> bool:
    """Whether a quotation is a name in a phrase (`Фонд «Река»`): short, no verb leads to it."""
    before = text[max(quotation.start - MAX_VERB, 0) : quotation.start].rstrip()
    if not before or not (before[-1].isalnum() or before[-1] == ","):
        return False
    words = text[quotation.start + 1 : quotation.end].rstrip("”»\"“’'")
    if words[-1:] in {",", ".", "!", "?", "…"} or holds_words(words, LONG_NAME):
        return False
    # A colon leads to somebody's words in Russian; right behind a verb stands whom they told.
    return RUSSIAN.match(before[-1]) is not None or not LEADS_ON.search(before)


def is_said(text: str, parts: tuple[Span, ...]) -> bool:
    """Whether words beside a bare name are a statement, and no title of a work or a prize."""
    words = text[parts[0].start : parts[-1].end]
    return words[-1] in ",.!?…" or holds_words(words, BARE_WORDS)


def announced_speaker(text: str) -> Mention | None:
    """Who is said to speak by a paragraph whose last sentence announces words and holds none."""
    if not text.endswith(":"):
        return None
    start = last_sentence_start(text, 0, len(text) - 1)
    if any(len(one.parts) and is_long(text[start:], one) for one in find_quotations(text[start:])):
        return None
    return clause_speaker(text, start, len(text) - 1, ":")


def is_long(text: str, quotation: Quotation) -> bool:
    """Whether a quotation is no name or term."""
    return holds_words(text[quotation.start : quotation.end], LONG_NAME)


def sentence_speaker(text: str) -> Mention | None:
    """The one person who says something in the last sentence of a paragraph."""
    end = len(text)
    return sentence_subject(text, last_sentence_start(text, 0, end), end)


def is_sentence(text: str, quotation: Quotation) -> bool:
    """Whether a quotation is plainly somebody's sentence, by its length, beginning and end."""
    if not quotation.parts:
        return False
    words = text[quotation.parts[0].start : quotation.parts[-1].end]
    return words[-1] in ",.!?…" and holds_words(words, LONG_WORDS)


def holds_dash(text: str) -> bool:
    """Whether a dash or a hyphen of any kind stands in a text."""
    return "—" in text or "–" in text or "-" in text or "‑" in text
