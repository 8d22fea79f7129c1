"""A speaker as prose mentions one: `Rapporteur Niels Fuglsang (S&D, DK)`, `Lund`, `she`.

A mention is read from where it must begin (after a verb) or up to where it must end (before one);
what stands between must be part of it, else nobody is named for certain.
"""

from __future__ import annotations

import re

from rostrum.parsing.appositions import (
    ARTICLE,
    COMMA,
    DOING,
    IN_BRACKETS,
    NETWORK,
    NO_POSITION,
    WORDS_FOLLOW,
    after_letters,
    begins_titled,
    is_position,
    is_titled,
    position_from,
    read_bracket,
    trim_position,
)
from rostrum.parsing.before_comma import is_behind_clause, role_before_comma
from rostrum.parsing.lexicon import fold, is_organization_noun, words_of
from rostrum.parsing.mention import Mention
from rostrum.parsing.name_words import INITIAL, PATRONYMIC, Kind, kind_of
from rostrum.parsing.names import could_be_name, is_name, strip_honorific, trim_name
from rostrum.parsing.names_in_prose import find_names
from rostrum.parsing.russian_cases import is_nominative, is_oblique
from rostrum.parsing.russian_telling import (
    AUDIENCE,
    PREPOSITIONS,
    role_at_head,
    role_before,
    skip_to_role,
)
from rostrum.parsing.sentences import find_sentence_end
from rostrum.parsing.spans import Span
from rostrum.parsing.speech import PRONOUN
from rostrum.parsing.title_before import title_before
from rostrum.parsing.titles import TITLE_ADJECTIVES, TITLE_HEADS, TITLE_NOUNS
from rostrum.parsing.unnamed import (
    ENGLISH_AGENT,
    UNNAMED,
    is_person_noun,
    unnamed_from,
    unnamed_up_to,
)

MAX_NAME_LENGTH = 120
"""Characters; a longer stretch is no name and need not be looked at."""

MAX_MENTION_LENGTH = 1000
"""Characters; a name that stands further on is not the one that a verb leads to."""

MAX_HONORIFIC = 45
"""Characters of all that stands before a name (`His Excellency Mr.`)."""

RUN = re.compile(
    r"[^\W\d_a-zа-яё][\w’'.-]{0,40}+"
    r"(?:[^\S\n]+(?:[a-zа-яё’']{1,4}[^\S\n]+){0,2}[^\W\d_a-zа-яё][\w’'-]{0,40}\.?)+"
)
"""Capitalized words of a line, with particles between them; without a bound, a long word takes
time by its square."""

ONE_WORD = re.compile(r",\s+(?P<word>[^\W\d_a-zа-яё][a-zà-ÿа-яё’'-]{1,40})\s$")
"""A capitalized word between a comma and a verb."""

FROM_PLACE = re.compile(r"(?:^|\s)(?:из|в|во|под)\s+$")
OF_PLACE = re.compile(
    r"\b(?:посёлка|поселка|села|деревни|города|городка|хутора|станицы|аула|острова|республики|"
    r"района|области|края|округа|штата|провинции|королевства|княжества|государства|федерации)\s+$",
    re.IGNORECASE,
)
OF_HOUSE = re.compile(
    r"\b(?:Университета|Института|Академии|Театра|Музея|Центра|Фонда|Клуба|Банка|Колледжа)\s+$"
)
"""What stands before the place of such a house (`профессор Университета Твери Анна Лось`)."""

TERRITORY = re.compile(r"\s(?:области|района|края|округа|республики|волости|губернии|улуса)\b")
"""Behind an adjective of a place, which is no surname then (`Аким Норвикской области`)."""

SEE = re.compile(r"(?:епископ|митрополит)\w* (?:[А-ЯЁ][а-яё-]+ский и )?$")
"""What stands before a bishop's see and given name (`епископ Озёрский Пафнутий`)."""

