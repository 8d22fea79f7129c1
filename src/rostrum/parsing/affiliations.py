"""What brackets after a name say: a political group, a country.

(EPP, PL)   (S&D Germany)   (Greens/EFA, EL)   (Norway)   (Республика Беларусь)
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rostrum.parsing.countries import code_of_abbreviation, country_code, is_country
from rostrum.parsing.spans import Span
from rostrum.parsing.titles import TITLE_HEADS

GROUPS = (
    "EPP-ED",
    "EPP/CD",
    "EPP Group",
    "EPP",
    "PPE",
    "S&D Group",
    "S&D",
    "PES",
    "PSE",
    "Renew Europe",
    "Renew",
    "ALDE/ADLE",
    "ALDE",
    "ADLE",
    "ELDR",
    "Greens/EFA",
    "Greens–EFA",
    "Greens-EFA",
    "Verts/ALE",
    "Greens",
    "ECR",
    "EFDD",
    "EFD",
    "ENF",
    "ESN",
    "PfE",
    "Patriots for Europe",
    "Patriots",
    "The Left",
    "GUE/NGL",
    "GUE-NGL",
    "UEN",
    "IND/DEM",
    "EC/DA",
    "UEL",
    "ЕНП",
    "ЕКР",
    "ID",
    "NI",
    "SOC",
)
"""Groups of the European Parliament, of all its terms, and of the Council of Europe's assembly."""

AMBIGUOUS = frozenset(("id", "ni", "soc", "uel", "pes", "left"))
"""Groups whose letters mean other things where no country stands beside them."""

GROUP = re.compile(
    "(?:the\\s+)?(?P<group>"
    + "|".join(re.escape(group).replace("\\ ", r"\s") for group in GROUPS)
    + r")(?![\w&])",
    re.IGNORECASE,
)
JOINT = r"\s*[,/;|–—-]\s*|\s+"
GROUP_FIRST = re.compile(
    rf"\s*{GROUP.pattern}(?:(?:{JOINT})(?P<country>[^,;|]+?))?\s*", re.IGNORECASE
)
GROUP_LAST = re.compile(rf"\s*(?P<country>[^,;|]+?)\s*[,;|–—]\s*{GROUP.pattern}\s*", re.IGNORECASE)
OTHER_GROUP = re.compile(
    r"\s*(?P<group>(?=\S*[^\W\d_a-zа-яё]\S*[^\W\d_a-zа-яё])[\w&/-]{2,12}|"
    r"The\s(?!Hague)[A-Z]\w+),\s*(?P<country>[^,;|]+?)\s*"
)
"""A group of another assembly: an abbreviation, and a country that is certain."""

NAMED_GROUP = re.compile(
    r"(?:[Дд]епутатская )?(?:[Фф]ракция|[Пп]артия|[Гг]руппа) (?:«[^«»]{2,60}»|[А-ЯЁ]{2,8})|"
    r"(?:[Tt]he )?(?:[A-Z][\w’-]+ ){1,4}Party"
)
"""A party or a group by its name and the word for what it is."""

NO_GROUPS = TITLE_HEADS | {"mp", "mep", "phd", "llm", "mba", "obe", "esq"}
LONGEST = 100
"""Characters; longer brackets are a remark."""

ARTICLE = re.compile(r"the\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Affiliation:
    """A group and a country as they stand in brackets, with the ISO code where it is certain."""

    group: Span | None
    country: Span | None
    country_code: str | None


def read_affiliation(text: str) -> Affiliation | None:
    """The text inside brackets → what it says; None for brackets that say something else."""
    if len(text) > LONGEST:
        return None
    if NAMED_GROUP.fullmatch(text):
        return Affiliation(Span(0, len(text)), None, None)
    match = GROUP_FIRST.fullmatch(text) or GROUP_LAST.fullmatch(text) or other_group(text)
    if match is None:
        return read_country(text)
    group = Span(*match.span("group"))
    if match["country"] is None:
        is_certain = match["group"].casefold() not in AMBIGUOUS
        return Affiliation(group, None, None) if is_certain else None
    country = trim(text, *match.span("country"))
    printed = text[country.start : country.end]
    code = code_of_abbreviation(printed) or country_code(printed)
    return Affiliation(group, country, code) if code or is_country(printed) else None


def other_group(text: str) -> re.Match[str] | None:
    """A group that is not known by name, beside a country."""
    match = OTHER_GROUP.fullmatch(text)
    return match if match and match["group"].casefold() not in NO_GROUPS else None


def read_country(text: str) -> Affiliation | None:
    """Brackets that hold a country alone, by its name: two letters alone may mean anything."""
    span = trim(text, 0, len(text))
    printed = text[span.start : span.end]
    if not is_country(printed) or printed.islower():
        return None
    return Affiliation(None, span, country_code(printed))


def trim(text: str, start: int, end: int) -> Span:
    """The span without spaces around it and a leading article."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if article := ARTICLE.match(text, start, end):
        start = article.end()
    return Span(start, end)
