"""`“Words,” Name, Position.` in the ways that people print it, and what is not that."""

from __future__ import annotations

import pytest

from rostrum.parsing.appositions import MAX_POSITION_LENGTH
from rostrum.parsing.attribution import read_attribution

Parts = tuple[str, str, str | None]


def parts(paragraph: str) -> Parts | None:
    found = read_attribution(paragraph)
    if found is None:
        return None

    (words,), mention = found.spans, found.mention
    assert mention.name
    position = mention.position.of(paragraph) if mention.position else None
    return words.of(paragraph), mention.name.of(paragraph), position


RIVER = "Rivers have no passports"


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        pytest.param(f"“{RIVER},” Ada Lund, Judge.", (RIVER, "Ada Lund", "Judge"), id="inside"),
        pytest.param(f"“{RIVER}”, Ada Lund, Judge.", (RIVER, "Ada Lund", "Judge"), id="outside"),
        pytest.param(f"“{RIVER}.” Ada Lund, Judge", (f"{RIVER}.", "Ada Lund", "Judge"), id="stop"),
        pytest.param(f"“{RIVER}”. Ada Lund, Judge", (RIVER, "Ada Lund", "Judge"), id="stop out"),
        pytest.param(f"“{RIVER}?” Ada Lund.", (f"{RIVER}?", "Ada Lund", None), id="a question"),
        pytest.param(f"“{RIVER}!” Ada Lund.", (f"{RIVER}!", "Ada Lund", None), id="an exclamation"),
        pytest.param(f"“{RIVER}...” Ada Lund.", (f"{RIVER}...", "Ada Lund", None), id="dots"),
        pytest.param(f"“{RIVER}” – Ada Lund, Judge.", (RIVER, "Ada Lund", "Judge"), id="en dash"),
        pytest.param(f"“{RIVER}” — Ada Lund, Judge.", (RIVER, "Ada Lund", "Judge"), id="em dash"),
        pytest.param(f"“{RIVER}” - Ada Lund, Judge.", (RIVER, "Ada Lund", "Judge"), id="hyphen"),
        pytest.param(f"“{RIVER}” Ada Lund, Judge.", (RIVER, "Ada Lund", "Judge"), id="no comma"),
        pytest.param(f"“{RIVER},” Ada Lund – Judge.", (RIVER, "Ada Lund", "Judge"), id="name –"),
        pytest.param(f"«{RIVER}», — Ada Lund, Judge.", (RIVER, "Ada Lund", "Judge"), id="Russian"),
        pytest.param(f"«{RIVER}» — Ada Lund.", (RIVER, "Ada Lund", None), id="no position"),
        pytest.param(f"„{RIVER}“, Ada Lund, Judge.", (RIVER, "Ada Lund", "Judge"), id="German"),
        pytest.param(f'"{RIVER}," Ada Lund, Judge.', (RIVER, "Ada Lund", "Judge"), id="straight"),
        pytest.param(f"‘{RIVER},’ Ada Lund, Judge.", (RIVER, "Ada Lund", "Judge"), id="single"),
        pytest.param(f"« {RIVER} », Ada Lund, Judge.", (RIVER, "Ada Lund", "Judge"), id="French"),
        pytest.param(
            "“We call it ‘the bill’,” Ada Lund, Judge.",
            ("We call it ‘the bill’", "Ada Lund", "Judge"),
            id="ends with a nested one",
        ),
        pytest.param(
            "“We call it “the bill” here,” Ada Lund, Judge.",
            ("We call it “the bill” here", "Ada Lund", "Judge"),
            id="nested in the middle",
        ),
        pytest.param(
            "«Это проект «Река», и он наш», — Анна Орлова, судья.",
            ("Это проект «Река», и он наш", "Анна Орлова", "судья"),
            id="nested in Russian",
        ),
        pytest.param(
            "«Это наш проект «Река», — Анна Орлова, судья.",
            ("Это наш проект «Река", "Анна Орлова", "судья"),
            id="one mark closes two levels",
        ),
        pytest.param(
            "“So it is “the bill, Ada Lund said,” Jan Brask, Judge.",
            ("So it is “the bill, Ada Lund said", "Jan Brask", "Judge"),
            id="a nested one never closed",
        ),
        pytest.param(
            "“It’s the boatmen’s,” Ada Lund, Judge.",
            ("It’s the boatmen’s", "Ada Lund", "Judge"),
            id="apostrophes",
        ),
        pytest.param(
            "“<...> and so we paid <...>,” Ada Lund, Judge.",
            ("<...> and so we paid <...>", "Ada Lund", "Judge"),
            id="omissions",
        ),
        pytest.param(f"“{RIVER},” H.E. Ada Lund, Judge.", (RIVER, "Ada Lund", "Judge"), id="H.E."),
        pytest.param(f"“{RIVER},” Dr. Ada Lund, Judge.", (RIVER, "Ada Lund", "Judge"), id="Dr."),
        pytest.param(
            f"“{RIVER},” Prof. Dr. Ada Lund, Judge.", (RIVER, "Ada Lund", "Judge"), id="Prof. Dr."
        ),
        pytest.param(
            f"“{RIVER},” Pieter van der Moer, Judge.",
            (RIVER, "Pieter van der Moer", "Judge"),
            id="particles",
        ),
        pytest.param(f"“{RIVER},” A. B. Lund, Judge.", (RIVER, "A. B. Lund", "Judge"), id="A. B."),
        pytest.param(f"“{RIVER},” A.B. Lund.", (RIVER, "A.B. Lund", None), id="A.B. at the end"),
        pytest.param(
            f"“{RIVER},” Seán O’Brien, Judge.", (RIVER, "Seán O’Brien", "Judge"), id="O’Brien"
        ),
        pytest.param(
            f"“{RIVER},” Ada Lund, Chair, Union of Ports; Member, Council of Towns.",
            (RIVER, "Ada Lund", "Chair, Union of Ports; Member, Council of Towns"),
            id="two positions",
        ),
        pytest.param(
            f"“{RIVER},” Ada Lund, Counsel, Norvik Inc.",
            (RIVER, "Ada Lund", "Counsel, Norvik Inc."),
            id="an abbreviation keeps its stop",
        ),
        pytest.param(
            f"“{RIVER},” Ada Lund, Dean, St. Olaf College.",
            (RIVER, "Ada Lund", "Dean, St. Olaf College"),
            id="an abbreviation inside",
        ),
        pytest.param(
            f"“{RIVER},” Ada Lund, Judge. The hall applauded.",
            (RIVER, "Ada Lund", "Judge"),
            id="another sentence",
        ),
        pytest.param(
            f"“{RIVER},” Ada Lund, Judge. “And no visas,” she added.",
            (RIVER, "Ada Lund", "Judge"),
            id="another quotation",
        ),
        pytest.param(f"“{RIVER},” Ada Lund (Judge).", (RIVER, "Ada Lund", "Judge"), id="brackets"),
        pytest.param(
            f"“{RIVER},” Ada Lund, Judge,", (RIVER, "Ada Lund", "Judge"), id="a comma at the end"
        ),
    ],
)
def test_an_attributed_quotation(paragraph: str, expected: Parts) -> None:
    assert expected == parts(paragraph)


