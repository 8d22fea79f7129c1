"""Bytes to text: what a page's encoding is, why, and how sure that is.

A declaration (HTTP header, then `<meta>` or XML declaration, as in the WHATWG encoding and HTML
standards) is believed as long as it gives plausible words; the bytes outvote it when it does not.
What no rule settles is marked suspect, never guessed in silence.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace

from charset_normalizer import from_bytes


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page's text.

    Attributes:
        text: always encodable as UTF-8. NUL is replaced by U+FFFD, as HTML parsers do.
        encoding: Python's canonical name of the codec.
        reason: `bom`, `header`, `meta`, `statistics` or `default`, and a few words when a
            declaration was outvoted.
        is_suspect: the declaration and the bytes disagree, or nothing is certain.
        error_count: undecodable sequences and NULs replaced by U+FFFD.
    """

    text: str
    encoding: str
    reason: str
    is_suspect: bool
    error_count: int


# Labels that mean another codec than Python's of that name (WHATWG Encoding, 4.2).
_LABELS = {
    **dict.fromkeys(
        ("ascii", "us-ascii", "latin1", "latin-1", "l1", "iso-8859-1", "iso8859-1", "iso_8859-1"),
        "cp1252",
    ),
    **dict.fromkeys(("iso-8859-9", "iso8859-9", "latin5", "iso_8859-9"), "cp1254"),
    **dict.fromkeys(("iso-8859-11", "tis-620", "windows-874"), "cp874"),
    **dict.fromkeys(("gb2312", "gbk", "x-gbk", "gb_2312-80"), "gb18030"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "korean"), "cp949"),
    **dict.fromkeys(("utf-16", "unicode", "ucs-2", "utf-16le"), "utf-16-le"),
    "big5": "big5hkscs",
    "koi8": "koi8-r",
    "win-1251": "cp1251",
    "x-cp1251": "cp1251",
    "x-cp1252": "cp1252",
    "x-mac-cyrillic": "mac-cyrillic",
}
# The codecs of the standard, so that no label reaches utf-7 or a codec that is no charset; and
# the two of Kazakh pages, which no browser knows.
# fmt: off
_ALLOWED = frozenset((
    "utf-8", "utf-16-le", "utf-16-be", "cp866", "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic",
    "cp874", "gb18030", "big5hkscs", "euc_jp", "cp932", "cp949", "cp1250", "cp1251", "cp1252",
    "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "iso8859-2", "iso8859-3",
    "iso8859-4", "iso8859-5", "iso8859-6", "iso8859-7", "iso8859-8", "iso8859-10", "iso8859-13",
    "iso8859-14", "iso8859-15", "iso8859-16", "kz1048", "ptcp154",
))
# fmt: on
_WIDE = ("utf-16-le", "utf-16-be")
# What a page without a believable declaration is tried as; the first of equals wins.
_CANDIDATES = ("cp1252", "cp1251", "koi8-r", "iso8859-5", "cp866", "kz1048")

