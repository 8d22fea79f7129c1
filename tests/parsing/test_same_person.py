"""Who is who on one page, and whether a woman or a man."""

from __future__ import annotations

import pytest

from rostrum.parsing.same_person import gender_of, same_person

SAME = [
    ("Pospelov", "Sergei Pospelov"),
    ("Mr. Pospelov", "Sergei Pospelov"),
    ("S. Pospelov", "Sergei Pospelov"),
    ("LAVRINENKO", "Igor LAVRINENKO"),
    ("Lavrinenko", "LAVRINENKO Igor"),
    ("Поспелов", "Сергей Поспелов"),
    ("Сергея Поспелова", "Сергей Поспелов"),
    ("Поспеловым", "Сергей Поспелов"),
    ("г-на Поспелова", "Сергей Поспелов"),
    ("Поспеловой", "Анна Поспелова"),
    ("Поспелова", "Анна Поспелова"),
    ("Анны Поспеловой", "Анна Поспелова"),
    ("Александра Поспелова", "Александра Поспелова"),
    ("Александром Поспеловым", "Александр Поспелов"),
    ("С. В. Поспелов", "Сергей Викторович Поспелов"),
    ("Поспелов С.В.", "Поспелов Сергей Викторович"),
    ("Сергей Викторович Поспелов", "Сергей Поспелов"),
    ("Сергея Викторовича Поспелова", "Сергей Поспелов"),
    ("Ковальской", "Мария Ковальская"),
    ("Марии Ковальской", "Мария Ковальская"),
    ("Ким", "Анна Ким"),
    ("Анны Ким", "Анна Ким"),
    ("Виктора Кима", "Виктор Ким"),
    ("Van Brempt", "Kathleen Van Brempt"),
    ("van der Moer", "Pieter van der Moer"),
    ("Свириденко", "Олег Свириденко"),
    ("Олега Свириденко", "Олег Свириденко"),
    ("Ada Lund", "Dr. Ada Lund"),
    ("Ada M. Lund", "Ada Lund"),
    ("Lund", "Ada Lund, PhD"),
    ("Сергей Поспелов", "Сергею Поспелову"),
]

NOT_CERTAIN = [
    ("Ms. Pospelov", "Sergei Pospelov"),
    ("A. Pospelov", "Sergei Pospelov"),
    ("Igor", "Igor LAVRINENKO"),
    ("Поспелова", "Сергей Поспелов"),
    ("Поспелову", "Сергей Поспелов"),
    ("Поспеловой", "Сергей Поспелов"),
    ("г-жа Поспелова", "Сергей Поспелов"),
    ("Анны Поспеловой", "Сергей Поспелов"),
    ("Анна Поспелова", "Сергей Поспелов"),
    ("Александра Поспелова", "Александр Поспелов"),
    ("Сергей Иванович Поспелов", "Сергей Викторович Поспелов"),
    ("Ковальского", "Мария Ковальская"),
    ("Кима", "Анна Ким"),
    ("Ada Lund", "Ada Brask"),
    ("Ada Lund", "Eva Lund"),
]

GENDERS = [
    ("Анна Сергеевна Орлова", "f"),
    ("Сергей Поспелов", "m"),
    ("С. В. Поспелов", "m"),
    ("Поспелова", None),
    ("Mr. Brask", "m"),
    ("Ms Ada Lund", "f"),
    ("Jan Brask", None),
    ("Li Wei", None),
    ("Анны Ким", "f"),
    ("Ковальская", "f"),
    ("Рашид Алиев оглы", "m"),
    ("Александра Поспелова", None),
    ("Ada Lund", "f"),
    ("H.E. Mr. Omar Hadi", "m"),
    ("Andrea Rossi", None),
    ("Igor LAVRINSKY", "m"),
    ("Наталья Толстая", "f"),
    ("Саша Белых", None),
    ("Валентина Орлова", None),
    ("Валентины Орловой", "f"),
    ("Her Excellency Omar", "f"),
    ("Мария Шмидт", "f"),
    ("Dr. Lund", None),
    ("Никита Поспелов", "m"),
    ("Виктория Пак", "f"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_person(one, other):
    assert same_person(one, other)
    assert same_person(other, one)


@pytest.mark.parametrize(("one", "other"), NOT_CERTAIN)
def test_two_persons_or_no_certainty(one, other):
    assert not same_person(one, other)
    assert not same_person(other, one)


@pytest.mark.parametrize(("name", "gender"), GENDERS)
def test_gender(name, gender):
    assert gender == gender_of(name)
