"""Positions that are easily read wrongly."""

from __future__ import annotations

import pytest

from rostrum.parsing.positions import split_position

POSITIONS = [
    ("депутат Государственной Думы", [("депутат", "Государственной Думы")]),
    ("Председатель Государственного Совета", [("Председатель", "Государственного Совета")]),
    (
        "ректор Государственного университета Скеллинга",
        [("ректор", "Государственного университета Скеллинга")],
    ),
    (
        "Chairman of the Committee on Energy, Trade and Transport",
        [("Chairman", "Committee on Energy, Trade and Transport")],
    ),
    (
        "Head of the Department for Trade, Transport and Ports of the Ministry of Economy",
        [("Head", "Department for Trade, Transport and Ports of the Ministry of Economy")],
    ),
    (
        "министр энергетики, торговли и транспорта",
        [("министр энергетики, торговли и транспорта", None)],
    ),
    (
        "помощник Президента Российской Федерации",
        [("помощник Президента Российской Федерации", None)],
    ),
    (
        "директор по правовым вопросам компании «Норвик»",
        [("директор по правовым вопросам", "компании «Норвик»")],
    ),
    (
        "посол по особым поручениям Министерства иностранных дел",
        [("посол по особым поручениям", "Министерства иностранных дел")],
    ),
    (
        "управляющий партнер адвокатского бюро «Хейл и Оукс»",
        [("управляющий партнер", "адвокатского бюро «Хейл и Оукс»")],
    ),
    ("основатель компании «Норвик»", [("основатель", "компании «Норвик»")]),
    ("председатель Союза «Реки»", [("председатель", "Союза «Реки»")]),
    ("President of the Republic", [("President of the Republic", None)]),
    ("Chief of Staff of the President", [("Chief of Staff of the President", None)]),
    (
        "Professor, Department of Law, and Dean, Faculty of Law",
        [("Professor", "Department of Law"), ("Dean", "Faculty of Law")],
    ),
    ("директор Фонда долины", [("директор", "Фонда долины")]),
    ("президент Союза нотариусов", [("президент", "Союза нотариусов")]),
    ("Rector – Brackwater University", [("Rector", "Brackwater University")]),
    (
        "постоянный представитель Республики Орвения при Лиге портов",
        [("постоянный представитель Республики Орвения", "Лиге портов")],
    ),
    ("Head of the Legal Department, Norvik", [("Head of the Legal Department", "Norvik")]),
    ("Director of the Institute of Law, Skelling", [("Director", "Institute of Law, Skelling")]),
    ("советник, Институт права", [("советник", "Институт права")]),
]


@pytest.mark.parametrize(("position", "roles"), POSITIONS, ids=[row[0] for row in POSITIONS])
def test_hard_positions(position, roles):
    assert roles == [(role.role, role.organization) for role in split_position(position)]
