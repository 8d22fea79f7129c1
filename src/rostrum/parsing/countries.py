"""Names of states in English and Russian, and their ISO 3166-1 alpha-2 codes."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

UNION_CODES = {"EL": "GR", "UK": "GB"}
"""How the European Union abbreviates two states, against ISO 3166-1."""

FORM_OF_STATE = re.compile(
    r"^(?:the\s+)?(?:(?:republic|kingdom|principality|state|grand duchy|sultanate)\s+of\s+(?:the\s+)?)?"
    r"(?:(?:республика|королевство|княжество|государство)\s+)?",
    re.IGNORECASE,
)
UNCERTAIN = frozenset(("china", "korea", "congo"))
"""States whose republics, kingdoms and so on are several."""


@cache
def codes_by_name() -> dict[str, str | None]:
    """Folded name of a state → its code; None where the name is that of several states."""
    text = (files("rostrum.parsing") / "countries.txt").read_text(encoding="utf-8")
    codes: dict[str, str | None] = {}
    for line in text.splitlines():
        code, colon, names = line.partition(": ")
        if colon and len(code) == len("XX"):
            codes |= dict.fromkeys(
                map(fold_country, names.split("; ")), None if code == "--" else code
            )
    return codes


def fold_country(name: str) -> str:
    """A printed name in the form in which names are compared."""
    folded = " ".join(name.casefold().split())
    return folded.replace("ё", "е").replace("'", "’").replace("‑", "-").removeprefix("the ")


def is_country(name: str) -> bool:
    """Whether the whole text is the name of a state."""
    return country_key(name) is not None


def country_code(name: str) -> str | None:
    """The ISO code of a state by its name; None where there is none, or where it is uncertain."""
    key = country_key(name)
    return codes_by_name()[key] if key else None


def country_key(name: str) -> str | None:
    """The name in the table, with the form of state (`Republic of …`) or without."""
    folded = fold_country(name)
    if folded in codes_by_name():
        return folded
    bare = FORM_OF_STATE.sub("", folded)
    return bare if bare in codes_by_name() and bare not in UNCERTAIN else None


@cache
def all_codes() -> frozenset[str]:
    """The two-letter codes of all states, with the two of the European Union's own."""
    return frozenset(code for code in codes_by_name().values() if code) | UNION_CODES.keys()


def code_of_abbreviation(letters: str) -> str | None:
    """`PL` → PL, `EL` → GR, `UK` → GB; None for any other letters."""
    return UNION_CODES.get(letters, letters) if letters in all_codes() else None
