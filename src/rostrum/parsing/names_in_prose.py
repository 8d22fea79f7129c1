"""Full names inside prose, and the titles that stand before them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rostrum.parsing.countries import is_country
from rostrum.parsing.lexicon import FOREIGN_ORGANIZATIONS, PERSON_NOUNS, fold
from rostrum.parsing.name_words import (
    DASHES,
    ENDING_PARTICLES,
    GLUED,
    NAMING,
    PARTICLES,
    PATRONYMIC,
    Kind,
    has_title_stem,
    kind_of,
)
from rostrum.parsing.names import (
    MIN_WORDS,
    are_name,
    could_be_name,
    has_length,
    is_family_name,
    is_name,
    is_titled,
    strip_honorific,
    without_nickname,
)
from rostrum.parsing.russian_cases import OBLIQUE
from rostrum.parsing.titles import TITLE_HEADS

WORD = rf"[^\W\d_](?:[\w’‘'ʼ`{DASHES}]*[^\W\d_])?"
INITIALS = rf"(?:[^\W\d_]\.(?:[{DASHES}](?=[^\W\d_]))?)+(?![^\W\d_]{{2}})"
SHORT = r"(?:Jr|Sr|Dr|Mr|Mrs|Ms|Prof|St|Rev|Hon|Rt)\."
TOKEN = re.compile(rf"{INITIALS}|{SHORT}|{WORD}")
CAPITAL = r"[^\W\d_a-zа-яё]"
CAPITALIZED = (
    rf"{CAPITAL}(?<![\w’'.{DASHES}].)"
    rf"(?:\.(?:[{DASHES}]?[^\W\d_]\.)*(?![^\W\d_]{{2}})|"
    rf"(?:r|s|rs|t|rof|ev|on)\.|(?:[\w’‘'ʼ`{DASHES}]*[^\W\d_])?)"
)
"""A word with a capital, initials, or `Mr.`; a class of characters begins it, so that the search
runs from capital to capital."""

SMALL = "(?:" + "|".join(sorted(PARTICLES | ENDING_PARTICLES, key=len, reverse=True)) + r")(?!\w)"
JOINED = rf"(?:al|el|аль|эль|ibn|ибн|бин|d|l)[{DASHES}’']{CAPITAL}[\w’‘'ʼ`{DASHES}]*"
SPACE = r"[ \t\u00a0\u202f\u2009]+"
RUN = re.compile(rf"{CAPITALIZED}(?:{SPACE}(?:{CAPITALIZED}|{JOINED}|{SMALL}))+")
"""Neighbours with capitals, and particles between them: all that can hold a name."""

LONGEST_WORD = 40
LONGEST_ACRONYM = 5
LONGEST_RUN = 12
"""Words; longer ones are a heading in capitals or a list without commas."""
POSSESSIVE = re.compile(r"[’'][sS]?$")
ARTICLES = frozenset(("the", "a", "an"))
COUNTRY = re.compile(r"\s?\((?:[^\W\d_a-zа-яё][\w’'-]+|of|the|and)(?:\s[\w’'-]+){0,4}\)")
DELEGATE = re.compile(
    rf"(?:^|\n)(?P<name>{CAPITAL}(?:{CAPITAL}|[’'.-])*(?:{SPACE}{CAPITAL}(?:{CAPITAL}|[’'.-])*){{1,5}})"
    r"\s\((?P<country>[^\W\d_a-zа-яё][\w’' -]{2,40})\)"
)
"""Who takes the floor in the United Nations' records, whatever the words are."""

NAMED_AFTER = re.compile(r"\b(?:им\.|имени|памяти)\s+$")
LEADS_TO_PLACE = frozenset(
    "in from at since until into near during last next this в во из на".split()
)
PEOPLE = TITLE_HEADS | PERSON_NOUNS
CYRILLIC = re.compile("[А-ЯЁа-яё]")
TERRITORIES = frozenset("Province County City Region District Island State Republic".split())
LONGEST_STYLE = 6
STYLED = re.compile(r"(?<![\w.])(?:Mr|Mrs|Ms|Dr|Prof|Hon)\.?\s+$")
"""A style of address: what follows is a person, though no list has the name."""

