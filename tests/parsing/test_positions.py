"""A printed position is cut into roles and organizations as a careful reader would cut it.

The organizations are invented, save where a rule is about a state or a body all readers know.
"""

from __future__ import annotations

import pytest

from rostrum.parsing.positions import split_position

Expected = list[tuple[str, str | None]]

ENGLISH: dict[str, Expected] = {
    # One role and its organization after a comma.
    "CEO, Norvik": [("CEO", "Norvik")],
    "Chief Executive Officer, Norvik": [("Chief Executive Officer", "Norvik")],
    "President, Chamber of Notaries": [("President", "Chamber of Notaries")],
    "Director, Executive Office of the President": [
        ("Director", "Executive Office of the President")
    ],
    "Vice President, Grain Growers’ Mutual Bank": [
        ("Vice President", "Grain Growers’ Mutual Bank")
    ],
    "Judge, the Water Court of the Lower Tarn": [("Judge", "Water Court of the Lower Tarn")],
    "Partner, Hale & Oakes LLP": [("Partner", "Hale & Oakes LLP")],
    "Managing Partner, Brask Advocates": [("Managing Partner", "Brask Advocates")],
    "Deputy Director, Federal Service for Harbours": [
        ("Deputy Director", "Federal Service for Harbours")
    ],
    "Head of the Department of Law, Ministry of Justice": [
        ("Head of the Department of Law", "Ministry of Justice")
    ],
    "Secretary-General, Permanent Court of Tolls": [
        ("Secretary-General", "Permanent Court of Tolls")
    ],
    # The organization is the complement of the title.
    "CEO of Norvik": [("CEO", "Norvik")],
    "Professor of Law at Brackwater University": [("Professor of Law", "Brackwater University")],
    "Dean of the Faculty of Law at Brackwater University": [
        ("Dean", "Faculty of Law at Brackwater University")
    ],
    "Rector of the Tarn Academy of Ports": [("Rector", "Tarn Academy of Ports")],
    "Vice-President of the European Commission for Values and Transparency": [
        ("Vice-President", "European Commission for Values and Transparency")
    ],
    "First Deputy Chairman of the Federation Council Committee on Constitutional Legislation and "
    "State Building": [
        (
            "First Deputy Chairman",
            "Federation Council Committee on Constitutional Legislation and State Building",
        )
    ],
    "Founder of Tarn Legal Lab": [("Founder", "Tarn Legal Lab")],
    "Lecturer at the University of Skelling": [("Lecturer", "University of Skelling")],
    "Researcher at the Institute of River Law": [("Researcher", "Institute of River Law")],
    "Member of the Council of Upland Towns": [("Member", "Council of Upland Towns")],
    "Executive Secretary of the CSTO": [("Executive Secretary", "CSTO")],
    "Senior Lecturer, Department of Ports, Brackwater University": [
        ("Senior Lecturer", "Department of Ports, Brackwater University")
    ],
    "Director, Institute of Law, Skelling": [("Director", "Institute of Law, Skelling")],
    "Co-founder and Managing Partner of Hale & Oakes": [
        ("Co-founder and Managing Partner", "Hale & Oakes")
    ],
    "General Counsel, Norvik Ltd.": [("General Counsel", "Norvik Ltd.")],
    "Vice-Rector for Research, Brackwater University": [
        ("Vice-Rector for Research", "Brackwater University")
    ],
    "Judge of the Constitutional Court of the Russian Federation": [
        ("Judge", "Constitutional Court of the Russian Federation")
    ],
    "Chairman of the Federation Council": [("Chairman", "Federation Council")],
    "Chief of Staff, Office of the President": [("Chief of Staff", "Office of the President")],
    "Chair of Civil Law, Brackwater University": [("Chair of Civil Law", "Brackwater University")],
    "Director, Center for Law, Policy and Ports": [
        ("Director", "Center for Law, Policy and Ports")
    ],
    # The title itself holds the state.
    "Prosecutor General of the Republic of Orvenia": [
        ("Prosecutor General of the Republic of Orvenia", None)
    ],
    "Adviser to the President of the Republic of Orvenia": [
        ("Adviser to the President of the Republic of Orvenia", None)
    ],
    "Minister of Foreign Affairs of France": [("Minister of Foreign Affairs of France", None)],
    "Governor, Skelling Region": [("Governor, Skelling Region", None)],
    "Queen of Arden": [("Queen of Arden", None)],
    "President of the Russian Federation": [("President of the Russian Federation", None)],
    "Prime Minister of the Republic of Orvenia": [
        ("Prime Minister of the Republic of Orvenia", None)
    ],
    "Deputy Minister of Water Resources of the Republic of Orvenia": [
        ("Deputy Minister of Water Resources of the Republic of Orvenia", None)
    ],
    "Minister of Justice of the Kingdom of Arden": [
        ("Minister of Justice of the Kingdom of Arden", None)
    ],
    "Minister of Energy, Trade and Transport": [("Minister of Energy, Trade and Transport", None)],
    "Minister for Water, Forests and Fisheries of the Republic of Orvenia": [
        ("Minister for Water, Forests and Fisheries of the Republic of Orvenia", None)
    ],
    "Minister of Justice, Republic of Orvenia": [
        ("Minister of Justice, Republic of Orvenia", None)
    ],
    "Chief State Inspector of the Russian Federation for Fire Supervision": [
        ("Chief State Inspector of the Russian Federation for Fire Supervision", None)
    ],
    "Governor of Skelling Region": [("Governor of Skelling Region", None)],
    # An office and then a ministry: the ministry is the organization.
    "Minister of Justice, Ministry of Law and Order": [
        ("Minister of Justice", "Ministry of Law and Order")
    ],
    # No organization is named.
    "Professor": [("Professor", None)],
    "Judge": [("Judge", None)],
    "Board Member": [("Board Member", None)],
    "Attorney at Law": [("Attorney at Law", None)],
    "Mayor of Skelling": [("Mayor of Skelling", None)],
    "Doctor of Law": [("Doctor of Law", None)],
    "Independent Director": [("Independent Director", None)],
    # Several positions.
    "Rector, Board Member": [("Rector", None), ("Board Member", None)],
    "Chair, Union of River Cooperatives; Member, Council of Upland Towns": [
        ("Chair", "Union of River Cooperatives"),
        ("Member", "Council of Upland Towns"),
    ],
    "Chair, Union of River Cooperatives – Member, Council of Upland Towns": [
        ("Chair", "Union of River Cooperatives"),
        ("Member", "Council of Upland Towns"),
    ],
    "Chair, Union of River Cooperatives — Member, Council of Upland Towns": [
        ("Chair", "Union of River Cooperatives"),
        ("Member", "Council of Upland Towns"),
    ],
    "Chair, Union of River Cooperatives, Member, Council of Upland Towns": [
        ("Chair", "Union of River Cooperatives"),
        ("Member", "Council of Upland Towns"),
    ],
    "Member of the State Duma; Chairman of the Board, JSC “Norvik, Ltd”": [
        ("Member", "State Duma"),
        ("Chairman of the Board", "JSC “Norvik, Ltd”"),
    ],
    "Doctor of Law, Professor, Head of the Chair of Civil Law, Moscow State University": [
        ("Doctor of Law", None),
        ("Professor", None),
        ("Head of the Chair of Civil Law", "Moscow State University"),
    ],
    "Secretary of State, Deputy Minister of Justice of the Republic of Belarus": [
        ("Secretary of State", None),
        ("Deputy Minister of Justice of the Republic of Belarus", None),
    ],
    "Plenipotentiary Representative of the Federal Assembly of the Russian Federation – Deputy "
    "Executive Secretary of the CSTO Parliamentary Assembly": [
        ("Plenipotentiary Representative", "Federal Assembly of the Russian Federation"),
        ("Deputy Executive Secretary", "CSTO Parliamentary Assembly"),
    ],
    "Attorney-at-Law, Partner, Hale & Oakes": [
        ("Attorney-at-Law", None),
        ("Partner", "Hale & Oakes"),
    ],
    "Minister of Economy, Chairman of the Union of Ports": [
        ("Minister of Economy", None),
        ("Chairman", "Union of Ports"),
    ],
    "Founder of Norvik; CEO of Norvik; Board Member": [
        ("Founder", "Norvik"),
        ("CEO", "Norvik"),
        ("Board Member", None),
    ],
    # Who is sent by one body to another has the post there.
    "Ambassador of France to the United Nations": [("Ambassador of France", "United Nations")],
    "Representative of the Council of Towns at the League of Ports": [
        ("Representative of the Council of Towns", "League of Ports")
    ],
    "Permanent Representative of the Republic of Orvenia at the League of Ports": [
        ("Permanent Representative of the Republic of Orvenia", "League of Ports")
    ],
    "Plenipotentiary Representative of the Russian Federation at the Collective Security Treaty "
    "Organization": [
        (
            "Plenipotentiary Representative of the Russian Federation",
            "Collective Security Treaty Organization",
        )
    ],
    # The organization comes first.
    "Expert Advisory Council member": [("member", "Expert Advisory Council")],
    # Brackets and quotation marks keep what they hold together.
    "Director, Institute of Law (Skelling, Orvenia)": [
        ("Director", "Institute of Law (Skelling, Orvenia)")
    ],
    "Chairman of the Board, “Bread; Butter and Sons”": [
        ("Chairman of the Board", "“Bread; Butter and Sons”")
    ],
    # A board is part of the title.
    "Member of the Board of the River Trust": [("Member of the Board", "River Trust")],
}

