"""The people of a page: who a mention means, where that is certain on the page itself."""

from __future__ import annotations

import re
from bisect import bisect, bisect_left
from dataclasses import dataclass, replace
from functools import cached_property

from rostrum.parsing.affiliations import read_affiliation
from rostrum.parsing.appositions import after_letters
from rostrum.parsing.introductions import Introductions
from rostrum.parsing.lexicon import fold, words_of
from rostrum.parsing.mention import Mention
from rostrum.parsing.mentions import (
    MAX_MENTION_LENGTH,
    OF_PLACE,
    is_titled_span,
    named_from,
    names_within,
    possible_names,
    title_of,
    told_of,
)
from rostrum.parsing.name_words import Kind, is_adjective_or_name, kind_of
from rostrum.parsing.names import is_place
from rostrum.parsing.occupations import OCCUPATIONS
from rostrum.parsing.positions import split_position
from rostrum.parsing.pronouns import (
    ANY_SPEAKER,
    CAPITALIZED,
    MAX_HEAD,
    NEAR,
    NO_PERSON,
    OPENING,
    Pronouns,
    is_called,
    one_each,
)
from rostrum.parsing.russian_cases import is_nominative
from rostrum.parsing.same_person import is_cyrillic, same_person
from rostrum.parsing.sentences import last_sentence_start
from rostrum.parsing.short_names import (
    is_form,
    is_fuller,
    is_given,
    is_inside,
    is_possessive,
    is_short,
    is_without,
    may_be_surname,
)
from rostrum.parsing.spans import Span
from rostrum.parsing.unnamed import ANONYMOUS
from rostrum.records import Cut, Speaker

TRADES = OCCUPATIONS - frozenset(
    "resident volunteer pupil trainee apprentice graduate schoolboy schoolgirl жительница "
    "пенсионер пенсионерка выпускник выпускница студент студентка школьник школьница курсант "
    "доброволец первокурсник первокурсница второкурсница третьекурсница старшекурсник ветеран "
    "староста сотрудница представительница".split()
) | frozenset(
    "official expert author writer economist businessman historian engineer lawyer doctor artist "
    "activist teacher писатель инженер историк врач адвокат юрист эколог экономист чиновник "
    "чиновница специалист ученый исследователь исследовательница гость гостья хозяин "
    "хозяйка".split()
)
"""What the one person of a paragraph may be called without having been introduced so."""

CALLED_BESIDES = {
    "депутат": frozenset("депутат парламентарий председатель фракции спикер комитета".split()),
    "законодатель": frozenset("депутат сенатор председатель спикер комитета".split()),
    "парламентарий": frozenset("депутат сенатор председатель комитета".split()),
    "сенатор": frozenset(("комитета",)),
    "дипломат": frozenset("посол постпред представитель консул посланник".split()),
    "школьница": frozenset("ученица учащаяся".split()),
    "школьник": frozenset("ученик учащийся".split()),
    "топ-менеджер": frozenset("директор президент вице-президент гендиректор".split()),
    "вице-премьер": frozenset(("заместитель",)),
    "вице-спикер": frozenset(("заместитель",)),
    "омбудсмен": frozenset(("уполномоченный", "уполномоченная")),
    "ombudsman": frozenset(("commissioner",)),
}
"""What newspapers call somebody right behind their name, and words of whose positions."""

ANYBODY = frozenset(
    "people person someone somebody кто-то из с реплика реплики голос голоса выкрик выкрики крик "
    "крики возглас возгласы вопрос вопросы".split()
)
"""Words that say nothing of what somebody is."""

OF_BOTH = frozenset("судья владыка батюшка старшина глава".split())
"""Nouns that end as those of women do."""

HIS = frozenset(("собеседник", "гость", "хозяин"))
"""Nouns of men, for there are others for women."""

OF = (" of", " for", " at")
"""How a title ends behind which its organization stands, and no person."""

STEM = 3
"""Letters with which a surname begins in every case."""

ANOTHERS_WORDS = re.compile(
    r"\b(?:his|her|its|их|его|е[её])\s+(?:words?|слов(?:а|о|ам|ами)?|прав\w+|мнени\w+|view|opinion)\b",
    re.IGNORECASE,
)
"""Of whom a sentence speaks before its subject, who is somebody else (`Её слова подтвердил …`)."""

