"""Groups, countries and codes in brackets."""

from __future__ import annotations

import pytest

from rostrum.parsing.affiliations import read_affiliation
from rostrum.parsing.countries import codes_by_name, country_code, is_country


def test_the_spans_cut_the_printed_words():
    text = " S&D,  the Netherlands "
    read = read_affiliation(text)
    assert read is not None and read.group is not None and read.country is not None
    assert "S&D" == text[read.group.start : read.group.end]
    assert "Netherlands" == text[read.country.start : read.country.end]
    assert "NL" == read.country_code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Norway", "NO"),
        ("the Netherlands", "NL"),
        ("Kingdom of Norway", "NO"),
        ("Republic of Korea", "KR"),
        ("Республика Казахстан", "KZ"),
        ("Объединенные Арабские Эмираты", "AE"),
        ("Cote d'Ivoire", None),
        ("Côte d'Ivoire", "CI"),
        ("Korea", None),
        ("Orvenia", None),
    ],
)
def test_a_code_where_it_is_certain(name, code):
    assert code == country_code(name)


@pytest.mark.parametrize("name", ["Republic of China", "Republic", "Republic of", "", " "])
def test_no_country(name):
    assert not is_country(name)


def test_every_state_has_two_capital_letters_and_both_languages():
    names: dict[str, list[str]] = {}
    for name, code in codes_by_name().items():
        names.setdefault(code or "--", []).append(name)
    assert all(code == "--" or (code.isupper() and code.isascii()) for code in names)
    assert all(any("а" <= name[0] <= "я" for name in of_one) for of_one in names.values())
    assert len(names) > 190