OFFICE_OF = re.compile(
    r"\b(?:(?i:president|mayor|governor|minister|secretary|ambassador|head|director|chair|"
    r"chairman|chairwoman|chairperson|commissioner|king|queen|prince|bishop|archbishop|premier|"
    r"speaker|leader|chief|rector|dean)) (?:[A-Za-z&-]+ ){0,5}?of (?:the )?(?:(?:Upper|Lower|New|"
    r"Old|North|South|East|West|Great|Little|Saint|St|Port|Fort|Mount|Lake|San|Santa) )?$"
)
"""An office and its `of`, behind which a place stands before the name."""

ADJECTIVE = re.compile(r"[А-ЯЁ][а-яё]+(?:ый|ий|ая|яя|ое|ее|ые|ие|ого|ой|их|ых)")
MAX_PLACE = 16
"""Characters of a word for a place, and a space."""

MAX_PREPOSITION = 6
"""Characters of a preposition before a place, and of spaces."""

MAX_WORD = 50
MAX_AGENT = 60
"""Characters of a title in small letters, and of what is looked at before it."""

MAX_STYLE = 60
"""Characters before a name in which a comma stands, honorifics and a style between them."""

SPACES = re.compile(r"\s+")

LEADING_WORDS = re.compile(
    r"(?:(?!(?:to|that|at|in|on|by|for|of|with|from|as|and|or|but|the|an?|who|which|when|while|after|"
    r"before|is|was|has|had|were|are)\b)[A-Za-zÀ-ÿ’'-]+\s){1,6}"
)
"""Words before a title that say which one it is (`the UN health agency’s emergencies`)."""

DEGREES = frozenset(("профессор", "академик"))
"""Styles that are the last of somebody's titles where others stand before them."""

FROM_ORGANIZATION = re.compile(
    r"\s+(?:from|of|with)\s+(?:the\s+)?(?P<what>(?:[a-z][\w-]*\s+){0,2}?[A-Z][\w’'&-]*"
    r"(?:\s+(?:(?:of|for|and|on|the)\s+){0,2}[A-Z][\w’'&-]*)*)"
)

ROLE_PHRASE = re.compile(
    r"(?:(?!(?:to|that|at|in|on|by|with|from|as|or|but|an?|who|which|when|while|after|before|is|was|"
    r"has|had|were|are|during|about|over|under|against|he|she|they|it|we|you|this|these|not)\b)"
    r"(?:[A-Za-zÀ-ÿ][\w’'&-]*|\d+)\s+){1,8}"
)
NO_ROLE_END = re.compile(
    r"(?:[’']s|\b(?:of|for|and|the|today|yesterday|later|then|also|again|here|there|now|meanwhile|"
    r"afterwards|\w+day|[a-z]+ly))\s+$"
)

AGENT_WORDS = 3
LOWER_TITLE = re.compile(
    r"(?:^|[.!?,;:“”]\s+|\n)(?:(?:[Bb]ut|[Aa]nd|[Yy]et|[Ss]o|[Tt]hat|when|where|while|as|because|by|"
    r"with|from|to|for|the|an?)\s+)?$|"
    r"\b(?:[Bb]ut|[Aa]nd|[Tt]hat|when|where|while|as|because|by|with|from|to|for|of|the|an?)\s+$"
)
"""What stands before a title in small letters (`But bus driver Ada Lund`)."""

CYRILLIC = re.compile("[«А-яЁё,]")

JOINED = re.compile(r"(?:\band|\bи|&|,|/|\bсовместно с|\btogether with)\s*$", re.IGNORECASE)

AND = re.compile(r"\s(?:and|и|&)\s")

OF_WHOM = re.compile(
    r"\b(?:for|from|at|with|by|about|against|on|in|aboard|near|to|behind|above|below|under|beside|Of|"
    r"About|From|For|With|To)\s+(?:the\s+)?$"
)
"""What leads to an organization, or to somebody who does not speak."""

RELATIVES = (
    "husband|wife|widow|widower|son|daughter|mother|father|brother|sister|colleague|friend|deputy|"
    "aide|advis[eo]r|assistant|spokes[a-z]+|lawyer|neighbou?r|successor|predecessor|biographer|pupil"
)
RELATED_TO = re.compile(rf"\b(?:{RELATIVES})s?\s+(?:of|to|for)\s+(?:the\s+late\s+)?$")
"""Who somebody is to the person whose name follows."""

