"""How prose tells who speaks, and where what somebody is ends: one small page each."""

from __future__ import annotations

import pytest

from rostrum.parsing.parse import parse
from rostrum.parsing.russian_telling import role_before
from rostrum.parsing.spans import Span
from rostrum.reading import read

WORDS = "The shore is longer than any law that was ever made for it"
RUSSIAN = "Берег длиннее любого закона, который для него когда-либо писали"


def told(*blocks: str) -> list[tuple[str, str | None, str | None]]:
    """Words, name and position of each quote of a page."""
    body = "".join(block if block.startswith("<") else f"<p>{block}</p>" for block in blocks)
    page = f"<html><head><title>Shore</title></head><body><h1>Shore</h1>{body}</body></html>"
    quotes = parse(read(page.encode(), "text/html; charset=utf-8"), "report").quotes
    return [
        (
            one.text,
            one.speaker.name.text if one.speaker.name else None,
            one.speaker.position.text if one.speaker.position else None,
        )
        for one in quotes
    ]


@pytest.mark.parametrize(
    ("block", "name", "position"),
    [
        (f"“{WORDS},” was how Ada Lund put it.", "Ada Lund", None),
        (
            f"“{WORDS},” was the plea of Ada Lund, mayor of Skelling.",
            "Ada Lund",
            "mayor of Skelling",
        ),
        (f"Ada Lund had come by boat. “{WORDS},” was her verdict.", "Ada Lund", None),
        (f"Ada Lund, mayor, disagreed. “{WORDS}.”", "Ada Lund", "mayor"),
        (f"Ada Lund told members at a meeting in May, “{WORDS}.”", "Ada Lund", None),
        (
            f"Ada Lund, who is head of harbours at Norvik, told us what changed: “{WORDS}.”",
            "Ada Lund",
            "head of harbours at Norvik",
        ),
        (f"Ada Lund (harbour master) on the ferries: “{WORDS}.”", "Ada Lund", "harbour master"),
        (f"“{WORDS}?” Ada Lund, mayor of Skelling.", "Ada Lund", "mayor of Skelling"),
        (f"“{WORDS},” said Mbuyi wa Tshibanda, coordinator.", "Mbuyi wa Tshibanda", "coordinator"),
        (
            f"NG'ANG'A WA MWANGI (Nyandara) disagreed. “{WORDS},” he said.",
            "NG'ANG'A WA MWANGI",
            None,
        ),
        (f"“{WORDS},” deadpanned Ada Lund.", "Ada Lund", None),
        (
            f"The lawyer for the villagers, Ada Lund, will appeal. “{WORDS},” she said.",
            "Ada Lund",
            "lawyer for the villagers",
        ),
        (
            f"The lead engineer at the contractor, Norvik Lines, Ada Lund, said: “{WORDS}.”",
            "Ada Lund",
            "lead engineer at the contractor, Norvik Lines",
        ),
        (
            f"The Head of the Mission to Skelling, Ambassador Ada Lund, came. “{WORDS},” she said.",
            "Ada Lund",
            "Head of the Mission to Skelling",
        ),
        (
            f"Vice-President for a Fair Transition, Ada Lund, said: “{WORDS}.”",
            "Ada Lund",
            "Vice-President for a Fair Transition",
        ),
        (
            f"The Minister for Boats, the Rt Hon. Ada Lund MP, was a guest. “{WORDS},” she said.",
            "Ada Lund",
            "Minister for Boats",
        ),
        (f"After meeting the mayor, Ada Lund said: “{WORDS}.”", "Ada Lund", None),
        (f"The mayor, Ada Lund, map in hand, disagreed. “{WORDS}.”", "Ada Lund", "mayor"),
        (
            f"“{WORDS},” said Ada Lund, mayor of Skelling, with a map under her arm.",
            "Ada Lund",
            "mayor of Skelling",
        ),
        (
            f"“{WORDS},” said Ada Lund, mayor of Skelling, at the school in Ostrel.",
            "Ada Lund",
            "mayor of Skelling",
        ),
        (
            f"Ada Lund, a retired ferry captain, remembers it otherwise. “{WORDS},” she said.",
            "Ada Lund",
            "retired ferry captain",
        ),
    ],
)
def test_english(block: str, name: str, position: str | None) -> None:
    ((_, found, printed),) = told(block)
    assert (found, printed) == (name, position)