RUSSIAN: dict[str, Expected] = {
    "директор Института портового права": [("директор", "Института портового права")],
    "ректор МГИМО": [("ректор", "МГИМО")],
    "ректор, Союз независимых нотариусов": [("ректор", "Союз независимых нотариусов")],
    "генеральный директор ПАО «Норвик»": [("генеральный директор", "ПАО «Норвик»")],
    "генеральный директор, ООО «Хлеб, соль и сыновья»": [
        ("генеральный директор", "ООО «Хлеб, соль и сыновья»")
    ],
    "руководитель отдела связей Министерства юстиции": [
        ("руководитель отдела связей", "Министерства юстиции")
    ],
    "Обозреватель, газета «Вестник долины»": [("Обозреватель", "газета «Вестник долины»")],
    "Судья, Водный суд Нижнего Тарна": [("Судья", "Водный суд Нижнего Тарна")],
    "Главный инженер, Управление малых рек": [("Главный инженер", "Управление малых рек")],
    "Председатель правления, Кооператив «Длинный луг»": [
        ("Председатель правления", "Кооператив «Длинный луг»")
    ],
    "заместитель директора, Министерство водного хозяйства Республики Ардания": [
        ("заместитель директора", "Министерство водного хозяйства Республики Ардания")
    ],
    "доцент Университета Скеллинга": [("доцент", "Университета Скеллинга")],
    "председатель Комитета по энергетике": [("председатель", "Комитета по энергетике")],
    "член Совета горных городов": [("член", "Совета горных городов")],
    "профессор": [("профессор", None)],
    "адвокат": [("адвокат", None)],
    "заместитель министра юстиции Российской Федерации": [
        ("заместитель министра юстиции Российской Федерации", None)
    ],
    "Заместитель Министра юстиции РФ": [("Заместитель Министра юстиции РФ", None)],
    "Заместитель министра водных ресурсов Республики Орвения": [
        ("Заместитель министра водных ресурсов Республики Орвения", None)
    ],
    "Министр юстиции Республики Орвения": [("Министр юстиции Республики Орвения", None)],
    "президент Российской Федерации": [("президент Российской Федерации", None)],
    "глава Республики Татарстан": [("глава Республики Татарстан", None)],
    "губернатор Тарнской области": [("губернатор Тарнской области", None)],
    "полномочный представитель Российской Федерации при ОДКБ": [
        ("полномочный представитель Российской Федерации", "ОДКБ")
    ],
    "председатель Комитета Государственной Думы по энергетике, член Совета": [
        ("председатель", "Комитета Государственной Думы по энергетике"),
        ("член", "Совета"),
    ],
    "Председатель, Союз речных кооперативов – член, Совет горных городов": [
        ("Председатель", "Союз речных кооперативов"),
        ("член", "Совет горных городов"),
    ],
    "Председатель, Союз речных кооперативов; член, Совет горных городов": [
        ("Председатель", "Союз речных кооперативов"),
        ("член", "Совет горных городов"),
    ],
    "доктор юридических наук, профессор": [("доктор юридических наук", None), ("профессор", None)],
    "ректор, профессор": [("ректор", None), ("профессор", None)],
    "директор Института речного права, профессор": [
        ("директор", "Института речного права"),
        ("профессор", None),
    ],
    "статс-секретарь – заместитель министра юстиции Российской Федерации": [
        ("статс-секретарь", None),
        ("заместитель министра юстиции Российской Федерации", None),
    ],
    "вице-президент, Институт портового права": [("вице-президент", "Институт портового права")],
    "начальник Управления малых рек Министерства водного хозяйства": [
        ("начальник", "Управления малых рек Министерства водного хозяйства")
    ],
    "заведующий кафедрой гражданского права МГУ": [
        ("заведующий кафедрой гражданского права", "МГУ")
    ],
    "Председатель Верховного Суда Российской Федерации": [
        ("Председатель", "Верховного Суда Российской Федерации")
    ],
    "Генеральный прокурор Российской Федерации": [
        ("Генеральный прокурор Российской Федерации", None)
    ],
    "член Совета Федерации": [("член", "Совета Федерации")],
    "и.о. директора Института портового права": [("и.о. директора", "Института портового права")],
    "партнёр, руководитель практики, «Хейл и Оукс»": [
        ("партнёр", None),
        ("руководитель практики", "«Хейл и Оукс»"),
    ],
    "первый заместитель министра транспорта Республики Орвения, руководитель Агентства портов": [
        ("первый заместитель министра транспорта Республики Орвения", None),
        ("руководитель", "Агентства портов"),
    ],
    "мэр города Скеллинг": [("мэр города Скеллинг", None)],
    "советник президента Российской Федерации": [
        ("советник президента Российской Федерации", None)
    ],
}


def cut(position: str) -> Expected:
    return [(role.role, role.organization) for role in split_position(position)]


@pytest.mark.parametrize(("position", "expected"), ENGLISH.items(), ids=ENGLISH)
def test_an_english_position(position: str, expected: Expected) -> None:
    assert expected == cut(position)


@pytest.mark.parametrize(("position", "expected"), RUSSIAN.items(), ids=RUSSIAN)
def test_a_russian_position(position: str, expected: Expected) -> None:
    assert expected == cut(position)


@pytest.mark.parametrize("position", [*ENGLISH, *RUSSIAN])
def test_every_part_is_verbatim_and_in_printed_order(position: str) -> None:
    place = 0
    for role in split_position(position):
        parts = [role.role, *([role.organization] if role.organization else [])]
        assert all(part in position[place:] for part in parts)
        place = min(position.index(part, place) for part in parts) + 1


@pytest.mark.parametrize("position", ["", " ", ";", " ; "])
def test_an_empty_position_has_no_roles(position: str) -> None:
    assert split_position(position) == ()