RELATIVE_OF = re.compile(rf"[’']s?\s+(?:[a-z-]+\s+){{0,2}}?(?:{RELATIVES})\b")
"""The same behind the name."""

ADVERBIAL = re.compile(
    r"(?:today|yesterday|on \w+day|in (?:his|her|their|an?) [\w\s]{3,40}?(?=\s[^\W\d_a-z])|"
    r"(?:в|на) (?:своем|своём|своей|ходе|рамках|интервью|эфире|сессии|заседании|встрече|полях)"
    r"[^,.:;]{0,60}?(?=\s[^\W\d_а-яё]|\s(?:глава|президент|министр|директор|председатель|заместитель)))\s+",
)


def names_within(text: str, start: int, end: int) -> list[Span]:
    """The full names that stand between two places."""
    found = []
    for begin, stop in find_names(text[start:end]):
        if TERRITORY.match(text, start + stop) or SEE.search(text, start, start + begin):
            continue
        first, last = trim_name(text[start + begin : start + stop])
        found.append(behind_place(text, Span(start + begin + first, start + begin + last)))
    return found


def behind_place(text: str, name: Span) -> Span:
    """A name less the place before it (`туроператор из Твери Анна Лось`)."""
    spaces = [space.end() for space in SPACES.finditer(text, name.start, name.end)]
    if len(spaces) < 2:  # noqa: PLR2004 - a place, a given name, a surname
        return name
    if OFFICE_OF.search(text, max(name.start - MAX_AGENT, 0), name.start):
        return behind_realm(text, name, spaces)
    if FROM_PLACE.search(text, max(name.start - MAX_PREPOSITION, 0), name.start):
        return Span(spaces[0], name.end)
    near = max(name.start - MAX_PLACE, 0)
    if OF_PLACE.search(text, near, name.start) or OF_HOUSE.search(text, near, name.start):
        begins = (name.start, *spaces[:-1])
        given = (at for at in begins if is_given_name(first_word(text, at)))
        is_full = (
            PATRONYMIC.fullmatch(fold(first_word(text, spaces[0]))) is not None
            or kind_of(first_word(text, name.start)) is Kind.INITIAL
        )
        # `села Верхняя Шуя Анна Лось`
        is_long = spaces[2:] and ADJECTIVE.fullmatch(first_word(text, name.start))
        behind = spaces[1] if is_long else spaces[0]
        return Span(next(given, name.start if is_full else behind), name.end)
    return name


def behind_realm(text: str, name: Span, begins: list[int]) -> Span:
    """A name less the place of an office before it (`Mayor of Norvik Ada Lund`).

    It begins with the last given name that lists know, or else is its last two words.
    """
    if is_given_name(first_word(text, name.start)):
        return name
    last = -2 if kind_of(first_word(text, begins[-1])) is Kind.SUFFIX else -1
    given = [begin for begin in begins[:last] if is_given_name(first_word(text, begin))]
    return Span(given[0] if given else begins[last - 1], name.end)


def is_given_name(word: str) -> bool:
    """Whether a word is a given name that lists know, and no patronymic."""
    return kind_of(word) is Kind.FIRST and not PATRONYMIC.fullmatch(fold(word))


def first_word(text: str, place: int) -> str:
    """The word that begins at a place."""
    return text[place : place + MAX_WORD].split(maxsplit=1)[0]


def mention_up_to(text: str, start: int, end: int) -> Mention | None:
    """The mention that ends at `end`, beginning at `start` or later."""
    if last := surname_behind_comma(text, start, end):
        return Mention(last.start, last.end, surname=last)
    return whole_up_to(text, start, end)