@pytest.mark.parametrize(
    ("blocks", "name", "position"),
    [
        (
            [f"«{RUSSIAN}», — приводит слова Петра Лося пресс-служба порта."],
            "Петра Лося",
            None,
        ),
        (
            [f"«{RUSSIAN}“, — убеждена Анна Лось, староста деревни, где печь стоит холодной."],
            "Анна Лось",
            "староста деревни",
        ),
        (
            [f"<blockquote><p>«{RUSSIAN}»</p></blockquote>", "— поделилась смотритель Анна Лось."],
            "Анна Лось",
            "смотритель",
        ),
        ([f"- {RUSSIAN}, - сказала Анна Лось."], "Анна Лось", None),
        (
            ["Об этом газете сообщил директор порта Пётр Лось.", f"«{RUSSIAN}», — сказал он."],
            "Пётр Лось",
            "директор порта",
        ),
        (
            [
                "По словам Марии Львовны Кочетковой, лодок мало.",
                f"«{RUSSIAN}», — пояснила Кочеткова.",
            ],
            "Марии Львовны Кочетковой",
            None,
        ),
        (
            [
                "Ленту разрезали глава района Пётр Лось, депутат Анна Рысь и гости.",
                f"«{RUSSIAN}», — сказал Пётр Лось.",
            ],
            "Пётр Лось",
            "глава района",
        ),
        (
            ["Ректор Пётр Лось обещал помощь.", f"«{RUSSIAN}», — резюмировал ректор."],
            "Пётр Лось",
            "Ректор",
        ),
        ([f"«{RUSSIAN}», — рассказал житель Верхней Соли."], None, "житель Верхней Соли"),
        (
            ["Рулевая женской восьмёрки Анна Лось подняла темп.", f"«{RUSSIAN}», — сказала Лось."],
            "Анна Лось",
            "Рулевая женской восьмёрки",
        ),
        (
            [
                "Как рассказала газете пассажирка парома «Мирный» Анна Лось, он опоздал.",
                f"«{RUSSIAN}», — пожаловалась она.",
            ],
            "Анна Лось",
            "пассажирка парома «Мирный»",
        ),
        (["Утром Анна Лось вышла в море.", f"«{RUSSIAN}», — сказала Лось."], "Анна Лось", None),
    ],
)
def test_russian(blocks: list[str], name: str | None, position: str | None) -> None:
    ((_, found, printed),) = told(*blocks)
    assert (found, printed) == (name, position)


def test_a_surname_behind_a_place() -> None:
    blocks = ("The report is Ada Lund’s.", "It was written by Ada Lund in May.")
    told_on = f"Reached by phone on Little Auk, Lund said, “{WORDS}.”"
    ((_, name, position),) = told(*blocks, told_on)
    assert (name, position) == ("Ada Lund", None)


def test_a_list_of_people_gives_each_their_own_position() -> None:
    blocks = (
        "With us were Ada Lund, head of harbours; Jan Brask, ferryman; and Lady Ida Weil, judge.",
        f"Ada Lund: {WORDS}.",
        f"Jan Brask: {WORDS}, I say.",
        f"Weil: {WORDS}, too.",
    )
    assert [(name, position) for _, name, position in told(*blocks)] == [
        ("Ada Lund", "head of harbours"),
        ("Jan Brask", "ferryman"),
        ("Ida Weil", "judge"),
    ]


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (
            [f"“{WORDS}”, Mr. Jan Brask said.", f"“{WORDS}, and it always was. We know it.”"],
            ["Jan Brask", "Jan Brask"],
        ),
        (
            ["Jan Brask came late. Moreover, Jan Brask explained why.", f"“{WORDS}, and it was.”"],
            ["Jan Brask"],
        ),
        (
            [
                "Кроме того, директор Пётр Лось подчеркнул значение порта.",
                f"«{RUSSIAN}, и мы тоже.»",
            ],
            ["Пётр Лось"],
        ),
        (["Nobody came, and the boats left.", f"“{WORDS}, and it was.”"], []),
        ([f"“{WORDS},” said Jan Brask.", f"“{WORDS}, and it was.”", "Ada Lund, mayor"], None),
    ],
)
def test_words_that_the_paragraph_above_tells(
    blocks: list[str], expected: list[str] | None
) -> None:
    names = [name for _, name, _ in told(*blocks)]
    assert names == (["Jan Brask", "Ada Lund"] if expected is None else expected)


