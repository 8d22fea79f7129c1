"""The text of a page is right, or the page is flagged: never silently wrong."""

from __future__ import annotations

import codecs
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rostrum.reading.decode import decode

TEXTS = {
    "en": (
        "The “Northern Harbour” forum — its seventh year — opened on Monday. “We promised fewer "
        "words and more bridges,” said Ada Whitlock, the port’s director. The café on the quay, "
        "she added, is the résumé of the whole plan: small, warm and paid for. Delegates from "
        "forty towns spent the morning on ferries and the afternoon on freight."
    ),
    "ru": (
        "Форум «Северная гавань» открылся в понедельник. «Мы обещали меньше слов и больше "
        "мостов», — заявила директор порта Алевтина Журавлёва. По её словам, съезд участников "
        "из сорока городов показал: объём перевозок вырос, а цены снижаются. Эксперты обсудили "
        "подготовку кадров, развитие железных дорог и поддержку малых предприятий."
    ),
    "kk": (
        "«Солтүстік айлақ» форумы дүйсенбіде ашылды. «Біз аз сөйлеп, көп көпір салуға уәде "
        "бердік», — деді порт директоры Әсел Жұмабаева. Оның айтуынша, қырық қаладан келген "
        "қатысушылар тасымал көлемінің өскенін, ал бағаның төмендегенін көрсетті. Ғалымдар "
        "мен кәсіпкерлер ұлттық жаһандану мәселелерін талқылады, жаңа жобаларға қаражат бөлінді."
    ),
    "de": (
        "Das Forum „Nördlicher Hafen“ wurde am Montag eröffnet. „Wir haben weniger Worte und "
        "mehr Brücken versprochen“, erklärte die Hafendirektorin Grete Möller. Die Gäste aus "
        "vierzig Städten müssen künftig größere Mengen über die Straße befördern; die Preise "
        "dürften trotzdem fallen, so die Überzeugung der Fachleute."
    ),
    "fr": (
        "Le forum « Havre du Nord » s’est ouvert lundi à midi. « Nous avions promis moins de "
        "mots et davantage de ponts », a déclaré la directrice du port, Hélène Garçon. Les "
        "délégués de quarante villes ont passé la matinée à bord des ferries ; où qu’ils aillent, "
        "le cœur de l’été leur paraît déjà là, et les coûts ont été maîtrisés."
    ),
}
SHORT = {
    "en": "The café closed. A naïve plan, they said. It was a cliché.",
    "ru": "Открылся форум. Речь шла о мостах. Все согласились.",
    "kk": "Форум ашылды. Көпірлер туралы айтылды. Барлығы келісті.",
    "de": "Der Hafen ist geöffnet. Die Brücke hält. Schöne Grüße!",
    "fr": "Le port est fermé. La fête a été annulée. À bientôt !",
}
LEGACY = {
    "en": ("windows-1252", "iso-8859-1"),
    "ru": ("windows-1251", "koi8-r", "iso-8859-5"),
    "kk": ("windows-1251", "kz1048"),
    "de": ("windows-1252", "iso-8859-1"),
    "fr": ("windows-1252", "iso-8859-1"),
}
WRONG = {
    "windows-1251": ("utf-8", "iso-8859-1", "koi8-r"),
    "koi8-r": ("utf-8", "windows-1251", "iso-8859-1"),
    "iso-8859-5": ("utf-8", "windows-1251", "koi8-r"),
    "kz1048": ("utf-8", "windows-1251", "iso-8859-1"),
    "windows-1252": ("utf-8", "windows-1251", "koi8-r"),
    "iso-8859-1": ("utf-8", "windows-1251", "iso-8859-2"),
    "utf-8": ("windows-1251", "iso-8859-1", "koi8-r"),
    "utf-8-sig": ("windows-1251", "iso-8859-1"),
    "utf-16": ("utf-8", "windows-1251"),
    "utf-16-le": ("utf-8", "windows-1251"),
    "utf-16-be": ("utf-8", "iso-8859-1"),
}


def page(text, meta, paragraphs=4):
    declaration = f'<meta charset="{meta}">' if meta else ""
    body = "\n".join(f'<p class="lead">{text}</p>' for _ in range(paragraphs))
    return (
        f"<!DOCTYPE html>\n<html><head>{declaration}<title>Forum</title></head>\n<body>"
        f'<nav><a href="/about">About</a> <a href="/news">News</a></nav>\n{body}\n'
        "<footer>Contacts, 2026</footer></body></html>\n"
    )


def cases(texts, paragraphs=4):
    """Yield (name, bytes, header, the right text)."""
    for language, text in texts.items():
        for encoding in (
            *LEGACY[language],
            "utf-8",
            "utf-8-sig",
            "utf-16",
            "utf-16-le",
            "utf-16-be",
        ):
            wrong = WRONG[encoding]
            declarations = [(encoding, None), (None, encoding), (None, None)]
            declarations += [(label, None) for label in wrong]
            declarations += [(None, wrong[0]), (encoding, wrong[0]), (wrong[0], encoding)]
            for header, meta in declarations:
                labels = [label and label.replace("-sig", "") for label in (header, meta)]
                html = page(text, labels[1], paragraphs)
                # What the encoding lacks was written as character references.
                body = html.encode(encoding, "xmlcharrefreplace")
                right = body.decode(encoding)
                content_type = f"text/html; charset={labels[0]}" if labels[0] else "text/html"
                yield (
                    f"{language} {encoding} header={header} meta={meta}",
                    body,
                    content_type,
                    right,
                )