CLOSERS = {"«": "»", "“": "”", "„": "“", '"': '"'}


@dataclass(frozen=True, slots=True)
class Token:
    """One word of prose, where it stands, and what it can be in a name."""

    text: str
    start: int
    end: int
    kind: Kind
    is_joined: bool
    """Whether only spaces stand between it and the word before."""


def find_names(text: str) -> list[tuple[int, int]]:
    """Where full names stand in prose, each as wide as it goes, titles and honorifics apart."""
    found: list[tuple[int, int]] = []
    text = without_nickname(text)
    for match in RUN.finditer(text):
        tokens = read_tokens(text, match)
        begin = 0
        while begin < len(tokens):
            end = end_of_run(tokens, begin)
            if end - begin >= MIN_WORDS and (span := read_run(text, tokens, begin, end)):
                found.append(span)
            begin = max(end, begin + 1)
    others = [match.span() for match in GLUED.finditer(text)]
    others += [
        match.span("name")
        for match in DELEGATE.finditer(text)
        if is_country(match["country"]) and not touches(found, match.span("name"))
    ]
    return sorted([*found, *others]) if others else found


def touches(spans: list[tuple[int, int]], other: tuple[int, int]) -> bool:
    """Whether one of some stretches has a character in common with another."""
    return any(start < other[1] and other[0] < end for start, end in spans)


def read_tokens(text: str, run: re.Match[str]) -> list[Token]:
    """The words of a run with what they can be."""
    tokens: list[Token] = []
    is_joined = False
    for match in TOKEN.finditer(text, run.start(), run.end()):
        word = POSSESSIVE.sub("", match.group())
        end = match.start() + len(word)
        tokens.append(Token(word, match.start(), end, kind_of(word), is_joined))
        is_joined = end == match.end() and text[end : end + 1] not in "’'"
    return tokens


def word_before(text: str, start: int) -> str:
    """The word right before a place, in small letters; empty where none is."""
    before = text[max(0, start - LONGEST_WORD) : start]
    return before.split()[-1].casefold() if before[-1:].isspace() and before.strip() else ""


def end_of_run(tokens: list[Token], begin: int) -> int:
    """The end of the words from `begin` on that can be one name; `begin` where none is."""
    if not is_inside(tokens[begin]) or tokens[begin].text.islower():
        return begin
    end = begin + 1
    while end < len(tokens) and tokens[end].is_joined and is_inside(tokens[end]):
        end += 1
    if end - begin > LONGEST_RUN:
        return end
    while (
        end > begin
        and tokens[end - 1].kind is Kind.PARTICLE
        and not are_name(words(tokens[begin:end]))
    ):
        end -= 1
    return end


def is_inside(token: Token) -> bool:
    """Whether a word can go on a name that has begun."""
    return token.kind in NAMING or token.kind in {Kind.INITIAL, Kind.PARTICLE, Kind.SUFFIX}


def words(tokens: list[Token]) -> list[str]:
    """The words of tokens."""
    return [token.text for token in tokens]


def read_run(text: str, tokens: list[Token], begin: int, end: int) -> tuple[int, int] | None:
    """A run of words that can be a name → the name in it."""
    if is_followed_by_thing(tokens, end) or is_name_of_thing(tokens, begin):
        return None
    begin = after_namesake(text, tokens, begin, end)
    if begin == end:
        return None
    begin = after_latin(tokens, after_territory(tokens, begin, end), end)
    begin = drop_place(text, tokens, begin, end)
    if not has_length(words(tokens[begin:end])) or is_ruled_out(text, tokens, begin, end):
        return None
    start, stop = tokens[begin].start, tokens[end - 1].end
    if is_delegate(text, tokens[begin:end]) or is_styled(text, start, stop):
        return start, stop
    if not are_name(words(tokens[begin:end])) or not is_name(text[start:stop]):
        return None
    return start + strip_honorific(text[start:stop]), stop