def whole_up_to(text: str, start: int, end: int) -> Mention | None:
    """The mention that ends at `end`, with what stands behind its name."""
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",:—–-"):
        end -= 1
    names = names_within(text, start, end)
    if len(names) > 1 and (first := with_organization(text, start, names, end)):
        return first
    for name in reversed(names):
        found = with_rest(text, name, end)
        if found is None:
            continue
        if OF_WHOM.search(text, start, name.start):
            return unnamed_up_to(text, start, end)
        if name is not names[0] and text.endswith(" of ", start, name.start):
            continue  # `Ada Lund, chair of Lund Brothers`
        title = title_of(text, start, name)
        begin = title.start if title else name.start
        are_two = JOINED.search(text[start:begin]) and name is not names[0]
        if are_two or is_oblique(text, name) or is_of_another(text, start, name, end):
            return None  # `Помощник Анны Лось`
        return Mention(before_honorific(text, start, begin), end, name, None, None, title, *found)
    if names:
        return None
    return possible_up_to(text, start, end) or unnamed_up_to(text, start, end)


def is_of_another(text: str, start: int, name: Span, end: int) -> bool:
    """Whether a name only tells whose somebody is (`Ada Lund’s deputy`, `a friend of Ada Lund`)."""
    owns = RELATIVE_OF.match(text, name.end - 2, end) or RELATIVE_OF.match(text, name.end, end)
    return owns is not None or RELATED_TO.search(text, start, name.start) is not None


def with_organization(text: str, start: int, names: list[Span], end: int) -> Mention | None:
    """`Ada Lund, director, Norvik Brothers:`, where what ends the clause looks like a name too."""
    name, *others = names
    is_first = before_honorific(text, start, name.start) == start and COMMA.match(text, name.end)
    if not is_first or not all(text[: one.start].endswith(", ") for one in others):
        return None
    found = with_rest(text, name, end)
    if found is None or not is_titled_span(text, found[0]):
        return None
    return Mention(start, end, name, None, None, None, *found)


def possible_up_to(text: str, start: int, end: int) -> Mention | None:
    """The mention that ends at `end` of somebody whose name no list has."""
    for name in possible_names(text, start, end, may_be_words=True):
        if OF_WHOM.search(text, start, name.start):
            return None
        found = with_rest(text, name, end)
        title = title_of(text, start, name)
        sure = title or has_initial(name.of(text))
        if found and ((sure and could_be_name(name.of(text))) or is_titled_span(text, found[0])):
            begin = title.start if title else name.start
            first = before_honorific(text, start, begin)
            return Mention(first, end, name, None, None, title, *found)
    return None


def surname_behind_comma(text: str, start: int, end: int) -> Span | None:
    """The surname with which words end, right behind a comma (`On the shore of Little Auk, Lund`).

    Behind a name it may be an organization: a comma follows that.
    """
    word = ONE_WORD.search(text, max(start, end - MAX_WORD), end)
    if word is None or kind_of(word["word"]) not in {Kind.PLAIN, Kind.SHARED}:
        return None
    return Span(*word.span("word"))


def possible_names(text: str, start: int, end: int, *, may_be_words: bool = False) -> list[Span]:
    """Capitalized words that may be a name where a title stands beside them."""
    runs = (Span(*match.span()) for match in RUN.finditer(text, start, end))
    found = (possible_name(text, run, may_be_words=may_be_words) for run in runs)
    return [name for name in found if name]


def possible_name(text: str, run: Span, *, may_be_words: bool = False) -> Span | None:
    """The longest end of a run of capitalized words that may be a name."""
    end = run.end - 1 if text[run.end - 1] == "." else run.end
    begins = [run.start, *(run.start + space.end() for space in SPACES.finditer(run.of(text)))]
    for begin in begins[:-1]:
        first, last = trim_name(text[begin:end])
        if could_be_name(text[begin + first : begin + last], may_be_words=may_be_words):
            return Span(begin + first, begin + last)
    return None


def has_initial(name: str) -> bool:
    """Whether a name holds an initial, as only a person's does (`Callum L. Teller`)."""
    return any(INITIAL.fullmatch(word) for word in name.split())


def is_titled_span(text: str, position: Span | None) -> bool:
    """Whether there is a position, and a title among its first words."""
    return position is not None and is_titled(position.of(text))