INDEFINITE = re.compile(r"\b(?:an?|one|another|один|одна|some|every)\s+$", re.IGNORECASE)
"""What stands before a word that means nobody who was named."""


@dataclass(frozen=True, slots=True)
class Told:
    """A speaker and where the telling of their words ended."""

    speaker: Speaker
    end: int


class Cast:
    """Who has been named down the page so far; offsets are those of the canonical text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.told: list[Told] = []
        self.last_by_name: dict[str, Speaker] = {}
        self.pronouns = Pronouns(self)
        self.introductions = Introductions(self)
        self.told_by_name: dict[str, Speaker] = {}
        self.keys: dict[str, str] = {}
        self.unknown: dict[str, list[Span]] = {}
        self.mentions: dict[int, Mention] = {}
        self.in_full: dict[str, Span | None] = {}

    @cached_property
    def names(self) -> list[Span]:
        """Every full name of the page, where it stands; a doubtful one where a title is beside."""
        certain = names_within(self.text, 0, len(self.text))
        starts = [name.start for name in certain]
        others = [
            name
            for name in possible_names(self.text, 0, len(self.text))
            if not overlaps(certain, starts, name) and self.is_titled(name)
        ]
        return sorted([*certain, *others]) if others else certain

    @cached_property
    def starts(self) -> list[int]:
        """Where each full name begins."""
        return [name.start for name in self.names]

    @cached_property
    def full_names(self) -> frozenset[str]:
        """Every full name of the page, as printed."""
        return frozenset(name.of(self.text) for name in self.names)

    @cached_property
    def last_names(self) -> frozenset[str]:
        """The last word of every full name of the page, folded."""
        return frozenset(fold(name.rpartition(" ")[2]) for name in self.full_names)

    def is_titled(self, name: Span) -> bool:
        """Whether a title stands right beside capitalized words, so that they are a person."""
        if NO_PERSON.search(self.text, max(0, name.start - NEAR), name.start):
            return False
        title = title_of(self.text, max(0, name.start - NEAR), name)
        if title:
            return not title.of(self.text).endswith(OF)
        end = after_letters(self.text, name.end)
        if self.text[end : end + 1] != ",":
            return False
        if self.text.startswith(", who ", end):
            return True
        mention = named_from(self.text, name.start, name, None, self.reach(name.end))
        return mention is not None and is_titled_span(self.text, mention.position)

    def speaker(self, mention: Mention, start: int, end: int) -> Speaker | None:
        """Who a mention means; `start` to `end` is the telling that holds it.

        A speaker without a name is plainly a person whom nobody names; None is no person for
        certain.
        """
        if mention.name:
            found: Speaker | None = self.named(mention, mention.name)
        elif mention.pronoun:
            found = self.pronouns.speaker(mention.pronoun, start)
            found = self.introductions.complete(found, start)
        elif mention.surname:
            found = self.with_printed(self.of_surname(mention.surname, start), mention)
        else:
            found = self.of_title(mention, start)
        if found and found.name and not mention.name:
            full = self.fullest(Span(found.name.start, found.name.end))
            found = replace(found, name=self.cut(full))
        if found and found.name:
            self.told.append(Told(found, end))
            self.told_by_name.setdefault(fold(found.name.text), found)
            self.last_by_name[fold(found.name.text)] = found
        return found

    def with_printed(self, found: Speaker | None, mention: Mention) -> Speaker | None:
        """Somebody by a bare surname, with what is printed beside it where nothing else is known.

        With a title beside it, a surname that the page never prints in full is a name too.
        """
        printed = mention.position or mention.title
        if printed is None or (found and found.position) or mention.surname is None:
            return found
        if found is None and mention.title is None:
            return None
        position = self.cut(printed)
        known = found or Speaker(self.cut(mention.surname))
        return replace(known, position=position, roles=split_position(position.text))

    def cut(self, span: Span) -> Cut:
        """The words of a span."""
        return Cut(self.text[span.start : span.end], span.start, span.end)

    def named(self, mention: Mention, name: Span) -> Speaker:
        """A person with a full name; what the page said of them before still holds."""
        printed = [self.cut(span) for span in told_of(self.text, mention)]
        roles = [role for part in reversed(printed) for role in split_position(part.text)]
        full = self.cut(self.fullest(name))
        found = Speaker(full, printed[0] if printed else None, tuple(roles))
        if mention.bracket:
            found = self.with_affiliation(found, mention.bracket)
        known = self.known(full.text)
        if known and not printed:
            found = replace(found, position=known.position, roles=known.roles)
        elif not printed and not known:
            found = self.introductions.complete(found, name.start)
        if known and (known.group or known.country) and not mention.bracket:
            found = replace(
                found,
                group=known.group,
                country=known.country,
                country_code=known.country_code,
            )
        return found

    def reach(self, place: int) -> int:
        """How far a position behind a name may reach: to the end of its block, and not for ever."""
        end = self.text.find("\n", place, place + MAX_MENTION_LENGTH)
        return min(place + MAX_MENTION_LENGTH, len(self.text)) if end < 0 else end

    def fullest(self, name: Span) -> Span:
        """The name as the page prints it in full, and in the nominative.

        For `Дениса Окунева` and `Ольга Ильинична`, which no surname ends, and only where
        one full name of the page is certainly that person's.
        """
        text = name.of(self.text)
        if text not in self.in_full:
            fuller = self.one_fuller(text) if is_short(text) else None
            self.in_full[text] = fuller or self.in_nominative(name)
        return self.in_full[text] or name

    def in_nominative(self, name: Span) -> Span | None:
        """Where the page prints a Russian name of another case in the nominative, if it does."""
        text = name.of(self.text)
        if not is_cyrillic(text) or is_nominative(self.text, name):
            return None
        stem = text.rpartition(" ")[2][:STEM]  # most names have another, and are not looked at
        alike = [other for other in self.names if stem in other.of(self.text)]
        found = [other for other in alike if same_person(text, other.of(self.text))]
        found = [other for other in found if is_nominative(self.text, other)]
        return found[0] if len({fold(other.of(self.text)) for other in found}) == 1 else None

    def one_fuller(self, short: str) -> Span | None:
        """Where the page first prints a short name in full, if it does so for one person only."""
        for is_meant in (is_fuller, is_without):
            fuller = [other for other in self.names if is_meant(other.of(self.text), short)]
            if fuller:
                texts = {fold(other.of(self.text)) for other in fuller}
                return fuller[0] if len(texts) == 1 else None
        return None

    def with_affiliation(self, speaker: Speaker, bracket: Span) -> Speaker:
        """A speaker with the group and the country that the brackets after the name tell."""
        told = read_affiliation(bracket.of(self.text))
        if told is None:
            return speaker

        def cut(span: Span | None) -> Cut | None:
            if span is None:
                return None
            return self.cut(Span(bracket.start + span.start, bracket.start + span.end))

        return replace(
            speaker,
            group=cut(told.group),
            country=cut(told.country),
            country_code=told.country_code,
        )

    def known(self, name: str) -> Speaker | None:
        """The one speaker so far who has just this name."""
        return self.last_by_name.get(fold(name))

    def names_near(self, start: int, end: int) -> list[Span]:
        """The full names that touch a stretch of the page."""
        first = max(bisect(self.starts, start) - 1, 0)
        found = self.names[first : bisect_left(self.starts, end)]
        return found[1:] if found and found[0].end <= start else found

    def of_surname(self, surname: Span, start: int, *, is_certain: bool = False) -> Speaker | None:
        """The one person of a bare name among those named before on the page.

        Unless `is_certain`, one with an honorific is a person of that name alone.
        """
        word = surname.of(self.text)
        speakers = list(self.told_by_name.values())
        found = [one for one in speakers if one.name and same_person(word, one.name.text)]
        people = [] if found else self.people_between(0, start)
        for is_meant in (same_person, is_given, is_form, is_inside):
            found = found or [one for one in people if one.name and is_meant(word, one.name.text)]
        found = self.forms_of_one(found) or self.of_unknown_given(word, start)
        if len(found) == 1:
            return self.introductions.complete(found[0], start)
        has_honorific = surname.start > 0 and self.text[: surname.start].rstrip().endswith(
            HONORIFICS
        )
        is_new = not found and has_honorific and not is_certain
        return Speaker(self.cut(surname)) if is_new else None

    def forms_of_one(self, people: list[Speaker]) -> list[Speaker]:
        """One person of people whose names are one in several cases: as the nominative prints it.

        `с министром Ольгой Ким … министр Ольга Ким`.
        """
        names = [one.name for one in people if one.name]
        if len(names) < 2 or not all(same_person(names[0].text, one.text) for one in names):  # noqa: PLR2004 - one is one
            return people
        spans = (Span(one.start, one.end) for one in names)
        in_nominative = [is_nominative(self.text, span) for span in spans]
        return [people[in_nominative.index(True)]] if True in in_nominative else people

    def of_unknown_given(self, surname: str, start: int) -> list[Speaker]:
        """Each person before whose surname it is, by a given name that no list has."""
        if surname not in self.unknown:
            self.unknown[surname] = self.unknown_names(surname)
        found = []
        for name in self.unknown[surname]:
            if name.end <= start:
                title = title_of(self.text, max(0, name.start - NEAR), name)
                found.append(self.named(Mention(name.start, name.end, name, title=title), name))
        return one_each(found)

    def unknown_names(self, surname: str) -> list[Span]:
        """Where a surname first stands behind each word that may be a given name."""
        found: dict[str, Span] = {}
        for match in re.finditer(
            rf"(?<![\w-]){CAPITALIZED} {re.escape(surname)}(?![\w-])", self.text
        ):
            first = match.group().split()[0]
            is_given_name = kind_of(first) in {Kind.PLAIN, Kind.SHARED, Kind.FIRST}
            near = max(0, match.start() - NEAR)
            is_thing = NO_PERSON.search(self.text, near, match.start())
            is_adjective = kind_of(first) is not Kind.FIRST and is_adjective_or_name(first)
            is_land = is_adjective or is_place(match.group().split())
            is_land = is_land or OF_PLACE.search(self.text, near, match.start()) is not None
            is_name = is_given_name and may_be_surname(first) and not is_possessive(first)
            if is_name and not (is_thing or is_land):
                found.setdefault(match.group(), Span(*match.span()))
        return list(found.values())

    def of_title(self, mention: Mention, start: int) -> Speaker | None:
        """The one person so far who is what the words say, else a person without a name."""
        if mention.title is None:
            return None
        title = self.cut(mention.title)
        is_told = ANYBODY.isdisjoint(words_of(title.text)[:1])
        unnamed = Speaker(None, title, split_position(title.text)) if is_told else Speaker(None)
        is_indefinite = INDEFINITE.search(self.text, max(title.start - MAX_HEAD, 0), title.start)
        if is_indefinite or ANONYMOUS.match(self.text, title.end):
            return unnamed
        if named := self.of_titled_surname(title, start):
            return named
        if near := self.called_besides(fold(title.text), start):
            return near
        if found := self.people_called(title, start):
            return found[0] if len(found) == 1 else self.nearest_of(found, start) or unnamed
        return self.of_any_title(title, start) or unnamed

    def nearest_of(self, people: list[Speaker], start: int) -> Speaker | None:
        """The one of several people whom alone the paragraph has named before a place.

        Or the paragraph above, where this one opens with somebody's words and names nobody.
        """
        begin = self.text.rfind("\n", 0, start) + 1
        if begin and not self.names_near(begin, start) and self.text[begin] in OPENING:
            begin = self.text.rfind("\n", 0, begin - 1) + 1
        near = self.pronouns.only_person(begin, start)
        keys = {fold(one.name.text) for one in people if one.name}
        return near if near and near.name and fold(near.name.text) in keys else None

    def of_any_title(self, title: Cut, start: int) -> Speaker | None:
        """Whom a word means that says little of the person: the one who can be meant."""
        word = fold(title.text)
        begin = last_sentence_start(self.text, max(title.start - NEAR, 0), title.start)
        if ANOTHERS_WORDS.search(self.text, begin, title.start):
            return None
        if word in ANY_SPEAKER:
            found = self.pronouns.last_one(start)
        elif word in TRADES:
            found = self.near_person(start)
        else:
            return None
        noun = word.split(maxsplit=1)[0]
        is_hers = noun.endswith(("а", "я")) and noun not in OF_BOTH
        pronoun = "она" if is_hers else "он" if noun in HIS else None
        is_other = found and pronoun and not self.pronouns.is_of_gender(found, pronoun)
        return None if is_other else found

    def near_person(self, start: int) -> Speaker | None:
        """The one person of the paragraph up to a place, or else who was mentioned last."""
        line = self.text.rfind("\n", 0, start) + 1
        if self.names_near(line, start):
            return self.pronouns.only_person(line, start)
        return self.pronouns.last_one(start)

    def called_besides(self, title: str, start: int) -> Speaker | None:
        """Whom newspapers call so right behind the name, by another word for the office."""
        besides = CALLED_BESIDES.get(title)
        if besides is None:
            return None
        found = self.near_person(start)
        words = words_of(found.position.text) if found and found.position else []
        return None if besides.isdisjoint(words) else found

    def people_called(self, title: Cut, start: int) -> list[Speaker]:
        """Who is what some words say: of those who spoke, else of all who are named so far."""
        speakers = list(self.told_by_name.values())
        for people in (speakers, self.people_between(0, start)):
            found = [one for one in people if is_called(title, one)]
            if found:
                exact = [one for one in found if is_called(title, one, besides=False)]
                return exact or found
        return []

    def of_titled_surname(self, title: Cut, start: int) -> Speaker | None:
        """`председатель партии Лось`: the one person of that surname, with what stands before."""
        before, space, last = title.text.rpartition(" ")
        if not space or not last[0].isupper() or last.isupper() or not is_cyrillic(last):
            return None
        place = title.end - len(last)
        found = self.of_surname(Span(place, title.end), start, is_certain=True)
        if found is None:
            return None
        position = self.cut(Span(title.start, title.start + len(before)))
        return replace(found, position=position, roles=split_position(position.text))

    def people_between(self, start: int, end: int) -> list[Speaker]:
        """The different people named in full between two places, as first printed there."""
        found: dict[str, Speaker] = {}
        for name in self.names_between(start, end):
            key = self.key_of(name)
            if key not in found:
                found[key] = self.introductions.complete(self.person_at(name, start, end), end)
        return list(found.values())

    def named_between(self, start: int, end: int) -> list[tuple[int, Speaker]]:
        """Full names between two places: where each stands, and whose it is."""
        names = self.names_between(start, end)
        return [(name.start, self.person_at(name, start, end)) for name in names]

    def names_between(self, start: int, end: int) -> list[Span]:
        """The full names that begin and end between two places."""
        found = self.names[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
        return found[:-1] if found and found[-1].end > end else found

    def key_of(self, name: Span) -> str:
        """What is the same for all printings of one name."""
        text = name.of(self.text)
        if text not in self.keys:
            self.keys[text] = fold(self.fullest(name).of(self.text))
        return self.keys[text]

    def person_at(self, name: Span, start: int, end: int) -> Speaker:
        """Whom a full name means, with what is printed beside it between two places."""
        mention = self.mentions.get(name.start)
        if mention is None:
            mention = self.mentions[name.start] = self.mention_at(name, 0, len(self.text))
        is_clipped = mention.end > end or (mention.title and mention.title.start < start)
        return self.named(self.mention_at(name, start, end) if is_clipped else mention, name)

    def mention_at(self, name: Span, start: int, end: int) -> Mention:
        """A full name as prose mentions it between two places."""
        title = title_of(self.text, max(start, name.start - NEAR), name)
        limit = min(end, self.reach(name.end))
        mention = named_from(self.text, name.start, name, title, limit)
        return mention or Mention(name.start, name.end, name, title=title)


HONORIFICS = ("Mr", "Ms", "Mrs", "Dr", "Prof", "Mr.", "Ms.", "Mrs.", "Dr.", "Prof.", "г-н", "г-жа")


def overlaps(names: list[Span], starts: list[int], other: Span) -> bool:
    """Whether one of the names, which are in order, touches another."""
    place = bisect(starts, other.end)
    return place > 0 and names[place - 1].end > other.start