@pytest.mark.parametrize(
    ("block", "name", "position"),
    [
        (f"“{WORDS}” said Minister Simpson.", "Simpson", "Minister"),
        (f"“{WORDS}” the mayor, Ada Lund, stated.", "Ada Lund", "mayor"),
        (f"Added Ada Lund, mayor, “{WORDS}.”", "Ada Lund", "mayor"),
        (f"“{WORDS},” WHO Director-General Ada Lund told us.", "Ada Lund", "WHO Director-General"),
        (f"Ada Lund, M.D., head of harbours, said: “{WORDS}.”", "Ada Lund", "head of harbours"),
        (f"Ostrel, 6 June 2017 – “{WORDS},” said Ada Lund.", "Ada Lund", None),
        (
            f"Ada Lund, chair of Norvik Meats said that it was late. “{WORDS},” she said.",
            "Ada Lund",
            "chair of Norvik Meats",
        ),
        (f"“{WORDS},” said GSA Administrator Ada Lund.", "Ada Lund", "GSA Administrator"),
        (
            f"“{WORDS},” said DSI’s Open Lab technical lead Ada Lund.",
            "Ada Lund",
            "DSI’s Open Lab technical lead",
        ),
        (f"Ada Lund came. “{WORDS},” said lead author, Prof Lund.", "Ada Lund", "lead author"),
        (
            f"Ada Lund came. Dr Lund, also a laboratory head at Norvik, said: “{WORDS}.”",
            "Ada Lund",
            "laboratory head at Norvik",
        ),
        (
            f"“{WORDS},” said Ada Lund, from the University of Ostrel.",
            "Ada Lund",
            "University of Ostrel",
        ),
        (
            f"Приехал Пётр Лось. «{RUSSIAN}», — обещает председатель порта Лось.",
            "Пётр Лось",
            "председатель порта",
        ),
        (f"“{WORDS},” says Grant Robertson.", "Grant Robertson", None),
        (
            f"“{WORDS},” the UN lake agency’s emergencies director Ada Lund told us.",
            "Ada Lund",
            "UN lake agency’s emergencies director",
        ),
        (
            f"The UN Lake Agency (UNLA)’s representative, Ada Lund, came. “{WORDS},” she said.",
            "Ada Lund",
            "UN Lake Agency (UNLA)’s representative",
        ),
        (
            f"“{WORDS},” said Ada Lund, editor of the Lake Project, a research house.",
            "Ada Lund",
            "editor of the Lake Project",
        ),
        (f"“{WORDS},” said Lt. Ada Lund of the Lake Unit.", "Ada Lund", "Lake Unit"),
        (
            f"Gen Ada Lund, commander of boats, came. “{WORDS},” Gen Lund told the council.",
            "Ada Lund",
            "commander of boats",
        ),
        (f"Хайко Лось (Heiko Los) отверг критику. «{RUSSIAN}», — заявил Лось.", "Хайко Лось", None),
        (
            f"«{RUSSIAN}», – отметил Член Правления – Вице-президент порта Пётр Лось.",
            "Пётр Лось",
            "Член Правления – Вице-президент порта",
        ),
        (
            f"«{RUSSIAN}», - отметил министр по делам рек, массовым лодкам и печати Пётр Лось.",
            "Пётр Лось",
            "министр по делам рек, массовым лодкам и печати",
        ),
        (
            f"Секретарь общества в Республике Озёрской Пётр Лось добавил: «{RUSSIAN}».",
            "Пётр Лось",
            "Секретарь общества в Республике Озёрской",
        ),
    ],
)
def test_as_press_offices_write(block: str, name: str, position: str | None) -> None:
    ((_, found, printed),) = told(block)
    assert (found, printed) == (name, position)


def test_an_advertisement_stands_between_words_and_who_said_them() -> None:
    blocks = (
        "Dr Lund says that the lake is seeking researchers from all fields.",
        "Advertisement - scroll to continue reading",
        f"“{WORDS}, and it was. They have to be good.”",
    )
    assert [name for _, name, _ in told("Ada Lund came.", *blocks)] == ["Ada Lund"]


@pytest.mark.parametrize(
    ("block", "names"),
    [
        ("Ada Lund said that “we will keep our boats where they have always been”.", ["Ada Lund"]),
        ("Ada Lund said that “the lake of the boats” was a slogan of the old days.", []),
        ("Пётр Лось заявил, что «мы оставим лодки там, где они всегда стояли».", ["Пётр Лось"]),
        (
            "Ada Lund welcomed it, noting that “nobody has wanted our boats since the lake froze”.",
            ["Ada Lund"],
        ),
        ("Ada Lund argued that “the farmers are being asked to mend the boats.”", ["Ada Lund"]),
        (
            "Зал молчал: по словам Анны Лось, «лодки давно куплены, ходить на них некому».",
            ["Анны Лось"],
        ),
        ("Leaving the hall Ada Lund said only, “The night is long.” She left.", ["Ada Lund"]),
        ("— Погода у нас тоже своя? — переспросила Анна Лось под смех зала.", ["Анна Лось"]),
        ("Пётр Лось согласился, отметив, что «мы оставим лодки там, где стоят».", ["Пётр Лось"]),
    ],
)
def test_a_whole_clause_behind_that(block: str, names: list[str]) -> None:
    assert [name for _, name, _ in told(block)] == names


