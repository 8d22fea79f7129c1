"""What reads as one person's name, and what does not."""

from __future__ import annotations

import pytest

from rostrum.parsing.names import is_name, strip_honorific


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lund",
        "Pieter van der Moer",
        "Ludwig von der Heide",
        "Anna de la Cruz",
        "Jean-Marc Dupont",
        "Maria Ortega y Soler",
        "Seán O’Brien",
        "Sean O'Brien",
        "Ngozi D’Souza-Hale",
        "A. B. Lund",
        "A.B. Lund",
        "J.-P. Dupont",
        "Ada M. Lund",
        "Al-Hadi Omar",
        "Ying Li",
        "Åsa Öberg",
        "Dr. Ada Lund",
        "H.E. Ada Lund",
        "His Excellency Omar Hadi",
        "Prof. Dr. Ada Lund",
        "Йозеф Кадлин",
        "Анна Сергеевна Орлова",
        "А. С. Орлова",
        "А.С. Орлова",
        "Анна Римская-Корсакова",
        "Рашид Алиев оглы",
        "Людвиг фон Хайде",
        "Алёна Ёлкина",
        "Әсел Жұмабаева",
    ],
)
def test_a_name(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ada",
        "ada lund",
        "Ada lund",
        "Director",
        "Key Conclusions",
        "Discussion participants",
        "Участники дискуссии",
        "River Trust",
        "Council of Ports",
        "Ministry of Justice",
        "Water Court",
        "Водный Суд",
        "Союз Кооперативов",
        "Ada Lund 2",
        "Room 12",
        "Ada Lund, Judge",
        "Ada said",
        "the river Tarn",
        "Ada Lund and Omar Hadi said so",
        "Ada Lund Omar Hadi Jan Brask Per",
        "“Ada Lund”",
        "— Ada",
        "Дорогие друзья",
        "Республика",
    ],
)
def test_no_name(text: str) -> None:
    assert not is_name(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("H.E. Ada Lund", "Ada Lund"),
        ("H. E. Ada Lund", "Ada Lund"),
        ("Her Excellency Ada Lund", "Ada Lund"),
        ("H.R.H. Ada Lund", "Ada Lund"),
        ("Dr. Ada Lund", "Ada Lund"),
        ("Dr Ada Lund", "Ada Lund"),
        ("Mr. Jan Brask", "Jan Brask"),
        ("Mrs Ada Lund", "Ada Lund"),
        ("Ms. Ada Lund", "Ada Lund"),
        ("Professor Ada Lund", "Ada Lund"),
        ("Prof. Dr. Ada Lund", "Ada Lund"),
        ("Sir Jan Brask", "Jan Brask"),
        ("Lady Ada Lund", "Ada Lund"),
        ("г-н Йозеф Кадлин", "Йозеф Кадлин"),
        ("Г-жа Анна Орлова", "Анна Орлова"),
        ("проф. Анна Орлова", "Анна Орлова"),
        ("Ada Lund", "Ada Lund"),
        ("Drake Lund", "Drake Lund"),
        ("Honor Lund", "Honor Lund"),
        ("Mr.", "Mr."),
    ],
)
def test_an_honorific_is_no_part_of_the_name(text: str, expected: str) -> None:
    assert expected == text[strip_honorific(text) :]
