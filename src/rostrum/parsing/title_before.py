"""Where the title begins that stands right before a name in prose.

`President of Latvia Egils Levitans said`, `отметил заместитель министра юстиции Олег Свиридюк`.
"""

from __future__ import annotations

import re

from rostrum.parsing.lexicon import ABBREVIATIONS, fold, is_organization_noun
from rostrum.parsing.name_words import DASHES, Kind, has_title_stem, kind_of
from rostrum.parsing.names import is_family_name
from rostrum.parsing.names_in_prose import find_names
from rostrum.parsing.speech import VERB as VERB_OF_SPEECH
from rostrum.parsing.titles import MODIFIERS, TITLE_HEADS

LONGEST_TITLE = 240
MAX_SMALL_WORDS = 2
"""Words in small letters between an article and the head of a title."""

WORD = re.compile(rf"[^\W\d_][\w’'{DASHES}.&]*|&")
BOUNDARY = re.compile(r"[.!?…](?=\s)|[;:—–“”\"]|(?<!\w)-|,|\n|\)|\(")
QUOTED = re.compile(
    r"«[^«»]*»|(?<=\w )\"[A-ZА-ЯЁ][^\"]{1,40}\"|(?<=\w )“[A-Z][^“”]{1,40}(?<![,.!?])”"
)
ASIDE = re.compile(r"(?<=\w) \([а-яё]+\)")
"""`крестьянского (фермерского) хозяйства`: a word in brackets inside a title."""

ACRONYM = re.compile(r"(?<=\w) \([A-ZА-ЯЁ]{2,8}\)(?:[’']s)?")
HONORIFIC_AT_END = re.compile(
    r"(?:\b(?:(?:the )?(?:(?:Rt|Most|Very|Right) )?"
    r"(?:Hon|Honou?rable|Revd?|Reverend|Venerable|Ven)|"
    r"Mrs?|Ms|Dr|(?:Univ\.-|Assoc\.? |Asst\.? )?Prof|"
    r"Canon|Sir|Dame|Lord|Lady|H\.E|г-н\w*|г-ж\w|[кд]\.\s?(?:-?[а-я]{1,4}\.\s?){1,2}н)\.?\s+)+$"
)
ACTING = re.compile(r"(?<![\w.])[ив]\.о\.")
"""`и.о. министра`: no sentence ends there."""

NAMED_AFTER = re.compile(r"(?<=\w )им\.\s(?:[А-ЯЁ]\.\s?){0,2}")
"""`библиотеки им. А. Рысь`: no sentence ends there either."""

RUSSIAN = re.compile("[а-яё]", re.IGNORECASE)

LISTED = re.compile(
    r",(?=\s+[а-яё]+(?:ым|им|ой|ей|ых|их|ому|ему|ам|ям)(?:\s[а-яё\s-]{2,60})?\sи\s[а-яё\s-]{2,60}$)"
)
"""The comma in what somebody is in charge of (`по аграрной политике, ресурсам и экологии`)."""

OFFICE = re.compile(
    r"(?:^|\s)(?:[Пп]ервый )?(?:[Зз]аместител|[Гг]енеральн\w+ директор|[Дд]иректор|[Пп]редседател|"
    r"[Мм]инистр|[Рр]уководител|[Нн]ачальник|[Гг]лав[аыу]\b|[Пп]резидент|[Сс]екретар|[Рр]ектор)"
    r"[а-яё]{0,4}(?: (?:[а-яё-]+|[А-ЯЁ][а-яё]+|«[^«»]+»)){0,8}$"
)
"""An office before a dash and another of the same person (`замглавы – начальник отдела`)."""

OFFICE_DASH = re.compile(
    r"\b(General|Minister|Director|Secretary|Chairman|Chairperson|President|Head|Chief) [–—-] "
    r"(?=[A-Z])"
)
"""The same in English (`Secretary General – Head of the Secretariat`)."""

LISTED_IN_ENGLISH = re.compile(
    r",(?=\s(?:[A-Z][\w-]+,\s){0,3}(?:[A-Z][\w-]+,?\s){1,2}and\s(?:[A-Z][\w-]+\s?){1,4}$)"
)
"""A comma in what a committee is on (`Committee on Science, Education and Culture`)."""

TITLES_JOINT = re.compile(r"(?:,|\s[–—-])\s+$")
SOURCES = frozenset("данным словам сведениям".split())
"""What stands before somebody whose words are told, and looks like an adjective."""

WITH = frozenset("с со у к ко от для о об".split())
"""What stands between another person and the name."""

