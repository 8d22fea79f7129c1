"""A report page → who said what, under which heading.

The order of a report: title, lead, then sections; in a section theses; under a thesis the words of
people. Only the words and their looks are asked, never what a site calls its classes.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from rostrum.errors import PageError
from rostrum.parsing.cast import Cast
from rostrum.parsing.headings import (
    MAX_HEADING_LENGTH,
    MIN_PROSE,
    is_no_section,
    is_speaker_line,
    is_summary,
    last_prose_of,
    looks_like_heading,
    looks_of,
)
from rostrum.parsing.interview import Answer, Interview, find_interview
from rostrum.parsing.lexicon import section_kind_of
from rostrum.parsing.marks import closings, opens_quotation
from rostrum.parsing.mention import Mention, moved, shifted
from rostrum.parsing.mentions import mention_from
from rostrum.parsing.names import is_name
from rostrum.parsing.neighbours import DASHED, Pair, Words, answer, find_pairs, quoted_run
from rostrum.parsing.page import Claims, PageParser, comparable, place_of
from rostrum.parsing.plain_headings import find_plain_headings
from rostrum.parsing.published import is_date_line
from rostrum.parsing.quotations import find_quotations
from rostrum.parsing.sentences import holds_words, last_sentence_start
from rostrum.parsing.spans import Span
from rostrum.parsing.speech import FIRST_PERSON, UNSAID
from rostrum.parsing.statements import (
    LONG_WORDS,
    is_sentence,
    sentence_speaker,
    spoken,
)
from rostrum.parsing.talks import Turn, find_turns
from rostrum.parsing.tellings import may_be_interrupted
from rostrum.parsing.told_blocks import (
    Reading,
    ToldBlocks,
    ends_with_speaker,
    is_ended,
    is_teaser,
    is_unattributed,
)
from rostrum.records import UNCLOSED_QUOTE, Cut, Issue, PageRecords, Quote, Section, Speaker, Thesis
from rostrum.sources import NO_HINTS

if TYPE_CHECKING:
    from rostrum.reading import Block, Document
    from rostrum.records import SectionKind
    from rostrum.sources import Hints

MIN_WORDS = 4
"""Words: a quotation shorter than this does not go on what somebody said in the block above."""

MAX_LINE = 120
"""Characters: a sentence as short as this, right above somebody's words, may be a heading."""

LONG_PARAGRAPH = 120
"""Characters: a block as long as this is the text under a heading."""

ATTRIBUTED = re.compile(
    r"(?:Quotes?|Comments?|Statements?|Words) (?:attribut(?:able|ed) to|from|by|of) (?:the )?"
)

MOST = 0.8
"""Of a block's characters: where so many are a link's, it is one."""

NUMBERED = re.compile(r"(?:\d{1,2}|[IVX]{1,4})[.)]\s")

SHOWN = 80
"""Characters of a refused text that its issue shows."""


def parse_report(document: Document, hints: Hints = NO_HINTS) -> PageRecords:
    """Read a report page.

    Raises:
        PageError: the page has no title, or is in a language that is not read.
    """
    return ReportParser(document, hints).parse()


