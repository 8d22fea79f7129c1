"""Given names that are certain: evidence for where a name begins, and for whose it is.

Not a list of all names: a name that is not in it is read by its shape.
"""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent / "given"
"""A file for each kind, folded, one name a line."""


def read_names(kind: str) -> frozenset[str]:
    """The names of one kind."""
    return frozenset((FOLDER / f"{kind}.txt").read_text("utf-8").split())


FEMALE = read_names("female")

MALE = read_names("male")

EITHER = read_names("either")
"""Given names of women and men, and those of whom it is not certain."""

RUSSIAN_FEMALE = read_names("russian_female")

RUSSIAN_MALE = read_names("russian_male")


def oblique_female(name: str) -> tuple[str, ...]:
    """The other cases of a Russian female name: `Анна` → Анны, Анне, Анну, Анной."""
    stem = name[:-1]
    if name.endswith("ия"):
        return (stem + "и", stem + "ю", stem + "ей")
    if name.endswith("я"):
        return (stem + "и", stem + "е", stem + "ю", stem + "ей")
    if name.endswith("ь"):
        return (stem + "и", name + "ю")
    if name.endswith("а"):
        genitive = "и" if stem[-1] in "гкхжчшщ" else "ы"
        return tuple(stem + ending for ending in (genitive, "е", "у", "ой", "ей"))
    return ()


FLEETING = {"павел": "павл", "лев": "льв", "петр": "петр"}


def oblique_male(name: str) -> tuple[str, ...]:
    """The other cases of a Russian male name: `Сергей` → Сергея, Сергею, Сергеем, Сергее."""
    if name[-1] in "ая":
        return oblique_female(name)
    if name[-1] in "йь":
        stem = name[:-1]
        return tuple(stem + ending for ending in ("я", "ю", "ем", "е", "и"))
    if name[-1] in "оиуеэю":
        return ()
    stem = FLEETING.get(name, name)
    return tuple(stem + ending for ending in ("а", "у", "ом", "ем", "е"))


def collect_forms() -> dict[str, frozenset[str]]:
    forms: dict[str, set[str]] = {}
    for names, oblique in ((RUSSIAN_MALE, oblique_male), (RUSSIAN_FEMALE, oblique_female)):
        for name in names:
            for form in (name, *oblique(name)):
                forms.setdefault(form, set()).add(name)
    return {form: frozenset(names) for form, names in forms.items()}


NOMINATIVES = collect_forms()
"""A form of a Russian given name, folded → the names it can be of (`александра`: two)."""

GIVEN_NAMES = FEMALE | MALE | EITHER | NOMINATIVES.keys()

GIVEN_WORDS = frozenset(
    "grant wade miles chase drew amber ruby dawn heather holly ivy daisy violet cliff lance penny "
    "sandy joy gene glen clay dale ross "
    "angel art beat bill charity don faith frank grace guy hope mark may nick park pat per ray "
    "rich roman rose sun urban will".split()
)
"""Given names that are other words of English as often."""