ARTICLES = frozenset(("the", "a", "an"))
OWNERS = frozenset(("our", "his", "her", "its", "their"))
NO_OFFICE = frozenset(
    "met saw led got had has have is was are were be been let put gave took told sent cut quit "
    "beat held made went came ran won lost paid left kept sat stood spoke thanks welcomes meets "
    "joins introduces named not also then now said that this these those who which what whose he "
    "she it they we you his her its their our my your or but so if than yet about over under "
    "after before into onto upon without within among between against during until since both all "
    "some many most few no any each every other another more less only even just still too "
    "very".split()
)
"""Small words that no office is made of, and verbs that no ending tells."""

OPENINGS = frozenset("by from with to while when where because as".split())
"""Small words behind which a title may begin that has no article."""

CONNECTORS = frozenset("of for to at in on and the de &".split())
SMALL_WORDS = frozenset(
    "charge affairs foreign justice finance defence defense interior health trade energy law "
    "environment "
    "department committee party board council group legal international human rights staff "
    "supervisory union government opposition policy campaigns communications operations sales "
    "marketing media press community harbour harbor port research development strategy digital "
    "data safety security training education transport planning housing culture tourism youth "
    "nursing clinical medical national federal provincial state county city district parliamentary "
    "editorial commercial industrial political programme program project network area".split()
)
"""What stands in small letters in an English title, besides its heads."""

OFFICE_FIELDS = frozenset(
    "accounting advertising banking boating broadcasting building catering climbing consulting "
    "contracting cycling engineering farming finishing fishing gaming gardening housing learning "
    "lending licensing manufacturing marketing mining nursing operating packaging parking planning "
    "presiding pricing printing processing programming publishing purchasing recycling rowing "
    "sailing shipping skiing swimming teaching testing trading training visiting founding managing "
    "leading outgoing incoming".split()
)
"""Words in -ing before an office (`Planning Director`), where others tell what somebody does."""

VERB = re.compile(
    r".{2,}(?:[иаяеуы]л[аио]?|лось|[иаяеу]лся|ась|ись|ает|яет|ует|ит|ют|ут|ят|ится|ется)|"
    r"(?:избран|переизбран|назначен|утвержд[её]н|признан|награжд[её]н|приглаш[её]н|представлен|"
    r"объявлен|назван|удостоен)[аыо]?|"
    r"(?:по|пере|от|за|об|со|вы|раз|про|при)?(?:дал|стал|был|взял|ждал|звал|знал)[аио]?|"
    r"(?:при|у|от|про|за|вы|под|на|пере|с|по|раз)(?:вез|нес|мог|лег|рос|вел|влек)|"
    r".*(?:(?:вез|нес|лез|полз|рос)л[аио]|шл[аио]|шел|йдет|едет|танет|ивет|удет|ожет|очет|олж(?:ен|на|ны|но))"
)
ADJECTIVE = re.compile(r"[а-я-]{3,}(?:[ыио]й|[ая]я|[ое]го|[ое]му|[ыи]м)")
NO_VERBS = frozenset(
    "ремесел ремесла сил зал зала сел чисел числа кресел стекол стекла правил правила "
    "зеркал материал материала потенциал потенциала металла финал финала портал портала арсенал "
    "терминал терминала трибунал трибунала тела масла угла узла раздела предела масло число "
    "село кредит аудит транзит гранит лимит визит депозит дефицит профицит статут дебют приют "
    "маршрут атрибут кабинет филиал персонал журнал канал отдел отдела капитала персонала "
    "канала журнала филиала дела дело совет совета комитет комитета кабинета факультет "
    "факультета университет университета бюджета суверенитет институт института".split()
)
"""Nouns that end as verbs do (`колледжа ремёсел`)."""


def title_before(text: str, name_start: int) -> int | None:
    """Where the title begins that stands right before a name; None where there is none.

    A leading article is no part of it.
    """
    floor = max(0, name_start - LONGEST_TITLE)
    before = HONORIFIC_AT_END.sub("", text[floor:name_start])
    if "\n" in before[len(before.rstrip()) :]:
        return None  # another block
    before = before.rstrip().removesuffix(",")
    tokens = words_after_boundary(before)
    if not tokens:
        return None
    if not any(RUSSIAN.search(token.group()) for token in tokens):
        listed = LISTED_IN_ENGLISH.search(before)
        if listed and (place := without_comma(before, listed)) is not None:
            return floor + place
        begin = english_title(tokens)
        return None if begin is None else floor + tokens[begin].start()
    begin = russian_title(tokens)
    if begin is None:
        listed = LISTED.search(before)
        place = without_comma(before, listed) if listed else None
        return None if place is None else floor + place
    return floor + first_of_titles(before, tokens[begin].start(), is_first=begin == 0)