def before_honorific(text: str, start: int, begin: int) -> int:
    """Where the honorific before a name begins (`Dr.`), or the name itself."""
    name_start = begin
    for place in range(begin - 2, max(begin - MAX_HONORIFIC, start) - 1, -1):
        is_word = place == start or text[place - 1].isspace()
        if is_word and strip_honorific(text[place:name_start]) == name_start - place:
            begin = place
    return begin


def with_rest(text: str, name: Span, end: int) -> tuple[Span | None, Span | None] | None:
    """Position and bracket of a name, where they take all the words up to `end`."""
    place, bracket = read_bracket(text, name.end)
    if not text[place:end].strip(" ,"):
        return None, bracket
    comma = COMMA.match(text, place)
    if not comma and place == name.end:
        return None
    begin = comma.end() if comma else place + len(text[place:end]) - len(text[place:end].lstrip())
    unknown = IN_BRACKETS.match(text, begin, end)
    if unknown and says_what_one_is(unknown["inside"]):
        return Span(*unknown.span("inside")), bracket
    if unknown and not text[unknown.end() : end].strip(" ,"):
        return None, bracket  # a party or a town that no list has
    if unknown:
        begin = unknown.end()
    position, is_over = position_up_to(text, begin, end)
    if not is_over:
        return None
    is_told = position and (comma or begins_titled(position.of(text)))
    return (position if is_told else None), bracket


def says_what_one_is(words: str) -> bool:
    """Whether the words of a bracket behind a name are a position (`rice grower, Lower Delta`)."""
    first = words.partition(",")[0]
    head = words_of(first) if first.islower() else []
    is_agent = 0 < len(head) <= AGENT_WORDS and ENGLISH_AGENT.fullmatch(head[-1]) is not None
    return is_agent or not TITLE_NOUNS.isdisjoint(words_of(words))


def position_up_to(text: str, begin: int, end: int) -> tuple[Span | None, bool]:
    """The position that takes the words up to a place, and whether no other words stand there."""
    if NO_POSITION.match(text, begin, end):
        return position_from(text, begin, end)[0], True
    position = trim_position(text, begin, end)
    return position, position is not None and is_position(position.of(text))


def mention_from(text: str, start: int, end: int, *, is_genitive: bool = False) -> Mention | None:
    """The mention that begins at `start`; its position may reach to `end` or the sentence's end.

    A Russian one is the subject of a verb, or stands in the genitive (`по словам …`).
    """
    while start < end and text[start].isspace():
        start += 1
    for aside in (ADVERBIAL, AUDIENCE):
        if found := aside.match(text, start, end):
            start = found.end()
    if pronoun := PRONOUN.match(text, start, end):  # `заявил он «Ведомостям Поволжья»`
        return Mention(start, pronoun.end(), pronoun=Span(*pronoun.span("pronoun")))
    article = ARTICLE.match(text, start, end)
    begin = article.end() if article else start
    near = start + MAX_MENTION_LENGTH
    sentence_end = min(find_sentence_end(text, start, near), end)
    ends = Span(sentence_end, end)
    if named := named_first(text, start, begin, ends):
        name = named.name
        is_other = name is not None and (
            is_of_another(text, start, name, end) or (not is_genitive and is_oblique(text, name))
        )
        return None if is_other else named  # `заявил представитель Анны Лось`
    if possible := possible_from(text, start, begin, ends):
        return possible
    if CYRILLIC.match(text, start):
        return russian_mention(text, start, sentence_end, end, is_genitive=is_genitive)
    return unnamed_from(text, start, end)


def named_first(text: str, start: int, begin: int, ends: Span) -> Mention | None:
    """The mention of the first full name, where nothing but what the person is stands before it.

    `ends` are the ends of its sentence and of its text.
    """
    for name in names_within(text, start, ends.start)[:1]:
        if OF_WHOM.search(text, start, name.start):
            return None
        title = title_of(text, begin, name) or apposed_title(text, begin, name)
        first = title.start if title else name.start
        if title and LEADING_WORDS.fullmatch(text, begin, first):
            title, first = Span(begin, title.end), begin
        if title and apposed_title(text, begin, Span(first, name.end)):
            first = begin  # `the third panelist, accountant Ada Lund`
        if first == begin or begin + strip_honorific(text[begin:first] + " ") >= first:
            return named_from(text, start, name, title, ends.end)
        if role := role_phrase(text, begin, name):
            return named_from(text, start, name, role, ends.end)
    return None


