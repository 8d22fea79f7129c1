"""The gathering that a page is of: by its name, where certain; none rather than a wrong one."""

from __future__ import annotations

import pytest

from rostrum.parsing.events import find_event
from rostrum.records import Cut


def cuts(*texts: str) -> list[Cut]:
    return [Cut(text, 0, len(text)) for text in texts]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("At the Saltmere Shore Forum 2023 they looked at algae.", "Saltmere Shore Forum 2023"),
        (
            "It took place on the margins of the Ostrel Trade Forum – 2019.",
            "Ostrel Trade Forum – 2019",
        ),
        ("Three hundred guests took part in Mending Summit last week.", "Mending Summit"),
        (
            "From May on the Ninth Congress of Lake Towns brought 620 to Ostrel.",
            "Ninth Congress of Lake Towns",
        ),
        ("The Institute convened the eleventh Ostrel Dialogue on boats.", "Ostrel Dialogue"),
        (
            "В рамках Озёрного инвестиционного конгресса обсудили порт.",
            "Озёрного инвестиционного конгресса",
        ),
        ("Вчера состоялся круглый стол «Год спустя» о лодках.", "круглый стол «Год спустя»"),
        (
            "Международная конференция «Лёд» началась 27 сентября.",
            "Международная конференция «Лёд»",
        ),
        ("At last year’s Saltmere Shore Forum they looked at algae.", None),
        ("They will meet again at the next Saltmere Shore Forum.", None),
        ("According to the World Shore Forum, algae are dear.", None),
        ("They spoke at the Forum.", None),
        ("На форуме говорили о лодках.", None),
        ("At the Ostrel Forum and at the Skelling Forum they looked at algae.", None),
    ],
)
def test_prose(paragraph: str, expected: str | None) -> None:
    found = find_event([], cuts(paragraph))
    assert expected == (found.text if found else None)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Session summary · 4 June 2025 · Lake Towns Congress", "Lake Towns Congress"),
        ("Уральский форум теплоэнергетиков", "Уральский форум теплоэнергетиков"),
        ("Voices of the Forum", None),
        ("Annual Conference", None),
        ("Форум", None),
    ],
)
def test_lines(line: str, expected: str | None) -> None:
    found = find_event(cuts(line), [])
    assert expected == (found.text if found else None)


def test_the_one_that_is_named_most_often() -> None:
    paragraphs = cuts(
        "At the Ostrel Forum they ate.",
        "At the Lake Forum they spoke.",
        "It was held at the Lake Forum.",
    )
    found = find_event([], paragraphs)
    assert found
    assert found.text == "Lake Forum"