def without_comma(before: str, comma: re.Match[str]) -> int | None:
    """Where the title begins of which a comma is a part."""
    words = f"{before[: comma.start()]} {before[comma.start() + 1 :]} "
    return title_before(words, len(words))


def first_of_titles(before: str, place: int, *, is_first: bool) -> int:
    """Where the first of several Russian titles begins (`директор музея, доктор наук`).

    `is_first` is whether nothing stands between the last title and the comma before it.
    """
    joint = TITLES_JOINT.search(before, 0, place)
    if not is_first or joint is None:
        return place
    words = before[: joint.start()]
    if not joint.group().startswith(",") and not OFFICE.search(words[-LONGEST_TITLE // 2 :]):
        return place
    tokens = words_after_boundary(words)
    begin = russian_title(tokens) if tokens else None
    if begin is None or find_names(words[tokens[begin].start() :]):
        return place
    if tokens[begin].group().endswith(("ли", "ры", "ки", "цы", "ты")):
        return place  # `руководители ведомств, генеральный секретарь Лось`
    last = tokens[-1].group()
    if last[0].isupper() and is_family_name(last):
        return place
    return first_of_titles(words, tokens[begin].start(), is_first=begin == 0)


def words_after_boundary(before: str) -> list[re.Match[str]]:
    """The words after the last stop outside `«…»`."""
    if before[-1:] in {".", "!", "?", "…"} and not is_abbreviation(before.rpartition(" ")[2]):
        return []
    before = ACRONYM.sub(lambda found: "X" * len(found.group()), before)  # of the word before it
    before = OFFICE_DASH.sub(r"\1   ", before)
    hidden = QUOTED.sub(lambda quoted: "x" * len(quoted.group()), before)
    hidden = ACTING.sub("xxxx", hidden)
    hidden = NAMED_AFTER.sub(lambda namesake: "x" * len(namesake.group()), hidden)
    hidden = ASIDE.sub(lambda aside: "x" * len(aside.group()), hidden)
    last = max((match.end() for match in BOUNDARY.finditer(hidden)), default=0)
    return list(WORD.finditer(before, max(last, hidden.rfind("«") + 1)))


def is_abbreviation(word: str) -> bool:
    """Whether the stop of a word is its own (`Sen.`)."""
    return fold(word.rstrip(".")) in ABBREVIATIONS


def english_title(tokens: list[re.Match[str]]) -> int | None:
    """Walk back over capitalized words and their joints to the first head of a title."""
    first = len(tokens) - complement_length(tokens)
    while first and is_of_title(tokens[first - 1].group()):
        first -= 1
    heads = [number for number in range(first, len(tokens)) if is_head(tokens[number].group())]
    if not heads:
        return None
    begin = heads[0]
    while begin > first and is_modifier(tokens[begin - 1].group()):
        begin -= 1
    return after_opening(tokens, with_house(tokens, begin, first))


def with_house(tokens: list[re.Match[str]], begin: int, first: int) -> int:
    """Where the house begins whose office it is (`Department of Housing Commissioner Ada Lund`)."""
    joint, house = tokens[begin - 1 : begin], tokens[begin - 2 : begin - 1]
    if begin < first + 2 or joint[0].group() != "of" or house[0].group().islower():
        return begin
    return begin - 2 if is_organization_noun(fold(house[0].group())) else begin


def complement_length(tokens: list[re.Match[str]]) -> int:
    """How many words in small letters end a title, behind its `of` (`steward of cookery`)."""
    words = [token.group() for token in tokens]
    for count in range(1, MAX_SMALL_WORDS + 1):
        head, joint, rest = (
            words[-count - 2 : -count - 1],
            words[-count - 1 : -count],
            words[-count:],
        )
        is_small = all(word.islower() and word not in CONNECTORS for word in rest)
        if head and is_head(head[0]) and joint[0] in {"of", "for"} and is_small:
            return count
    return 0


def after_opening(tokens: list[re.Match[str]], begin: int) -> int:
    """Where the phrase begins that an article, a preposition, a verb or nothing stands before.

    A few small words may lie between (`the branch head`, `according to maintenance manager`,
    `Small business owner` at the head of a sentence).
    """
    for number in range(begin - 1, max(begin - MAX_SMALL_WORDS - 2, -1), -1):
        word = tokens[number].group()
        is_article = word.casefold() in ARTICLES or word.casefold() in OWNERS
        if is_article or word in OPENINGS or VERB_OF_SPEECH.fullmatch(word):
            return number + 1
        if word == "and" and number < begin - 1:  # `resident and flood warden`
            other = english_title(tokens[:number])
            return number + 1 if other is None else other
        if number == 0 and (is_plain(word) or (number < begin - 1 and is_first_word(word))):
            return 0
        if not is_plain(word):
            break
    return begin


def is_plain(word: str) -> bool:
    """Whether a small word can say which office it is: no verb, no joint."""
    is_verb_form = word.endswith(("ing", "ed", "ly")) or word in NO_OFFICE
    return word.islower() and fold(word) not in CONNECTORS and not is_verb_form


def is_first_word(word: str) -> bool:
    """Whether a sentence's first word can belong to the title that it begins with."""
    is_plain = word.istitle() and not word.endswith(("ing", "ed", "ly", "s"))
    return is_plain and kind_of(word) is not Kind.OPENER


def is_of_title(word: str) -> bool:
    """Whether an English word can stand in a title in prose."""
    folded = fold(word)
    is_small = folded in CONNECTORS or folded in SMALL_WORDS or folded in MODIFIERS
    return word[0].isupper() or is_small or is_head(word)


def is_head(word: str) -> bool:
    """Whether an English word is a head of a title."""
    folded = fold(word)
    return folded in TITLE_HEADS or has_title_stem(folded)


def is_modifier(word: str) -> bool:
    """Whether a word before a head belongs to it (`Norvik CEO`, `Mexican Foreign Minister`)."""
    folded = fold(word)
    is_acronym = word.isupper() and len(word) > 1
    if (
        folded in CONNECTORS
        or folded in ARTICLES
        or (kind_of(word) is Kind.OPENER and not is_acronym)
    ):
        return False
    if word.endswith("ing") and folded not in OFFICE_FIELDS:  # Welcoming President …
        return False
    return word[0].isupper() or folded in SMALL_WORDS or folded in MODIFIERS


FOR_ANOTHER = frozenset("за у от к для перед вместо про о об над с со".split())
"""Prepositions before somebody else's office, where one in the nominative follows."""


def russian_title(tokens: list[re.Match[str]]) -> int | None:
    """The first head of a title after which no verb stands."""
    if tokens[-1].group() in WITH:
        return None  # `спор фермера Лось с Дмитрием Рысь`
    begin = 0
    text = tokens[0].string
    names = [quoted.span() for quoted in QUOTED.finditer(text)]  # `общества «Сизое крыло»`
    for number, token in enumerate(tokens):
        if is_verb(token.group()) and not any(a < token.start() < b for a, b in names):
            begin = number + 1
    words = [fold(token.group()) for token in tokens]
    places = range(begin, len(words))
    heads = (
        n
        for n in places
        if (is_subject_head(words[n]) or is_nurse(words, n)) and words[n - 1 : n] != ["качестве"]
    )
    first = next(heads, None)
    if first and words[first - 1] in FOR_ANOTHER:  # `отвечала за мэра директор …`
        first = next((n for n in places if n > first and words[n] in TITLE_HEADS), first)
    while first is not None and first > begin and is_adjective(words[first - 1]):
        if words[first - 1] in SOURCES or is_of_other_case(words[first - 1], words[first]):
            break
        first -= 1
    return first


def is_of_other_case(adjective: str, head: str) -> bool:
    """Whether an adjective cannot belong to a head, or to the adjective behind it.

    `в половине восьмого главный технолог`, `представленный группой старшего сотрудника`.
    """
    if head.endswith(("ого", "его")):
        return not adjective.endswith(("ого", "его"))
    is_oblique = adjective.endswith(("ого", "его", "ому", "ему"))
    return is_oblique and not head.endswith(("а", "я", "у", "ю", "ого", "его", "ому", "ему"))


def is_nurse(words: list[str], place: int) -> bool:
    """`старшая медицинская сестра отделения`: no sister of anybody."""
    return place > 0 and words[place] == "сестра" and words[place - 1].startswith("медицинск")


def is_subject_head(folded: str) -> bool:
    """Whether a head is not of those who are told something (`сообщил журналистам глава`)."""
    return is_russian_head(folded) and not folded.endswith(("ам", "ям", "ами", "ями"))


def is_russian_head(folded: str) -> bool:
    """Whether a Russian word is a head of a title, in whatever case (`инженер-буровик`)."""
    is_head_of_two = "-" in folded and folded.partition("-")[0] in TITLE_HEADS
    return folded in TITLE_HEADS or has_title_stem(folded) or is_head_of_two


def is_adjective(word: str) -> bool:
    """Whether a Russian word may be an adjective before a title (`местная жительница`)."""
    return ADJECTIVE.fullmatch(word) is not None


def is_verb(word: str) -> bool:
    """Whether a small Russian word looks like a finite verb."""
    folded = fold(word)
    if not word.islower() or VERB.fullmatch(folded) is None or folded in NO_VERBS:
        return False
    return not (is_organization_noun(folded) or folded in TITLE_HEADS or has_title_stem(folded))