def role_phrase(text: str, begin: int, name: Span) -> Span | None:
    """The words between a verb and a name, where they can only say what the person is.

    `said GSA Administrator Ada Lund`: no verb, preposition or adverb stands among them.
    """
    end = before_honorific(text, begin, name.start)
    words = text[begin:end]
    if not ROLE_PHRASE.fullmatch(words) or NO_ROLE_END.search(words):
        return None
    return Span(begin, begin + len(words.rstrip()))


def possible_from(text: str, start: int, begin: int, ends: Span) -> Mention | None:
    """A mention of somebody whose name no list has, but whose title or initials tell.

    `ends` are the ends of its sentence and of its text.
    """
    for name in possible_names(text, begin, ends.start)[:1]:
        title = title_of(text, begin, name)
        is_first = (title.start if title else before_honorific(text, begin, name.start)) == begin
        if not is_first or OF_WHOM.search(text, begin, name.start):
            return None
        found = named_from(text, start, name, title, ends.end)
        sure = title or has_initial(name.of(text))
        if found and (sure or is_titled_span(text, found.position)):
            return found
    return None


def russian_mention(
    text: str, start: int, sentence_end: int, end: int, *, is_genitive: bool
) -> Mention | None:
    """A Russian mention behind its verb, whatever says what the person is."""
    begin = start if is_genitive else skip_to_role(text, start, sentence_end)
    names = names_within(text, begin, sentence_end) or possible_names(text, begin, sentence_end)
    for name in names[:1]:
        leads, role = role_before(text, begin, name, is_genitive=is_genitive)
        if leads:
            return named_from(text, start, name, role, end)
    return unnamed_from(text, begin, end, is_genitive=is_genitive)


def apposed_title(text: str, start: int, name: Span) -> Span | None:
    """`the moderator, Ada Lund`: what the person is, and a comma before the name."""
    words = text[start : name.start].rstrip()
    if not words.endswith(","):
        return None
    person = UNNAMED.match(words)
    if person is None or person.end() != len(words) - 1 or not is_person_noun(person["head"]):
        return None
    return Span(start + person.start("noun"), start + person.end())


def named_from(text: str, start: int, name: Span, title: Span | None, end: int) -> Mention | None:
    """A mention whose name is found, with what follows the name."""
    place, bracket = read_bracket(text, name.end)
    if JOINED.match(text[place:end].lstrip()[:4].strip() + " ") and names_follow(text, place, end):
        return None
    stop, position = place, None
    comma = COMMA.match(text, place)
    if comma and comma.end() < end:
        position, stop = position_from(text, comma.end(), end)
        if position and not is_nominative(text, name) and not is_titled(position.of(text)):
            position, stop = None, place  # `по словам Анны Лось, лодок мало`
    elif title is None and (house := organization_behind(text, place, end)):
        position, stop = house, house.end
    return Mention(start, max(stop, place), name, None, None, title, position, bracket)


def organization_behind(text: str, place: int, end: int) -> Span | None:
    """The organization that stands right behind a name (`Ada Lund from the Lakes Survey`)."""
    behind = FROM_ORGANIZATION.match(text, place, end)
    if behind is None or not any(map(is_organization_noun, words_of(behind["what"]))):
        return None
    return Span(*behind.span("what"))


def told_of(text: str, mention: Mention) -> list[Span]:
    """Position and title of a mention; no words that only tell how the person stands there.

    `The mayor, Ada Lund, map in hand, disagreed.`
    """
    position, title = mention.position, mention.title
    for leading in (WHOSE, RELATION, WHICH):
        if title and (found := leading.match(text, title.start, title.end)):
            title = Span(found.end(), title.end)
    if position and title:
        words = position.of(text)
        if words[0].islower() and words[0].isascii() and not is_titled(words):
            position = None
    return [span for span in (position, title) if span]