class ReportParser(PageParser):
    """A report: lead, then sections, theses and quotes."""

    def __init__(self, document: Document, hints: Hints = NO_HINTS) -> None:
        super().__init__(document, hints)
        self.sections: list[Section] = []
        self.theses: list[Thesis] = []
        self.quotes: list[Quote] = []
        self.issues: list[Issue] = []
        self.thesis_number: int | None = None
        self.section_looks: set[tuple[int, bool, bool]] = set()
        self.headed_looks: set[tuple[int, bool, bool]] = set()
        self.cast = Cast(document.text)
        self.told_blocks = ToldBlocks(document.text, self.blocks)
        self.speeches: dict[str, bool] = {}
        self.pairs = find_pairs(document.text, self.blocks)
        self.turns = find_turns(self.cast, self.blocks)
        self.interview = None if self.turns else find_interview(self.cast, self.blocks, self.title)
        known = [block for block in self.blocks if section_kind_of(block.text)]
        self.has_kinds = bool(known)
        # A heading that looks like a known section's is a section, above that one too.
        self.section_looks |= {looks_of(block) for block in known if looks_like_heading(block)}

    def parse(self) -> PageRecords:
        """The records of the page."""
        return replace(
            self.go_down("report"),
            published_on=self.publication.on,
            sections=tuple(self.sections),
            theses=tuple(self.theses),
            quotes=tuple(self.quotes),
            issues=tuple(self.issues),
        )

    def take(self, place: int) -> int:
        """Read what begins at a block; returns how many blocks that was."""
        block = self.blocks[place]
        if not self.has_begun and comparable(block.text) == comparable(self.title.text):
            return 1  # the title's second printing; below, a thesis may have the same words
        if kind := section_kind_of(block.text):
            below = self.blocks[place + 1].text if place + 1 < len(self.blocks) else ""
            if section_kind_of(below) != kind:  # else a tab's name above the heading
                self.add_section(block, kind)
            return 1
        if count := self.take_words(place):
            return count
        self.take_line(place, block)
        return 1

    def take_words(self, place: int) -> int:
        """Somebody's words that begin at a block; returns how many blocks they take, or 0."""
        pair, turn = self.pairs.get(place), self.turns.get(place)
        if pair and not (turn and turn.block_count > pair.block_count):
            if not self.told_blocks.is_pulled(pair.words.place, pair.words.spans):
                self.add_pair(pair)
            return pair.block_count
        if turn:
            return self.take_turn(place, turn)
        if self.interview and (count := self.take_answer(place, self.interview)):
            return count
        reading = self.told_blocks.reading_at(place)
        if not reading.statements:
            return self.take_continued(place)
        self.add_statements(place, reading)
        return reading.block_count

    def take_turn(self, place: int, turn: Turn) -> int:
        """What somebody says in a conversation, or asks; returns how many blocks that takes."""
        last = self.blocks[place + turn.block_count - 1]
        if turn.mention:
            told = Span(self.blocks[place].start, last.end)
            self.add_quote(turn.spans, moved(turn.mention, self.blocks[turn.label].start), told)
        return turn.block_count

    def take_answer(self, place: int, interview: Interview) -> int:
        """A question of an interview, or an answer to it; returns how many blocks that takes."""
        if place in interview.questions:
            return 1
        answer = interview.answers.get(place)
        if self.answers_in_marks and not opens_quotation(self.blocks[place].text):
            return 0
        if answer and opens_quotation(self.blocks[place].text):
            answer = self.answer_in_marks(place)
        if answer is None:
            return 0
        speaker = Speaker(self.cast.cut(interview.name))
        known = self.cast.introductions.complete(speaker, self.blocks[place].start)
        told = Span(self.blocks[place].start, self.blocks[place + answer.block_count - 1].end)
        self.quote(answer.spans, known, told)
        return answer.block_count

    @cached_property
    def answers_in_marks(self) -> bool:
        """Whether most answers of an interview are quotations: a narrator stands between them."""
        places = self.interview.answers if self.interview else {}
        marked = sum(opens_quotation(self.blocks[place].text) for place in places)
        return marked * 2 > len(places)

    def answer_in_marks(self, place: int) -> Answer | None:
        """An answer that is a quotation from end to end; others tell by themselves who speaks."""
        count = self.told_blocks.unit_length(place)
        words = whole_quotation(self.told_blocks.unit(place, count))
        base = self.blocks[place].start
        return Answer(count, tuple(shifted(span, base) for span in words)) if words else None

    def take_continued(self, place: int) -> int:
        """A paragraph that is a quotation from end to end, whose speaker the one above tells.

        The one above ends with words and who said them, or with a sentence in which somebody says
        something. Returns how many blocks were taken, or 0.
        """
        count = self.told_blocks.unit_length(place)
        words = whole_quotation(self.told_blocks.unit(place, count))
        is_marked = bool(words)
        if not is_marked and (found := self.bare_words(place)):
            count, words = found.block_count, found.spans
        unit = self.told_blocks.unit(place, count)
        if (
            not words
            or not place
            or (not is_marked and UNSAID.search(self.blocks[place - 1].text))
            or self.blocks[place].heading_level
            or self.is_told_below(place + count)
            or self.told_blocks.is_pulled(place, words)
        ):
            return 0
        above = self.blocks[place - 1]
        base = self.blocks[place].start
        spans = tuple(shifted(span, base) for span in words)
        speaker = None
        if is_marked:
            speaker = self.attributed_by(above, base + len(unit)) or self.speaker_of_last(above)
        if speaker is None and (not is_marked or is_long_sentence(unit)):
            speaker = self.speaker_in(above) or self.only_person_in(above, unit)
        if speaker is None:
            return 0
        self.quote(spans, speaker, Span(base, base + len(unit)))
        return count

    def bare_words(self, place: int) -> Words | None:
        """Words without marks in a blockquote, or behind a dash that begins no list."""
        block = self.blocks[place]
        if not place or not is_prose_end(self.blocks[place - 1].text) or block.heading_level:
            return None
        if block.is_quoted:
            is_second = self.told_blocks.folded.count(block.text.casefold().rstrip(".")) > 1
            return None if is_second else quoted_run(self.document.text, self.blocks, place)
        following = self.blocks[place + 1].text if place + 1 < len(self.blocks) else ""
        is_list = DASHED.match(following) and not self.told_blocks.reading_at(place + 1).statements
        is_said = DASHED.match(block.text) and block.text[-1] in ".!?…" and block.tag != "li"
        is_whole = is_said and not is_list and not may_be_interrupted(block.text)
        return answer(self.blocks, place) if is_whole else None

    def is_told_below(self, place: int) -> bool:
        """Whether the block at a place may tell who spoke in the one above it."""
        if place >= len(self.blocks):
            return False
        below = self.blocks[place].text
        return below[0] in "—–-" or is_speaker_line(below) or is_name(below.strip(" .,"))

    def attributed_by(self, above: Block, end_of_words: int) -> Speaker | None:
        """Whose words a line says that it heads (`Quotes attributable to Minister Ada Lund:`)."""
        heads = ATTRIBUTED.match(above.text)
        end = len(above.text.rstrip(" :"))
        mention = mention_from(above.text, heads.end(), end) if heads else None
        if mention is None or above.text[mention.end : end].strip():
            return None
        told = moved(mention, above.start)
        return self.cast.speaker(told, told.start, end_of_words)

    def speaker_of_last(self, above: Block) -> Speaker | None:
        """Who spoke last, where that was in the block above and it ends so."""
        last = self.cast.told[-1] if self.cast.told else None
        if last is None or not above.start <= last.end - 1 < above.end:
            return None
        rest = self.document.text[last.end : above.end].strip(" .")
        return None if rest else last.speaker

    def speaker_in(self, above: Block) -> Speaker | None:
        """Who says something in the last sentence of the block above, which has no quotation."""
        last = last_sentence_start(above.text, 0, len(above.text))
        if find_quotations(above.text[last:]) or not self.may_tell(above):
            return None
        mention = sentence_speaker(above.text)
        if mention is None:
            return None
        told = moved(mention, above.start)
        speaker = self.cast.speaker(told, told.start, above.end)
        return speaker if speaker and (speaker.name or not told.title) else None

    def may_tell(self, above: Block) -> bool:
        """Whether a block may tell who speaks in the one below it: prose, and no heading."""
        return is_prose_end(above.text) and not looks_like_heading(above)

    def only_person_in(self, above: Block, unit: str) -> Speaker | None:
        """The one person whom the block above speaks of, where words say `I` or `we`."""
        is_own = FIRST_PERSON.search(unit) and holds_words(unit, LONG_WORDS)
        if not self.may_tell(above) or UNSAID.search(above.text):
            return None
        only = self.cast.pronouns.only_person(above.start, above.end)
        return only if is_own or (only and self.is_subject(only, above)) else None

    def is_subject(self, person: Speaker, above: Block) -> bool:
        """Whether the last sentence of a block begins with a person, in full."""
        begin = above.start + last_sentence_start(above.text, 0, len(above.text))
        title = person.position or person.name
        return any(cut and cut.start == begin for cut in (person.name, title))

    def take_line(self, place: int, block: Block) -> None:
        """A block in which nobody is known to speak: a heading, prose, or residue."""
        if place in self.plain_headings:
            self.add_section(block, "other")
        elif self.is_thesis(place):
            self.add_thesis(block)
        elif self.is_other_section(place):
            self.add_section(block, "other")
        elif is_unattributed(block.text) and not is_teaser(block):
            length = self.told_blocks.unit_length(place)
            self.refuse(block, is_whole=is_closed(self.told_blocks.unit(place, length)))
        elif self.is_prose(block):
            self.add_paragraph(block, self.section_number)
            if len(block.text) <= MAX_LINE and self.begins_statement(place + 1):
                self.thesis_number = None  # it may be a thesis after all
        elif len(block.text) <= MAX_HEADING_LENGTH:
            # A line that is not understood may be a thesis: what follows is not under the last.
            self.thesis_number = None

    def begins_statement(self, place: int) -> bool:
        """Whether somebody's words begin at a block, attributed or not."""
        return place in self.pairs or self.told_blocks.begins_statement(place)

    def is_thesis(self, place: int) -> bool:
        """A short line right above somebody's words."""
        block = self.blocks[place]
        if len(block.text) > MAX_HEADING_LENGTH or is_speaker_line(block.text):
            return False
        if self.has_speech(block.text):
            return False
        if opens_quotation(block.text) and not looks_like_heading(block):
            return False
        if not self.has_kinds and not self.is_below_section(block):
            return False
        if self.is_ranked_section(block) or (self.has_kinds and self.is_of_section_rank(block)):
            return False
        is_line = bool(self.sections) and block.text[-1] not in ".;:,"
        return (is_line or looks_like_heading(block)) and self.begins_statement(place + 1)

    @cached_property
    def known_looks(self) -> set[tuple[int, bool, bool]]:
        """How the headings of known sections look."""
        return {looks_of(block) for block in self.blocks if section_kind_of(block.text)}

    @cached_property
    def looks_below(self) -> set[tuple[int, bool, bool]]:
        """How the headings right below those of known sections look."""
        known = [place for place, block in enumerate(self.blocks) if section_kind_of(block.text)]
        below = [self.blocks[place + 1] for place in known if place + 1 < len(self.blocks)]
        return {looks_of(block) for block in below if looks_like_heading(block)}

    @cached_property
    def has_ranks(self) -> bool:
        """Whether the headings of known sections look otherwise than the lines below them."""
        return bool(self.looks_below) and not self.looks_below & self.known_looks

    def is_ranked_section(self, block: Block) -> bool:
        """Whether a heading looks like known sections do, and as only sections do here."""
        if looks_of(block) not in self.section_looks:
            return False
        return self.has_ranks or (self.has_numbers and NUMBERED.match(block.text) is not None)

    def is_of_section_rank(self, block: Block) -> bool:
        """Whether a heading element is of the rank of the known sections, and those head words.

        Where a line of the same rank stands right below a section's, theses look like sections.
        """
        looks = looks_of(block)
        return block.heading_level > 0 and looks in self.known_looks - self.looks_below

    @cached_property
    def has_numbers(self) -> bool:
        """Whether known sections are numbered."""
        return any(
            section_kind_of(block.text) and NUMBERED.match(block.text) for block in self.blocks
        )

    def is_below_section(self, block: Block) -> bool:
        """Whether a heading is of a lower rank than the section it stands in."""
        is_of_none = bool(self.section_looks) and looks_of(block) not in self.section_looks
        are_elements = any(level for level, *_ in self.section_looks)
        return is_of_none and (are_elements or not block.heading_level)

    def is_other_section(self, place: int) -> bool:
        """A heading of no known kind."""
        block = self.blocks[place]
        if not looks_like_heading(block) or len(block.text) > MAX_HEADING_LENGTH:
            return False
        if is_no_section(block) or is_summary(block) or self.is_other_line(place):
            return False
        if not self.has_kinds:
            return self.heads_text(place)
        if self.section_looks and looks_of(block) not in self.section_looks:
            return False
        if self.is_ranked_section(block):
            return True
        return place + 1 < len(self.blocks) and (
            self.is_thesis(place + 1) or bool(self.section_looks and self.heads_text(place))
        )

    def is_other_line(self, place: int) -> bool:
        """Whether what looks like a heading heads no part of the report, by where it stands."""
        return self.is_subtitle(place) or self.is_cell(place) or self.heads_furniture(place)

    def is_subtitle(self, place: int) -> bool:
        """Whether a heading stands right below the title, and none below the text looks like it."""
        if self.has_begun or place > self.prose_begins:
            return False
        return self.text_above_last[looks_of(self.blocks[place])] <= place

    @cached_property
    def prose_begins(self) -> int:
        """Where the first prose below the title stands; behind the last block without any."""
        return next(
            (
                place
                for place, block in enumerate(self.blocks)
                if block.start > self.title.start
                and len(block.text) >= MIN_PROSE
                and not looks_like_heading(block)
            ),
            len(self.blocks),
        )

    @cached_property
    def text_above_last(self) -> dict[tuple[int, bool, bool], int]:
        """For each looks, the last line of text that is not below their last block; -1 if none."""
        found = {}
        text = -1
        for place, block in enumerate(self.blocks):
            if not looks_like_heading(block):
                text = place
            found[looks_of(block)] = text
        return found

    def is_cell(self, place: int) -> bool:
        """Whether a block is one of the cells of a row: a heading has its row for itself."""
        block = self.blocks[place]
        beside = [*self.blocks[max(place - 1, 0) : place], *self.blocks[place + 1 : place + 2]]
        return (
            block.tag == "td"
            and not block.heading_level
            and any(one.tag == "td" and one.path[:-1] == block.path[:-1] for one in beside)
        )

    def heads_furniture(self, place: int) -> bool:
        """Whether a heading only heads links, or at the page's end a few words of the site's own.

        What stands there is no list, and looks otherwise than the sections above it, if any.
        """
        below = self.blocks[place + 1 : place + 2]
        if not below or below[0].link_share >= MOST:
            return True
        is_alike = looks_of(self.blocks[place]) in self.headed_looks
        if not self.has_begun or is_alike or self.begins_statement(place + 1):
            return False
        is_told = any(self.is_long(block) for block in self.blocks[place + 1 :])
        return place >= self.last_prose or (bool(self.headed_looks) and not is_told)

    @cached_property
    def last_prose(self) -> int:
        """The place of the last block that is a list's or of some length; behind it stands none."""
        return last_prose_of(self.blocks)

    @cached_property
    def plain_headings(self) -> frozenset[int]:
        """Lines that head the parts of the page though nothing says so."""
        begin = place_of(self.blocks, self.title) + 1
        return find_plain_headings(self.blocks, begin, self.begins_statement)

    def heads_text(self, place: int) -> bool:
        """Whether prose or somebody's words stand right below a heading."""
        if place + 1 >= len(self.blocks):
            return False
        following = self.blocks[place + 1]
        return (
            self.blocks[place].heading_level > 0
            or self.begins_statement(place + 1)
            or self.is_prose(following)
            or (looks_like_heading(following) and self.is_prose_below(place + 2))
            or (looks_of(self.blocks[place]) in self.headed_looks and self.is_long(following))
        )

    def is_long(self, block: Block) -> bool:
        """Whether a block is a paragraph, understood or not."""
        return len(block.text) >= LONG_PARAGRAPH and not looks_like_heading(block)

    def is_prose_below(self, place: int) -> bool:
        """Whether the block at a place is prose or somebody's words."""
        if place >= len(self.blocks):
            return False
        return self.begins_statement(place) or self.is_prose(self.blocks[place])

    def is_prose(self, block: Block) -> bool:
        """A paragraph in which nobody speaks at length."""
        if looks_like_heading(block) or is_date_line(block.text) or self.has_speech(block.text):
            return False
        if not self.has_begun:
            return True
        is_sentence_end = block.text[-1] in ".!?…:;" or block.text[-2:] in {'."', ".”", ".»"}
        return is_sentence_end or len(block.text) >= MIN_PROSE

    @property
    def has_begun(self) -> bool:
        """Whether the part with sections or quotes has begun."""
        return bool(self.sections or self.quotes)

    def has_speech(self, text: str) -> bool:
        """Whether prose holds a quotation that is a statement: long, a sentence, not the title."""
        if text not in self.speeches:
            self.speeches[text] = self.find_speech(text)
        return self.speeches[text]

    def find_speech(self, text: str) -> bool:
        if ends_with_speaker(text) or has_stray_closer(text):
            return True
        return any(
            is_sentence(text, quotation)
            and comparable(text[quotation.start + 1 : quotation.end - 1])
            != comparable(self.title.text)
            for quotation in find_quotations(text)
        )

    def add_section(self, block: Block, kind: SectionKind) -> None:
        if kind != "other" and any(section.kind == kind for section in self.sections):
            raise PageError(
                "two_stories",
                f"A second section of one kind stands on the page: {block.text[:SHOWN]!r}; is it "
                "two reports, or one printed twice?",
            )
        if kind != "other" or not self.has_kinds:
            self.section_looks.add(looks_of(block))
        self.headed_looks.add(looks_of(block))
        self.sections.append(Section(len(self.sections) + 1, kind, block.cut()))
        self.thesis_number = None
        self.claims.claim(block)

    def add_thesis(self, block: Block) -> None:
        self.thesis_number = len(self.theses) + 1
        self.theses.append(Thesis(self.thesis_number, self.section_number, block.cut()))
        self.claims.claim(block)

    @property
    def section_number(self) -> int | None:
        return len(self.sections) or None

    def add_pair(self, pair: Pair) -> None:
        """Words and their speaker in blocks of their own."""
        words_start = self.blocks[pair.words.place].start
        card_start = self.blocks[pair.card.place].start
        end = self.blocks[pair.place + pair.block_count - 1].end
        spans = tuple(shifted(span, words_start) for span in pair.words.spans)
        mention = moved(pair.card.mention, card_start)
        told_at = mention.pronoun or mention.title
        start = max(self.blocks[pair.place].start, told_at.start if told_at else 0)
        self.add_quote(spans, mention, Span(start, end))

    def add_statements(self, place: int, reading: Reading) -> None:
        """What is said in some blocks, and the prose around it."""
        base = self.blocks[place].start
        blocks = self.blocks[place : place + reading.block_count]
        told_here = Claims()
        for statement in reading.statements:
            spans = tuple(shifted(span, base) for span in statement.spans)
            told = Span(base + statement.start, base + statement.end)
            if self.add_quote(spans, moved(statement.mention, base), told):
                told_here.claim(told)
        for cut in told_here.residue(blocks):
            if self.is_narration(cut):
                self.add_cut(cut)

    def is_narration(self, cut: Cut) -> bool:
        """Whether words beside statements are the page's own prose."""
        words = cut.text.strip(" .,;:—–-")
        return (
            not self.has_speech(cut.text) and not is_unattributed(cut.text.strip()) and bool(words)
        )

    def add_cut(self, cut: Cut) -> None:
        """Note a part of a block as prose."""
        text = cut.text.strip()
        start = cut.start + cut.text.index(text)
        self.add_prose(Cut(text, start, start + len(text)), self.section_number)

    def add_quote(self, spans: tuple[Span, ...], mention: Mention, told: Span) -> bool:
        """Note a quote, if its words are somebody's for certain; else they stay unclaimed."""
        speaker = self.cast.speaker(mention, told.start, told.end) if spans else None
        if speaker is None:
            return False
        self.quote(spans, speaker, told)
        return True

    def quote(self, spans: tuple[Span, ...], speaker: Speaker, told: Span) -> None:
        """Note a quote of a speaker; `told` is all that tells it."""
        self.quotes.append(
            Quote(
                number=len(self.quotes) + 1,
                section_number=self.section_number,
                thesis_number=self.thesis_number,
                spans=tuple(self.cast.cut(span) for span in spans),
                speaker=speaker,
            )
        )
        self.claims.claim(told)

    def refuse(self, block: Block, *, is_whole: bool) -> None:
        """Tell of words that are nobody's; `is_whole` where they close, there or further down."""
        start = block.text if len(block.text) <= SHOWN else block.text[:SHOWN] + "…"
        if is_whole:
            detail = f"Nobody is named as the speaker of {start!r}; the words are in the residue."
            self.issues.append(Issue("parse", "unattributed_quote", detail))
        else:
            detail = f"The quotation {start!r} never closes; text may be missing."
            self.issues.append(Issue("parse", UNCLOSED_QUOTE, detail))