@pytest.mark.parametrize(
    "paragraph",
    [
        pytest.param("", id="nothing"),
        pytest.param(f"{RIVER}, said Ada Lund.", id="no marks"),
        pytest.param(f"Ada Lund, Judge: “{RIVER}.”", id="the speaker first"),
        pytest.param(f"“{RIVER}.”", id="no speaker"),
        pytest.param(f"“{RIVER},” said the judge.", id="no name"),
        pytest.param(f"“{RIVER},” she said.", id="a pronoun"),
        pytest.param(f"“{RIVER},” the Ministry of Justice.", id="an organization"),
        pytest.param(f"“{RIVER},” River Trust, Skelling.", id="an organization like a name"),
        pytest.param(f"“{RIVER},” Lund.", id="one word"),
        pytest.param(f"“{RIVER}, Ada Lund, Judge.", id="never closed"),
        pytest.param("“,” Ada Lund, Judge.", id="no words"),
        pytest.param(
            f"“{RIVER},” Ada Lund, {'x' * MAX_POSITION_LENGTH}y", id="a paragraph follows"
        ),
    ],
)
def test_no_attributed_quotation(paragraph: str) -> None:
    assert parts(paragraph) is None


def test_an_attribution_ends_where_the_next_sentence_begins() -> None:
    paragraph = f"“{RIVER},” Ada Lund, Judge. The hall applauded."
    found = read_attribution(paragraph)
    assert found
    assert paragraph[found.end :] == " The hall applauded."


def test_a_position_of_the_greatest_length_is_kept() -> None:
    longest = "x" * MAX_POSITION_LENGTH
    assert parts(f"“{RIVER},” Ada Lund, {longest}") == (RIVER, "Ada Lund", longest)