def people(*words: str) -> list[str]:
    """Names, positions and what stands below them, without marks."""
    names = ("Ada Lund", "Jan Brask", "Ida Weil", "Tom Sorel")
    rows = zip(names, words, strict=False)
    return [f"<p>{name}</p><p>Mayor of Skelling</p><p>{text}</p>" for name, text in rows]


def test_words_without_marks_below_people() -> None:
    row = people(
        "We came for the forest and stayed for the port.",
        "The shore is longer than any law for it.",
        "I show them my glasses when they speak of it.",
    )
    assert [name for _, name, _ in told(*row)] == ["Ada Lund", "Jan Brask", "Ida Weil"]


def test_lives_of_people_are_no_words_of_theirs() -> None:
    row = people(
        "She wrote the law of the lakes and lives in Ostrel.",
        "He was born on a ferry and keeps two boats.",
        "Her book on harbours was read by all of us.",
    )
    assert told(*row) == []


def test_a_headline_is_no_name() -> None:
    block = f"Lake Ball Honours Ada Lund. “{WORDS},” Ada has said."
    assert [name for _, name, _ in told(block)] == ["Ada Lund"]


def test_words_go_on_behind_a_longer_telling() -> None:
    block = (
        f"“{WORDS},” said Ada Lund, standing on the quay in a borrowed coat. “Nobody is going to "
        "bed before the boats are in.”"
    )
    ((text, name, _),) = told(block)
    assert name == "Ada Lund"
    assert text.endswith("before the boats are in.")


def test_a_mark_that_nobody_closed_begins_no_words() -> None:
    blocks = (f'Ada Lund, mayor, said: "{WORDS}.', "The boats left early. The shore stayed.")
    assert told(*blocks) == []


def test_a_paragraph_that_opens_anew_goes_on() -> None:
    blocks = (f"Ada Lund, head of harbours, said: “{WORDS}.", f"“{WORDS}, twice.”")
    ((text, name, _),) = told(*blocks)
    assert name == "Ada Lund"
    assert text.count("The shore") == 2


def test_what_another_calls_out_is_not_the_speakers() -> None:
    block = f"“{WORDS},” Ada Lund began, before a delegate called out: “It is late already!”"
    assert told(block)[0] == (WORDS, "Ada Lund", None)


@pytest.mark.parametrize(
    "block",
    [
        f"The boats left early. “{WORDS}.”",
        f"Ada Lund met Jan Brask and said little. “{WORDS}.”",
        f"An old proverb said it first. “{WORDS}.”",
    ],
)
def test_a_sentence_that_does_not_tell_who_speaks(block: str) -> None:
    assert told(block) == []