def is_prose_end(text: str) -> bool:
    """Whether a text ends as a sentence does, and not with somebody's words."""
    return text[-1] in ".!?…"


def whole_quotation(unit: str) -> tuple[Span, ...]:
    """The words of a text that is one quotation of whole sentences; none where it is not."""
    quotations = find_quotations(unit)
    if len(quotations) != 1 or quotations[0].start or not is_ended(quotations[0]):
        return ()
    quotation = quotations[0]
    after = unit[quotation.end :].strip()
    if after not in {"", ".", ","} or not quotation.parts:
        return ()
    words = unit[quotation.parts[0].start : quotation.parts[-1].end]
    is_whole = after == "." or (words[-1] in ".!?…," and holds_words(words, MIN_WORDS))
    return spoken(unit, quotation.parts) if is_whole else ()


def is_long_sentence(unit: str) -> bool:
    """Whether a text is a quotation long enough to be somebody's sentence wherever it stands."""
    (quotation,) = find_quotations(unit)
    return is_sentence(unit, quotation) or unit.rstrip().endswith(("”.", "».", '".'))


def has_stray_closer(text: str) -> bool:
    """Whether a quotation closes in a text that did not open in it."""
    return text.count("”") > text.count("“") + text.count("„") + text.count('"') or text.count(
        "»"
    ) > text.count("«")


def is_closed(paragraph: str) -> bool:
    """Whether the quotation that opens a paragraph closes in it."""
    return any(True for _ in closings(paragraph))