def after_namesake(text: str, tokens: list[Token], begin: int, end: int) -> int:
    """Where a name begins behind that of whom a house is named after (`им. Лось И. О. Рысь`)."""
    place = tokens[begin].start
    if not NAMED_AFTER.search(text, max(place - LONGEST_WORD, 0), place):
        return begin
    initials = [at for at in range(begin + 1, end - 1) if tokens[at].kind is Kind.INITIAL]
    is_initialled = tokens[begin].kind is not Kind.INITIAL and tokens[end - 1].kind in NAMING
    return initials[0] if initials and is_initialled else end


def after_territory(tokens: list[Token], begin: int, end: int) -> int:
    """Where a name begins behind a land with the word for it (`of Ustaran Province Ada Lund`)."""
    lands = range(begin + 1, end - MIN_WORDS)
    return next((at + 1 for at in lands if tokens[at].text in TERRITORIES), begin)


def after_latin(tokens: list[Token], begin: int, end: int) -> int:
    """Where a Russian name begins behind a firm's in Latin letters (`Raum & Co Анна Лось`)."""
    if not tokens[begin].text.isascii():
        return begin
    russian = (at for at in range(begin + 1, end) if CYRILLIC.match(tokens[at].text))
    return next(russian, begin)


def is_delegate(text: str, tokens: list[Token]) -> bool:
    """`TSERENDORJ BATBAYAR (Mongolia)`: capitals, and a country in brackets behind them."""
    return (
        len(tokens) >= MIN_WORDS
        and all(token.text.isupper() for token in tokens)
        and COUNTRY.match(text, tokens[-1].end) is not None
    )


def is_styled(text: str, start: int, stop: int) -> bool:
    """Whether a style of address stands before what may be a name (`Dr. Orsolt Vellen`)."""
    is_addressed = STYLED.search(text, max(start - LONGEST_STYLE, 0), start) is not None
    return is_addressed and could_be_name(text[start:stop])


def is_followed_by_thing(tokens: list[Token], end: int) -> bool:
    """Whether the run only names what comes next (`Ada Lund Foundation`)."""
    if end >= len(tokens) or not tokens[end].is_joined or tokens[end].text[0].islower():
        return False
    return tokens[end].kind is Kind.OTHER


def is_name_of_thing(tokens: list[Token], begin: int) -> bool:
    """Whether a foreign word for an organization leads to the run (`Instituto Lund de Energia`)."""
    before = tokens[begin - 1] if begin and tokens[begin].is_joined else None
    return before is not None and fold(before.text) in FOREIGN_ORGANIZATIONS


def drop_place(text: str, tokens: list[Token], begin: int, end: int) -> int:
    """Where the name begins after a place that a title or a preposition leads to.

    `President of Orvenia Jan Brask`, `In May Jan Brask`, and the first word of a sentence before
    a given name.
    """
    first = tokens[begin]
    if end - begin > MIN_WORDS and (is_oblique(first) or are_people(first) or is_land(first)):
        return drop_place(text, tokens, begin + 1, end)
    later = [
        number
        for number in range(begin + 1, end)
        if tokens[number].kind is Kind.FIRST and end - number >= MIN_WORDS
    ]
    if not later or tokens[begin].kind is Kind.INITIAL:
        return begin
    is_other = (
        tokens[begin].kind is Kind.COMMON
        or (tokens[begin].kind is Kind.SHARED and tokens[begin + 1].kind is Kind.COMMON)
        or (is_acronym(tokens[begin].text) and not tokens[begin + 1].text.isupper())
        or (tokens[begin].kind is Kind.SHARED and is_titled(words(tokens[begin:end])))
        or (tokens[begin].kind is Kind.SHARED and goes_on_a_phrase(tokens, begin))
        or is_after_title(text, tokens[begin])
        or is_russian_noun(text, tokens[begin])
        or is_russian_place(tokens[begin:end])
    )
    return later[0] if is_other else begin