def judge(texts, paragraphs=4):
    rows = []
    for name, body, content_type, right in cases(texts, paragraphs):
        got = decode(body, content_type)
        verdict = "right" if got.text == right else "flagged" if got.is_suspect else "SILENT"
        rows.append((verdict, name, got.encoding, got.reason, got.is_suspect))
    return rows


def table(rows):
    return "\n".join(" | ".join(map(str, row)) for row in rows if row[0] != "right")


@pytest.mark.parametrize(
    ("texts", "paragraphs", "least"),
    [
        (TEXTS, 4, 0.95),
        (SHORT, 1, 0.9),
        ({key: f"Menu Search Login Cookies {text[:40]}" for key, text in TEXTS.items()}, 1, 0.85),
        ({key: text.upper() for key, text in TEXTS.items()}, 2, 0.85),
    ],
    ids=["pages", "three-sentences", "mostly-markup", "capitals"],
)
def test_matrix_is_right_or_flagged(texts, paragraphs, least):
    rows = judge(texts, paragraphs)
    assert len(rows) >= 65
    assert "SILENT" not in [row[0] for row in rows], table(rows)
    assert sum(row[0] == "right" for row in rows) >= least * len(rows), table(rows)


def test_right_declarations_of_whole_pages_are_not_flagged():
    rows = [row for row in judge(TEXTS) if row[4]]
    trusted = [
        row for row in rows if row[1].split("header=")[0].split()[1] in row[1].split("header=")[1]
    ]
    assert not [row for row in trusted if row[0] == "right" and "outvoted" not in row[3]], rows


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("latin1", "cp1252"),
        ("ASCII", "cp1252"),
        ("iso-8859-9", "cp1254"),
        ("gb2312", "gb18030"),
        ("'UTF8'", "utf-8"),
        ("koi8", "koi8-r"),
        ("utf-7", "utf-8"),
        ("rot13", "utf-8"),
        ("no-such-thing", "utf-8"),
    ],
)
def test_labels_follow_the_encoding_standard(label, codec):
    assert codec == decode(b"plain", f"text/html; charset={label}").encoding


def test_meta_forms_and_what_is_no_declaration():
    russian = TEXTS["ru"].encode("cp1251")
    http_equiv = b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">'
    assert decode(http_equiv + russian, None).reason == "meta"
    xml = b'<?xml version="1.0" encoding="windows-1251"?>'
    assert decode(xml + russian, None).reason == "meta"
    commented = b'<!-- <meta charset="windows-1251"> -->'
    assert decode(commented + russian, None).reason == "statistics"


def test_header_wins_over_meta_and_bom_over_both():
    body = page("plain", "koi8-r").encode()
    assert decode(body, "text/html; charset=windows-1251").encoding == "cp1251"
    assert decode(codecs.BOM_UTF8 + body, "text/html; charset=windows-1251").reason == "bom"


def test_broken_utf8_is_replaced_counted_and_flagged():
    body = page(TEXTS["ru"], "utf-8").encode() + b"\xff \xd0"
    got = decode(body, None)
    assert (got.encoding, got.error_count, got.is_suspect) == ("utf-8", 2, True)


def test_nul_becomes_the_replacement_character():
    got = decode(b"<p>a\0b and more words</p>", None)
    assert got.text == "<p>a\ufffdb and more words</p>"
    assert got.error_count == 1


def test_declared_east_asian_page_is_believed():
    text = "北方港口论坛于星期一开幕。我们承诺少说话多架桥。"
    got = decode(page(text, "gbk").encode("gbk"), None)
    assert text in got.text
    assert got.reason == "meta"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Katılımcılar ulaşım ağının geliştirilmesini, şehirlerin güçlenmesini istedi.", "cp1254"),
        ("Uczestnicy z całego kraju żądali większych nakładów na kolej, łącząc siły.", "cp1250"),
        ("Το φόρουμ άνοιξε τη Δευτέρα με πολλούς συμμετέχοντες.", "cp1253"),
        ("フォーラムは月曜日に開幕した。橋を増やすと約束した。", "euc_jp"),
    ],
)
def test_languages_that_the_statistics_do_not_know_are_flagged(text, encoding):
    got = decode(page(text, None).encode(encoding), None)
    assert text in got.text or got.is_suspect


def test_common_path_needs_no_statistics(monkeypatch):
    def refuse(_):
        raise AssertionError

    monkeypatch.setattr("rostrum.reading.decode.from_bytes", refuse)
    body = page(TEXTS["ru"], "utf-8", 90).encode()
    for content_type in (None, "text/html; charset=utf-8"):
        start = time.perf_counter()
        assert decode(body, content_type).reason in {"header", "meta"}
        assert time.perf_counter() - start < 0.05
    assert decode(b"<p>plain</p>", None).reason == "default"


@given(
    st.binary(max_size=600),
    st.none() | st.text(max_size=40) | st.sampled_from(["charset=utf-16", "charset=gbk"]),
)
def test_any_bytes_give_text_that_utf8_can_hold(body, content_type):
    got = decode(body, content_type)
    got.text.encode("utf-8")
    assert "\0" not in got.text
    assert codecs.lookup(got.encoding).name == got.encoding
