"""A report page: lead, sections, theses and quotes, in the ways that editors lay them out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from pages import LEAD, PROBLEMS, QUOTE, THESIS, TITLE, WORDS, page, parse_page
from rostrum.errors import PageError
from rostrum.parsing.check import cuts_of
from rostrum.parsing.parse import parse
from rostrum.reading import read

if TYPE_CHECKING:
    from rostrum.records import PageRecords

SECOND = "<p>“We maintain roads because somebody wrote that down,” Jan Brask, Mayor.</p>"


def residue(records: PageRecords) -> list[str]:
    return [cut.text for cut in records.residue]


def kinds(records: PageRecords) -> list[str]:
    return [section.kind for section in records.sections]


def test_a_small_report_is_read_whole() -> None:
    records = parse_page(LEAD, PROBLEMS, THESIS, QUOTE)
    quote = records.quotes[0]
    assert (TITLE, "Port Forum") == (records.title.text, records.event and records.event.text)
    assert (quote.text, quote.speaker.name.text) == (WORDS, "Ada Lund")
    assert quote.speaker.position
    assert quote.speaker.position.text == "Judge, Water Court"
    assert [(role.role, role.organization) for role in quote.speaker.roles] == [
        ("Judge", "Water Court")
    ]
    assert (residue(records), records.issues) == ([], ())
    assert records.claimed_length == records.article_length


def test_a_quote_belongs_to_the_section_and_the_thesis_above_it() -> None:
    records = parse_page(PROBLEMS, THESIS, QUOTE, "<p>SOLUTIONS</p>", "<p>One keeper</p>", SECOND)
    places = [(quote.number, quote.section_number, quote.thesis_number) for quote in records.quotes]
    assert places == [(1, 1, 1), (2, 2, 2)]
    assert [thesis.section_number for thesis in records.theses] == [1, 2]


def test_a_quote_right_below_a_section_has_no_thesis() -> None:
    records = parse_page(PROBLEMS, THESIS, QUOTE, "<p>SOLUTIONS</p>", SECOND)
    assert [quote.thesis_number for quote in records.quotes] == [1, None]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("<p>KEY CONCLUSIONS</p>", "key_conclusions"),
        ("<p>Key conclusions</p>", "key_conclusions"),
        ("<p><b>Key Conclusions:</b></p>", "key_conclusions"),
        ("<h2>Key conclusions</h2>", "key_conclusions"),
        ("<p><u>KEY&nbsp;CONCLUSIONS</u>.</p>", "key_conclusions"),
        ("<h3>Problems</h3>", "problems"),
        ("<p><b>PROBLEMS</b></p>", "problems"),
        ("<p>— Problems —</p>", "problems"),
        ("<p>Challenges:</p>", "problems"),
        ("<h2>Solutions</h2>", "solutions"),
        ("<p><strong>Solu</strong><strong>tions</strong></p>", "solutions"),
        ("<p>Recommendations</p>", "solutions"),
        ("<p>КЛЮЧЕВЫЕ ВЫВОДЫ</p>", "key_conclusions"),
        ("<p>Ключевые выводы:</p>", "key_conclusions"),
        ("<h2>Основные выводы</h2>", "key_conclusions"),
        ("<p><b>ПРОБЛЕМЫ</b></p>", "problems"),
        ("<p>Проблемы</p>", "problems"),
        ("<p>Решения:</p>", "solutions"),
        ("<p><b>РЕШЕНИЯ</b></p>", "solutions"),
        ("<p>Пути решения</p>", "solutions"),
        ("<p>Problems of the valley</p>", None),
        ("<p>«Проблемы реки»</p>", None),
    ],
)
def test_a_section_is_known_by_its_words(heading: str, kind: str | None) -> None:
    known = [found for found in kinds(parse_page(LEAD, heading, THESIS, QUOTE)) if found != "other"]
    assert known == ([kind] if kind else [])


def test_a_section_heading_keeps_its_printed_words() -> None:
    records = parse_page("<p><b>Key  Conclusions:</b></p>", THESIS, QUOTE)
    assert [section.heading.text for section in records.sections] == ["Key Conclusions:"]


def test_a_heading_of_no_known_kind_above_a_thesis_is_another_section() -> None:
    records = parse_page(LEAD, "<h2>The view from upstream</h2>", THESIS, QUOTE)
    assert [(section.kind, section.heading.text) for section in records.sections] == [
        ("other", "The view from upstream")
    ]


def test_a_report_may_have_no_sections() -> None:
    records = parse_page(LEAD, QUOTE)
    assert (records.sections, records.theses) == ((), ())
    assert [quote.section_number for quote in records.quotes] == [None]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("<p><b>Nobody owns the flood</b></p>", id="bold"),
        pytest.param("<h3>Nobody owns the flood</h3>", id="heading"),
        pytest.param("<p>NOBODY OWNS THE FLOOD</p>", id="capitals"),
        pytest.param("<p>Nobody owns the flood</p>", id="a plain line"),
        pytest.param("<p>Who owns the flood, then?</p>", id="a question"),
        pytest.param("<p><b>Nobody owns the flood.</b></p>", id="bold with a full stop"),
        pytest.param("<li>Nobody owns the flood</li>", id="an item"),
    ],
)
def test_a_short_line_right_above_a_quote_is_its_thesis(line: str) -> None:
    records = parse_page(PROBLEMS, line, QUOTE)
    assert len(records.theses) == 1
    assert [quote.thesis_number for quote in records.quotes] == [1]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("<p>Nobody owns the flood.</p>", id="a plain sentence"),
        pytest.param(f"<p><b>{'Nobody owns the flood and ' * 20}</b></p>", id="too long"),
    ],
)
def test_prose_above_a_quote_is_no_thesis(line: str) -> None:
    records = parse_page(PROBLEMS, THESIS, SECOND, line, QUOTE)
    assert [thesis.heading.text for thesis in records.theses] == ["Nobody owns the flood"]


def test_a_plain_line_above_the_sections_is_no_thesis() -> None:
    records = parse_page("<p>Engineers met in Skelling today</p>", QUOTE)
    assert records.theses == ()


def test_a_line_with_no_quote_below_is_residue() -> None:
    records = parse_page(PROBLEMS, THESIS, QUOTE, "<p><b>A last word</b></p>")
    assert residue(records) == ["A last word"]


def test_a_quoted_title_in_the_lead_is_no_quote() -> None:
    lead = "<p>At the round table “Who Owns the Flood?” engineers met.</p>"
    records = parse_page(lead, PROBLEMS, THESIS, QUOTE)
    assert [paragraph.text.text for paragraph in records.paragraphs] == [lead[3:-4]]
    assert (len(records.quotes), records.issues) == (1, ())


def test_a_long_quoted_title_in_the_lead_is_no_speech() -> None:
    title = "How Shall We Pay for the Water of the Lower Tarn?"
    lead = f"<p>Engineers met at the table “{title}” in Skelling.</p>"
    assert [
        paragraph.text.text for paragraph in parse_page(lead, QUOTE, title=title).paragraphs
    ] == [lead[3:-4]]


def test_a_statement_inside_prose_that_nobody_makes_is_left_as_residue() -> None:
    lead = f"<p>There is a saying by the river: “{WORDS}.”</p>"
    records = parse_page(lead, PROBLEMS, THESIS, SECOND)
    assert (records.paragraphs, residue(records)) == ((), [lead[3:-4]])


@pytest.mark.parametrize(
    ("telling", "position"),
    [
        ("the minister said.", "minister"),
        ("one of the participants said.", "participants"),
        ("a senior official said.", "senior official"),
    ],
)
def test_a_speaker_without_a_name_is_what_the_words_say(telling: str, position: str) -> None:
    (quote,) = parse_page(PROBLEMS, THESIS, f"<p>“{WORDS},” {telling}</p>").quotes
    assert quote.speaker.name is None
    assert quote.speaker.position
    assert quote.speaker.position.text == position


def test_prose_after_the_first_section_is_a_paragraph_of_it() -> None:
    records = parse_page(PROBLEMS, THESIS, QUOTE, "<p>The hall applauded for long.</p>")
    assert [
        (paragraph.section_number, paragraph.text.text) for paragraph in records.paragraphs
    ] == [(1, "The hall applauded for long.")]
    assert residue(records) == []


def test_a_quote_may_go_on_over_paragraphs() -> None:
    records = parse_page(
        PROBLEMS,
        THESIS,
        "<p>“The first thing to say is this.</p>",
        "<p>The second thing is that.</p>",
        "<p>And the third,” Ada Lund, Judge.</p>",
        SECOND,
    )
    assert [quote.text for quote in records.quotes] == [
        "The first thing to say is this.\nThe second thing is that.\nAnd the third",
        "We maintain roads because somebody wrote that down",
    ]
    assert residue(records) == []


def test_a_quote_is_not_sought_beyond_six_paragraphs() -> None:
    middle = ["<p>The same thing once more, in other words.</p>"] * 5
    records = parse_page(
        PROBLEMS, THESIS, "<p>“The first thing is to say this, and to say it loudly.</p>", *middle,
        "<p>The last,” Ada Lund, Judge.</p>",
    )  # fmt: skip
    assert records.quotes == ()
    assert [issue.code for issue in records.issues] == ["unclosed_quote"]
    assert len(residue(records)) == 2


def test_a_quote_that_opens_anew_in_each_paragraph_is_one() -> None:
    records = parse_page(
        PROBLEMS, THESIS, "<p>“The first thing is to say this, and to say it loudly.</p>", SECOND
    )
    (quote,) = records.quotes
    assert [span.text for span in quote.spans] == [
        "The first thing is to say this, and to say it loudly.",
        "We maintain roads because somebody wrote that down",
    ]


def test_a_quote_never_closed_takes_nothing_from_the_next() -> None:
    records = parse_page(
        PROBLEMS, THESIS, "<p>“The first thing is to say this loudly, Ada Lund, Judge.</p>", SECOND
    )
    assert "Jan Brask" not in [
        quote.speaker.name.text for quote in records.quotes if "first thing" in quote.text
    ]


def test_furniture_between_paragraphs_ends_no_quote() -> None:
    records = parse_page(
        PROBLEMS,
        THESIS,
        "<p>“The first thing is to say this, and to say it loudly.</p>",
        "<ul><li><a href=/news/>Related news</a></ul>",
        "<p>And the second,” Ada Lund, Judge.</p>",
    )
    assert len(records.quotes) == 1


def test_a_quote_without_a_speaker_is_an_issue_and_residue() -> None:
    records = parse_page(PROBLEMS, THESIS, f"<p>“{WORDS}.”</p>", SECOND)
    assert [(issue.stage, issue.code) for issue in records.issues] == [
        ("parse", "unattributed_quote")
    ]
    assert WORDS[:40] in records.issues[0].detail
    assert residue(records) == [f"“{WORDS}.”"]
    assert len(records.quotes) == 1


def test_a_thesis_above_an_unattributed_quote_is_kept() -> None:
    records = parse_page(PROBLEMS, THESIS, f"<p>“{WORDS}.”</p>")
    assert [thesis.heading.text for thesis in records.theses] == ["Nobody owns the flood"]


def test_a_long_refused_quote_is_shown_shortened() -> None:
    detail = parse_page(PROBLEMS, THESIS, f"<p>“{WORDS * 5}.”</p>").issues[0].detail
    assert "…" in detail
    assert len(detail) < 200


def test_a_short_quoted_term_is_no_issue() -> None:
    records = parse_page(PROBLEMS, THESIS, QUOTE, "<p>“River shares” was the term.</p>")
    assert records.issues == ()
    assert [paragraph.text.text for paragraph in records.paragraphs] == [
        "“River shares” was the term."
    ]


def test_words_after_an_attribution_are_prose() -> None:
    records = parse_page(PROBLEMS, THESIS, QUOTE.replace("</p>", " The hall rose.</p>"))
    assert [quote.speaker.name.text for quote in records.quotes] == ["Ada Lund"]
    assert [paragraph.text.text for paragraph in records.paragraphs] == ["The hall rose."]


@pytest.mark.parametrize(
    "line",
    [
        "For more information, visit the library at library.example",
        "Read more at library.example",
        "See also: the water code",
        "Подробнее — в библиотеке: library.example",
        "Читайте также: водный кодекс",
        "Share:",
        "Share this",
        "Print",
        "Поделиться:",
        "Печать",
    ],
)
def test_pointers_and_share_lines_are_furniture(line: str) -> None:
    records = parse_page(PROBLEMS, THESIS, QUOTE, f"<p>{line}</p>")
    assert residue(records) == []
    assert records.article_length == parse_page(PROBLEMS, THESIS, QUOTE).article_length


def test_the_title_printed_twice_is_claimed_twice() -> None:
    records = parse_page(f"<p>{TITLE}</p>", LEAD, PROBLEMS, THESIS, QUOTE)
    assert residue(records) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>15 May 2026</p>", date(2026, 5, 15)),
        ("<p>15 мая 2026 г</p>", date(2026, 5, 15)),
        ('<p><time datetime="2026-05-15">Friday</time></p>', date(2026, 5, 15)),
        ("<p>The code was adopted on 3 May 1996, on a Friday.</p>", None),
        ("", None),
    ],
)
def test_the_date_of_publication(body: str, expected: date | None) -> None:
    assert expected == parse_page(body, LEAD, PROBLEMS, THESIS, QUOTE).published_on


def test_a_date_line_is_claimed_and_no_lead() -> None:
    records = parse_page("<p>15 May 2026</p>", LEAD, PROBLEMS, THESIS, QUOTE)
    assert (residue(records), [paragraph.text.text for paragraph in records.paragraphs]) == (
        [],
        [LEAD[3:-4]],
    )


def test_a_printed_date_counts_before_that_of_the_metadata() -> None:
    body = page("<p>15 May 2026</p>", PROBLEMS, THESIS, QUOTE).replace(
        b"<title>", b'<meta property="article:published_time" content="2026-05-16T09:00"><title>'
    )
    assert parse(read(body, "text/html"), "report").published_on == date(2026, 5, 15)


@pytest.mark.parametrize(
    ("head", "heading"),
    [
        ("Who Owns the Flood? | Port Forum", "Who Owns the Flood?"),
        ("Port Forum – Who Owns the Flood?", "Who Owns the Flood?"),
        ('Who owns the "Flood"', "Who Owns the “Flood”"),
        ("Something else", "Who Owns the Flood?"),
        ("", "Who Owns the Flood?"),
    ],
)
def test_the_title_is_the_printed_one(head: str, heading: str) -> None:
    body = page(PROBLEMS, THESIS, QUOTE, title=heading)
    body = body.replace(f"<title>{heading}".encode(), f"<title>{head}".encode())
    assert heading == parse(read(body, "text/html; charset=utf-8"), "report").title.text


def test_a_line_that_begins_like_the_site_is_no_title() -> None:
    body = page(PROBLEMS, THESIS, QUOTE).replace(
        f"<title>{TITLE}".encode(), b"<title>Port County Harbour Police - Statement"
    )
    body = body.replace(b"<h1>", b"<p>Port County Harbour Police Department</p><h1>")
    assert parse(read(body, "text/html"), "report").title.text == TITLE


def test_a_title_in_a_plain_paragraph_is_known_by_the_head() -> None:
    body = page(PROBLEMS, THESIS, QUOTE).replace(b"<h1>", b"<p>").replace(b"</h1>", b"</p>")
    assert parse(read(body, "text/html"), "report").title.text == TITLE


def test_a_page_without_a_title_is_refused() -> None:
    with pytest.raises(PageError) as refusal:
        parse(read(b"<p>Only a paragraph.</p>", "text/html"), "report")
    assert refusal.value.code == "no_title"


def test_breadcrumbs_are_no_article() -> None:
    crumb = b"<body><p>The Port Forum</p><p>Chronicle</p>"
    body = page(PROBLEMS, THESIS, QUOTE).replace(b"<body>", crumb)
    assert residue(parse(read(body, "text/html"), "report")) == []


def test_a_long_paragraph_above_the_title_is_residue() -> None:
    above = "This paragraph stands above the title and is long."
    body = page(PROBLEMS, THESIS, QUOTE).replace(b"<body>", f"<body><p>{above}</p>".encode())
    assert residue(parse(read(body, "text/html"), "report")) == [above]


@pytest.mark.parametrize(
    ("words", "expected"),
    [("Слова о праве и реке", "ru"), ("Words on law and rivers", "en"), ("Ёж «law»", "en")],
)
def test_the_language_is_told_by_the_letters(words: str, expected: str) -> None:
    assert expected == parse_page(f"<p>{words * 20}</p>", title=words).language


def test_every_cut_stands_where_it_says() -> None:
    body = page(LEAD, PROBLEMS, THESIS, QUOTE, SECOND, "<p>The hall applauded for long.</p>")
    document = read(body, "text/html; charset=utf-8")
    cuts = list(cuts_of(parse(document, "report")))
    assert len(cuts) >= 10
    assert [document.text[cut.start : cut.end] for cut in cuts] == [cut.text for cut in cuts]


def test_a_quotation_without_words_is_no_quote_and_hides_none():
    told = f"<p>“ ,” said Jan Brask, Mayor. “{WORDS}.”</p>"
    (quote,) = parse_page(PROBLEMS, told).quotes
    assert (quote.text, quote.speaker.name.text) == (f"{WORDS}.", "Jan Brask")


def test_a_quotation_without_words_behind_a_speaker_goes_on_nothing():
    told = f"<p>“{WORDS},” said Jan Brask. “{WORDS}.”“</p>"
    (quote,) = parse_page(PROBLEMS, told).quotes
    assert (quote.text, quote.speaker.name.text) == (f"{WORDS} {WORDS}.", "Jan Brask")


@pytest.mark.parametrize("site", ["<p>Lake Towns Council</p>", "<h2>Lake Towns Council</h2>"])
@pytest.mark.parametrize(
    "head", ["Lake Towns Council | A short one", "A short one | Lake Towns Council"]
)
def test_a_sites_name_above_a_first_heading_is_no_title(head: str, site: str) -> None:
    body = f"{site}<h1>The piers will be mended</h1><p>They met.</p>"
    page = f"<html><head><title>{head}</title></head><body>{body}</body></html>"
    records = parse(read(page.encode(), "text/html; charset=utf-8"), "report")
    assert "The piers will be mended" == records.title.text


def test_a_heading_in_marks_above_a_telling_is_no_quote() -> None:
    records = of_body(
        "<h4>'Subsidy is not a business model'</h4><p>Ada Lund, joint secretary in the Department, "
        "said the Centre was reworking the scheme so as to reward use rather than building.</p>"
    )
    assert () == records.quotes


def test_words_in_single_marks_over_paragraphs_are_one_quote() -> None:
    records = of_body(
        "<p>Ada Lund said: ‘This is the largest pier that we ever made here.</p>"
        "<p>‘We have worked hard for it, and I want to thank our team.’</p>"
    )
    assert [2] == [len(one.spans) for one in records.quotes]


def of_body(body: str) -> PageRecords:
    page = f"<html><head><title>Shore</title></head><body><h1>Shore</h1>{body}</body></html>"
    return parse(read(page.encode(), "text/html; charset=utf-8"), "report")
