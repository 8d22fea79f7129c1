"""What somebody is, before a comma and the name: `The lawyer for the villagers, Ada Lund, said`."""

from __future__ import annotations

import re

from rostrum.parsing.appositions import NO_POSITION, is_titled
from rostrum.parsing.spans import Span
from rostrum.parsing.title_before import is_verb

LONGEST = 200
"""Characters before a name in which such words stand."""

LONGEST_ROLE = 120
BOUNDARY = re.compile(r"[.!?…]\s+(?=[^\W\d_a-zа-яё])|[;:“”\"\n]|\s[—–-]\s")
ARTICLE = re.compile(r"(?:^|(?<=\s))(?:the|its|their|our|whose|his|her|an?)\s+", re.IGNORECASE)
LEADING = re.compile(
    r"(?:[A-Z][a-z]+(?:ing|ed)|After|Before|When|While|As|With|Following|Since|For|"
    r"From|By|Under|Despite|Unlike|Like|To|Once|If)\b|"
    r"(?:At|In|On|During)\s(?:[^,]{0,80}\s(?:of|in|at|to|with|by|for|from|on|between)\s)?"
    r"(?:the|an?|its|his|her|their|our)\s[^,]*$"
)
"""A clause after whose comma another person may be named (`After meeting the mayor, Ada Lund`)."""

ACCORDING = "According to "
"""No such clause, where the name closes an apposition (`According to the mayor, Ada Lund, …`)."""

NO_ROLE = re.compile(
    r"\b(?:is|was|were|are|has|had|have|will|would|who|whom|which|that|when|after|before|while|"
    r"said|says|told|met|[a-z]{3,}ed)\b|\band (?:the|an?|his|her|its)\b"
)
INNER_ARTICLE = re.compile(r"(?P<joint>[\w’'-]+)\s+(?:the|an?)\s")
JOINTS = frozenset(
    "of for in at to on from with by and or between under over near across behind within".split()
)
"""Words behind which an article begins no other phrase (but `a term the mayor, Lund, hates`)."""

ORGANIZATION = re.compile(r"\s*(?:[A-ZÀ-Þ][\w&’'.-]*\s*){1,5}$")
TITLE_AT_END = re.compile(
    r",\s+(?:(?:Major|Lieutenant|Brigadier|Rear|Vice|Air|Wing|Squadron|Chief|Detective|Staff)[ -])?"
    r"(?:Ambassador|Deputy|Eng\.?|Minister|Senator|Judge|Justice|Captain|Colonel|General|Admiral|Bishop|Major|"
    r"Lieutenant|Marshal|Sergeant|Brigadier|"
    r"Archbishop|Rabbi|Imam|Sheikh|Commissioner|Councillor|Commander|Superintendent|Inspector|"
    r"(?:Adjunct|Associate|Assistant|Emeritus)?(?: ?Professor)?|Dr\.?|\d{1,3}-year-old)\s+$"
)
"""A style of address between the comma and the name (`the head of mission, Ambassador Lund`)."""

ENDS = re.compile(r"\s*(?:,|\(|$|[.:]|[—–]\s)")
"""What stands behind a name that a comma apposes: it closes the apposition."""


def role_before_comma(text: str, start: int, name_start: int, name_end: int) -> Span | None:
    """The words before a comma and a name that say what the person is; None where none do."""
    begin = max(start, name_start - LONGEST)
    before = TITLE_AT_END.sub(",", text[begin:name_start]).rstrip()
    if not before.endswith(",") or not ENDS.match(text, name_end):
        return None
    first = max((match.end() for match in BOUNDARY.finditer(before)), default=0)
    if first == 0 and begin > start:
        return None
    clause = before[first:-1]
    head, comma, last = clause.rpartition(",")
    if comma and ORGANIZATION.match(last):  # `The engineer at the contractor, Norvik Lines, `
        head, comma, last = head.rpartition(",")[0], ",", clause[head.rfind(",") + 1 :]
    place = begin + first + len(clause) - len(last)
    if not comma and LEADING.match(last.lstrip()) and not last.lstrip().startswith(ACCORDING):
        return None
    role = begin_of_role(last, is_first=not comma)
    return None if role is None else Span(place + role, begin + len(before) - 1)


def is_behind_clause(text: str, start: int, name_start: int) -> bool:
    """Whether a comma before a name ends a clause of its own (`After meeting the mayor, Ada`)."""
    before = text[max(start, name_start - LONGEST) : name_start].rstrip()
    if not before.endswith(","):
        return False
    first = max((match.end() for match in BOUNDARY.finditer(before)), default=0)
    clause = before[first:-1]
    return LEADING.match(clause) is not None and "," not in clause


def begin_of_role(words: str, *, is_first: bool) -> int | None:
    """Where words of a clause begin to say what somebody is: behind an article, or at its head."""
    begin = len(words) - len(words.lstrip())
    for article in ARTICLE.finditer(words):
        if is_titled(words[: article.start()]):
            break
        if is_role(words[article.end() :]):
            return article.end()
    return begin if is_first and is_role(words[begin:]) else None


def is_role(words: str) -> bool:
    """Whether words can only say what somebody is: a title among the first, and no verb."""
    last = words.rstrip(" ,").rpartition(" ")[2]
    is_called = is_titled(words) or is_titled(last)
    is_one = all(match["joint"].lower() in JOINTS for match in INNER_ARTICLE.finditer(words))
    is_clause = (
        NO_ROLE.search(words) is not None
        or NO_POSITION.match(words.lstrip()) is not None
        or any(map(is_verb, words.split()))
    )
    return len(words) <= LONGEST_ROLE and is_called and is_one and not is_clause