def names_follow(text: str, place: int, end: int) -> bool:
    """Whether another person is named right behind `and`."""
    following = text[place:end].lstrip()
    rest = re.sub(r"^(?:and|и|&)\s+", "", following)
    return rest != following and any(begin == 0 for begin, _ in find_names(rest[:80]))


def russian_subject(text: str, start: int, name: Span, end: int) -> Mention | None:
    """A Russian sentence whose subject a name is, wherever it stands in it."""
    before = text[start : name.start].split()
    is_after_preposition = bool(before) and before[-1].casefold() in PREPOSITIONS
    if is_after_preposition or not is_nominative(text, name):
        return None
    title = title_of(text, start, name)
    position, _ = (
        position_from(text, name.end + 2, end) if text.startswith(",", name.end) else (None, 0)
    )
    return Mention(start, end, name, title=title, position=position)


def title_of(text: str, start: int, name: Span) -> Span | None:
    """The words before a name that say what its person is."""
    if "," in text[max(start, name.start - MAX_STYLE) : name.start]:
        named = before_honorific(text, start, name.start)
        if role := role_before_comma(text, start, named, after_letters(text, name.end)):
            return role
        if is_behind_clause(text, start, named):
            return None
    begin = title_before(text[start : name.end], name.start - start)
    is_listed = text.endswith(", ", start, name.start)
    if begin is not None and (is_listed or AND.search(text, start + begin, name.start)):
        others = names_within(text, start + begin, name.start)
        if others:  # `mayor Ada Lund and judge Jan Brask`, `Judge Ada Lund, Jan Brask`
            start = others[-1].end
            begin = title_before(text[start : name.end], name.start - start)
    if begin is None:
        return other_title(text, start, name)
    end = before_honorific(text, start + begin, name.start)
    if end == start + begin:
        return honorific_title(text, end, name.start)
    is_title_too = fold(text[end : name.start].strip()) in DEGREES
    if fold(text[start + begin : end]) in TITLE_ADJECTIVES or is_title_too:
        end = name.start  # `State Sen. Ada Lund`, `ректор, профессор Анна Лось`
    while end > start + begin and (text[end - 1].isspace() or text[end - 1] in ",:"):
        end -= 1
    return Span(start + begin, end) if end > start + begin else None


def office_before_bracket(text: str, start: int, name: Span) -> Span | None:
    """Whose name stands in brackets: `The MINISTER FOR LABOUR (Mr. Ada LUND)`."""
    bracket = text.rfind(" (", max(start, name.start - MAX_STYLE), name.start)
    inside = bracket + len(" (")
    is_alone = inside + strip_honorific(text[inside : name.start]) == name.start
    if bracket < 0 or not is_alone or text[name.end : name.end + 1] != ")":
        return None
    begin = title_before(text[start : bracket + 1], bracket + 1 - start)
    return None if begin is None else Span(start + begin, bracket)


def other_title(text: str, start: int, name: Span) -> Span | None:
    """What a person is, before the name, in words that no list of titles begins with."""
    if CYRILLIC.match(text, name.start):
        role = role_at_head(text, start, name)
        end = before_honorific(text, role.start, name.start) if role else 0
        return Span(role.start, len(text[:end].rstrip())) if role else None
    if office := office_before_bracket(text, start, name):
        return office
    named = before_honorific(text, start, name.start)
    return honorific_title(text, named, name.start) or agent_title(text, start, named)


def agent_title(text: str, start: int, name_start: int) -> Span | None:
    """What somebody does, in up to three small words right before the name (`bus driver`)."""
    before = text[max(start, name_start - MAX_AGENT) : name_start]
    words = before.split()[-AGENT_WORDS:]
    if not words or not ENGLISH_AGENT.fullmatch(words[-1]) or before[-1:] != " ":
        return None
    for count in range(1, len(words) + 1):
        role = " ".join(words[-count:])
        begin = name_start - 1 - len(role)
        if not role.islower() or text[begin : name_start - 1] != role:
            return None
        if LOWER_TITLE.search(text[max(start, begin - MAX_AGENT) : begin]):
            return Span(begin, name_start - 1)
    return None