_HEADER_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([^\s\"';,]+)", re.ASCII | re.IGNORECASE)
_META_CHARSET = re.compile(
    rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([^\s\"'/>;]+)|"
    rb"^\s*<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([^\"']+)",
    re.IGNORECASE,
)
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_META_REACH = 4096

_MULTIBYTE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
_BOUNDARY = re.compile(r"[\x00-@\[-`{-\x7f\u00a0«»“”„‘’‚‹›–—…№·•©®°§€™×\u00ad]+")
_MAX_WORDS = 4000
# Points of a letter, by how common it is in the languages read here: Russian and Kazakh with
# some Ukrainian, German and French with the rest of western Europe. The Icelandic letters are
# what Turkish looks like when it is read as windows-1252.
_POINTS = {
    **dict.fromkeys("оеаинтсрвлкмдпуыіқäöüßéèàêç", 1.0),
    **dict.fromkeys("яьгзбчйхжшғңөүұәâîôûùëïœ", 0.7),
    **dict.fromkeys("áíóúñãõåøæìò", 0.5),
    **dict.fromkeys("ðþý", -1.0),
    **dict.fromkeys("юцщэфёһїєъ", 0.2),
}
_OTHER_LATIN = 0.1
_OTHER_CYRILLIC = -0.5
_OTHER_SCRIPT = 0.3
_WRONG_WORD = -1.0
_NOISE = -2.0
_CLOSE = 0.15
"""A declaration this much below the best reading is still believed: scores are rough."""
_CLEAR = 0.3
"""An undeclared reading that is not this much above every other, or above 0, is suspect."""
_PLAIN = 0.5
"""An undeclared reading below this holds letters of no language expected: suspect."""
_AHEAD = 0.05
"""The same for a declared one: two witnesses need less of a lead."""
_LONG_RUN = 3
"""Accented letters in a row that no German or French word has."""


def decode(body: bytes, content_type: str | None) -> Decoded:
    """The text of `body`; `content_type` is the HTTP header. Raises nothing."""
    declared = _declarations(body, content_type)
    decoded = _by_bom(body) or _by_width(body, declared) or _by_utf8(body, declared)
    return _without_nul(decoded or _by_words(body, declared))


def _declarations(body: bytes, content_type: str | None) -> dict[str, str]:
    """What was declared, most binding first: codec name → `header` or `meta`."""
    declared: dict[str, str] = {}
    if found := _HEADER_CHARSET.search(content_type or ""):
        declared[_codec(found[1])] = "header"
    if meta := _META_CHARSET.search(_COMMENT.sub(b"", body[:_META_REACH])):
        name = _codec((meta[1] or meta[2]).decode("latin-1"))
        # A meta that could be read as ASCII is not in UTF-16 (HTML standard, 13.2.3.2).
        declared.setdefault("utf-8" if name in _WIDE else name, "meta")
    declared.pop("", None)
    return declared


def _codec(label: str) -> str:
    """Python's codec for a label; empty for a label that names no charset of the web."""
    label = label.strip().lower()
    try:
        name = codecs.lookup(_LABELS.get(label, label)).name
    except (LookupError, ValueError):
        return ""
    return name if name in _ALLOWED else ""


def _by_bom(body: bytes) -> Decoded | None:
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if body.startswith(mark):
            return _decoded(body[len(mark) :], encoding, ("bom", False))
    return None


def _by_width(body: bytes, declared: dict[str, str]) -> Decoded | None:
    """UTF-16 without a mark: markup is ASCII, so every other byte of it is NUL."""
    head = body[:_META_REACH]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    most = max(even, odd)
    if most * 10 < len(head) or min(even, odd) * 20 > most or not most:
        return None
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    return _decoded(body, encoding, _verdict(encoding, declared))


def _by_utf8(body: bytes, declared: dict[str, str]) -> Decoded | None:
    """UTF-8, which other encodings do not resemble; or plain ASCII, the same in all of them."""
    if body.isascii():
        encoding, reason = next(iter(declared.items()), ("utf-8", "default"))
        if encoding in _WIDE:
            return _decoded(body, "utf-8", _verdict("utf-8", declared))
        return Decoded(body.decode("ascii"), encoding, reason, is_suspect=False, error_count=0)
    decoded = _decoded(body, "utf-8", _verdict("utf-8", declared))
    if decoded.error_count and len(_MULTIBYTE.findall(body)) < 10 * decoded.error_count:
        return None
    return decoded


def _by_words(body: bytes, declared: dict[str, str]) -> Decoded:
    """The single-byte (or East Asian) encoding whose words are the most plausible."""
    names = [name for name in declared if name not in ("utf-8", *_WIDE)]
    readings = {
        name: body.decode(name, "replace") for name in dict.fromkeys([*names, *_CANDIDATES])
    }
    scores = {name: _plausibility(text) for name, text in readings.items()}
    best = max(scores, key=scores.__getitem__)
    best = next((name for name in names if scores[name] >= scores[best] - _CLOSE), best)
    if scores[best] < _CLEAR:
        return _by_guess(body, best, declared)
    rival = max(
        (scores[name] for name, text in readings.items() if text != readings[best]), default=-1.0
    )
    decoded = _decoded(body, best, _verdict(best, declared))
    is_clear = scores[best] - rival >= (_AHEAD if best in names else _CLEAR)
    is_clear = is_clear and (best in names or scores[best] >= _PLAIN)
    return replace(decoded, is_suspect=decoded.is_suspect or not is_clear)


def _by_guess(body: bytes, best: str, declared: dict[str, str]) -> Decoded:
    """No reading has plausible words: the declaration or a library's guess, always suspect."""
    if best not in declared and (guess := from_bytes(body).best()) is not None:
        best = _codec(guess.encoding) or best
    return replace(_decoded(body, best, _verdict(best, declared)), is_suspect=True)


def _verdict(encoding: str, declared: dict[str, str]) -> tuple[str, bool]:
    """The reason for `encoding`, and whether a more binding declaration was outvoted."""
    reason = declared.get(encoding, "statistics")
    first = next(iter(declared), encoding)
    # What is declared UTF-16 has a byte order of its own.
    if first == encoding or (first in _WIDE and encoding in _WIDE):
        return (declared.get(first, reason), False)
    return f"{reason} (outvoted: {declared[first]} says {first})", True


def _decoded(body: bytes, encoding: str, verdict: tuple[str, bool]) -> Decoded:
    """Decodes; `verdict` is the reason for the encoding, and whether it is suspect."""
    reason, is_suspect = verdict
    try:
        return Decoded(body.decode(encoding), encoding, reason, is_suspect, 0)
    except UnicodeDecodeError:
        text = body.decode(encoding, "replace")
        return Decoded(text, encoding, reason, is_suspect=True, error_count=text.count("\ufffd"))


def _without_nul(decoded: Decoded) -> Decoded:
    if not (count := decoded.text.count("\0")):
        return decoded
    text = decoded.text.replace("\0", "\ufffd")
    return replace(decoded, text=text, error_count=decoded.error_count + count)


def _plausibility(text: str) -> float:
    """How much the words with non-ASCII letters look like words: at most 1, below 0 if not."""
    words = [word for word in _BOUNDARY.split(text) if not word.isascii()][:_MAX_WORDS]
    letters = sum(1 for word in words for letter in word if letter > "\x7f")
    if not letters:
        return 1.0
    return sum(map(_word_points, words)) / letters


def _word_points(word: str) -> float:
    """Points of the non-ASCII letters of a word; its ASCII letters look right in any reading."""
    foreign = [letter for letter in word if letter > "\x7f"]
    noise = sum(1 for letter in foreign if not letter.isalpha())
    if noise:
        return _NOISE * noise + _WRONG_WORD * (len(foreign) - noise)
    if _is_broken(word, foreign):
        return _WRONG_WORD * len(foreign)
    return sum(map(_letter_points, foreign))


def _is_broken(word: str, foreign: list[str]) -> bool:
    """Whether case changes within the word, scripts mix, or accents pile up."""
    if not (word.islower() or word.isupper() or word[1:].islower()) and word.lower() != word:
        return True
    cyrillic = sum(1 for letter in foreign if "\u0400" <= letter <= "\u052f")
    if cyrillic:
        return cyrillic < len(word)
    latin = sum(1 for letter in foreign if letter < "\u0250")
    return latin >= _LONG_RUN and 2 * latin > len(word)


def _letter_points(letter: str) -> float:
    points = _POINTS.get(letter.lower())
    if points is not None:
        return points
    if letter < "\u0250":
        return _OTHER_LATIN
    return _OTHER_CYRILLIC if "\u0400" <= letter <= "\u052f" else _OTHER_SCRIPT