def are_people(token: Token) -> bool:
    """Whether a word tells what several people are (`Panelists Ada Lund and Jan Brask`)."""
    folded = fold(token.text)
    one = folded.removesuffix("s")
    return one != folded and token.kind is not Kind.FIRST and one in PEOPLE


def is_land(token: Token) -> bool:
    """Whether a word can only be a land in the genitive (`министр Тавридонии Пётр Лось`)."""
    return token.kind is Kind.PLAIN and fold(token.text).endswith("ии")


def is_oblique(token: Token) -> bool:
    """Whether a word is a Russian adjective in another case (`Республике Сербской Пётр Лось`)."""
    return token.kind is not Kind.FIRST and fold(token.text).endswith(OBLIQUE)


def goes_on_a_phrase(tokens: list[Token], begin: int) -> bool:
    """Whether a capitalized word stands right before: `Committee on Shared Waters Jan Brask`."""
    return begin > 0 and tokens[begin].is_joined and tokens[begin - 1].text[0].isupper()


def is_acronym(word: str) -> bool:
    """Whether a word in capitals is an organization before a name in small letters (`ОДКБ`)."""
    return word.isupper() and len(word) <= LONGEST_ACRONYM and not is_family_name(word)


def is_after_title(text: str, token: Token) -> bool:
    """Whether a word is a place: `President of Orvenia`, `in Skelling`, but not `by Kofi`."""
    if token.kind is Kind.FIRST and not is_country(token.text):
        return False
    before = word_before(text, token.start)
    return before == "of" or before in LEADS_TO_PLACE


def is_russian_noun(text: str, token: Token) -> bool:
    """Whether a Russian word is a noun and no name: at the head of a sentence, or after a title."""
    if token.kind is not Kind.PLAIN or not "а" <= token.text[0].casefold() <= "я":
        return False
    before = word_before(text, token.start)
    is_place = (
        not before
        or before in TITLE_HEADS
        or has_title_stem(before)
        or before.endswith(OBLIQUE)  # старосты Горного Лога Ханны Лось
    )
    return is_place and not is_surname(token.text)


def is_russian_place(tokens: list[Token]) -> bool:
    """Whether a run begins with a place (`посёлка Зарецкого Полина Райская`).

    A Russian name of three words begins with its surname only where it ends with a patronymic.
    """
    if len(tokens) <= MIN_WORDS or not "а" <= tokens[0].text[0].casefold() <= "я":
        return False
    is_other = tokens[0].kind in {Kind.PLAIN, Kind.SHARED, Kind.COMMON}
    is_given = any(
        token.kind is Kind.FIRST and not PATRONYMIC.fullmatch(fold(token.text))
        for token in tokens[1:-1]
    )
    return is_other and is_given and not PATRONYMIC.fullmatch(fold(tokens[-1].text))


def is_surname(word: str) -> bool:
    """Whether a Russian word ends like a surname, in any case."""
    folded = fold(word)
    return word.isupper() or folded.endswith(SURNAME_ENDINGS)


SURNAME_ENDINGS = (
    *(stem + end for stem in ("ов", "ев", "ин", "ын") for end in ("", "а", "у", "ым", "е", "ой")),
    *(
        "ский",
        "ская",
        "ского",
        "скому",
        "ским",
        "ской",
        "ко",
        "ук",
        "юк",
        "ич",
        "ян",
        "дзе",
        "швили",
    ),
)


def is_ruled_out(text: str, tokens: list[Token], begin: int, end: int) -> bool:
    """Whether an article leads to the run, or it is the whole of a quotation."""
    if word_before(text, tokens[begin].start) in ARTICLES:
        return True
    start, stop = tokens[begin].start, tokens[end - 1].end
    closer = CLOSERS.get(text[start - 1 : start])
    return closer is not None and text[stop : stop + 1] == closer
