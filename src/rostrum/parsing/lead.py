"""What the paragraphs before the first section say: the event, its organizers, its supporters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rostrum.parsing.lexicon import is_organization_noun, words_of
from rostrum.parsing.sentences import find_sentence_end
from rostrum.records import Cut

if TYPE_CHECKING:
    from collections.abc import Sequence

HELD = re.compile(
    r"\b(?:held|took place|takes place|organi[sz]ed|conducted|hosted)\b[^.]{0,80}?"
    r"\b(?:as part of|within the framework of|on the sidelines of)\s+(?:the\s+)?(?=(?-i:[A-Z“]))|"
    r"\b(?:состоял\w+|прош[её]?л\w*|проходи\w+|пров(?:ед|од)\w+|организован\w*)\b[^.]{0,80}?"
    r"\b(?:в рамках|на полях)\s*:?\s*(?=(?-i:[А-ЯЁA-Z«]))",
    re.IGNORECASE,
)
"""`… was held as part of the`: what follows is the event."""

ORGANIZED = re.compile(
    r"\b(?:organi[sz]ed|hosted|convened)\s+by\s+|"
    r"\borgani[sz]ers?(?:\(s\))?\s*:\s*(?:the\s+)?|"
    r"\bОрганизатор(?:ы|ом|ами)?\b(?:\s+\w+){0,2}?\s*(?::|—|–|\bвыступ\w+|\bстал\w*|\bявля\w+)\s*",
    re.IGNORECASE,
)
SUPPORTED = re.compile(
    r"\bwith\s+(?:the\s+)?(?:support|assistance)\s+of\s+|"
    r"\bsupported\s+by\s*:?\s+(?=the\s|(?-i:[A-Z]))|\bпри поддержке\s*:?\s*",
    re.IGNORECASE,
)
STOP = re.compile(
    r"\s+with\s+(?:the\s+)?(?:support|assistance)\b|,?\s+and\s+supported\s+by\b|\s+при поддержке\b|"
    r"\s(?:in|on)\s(?=\d|(?-i:[A-Z])[\w-]+(?:\.?$|,?\s(?:in|on)\s))|"
    r"\s+as part of\b|\s+within the framework\b|\s+в рамках\b|;",
    re.IGNORECASE,
)
"""Where a list of organizations ends before its sentence does."""

EVENT_STOP = re.compile(r",\s|\s\(|\s[–—]\s|;|\s(?:in|on|from)\s(?=\d|[A-Z][\w-]+(?:\s\d|\.?$|,))")
SENTENCE_BREAK = re.compile(r"[.!?…]\s+(?=[^\W\d_a-zа-яё])")
DENIAL = re.compile(
    r"\b(?:not|unlike|which|whose|ago|previous|previously|earlier|last (?:year|time|month))\b|"
    r"\bне\b|\bв отличие\b|\bпрошл\w+ (?:год|раз|осен|зим|весн|лет)\w*|"
    r"\bпрошлогодн\w+|\bранее\b|\bкотор\w+|\bназад\b",
    re.IGNORECASE,
)
ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
AND = re.compile(r",?\s+and\s+(?=the\s)|\s+и\s+(?=[А-ЯЁ«])|,\s+(?=the\s|[А-ЯЁ«])")
INNER = re.compile(r"\s(?:of|on|for|по|при)\s")


@dataclass(frozen=True, slots=True)
class Lead:
    """The parts found; each is verbatim."""

    event: Cut | None
    organizers: tuple[Cut, ...]
    supporters: tuple[Cut, ...]


def read_lead(paragraphs: Sequence[Cut]) -> Lead:
    """Read the paragraphs between the title and the first section."""
    return Lead(
        event=find_after(HELD, EVENT_STOP, paragraphs),
        organizers=split_names(find_after(ORGANIZED, STOP, paragraphs)),
        supporters=split_names(find_after(SUPPORTED, STOP, paragraphs)),
    )


def find_after(
    introduction: re.Pattern[str], stop: re.Pattern[str], paragraphs: Sequence[Cut]
) -> Cut | None:
    """The words after the first introduction, to a stop or the end of the sentence."""
    for paragraph in paragraphs:
        for match in introduction.finditer(paragraph.text):
            if is_denied(paragraph.text, match):
                continue
            end = find_sentence_end(paragraph.text, match.end())
            if stopped := stop.search(paragraph.text, match.end(), end):
                end = stopped.start()
            found = trim(paragraph, match.end(), end)
            return found if found.text else None
    return None


def is_denied(text: str, match: re.Match[str]) -> bool:
    """Whether the sentence says that it was not so, or speaks of another event or time."""
    begin = max((end.end() for end in SENTENCE_BREAK.finditer(text, 0, match.start())), default=0)
    return DENIAL.search(text, begin, match.end()) is not None


def split_names(names: Cut | None) -> tuple[Cut, ...]:
    """Organizations joined by `and` or commas: a joint counts where both sides name one each.

    `the Ministry of Water and Forests` stays whole.
    """
    if names is None:
        return ()
    spans, begin = [], 0
    for match in AND.finditer(names.text):
        right = AND.split(names.text[match.end() :], maxsplit=1)[0]
        if begins_organization(names.text[begin : match.start()]) and begins_organization(right):
            spans.append((begin, match.start()))
            begin = match.end()
    spans.append((begin, len(names.text)))
    return tuple(trim(names, start, end) for start, end in spans)


def begins_organization(text: str) -> bool:
    """Whether an organization's own noun stands before the first `of`, `on` or `for`."""
    head = INNER.split(text, maxsplit=1)[0]
    return any(map(is_organization_noun, words_of(head)))


def trim(cut: Cut, start: int, end: int) -> Cut:
    """A part of a cut without a leading article and without stops and spaces at its end."""
    article = ARTICLE.match(cut.text[start:end])
    start += article.end() if article else 0
    while end > start and cut.text[end - 1] in " .,;":
        end -= 1
    return Cut(cut.text[start:end], cut.start + start, cut.start + end)
