"""Full names inside prose, and the titles that stand before them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rostrum.parsing.lexicon import CASE_ENDINGS, fold, is_organization_noun
from rostrum.parsing.countries import is_country
from rostrum.parsing.name_words import DASHES, NAMING, Kind, has_title_stem, kind_of
from rostrum.parsing.names import MAX_WORDS, MIN_WORDS, are_name, strip_honorific
from rostrum.parsing.titles import TITLE_HEADS

WORD = rf"[^\W\d_](?:[\w’'ʼ`{DASHES}]*[^\W\d_])?"
TOKEN = re.compile(
    rf"(?:[^\W\d_]\.(?:[{DASHES}](?=[^\W\d_]))?)+(?![^\W\d_]{{2}})|(?:Jr|Sr|Dr|Mr|Mrs|Ms|Prof|St|Rev|Hon|Rt|акад|проф)\.|"
    rf"{WORD}"
)
GAP = re.compile(r"[ \t\r\n\u00a0\u202f\u2009]+")
POSSESSIVE = re.compile(r"[’'][sS]?$")
ARTICLES = frozenset(("the", "a", "an"))
LEADS_TO_PLACE = frozenset(
    "of in from at to for by on since until into near during last next this в во из при на с к до "
    "от по под".split()
)
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
    tokens = read_tokens(text)
    found: list[tuple[int, int]] = []
    begin = 0
    while begin < len(tokens):
        end = end_of_run(tokens, begin)
        if end - begin >= MIN_WORDS and (span := read_run(text, tokens, begin, end)):
            found.append(span)
        begin = max(end, begin + 1)
    return found


def read_tokens(text: str) -> list[Token]:
    """The words of a text with what they can be."""
    tokens: list[Token] = []
    last = 0
    for match in TOKEN.finditer(text):
        word = POSSESSIVE.sub("", match.group())
        end = match.start() + len(word)
        gap = text[last : match.start()]
        is_joined = bool(tokens) and GAP.fullmatch(gap) is not None
        tokens.append(Token(word, match.start(), end, kind_of(word), is_joined))
        last = end
    return tokens


def end_of_run(tokens: list[Token], begin: int) -> int:
    """The end of the words from `begin` on that can be one name; `begin` where none is."""
    if tokens[begin].kind not in NAMING and tokens[begin].kind is not Kind.INITIAL:
        if tokens[begin].kind is not Kind.PARTICLE or tokens[begin].text.islower():
            return begin
    end = begin + 1
    while end < len(tokens) and tokens[end].is_joined and is_inside(tokens[end]):
        end += 1
    while end > begin and tokens[end - 1].kind is Kind.PARTICLE and not are_name(words(tokens[begin:end])):
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
    if is_followed_by_thing(tokens, end):
        return None
    begin = drop_place(text, tokens, begin, end)
    if end - begin > MAX_WORDS or is_ruled_out(text, tokens, begin, end):
        return None
    if not are_name(words(tokens[begin:end])):
        return None
    return tokens[begin].start, tokens[end - 1].end


def is_followed_by_thing(tokens: list[Token], end: int) -> bool:
    """Whether the run only names what comes next (`Ada Lund Foundation`)."""
    if end >= len(tokens) or not tokens[end].is_joined or tokens[end].text[0].islower():
        return False
    return tokens[end].kind is Kind.OTHER


def drop_place(text: str, tokens: list[Token], begin: int, end: int) -> int:
    """Where the name begins after a place that a title or a preposition leads to.

    `President of Orvenia Jan Brask`, `In May Jan Brask`, and the first word of a sentence before
    a given name.
    """
    before = tokens[begin - 1] if begin and tokens[begin].is_joined else None
    later = [
        number
        for number in range(begin + 1, end)
        if tokens[number].kind is Kind.FIRST and end - number >= MIN_WORDS
    ]
    if not later or tokens[begin].kind is Kind.INITIAL:
        return begin
    if before is not None and before.text.casefold() in LEADS_TO_PLACE:
        if tokens[begin].kind is not Kind.FIRST or is_country(tokens[begin].text):
            return later[0]
    if is_cyrillic_opener(tokens[begin]) and not is_surname(tokens[begin].text) and before is None:
        return later[0]
    return begin


def is_cyrillic_opener(token: Token) -> bool:
    """Whether a Russian word is a name only by its capital."""
    return token.kind is Kind.PLAIN and "а" <= token.text[0].casefold() <= "я"


def is_surname(word: str) -> bool:
    """Whether a Russian word ends like a surname, in any case."""
    folded = fold(word)
    return word.isupper() or folded.endswith(SURNAME_ENDINGS)


SURNAME_ENDINGS = tuple(
    stem + ending
    for stem in ("ов", "ев", "ин", "ын")
    for ending in ("", "а", "у", "ым", "е", "ой")
) + ("ский", "ская", "ского", "скому", "ским", "ской", "ко", "ук", "юк", "ич", "ян", "дзе", "швили")


def is_ruled_out(text: str, tokens: list[Token], begin: int, end: int) -> bool:
    """Whether an article leads to the run, or it is the whole of a quotation."""
    before = tokens[begin - 1] if begin else None
    if before is not None and tokens[begin].is_joined and before.text.casefold() in ARTICLES:
        return True
    start, stop = tokens[begin].start, tokens[end - 1].end
    closer = CLOSERS.get(text[start - 1 : start])
    return closer is not None and text[stop : stop + 1] == closer


# --- titles before a name -------------------------------------------------------------------

BOUNDARY = re.compile(r"[.!?…](?=\s)|[;:—–“”\"]|(?<!\w)-|,|\n|\)|\(")
MAX_TITLE = 240
CONNECTORS = frozenset("of for to at in on and the de & и по при в во на".split())
MODIFIERS = frozenset(
    "european african asian international national federal regional supreme constitutional high "
    "foreign crown great world federal deputy lead shadow".split()
)
VERB = re.compile(r".{2,}(?:[иаяеу]л[аио]?|[иа]лся|ась|ись|ает|яет|ует|ит|ют|ут|ят)$")
NO_VERBS = frozenset("отдел отдела капитала персонала канала журнала филиала дела дело совет "
"совета комитет комитета кабинет кабинета факультет факультета университет университета "
"бюджета суверенитет института институт".split())


def title_before(text: str, name_start: int) -> int | None:
    """Where the title begins that stands right before a name; None where there is none.

    A leading article is no part of it.
    """
    floor = max(0, name_start - MAX_TITLE)
    before = text[floor:name_start]
    end = len(before)
    if honorific := re.search(r"(?:(?:Mr|Mrs|Ms|Dr|Prof)\.?|H\.E\.|г-н\w*|г-ж\w)\s+$", before):
        end = honorific.start()
    stripped = before[:end].rstrip()
    if stripped.endswith(","):
        stripped = stripped[:-1]
    tokens = [token for token in re.finditer(rf"[^\W\d_][\w’'{DASHES}.&]*|&", stripped) ]
    tokens = after_boundary(stripped, tokens)
    if not tokens:
        return None
    is_russian = re.search("[а-яё]", stripped[tokens[-1].start():], re.IGNORECASE)
    begin = russian_title(tokens) if is_russian else english_title(tokens)
    return None if begin is None else floor + tokens[begin].start()


def after_boundary(before: str, tokens: list[re.Match[str]]) -> list[re.Match[str]]:
    """The words after the last stop outside `«…»`."""
    hidden = re.sub(r"«[^«»]*»", lambda quoted: "x" * len(quoted.group()), before)
    last = max((match.end() for match in BOUNDARY.finditer(hidden)), default=0)
    last = max(last, hidden.rfind("«") + 1)
    return [token for token in tokens if token.start() >= last]


def english_title(tokens: list[re.Match[str]]) -> int | None:
    """Walk back over capitalized words and their joints to the first head of a title."""
    begin = len(tokens)
    while begin and is_of_title(tokens[begin - 1].group()):
        begin -= 1
    heads = [n for n in range(begin, len(tokens)) if is_head(tokens[n].group())]
    if not heads:
        return None
    first, begin = begin, heads[0]
    while begin > first and is_modifier(tokens[begin - 1].group()):
        begin -= 1
    return begin


def is_of_title(word: str) -> bool:
    """Whether an English word can stand in a title in prose."""
    folded = fold(word)
    return word[0].isupper() or folded in CONNECTORS or folded in TITLE_HEADS or folded in SMALL_TITLE_WORDS


SMALL_TITLE_WORDS = frozenset(
    "affairs foreign justice finance defence defense interior health trade energy environment law "
    "department committee party board council group legal international human rights staff general "
    "supervisory state union government opposition".split()
)


def is_head(word: str) -> bool:
    """Whether an English word is a head of a title."""
    return fold(word) in TITLE_HEADS


def is_modifier(word: str) -> bool:
    """Whether a word before a head belongs to it (`Norvik CEO`, `Mexican Foreign Minister`)."""
    folded = fold(word)
    if folded in CONNECTORS or folded in ARTICLES or kind_of(word) is Kind.OPENER:
        return False
    if word.endswith("ing"):
        return False
    return word[0].isupper() or folded in SMALL_TITLE_WORDS


def russian_title(tokens: list[re.Match[str]]) -> int | None:
    """The first head of a title after which no verb stands."""
    for number in range(len(tokens) - 1, -1, -1):
        if is_verb(tokens[number].group()):
            tokens_from = number + 1
            break
    else:
        tokens_from = 0
    for number in range(tokens_from, len(tokens)):
        word = fold(tokens[number].group())
        if word in TITLE_HEADS or has_title_stem(word):
            return number
    return None


def is_verb(word: str) -> bool:
    """Whether a small Russian word looks like a finite verb."""
    folded = fold(word)
    return word.islower() and VERB.fullmatch(folded) is not None and not (
        folded in NO_VERBS or is_organization_noun(folded) or folded in TITLE_HEADS or has_title_stem(folded)
    )
