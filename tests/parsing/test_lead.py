"""The paragraphs above the first section: the event, who organized it, who supported it."""

from __future__ import annotations

import pytest

from rostrum.parsing.lead import read_lead
from rostrum.records import Cut

Found = tuple[str | None, list[str], list[str]]


def cuts(*paragraphs: str) -> list[Cut]:
    found, start = [], 0
    for text in paragraphs:
        found.append(Cut(text, start, start + len(text)))
        start += len(text) + 1
    return found


def lead(*paragraphs: str) -> Found:
    found = read_lead(cuts(*paragraphs))
    return (
        found.event.text if found.event else None,
        [cut.text for cut in found.organizers],
        [cut.text for cut in found.supporters],
    )


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("The event was held as part of the Tarn Valley Dialogue.", "Tarn Valley Dialogue"),
        ("It took place within the framework of the Port Forum.", "Port Forum"),
        ("It was organized on the sidelines of the Port Forum, and well.", "Port Forum"),
        ("The session was held as part of the Port Forum (Skelling).", "Port Forum"),
        ("The session was held as part of the Port Forum – a yearly one.", "Port Forum"),
        ("The session was held as part of the Port Forum on 15 May 2026.", "Port Forum"),
        ("It was held in Skelling as part of Water Week", "Water Week"),
        ("It was held as part of the “Law and Water” forum.", "“Law and Water” forum"),
        ("Мероприятие состоялось в рамках Тарнского форума.", "Тарнского форума"),
        ("Сессия прошла в рамках: Портовый форум.", "Портовый форум"),
        ("Сессия прошла на полях Портового форума, в Скеллинге.", "Портового форума"),
        ("Water was discussed as part of the law.", None),
        ("The levee was held as part of the bank.", None),
        ("The event was held. As part of the Port Forum, people met.", None),
        ("", None),
    ],
)
def test_the_event(paragraph: str, expected: str | None) -> None:
    assert expected == lead(paragraph)[0]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("The Forum was organized by the River Trust.", ["River Trust"]),
        ("It was hosted by the River Trust as part of the Port Forum.", ["River Trust"]),
        ("It was convened by the River Trust; the hall was full.", ["River Trust"]),
        (
            "It was organized by the Ministry of Water and Forests.",
            ["Ministry of Water and Forests"],
        ),
        (
            "It was organized by the Ministry of Water and the Forests.",
            ["Ministry of Water and the Forests"],
        ),
        (
            "It was organized by the Ministry of Water and Forests and the River Trust.",
            ["Ministry of Water and Forests", "River Trust"],
        ),
        (
            "It was organized by the River Trust, the Port Authority and the Union of Towns.",
            ["River Trust", "Port Authority", "Union of Towns"],
        ),
        (
            "It was organized by the River Trust, the Port Authority, and the Union of Towns.",
            ["River Trust", "Port Authority", "Union of Towns"],
        ),
        ("Организатор: Комиссия по северным рекам.", ["Комиссия по северным рекам"]),
        ("Организатор — Комиссия по северным рекам.", ["Комиссия по северным рекам"]),
        ("Организатором форума выступила Комиссия по рекам.", ["Комиссия по рекам"]),
        (
            "Организаторы: Комиссия по северным рекам и Институт права.",
            ["Комиссия по северным рекам", "Институт права"],
        ),
        (
            "Организатор: Комитет по энергетике, торговле и транспорту.",
            ["Комитет по энергетике, торговле и транспорту"],
        ),
        ("Organized crime was discussed.", []),
        ("", []),
    ],
)
def test_the_organizers(paragraph: str, expected: list[str]) -> None:
    assert expected == lead(paragraph)[1]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("It was held with the support of the River Trust.", ["River Trust"]),
        ("It was held with support of the River Trust.", ["River Trust"]),
        ("It was held with the assistance of the River Trust.", ["River Trust"]),
        (
            "It was supported by the River Trust and the Port Authority.",
            ["River Trust", "Port Authority"],
        ),
        (
            "With the support of the Ministry of Water and Forests.",
            ["Ministry of Water and Forests"],
        ),
        (
            "It was held with the support of the Ministry of Water of the Republic of Orvenia.",
            ["Ministry of Water of the Republic of Orvenia"],
        ),
        ("При поддержке: Комитет по энергетике.", ["Комитет по энергетике"]),
        ("", []),
    ],
)
def test_the_supporters(paragraph: str, expected: list[str]) -> None:
    assert expected == lead(paragraph)[2]


def test_organizers_end_where_supporters_begin() -> None:
    paragraph = "The Forum was organized by the River Trust with the support of the Port Authority."
    assert lead(paragraph) == (None, ["River Trust"], ["Port Authority"])


def test_organizers_end_where_supporters_begin_in_russian() -> None:
    paragraph = "Организатор: Комиссия по рекам при поддержке Института права."
    assert lead(paragraph) == (None, ["Комиссия по рекам"], ["Института права"])


def test_all_three_may_stand_in_paragraphs_of_their_own() -> None:
    assert lead(
        "Engineers met. The event was held as part of the Port Forum.",
        "The Forum was organized by the River Trust.",
        "It was supported by the Port Authority.",
    ) == ("Port Forum", ["River Trust"], ["Port Authority"])


def test_a_sentence_ends_an_organization_an_abbreviation_does_not() -> None:
    paragraph = "It was organized by the Trust of St. Olaf. Water was served."
    assert lead(paragraph)[1] == ["Trust of St. Olaf"]


def test_no_paragraphs_say_nothing() -> None:
    assert lead() == (None, [], [])


def test_what_is_found_stands_where_it_says() -> None:
    paragraphs = (
        "The event was held as part of the Port Forum.",
        "It was organized by the River Trust and the Port Authority.",
    )
    text = "\n".join(paragraphs)
    found = read_lead(cuts(*paragraphs))
    for cut in (found.event, *found.organizers):
        assert cut
        assert cut.text == text[cut.start : cut.end]