def honorific_title(text: str, start: int, end: int) -> Span | None:
    """An honorific that is a title as well (`Professor`)."""
    first = text[start:end].partition(" ")[0]
    return Span(start, start + len(first)) if fold(first) in TITLE_HEADS else None


GLUE = re.compile(r"[\s,.]*(?:[—–‑-]+\s*)?[\s,]*")
"""What may stand between the closing mark and the name."""

SPEAKER_IN_BRACKETS = re.compile(r"\((?=[^\W\d_])[^()]{4,300}\)")
"""`“…” (Ada Lund, judge)`."""

WHOSE = re.compile(r"(?:[Oo]ur|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Нн]аша?|[Ее]го|[Ее]ё|[Ии]х)\s+")
RELATION = re.compile(
    r"(?:коллега|друг|подруга|муж|жена|супруг|супруга|брат|сестра|соавтор|старший|младший|средний|"
    r"перв\w+|втор\w+|третий|третья|последн\w+|друг(?:ой|ая))(?:\s(?:из|брат|сестра)[^,]{0,20})?,\s+"
)
"""How somebody stands to others, before what they are (`коллега, инженер Анна Лось`)."""

WHICH = re.compile(
    r"(?:[Нн]ынешн(?:ий|яя)|сам[аи]?|[а-яё\d-]+летн(?:ий|яя)|\d+-year-old)\s+(?=[^\W\d_])"
)
"""Words before what somebody is that are none of it (`нынешний директор`)."""

RANK = re.compile(
    r"(?:(?:Brigadier|Lieutenant|Major|Vice|Rear|Chief)[ -])?(?:Colonel|General|Major|Captain|"
    r"Admiral|Commander|Lieutenant|Sergeant|Inspector|Superintendent|Justice|Judge|Senator|"
    r"Ambassador|Councillor|[Пп]олковник|[Гг]енерал(?:-[а-я]+)?|[Мм]айор|[Кк]апитан)\s+"
    r"(?=[^\W\d_a-zа-яё][\w.’‘'-]*\s+[^\W\d_a-zа-яё])"
)
"""A rank before a name that a position follows (`– Colonel Ada Lund, First Deputy Head`)."""

NAME_END = re.compile(r"\s*,\s*|\s+[–—-]\s+|\s*$|\s*\.\s*$|\s+(?=\()")


def read_speaker(text: str, start: int, end: int | None = None) -> Mention | None:
    """`, Name, Position.` from `start` on; None where a verb or anything else stands there."""
    limit = len(text) if end is None else end
    glue = GLUE.match(text, start, limit)
    begin = glue.end() if glue else start
    if (inside := SPEAKER_IN_BRACKETS.match(text, begin, limit)) and begin > 0:
        found = read_speaker(text, begin + 1, inside.end() - 1)
        return found._replace(end=inside.end()) if found else None
    begin += strip_honorific(text[begin : begin + MAX_NAME_LENGTH])
    if rank := RANK.match(text, begin, limit):
        begin = rank.end()
    for match in NAME_END.finditer(text, begin, min(begin + MAX_NAME_LENGTH, limit)):
        words = text[begin : match.start()]
        is_certain = is_name(words)
        if not is_certain and not could_be_name(words):
            continue
        place, bracket = read_bracket(text, match.start())
        stop = find_sentence_end(text, place, limit)
        if WORDS_FOLLOW.search(text, place, stop):
            return None
        comma = COMMA.match(text, place)
        position = trim_position(text, comma.end() if comma else place, stop)
        if position and not is_position(position.of(text)):
            return None
        if not is_certain and not (position and is_titled(position.of(text))):
            continue
        if position and any(
            one.match(text, position.start, position.end) for one in (DOING, NETWORK)
        ):
            position = None
        name = Span(begin, match.start())
        return Mention(start, stop, name, position=position, bracket=bracket)
    return None