def test_a_signature_behind_a_dash_is_of_the_words_above() -> None:
    blocks = [
        f"<p>“{WORDS}.”</p><p>- Ada Lund, mayor of Skelling</p>",
        f"<p>“{WORDS}, twice.”</p><p>- Grand Somebody, whom nobody knows</p>",
        f"<p>“{WORDS}, thrice.”</p><p>- Jan Brask, ferryman</p>",
    ]
    assert [name for _, name, _ in told(*blocks)] == ["Ada Lund", "Jan Brask"]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            f"Выступил Пётр Лось, капитан. «{RUSSIAN}», — под смех зала добавил спикер.",
            [(RUSSIAN, "Пётр Лось", "капитан")],
        ),
        (
            f"Приехал Пётр Лось. «{RUSSIAN}», — коротко ответил Лось.",
            [(RUSSIAN, "Пётр Лось", None)],
        ),
        (
            f"Ada Lund had come by boat. “{WORDS}” was her advice.",
            [(WORDS, "Ada Lund", None)],
        ),
        (
            "According to Ada Lund, “young people are learning to weld again.”",
            [("young people are learning to weld again", "Ada Lund", None)],
        ),
        (
            f"Приехала Мария Лось. «{RUSSIAN}», — заключила девочка.",
            [(RUSSIAN, None, "девочка")],
        ),
    ],
)
def test_manner_and_clauses(block: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert told(block) == expected


def test_whom_somebody_told_is_no_quotation() -> None:
    assert told("Пётр Лось рассказал «Лодочному вестнику», почему ходит пешком.") == []


def test_a_midwife_who_is_not_named_is_whom_a_pronoun_means() -> None:
    quotes = told(
        "Ada Lund builds stoves.",
        "According to a local midwife, who asked not to be named, it can be heard.",
        f"“{WORDS},” she says.",
    )
    assert [name for _, name, _ in quotes] == [None]


def test_an_adjective_alone_between_verb_and_name_is_no_position() -> None:
    text = "оценил новый Пётр Лось"
    assert role_before(text, text.index("новый"), Span(text.index("Пётр"), len(text))) == (
        True,
        None,
    )


def test_words_behind_the_deeds_of_who_spoke_are_a_quote_of_their_own() -> None:
    words = "My hands shook, and one can be wrong only once there"
    quotes = told(f"“{WORDS},” laughs Ada Lund. On the third day they got a drill. “{words}.”")
    assert [(WORDS, "Ada Lund"), (f"{words}.", "Ada Lund")] == [one[:2] for one in quotes]
    quotes = told(f"“{WORDS},” laughs Ada Lund. Brask was not convinced. “{words}.”")
    assert [(WORDS, "Ada Lund")] == [one[:2] for one in quotes]


def test_words_go_on_behind_a_dash() -> None:
    quotes = told(f"«{RUSSIAN}», — говорит Анна Лось на прощание. — «{RUSSIAN}.»")
    assert [(f"{RUSSIAN} {RUSSIAN}.", "Анна Лось")] == [one[:2] for one in quotes]


def test_a_narrators_sentence_ends_a_dialogue() -> None:
    quotes = told(f"— {RUSSIAN}! — поделилась Анна Лось. На деньги жители поставят фонари.")
    assert [(f"{RUSSIAN}!", "Анна Лось")] == [one[:2] for one in quotes]


def test_an_asked_question_is_no_position() -> None:
    quotes = told(
        "Разговор начала Анна Лось, мэр.", f"«{RUSSIAN}», — сказала Анна Лось, зачем ей музей?"
    )
    assert [("Анна Лось", "мэр")] == [one[1:] for one in quotes]


@pytest.mark.parametrize("surname", ["Плотников", "Дьяконов", "Рыбаков", "Портнов"])
def test_a_surname_made_of_a_trade_is_a_name(surname: str) -> None:
    ((_, name, position),) = told(f"«{RUSSIAN}», — вспоминает программист Глеб {surname}.")
    assert (f"Глеб {surname}", "программист") == (name, position)


def test_an_apostrophe_behind_a_plural_ends_no_words() -> None:
    words = "I don’t want to be standing here in five years’ time saying so."
    assert [f"{WORDS} {words}"] == [
        one[0] for one in told(f"‘{WORDS},’ said Ada Lund, mayor, in her address. ‘{words}’")
    ]


@pytest.mark.parametrize(
    ("block", "position"),
    [
        ("“Why is the boat not on your list?” shouted someone from the back of the hall.", None),
        ("“They numbered it and went home,” said one of the people, who gave no name.", None),
        ("A nurse who did not give her name asked: “Why is the boat not on your list?”", "nurse"),
        (
            "Дворник с двадцатилетним стажем, не пожелавший представиться, спросил: «Когда лёд?»",
            "Дворник с двадцатилетним стажем",
        ),
        (
            "Один из крупных портов, попросивший не называть его, объяснил: «Лёд пришёл рано».",
            "Один из крупных портов",
        ),
        ("«А лодки вы считали?» — выкрикнул кто-то с балкона.", None),
    ],
)
def test_words_of_somebody_who_is_not_named(block: str, position: str | None) -> None:
    assert [(name, what) for _, name, what in told(block)] == [(None, position)]


def test_words_that_somebody_repeats_are_not_theirs() -> None:
    assert told("Врач Анна Лось привела слова хозяйки лодки: «Мы теперь гуляем в сапогах».") == []


def test_a_general_who_is_retired() -> None:
    block = f"“{WORDS},” warned Lt. Gen. (Ret.) Ada Lund, chair of the lake committee."
    assert [(name, what) for _, name, what in told(block)] == [
        ("Ada Lund", "chair of the lake committee")
    ]


def test_whom_a_house_is_named_after_is_nobody() -> None:
    block = "Директор музея им. А. Рысь, кандидат наук Анна Лось: «Лодка стоит на берегу. И ждёт»."
    assert [name for _, name, _ in told(block)] == ["Анна Лось"]
    block = "Профессор академии им. Рысевой П. А. Лось был краток. «Лодка стоит», — сказал Лось."
    assert [name for _, name, _ in told(block)] == ["П. А. Лось"]
