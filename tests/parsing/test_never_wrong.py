"""What is not certain is no row: the cases in which a guess would be a wrong one."""

from __future__ import annotations

import time

import pytest

from rostrum.errors import PageError
from rostrum.parsing.attribution import read_attribution
from rostrum.parsing.names import is_name
from rostrum.parsing.parse import parse
from rostrum.reading import read


@pytest.mark.parametrize(
    "paragraph",
    [
        "“Rivers are free,” said Ada Lund, a judge, and later “boats are not,” Jan Brask, Mayor.",
        '"Rivers are free," said Ada Lund, a judge, and later "boats are not," Jan Brask, Mayor.',
        "“Rivers”, she said. “Boats”, Ada Lund, Judge.",
        "“Rivers are free and wide,” Deputy Director, Norvik.",
        "«Реки свободны», — Генеральный Директор, Норвик.",
        "“Rivers are free,” Ada Lund and Jan Brask.",
        "“Rivers,” Ada Lund, Judge; “Bridges,” Jan Brask, Mayor.",
        "“Rivers are free,” Former Judge, Skelling.",
    ],
)
def test_no_speaker_is_guessed(paragraph):
    assert read_attribution(paragraph) is None


@pytest.mark.parametrize(
    "name",
    [
        "Mohammed al-Sudani",
        "Valéry d’Estaing",
        "Jan Brask Jr.",
        "Dean Harlow",
        "Ada King",
        "Юрий Советов",
    ],
)
def test_names_that_look_like_something_else(name):
    assert is_name(name)


def parsed(*blocks: str):
    head = "<html><head><title>Shore</title></head><body><h1>Shore</h1>"
    html = f"{head}{''.join(blocks)}</body></html>"
    return parse(read(html.encode(), None), "report")


ADA = "“The shore is longer than the law,” Ada Lund, Judge, Water Court."
JAN = "“Nobody has counted the boats since the flood,” Jan Brask, Mayor of Skelling."


def test_a_line_that_is_no_thesis_ends_the_last_one():
    records = parsed(
        "<h2>PROBLEMS</h2><h3>The first claim</h3>",
        f"<p>{ADA}</p><p>One keeper for each levee.</p><p>{JAN}</p>",
    )
    assert [1, None] == [quote.thesis_number for quote in records.quotes]


def test_a_bold_line_that_opens_with_a_quoted_term_is_a_thesis():
    records = parsed(
        "<h2>PROBLEMS</h2><h3>The first claim</h3>",
        f"<p>{ADA}</p><p><b>“River shares” as an alternative</b></p><p>{JAN}</p>",
    )
    assert [1, 2] == [quote.thesis_number for quote in records.quotes]


def test_the_speaker_on_the_line_below_is_the_speaker_and_no_thesis():
    records = parsed(
        "<h2>PROBLEMS</h2><p>“The shore is longer than the law.”</p>",
        f"<p>Ada Lund, Judge, Water Court</p><p>{JAN}</p>",
    )
    assert ["Ada Lund", "Jan Brask"] == [quote.speaker.name.text for quote in records.quotes]
    assert records.theses == ()


def test_speakers_above_their_quotes_are_not_given_to_the_quotes_above_them():
    records = parsed(
        "<h2>PROBLEMS</h2>",
        "<p>Ada Lund, Judge, Water Court</p>",
        "<p>“The shore is much longer than the law ever was.”</p>",
        "<p>Jan Brask, Mayor of Skelling</p><p>“Nobody has counted the boats since the flood.”</p>",
    )
    assert [
        ("Ada Lund", "The shore is much longer than the law ever was."),
        ("Jan Brask", "Nobody has counted the boats since the flood."),
    ] == [(quote.speaker.name.text, quote.text) for quote in records.quotes]


def test_speakers_that_may_be_of_either_quote_are_given_to_none():
    records = parsed(
        "<h2>PROBLEMS</h2>",
        "<p>Ada Lund, Judge, Water Court</p>",
        "<p>“The shore is much longer than the law ever was.”</p>",
        "<p>Jan Brask, Mayor of Skelling</p>",
    )
    assert records.quotes == ()
    assert len(records.issues) == 1


def test_a_thesis_may_have_the_words_of_the_title():
    records = parsed(f"<h2>PROBLEMS</h2><h3>Shore</h3><p>{ADA}</p>")
    assert ["Shore"] == [thesis.heading.text for thesis in records.theses]
    assert records.paragraphs == ()


def test_two_bold_lines_do_not_take_a_quote_out_of_its_section():
    records = parsed(
        "<h2>PROBLEMS</h2><p><b>A bold remark</b></p>",
        f"<p><b>The claim itself</b></p><p>{ADA}</p>",
    )
    assert ["problems"] == [section.kind for section in records.sections]
    assert ["The claim itself"] == [thesis.heading.text for thesis in records.theses]


OTHER = "<p>“This was said somewhere else and at another event,” Otto Ring, Minister of Roads.</p>"
REPORT = f"<h2>PROBLEMS</h2><h3>The first claim</h3><p>{ADA}</p>"


@pytest.mark.parametrize(
    "after",
    [
        f"<h2>Related news</h2><h3>Bridges fall</h3>{OTHER}",
        f"<p><b>Read also</b></p>{OTHER}",
        f"<h2>Читайте также</h2>{OTHER}",
        f"<h2>Comments (2)</h2>{OTHER}",
        f'<div class="related">{OTHER}</div>',
        f'<section id="comments">{OTHER}</section>',
        f"<aside>{OTHER}</aside>",
    ],
)
def test_other_stories_below_the_report_are_no_quotes_of_it(after):
    assert ["Ada Lund"] == [quote.speaker.name.text for quote in parsed(REPORT, after).quotes]


def test_a_report_goes_on_after_an_inset_of_other_stories():
    records = parsed(REPORT, f"<h3>Related news</h3>{OTHER}", f"<h2>SOLUTIONS</h2><p>{JAN}</p>")
    assert ["Ada Lund", "Jan Brask"] == [quote.speaker.name.text for quote in records.quotes]
    assert ["problems", "solutions"] == [section.kind for section in records.sections]


def test_two_stories_on_a_page_are_refused():
    with pytest.raises(PageError) as refused:
        parsed(REPORT, f"<h1>Another talk</h1><h2>PROBLEMS</h2>{OTHER}")
    assert refused.value.code == "two_stories"


def test_many_stories_on_a_page_are_refused():
    others = "".join(f"<h1>Another talk {number}</h1>{OTHER}" for number in range(4))
    with pytest.raises(PageError) as refused:
        parsed(f"<p>{ADA}</p>{others}")
    assert refused.value.code == "two_stories"


def test_a_caption_is_no_speaker_and_struck_words_are_no_words():
    records = parsed(
        "<h2>PROBLEMS</h2><p>“The river does not read the laws we write for it.”</p>",
        "<figure><figcaption>Otto Ring, Minister of Roads</figcaption></figure>",
        f"<p><del>{JAN}</del></p>",
    )
    assert records.quotes == ()


def test_the_footer_of_a_blockquote_is_its_speaker():
    records = parsed(
        "<h2>PROBLEMS</h2><blockquote><p>“Nobody has counted the boats since the flood,”</p>",
        "<footer>Tove Hald, Chief Engineer, Levee Board.</footer></blockquote>",
    )
    assert ["Tove Hald"] == [quote.speaker.name.text for quote in records.quotes]


@pytest.mark.parametrize(
    "sentence",
    [
        "Unlike last year, the session was not held as part of the Ocean Summit.",
        "A year ago the talk was held as part of the Ocean Summit.",
        "It took place at the same time as a forum which was organized by the Bergen Trust.",
    ],
)
def test_what_is_denied_or_of_another_time_is_not_told(sentence):
    records = parsed(f"<p>{sentence}</p>", REPORT)
    assert (records.event, records.organizers) == (None, ())


@pytest.mark.parametrize("heading", ["1. Problems:", "II. PROBLEMS", "3) Problems —", "Проблемы:"])
def test_a_numbered_heading_is_of_its_kind(heading):
    records = parsed(f"<h2>{heading}</h2><p>{ADA}</p>")
    assert ["problems"] == [section.kind for section in records.sections]


def test_a_country_after_the_name_is_no_position():
    records = parsed(
        "<h2>PROBLEMS</h2><p>“Rivers are free,” Ada Lund (Norway), Judge, Water Court.</p>"
    )
    assert ["Judge, Water Court"] == [quote.speaker.position.text for quote in records.quotes]


def test_reading_takes_time_in_proportion():
    """A defect's line number once cost a count from the top for every tag."""

    def seconds(paragraphs: int) -> float:
        page = f"<html><body>{'<p>Word and word.</p>' * paragraphs}</body></html>".encode()
        taken = []
        for _ in range(3):
            begin = time.process_time()
            read(page, None)
            taken.append(time.process_time() - begin)
        return min(taken)

    seconds(100)
    assert seconds(16_000) < 64 * seconds(1_000)


@pytest.mark.parametrize(
    "heading", ["What people say about Norvik", "Guest book", "Книга отзывов", "Цитата дня"]
)
def test_what_visitors_write_is_no_record(heading):
    records = parsed(
        f"<h2>PROBLEMS</h2><p>{ADA}</p>",
        f"<div><div>{heading}</div><div><p>“I cried at the third case, thank you!”</p>Jan P.</div>",
        "<div><p>“My son liked the cannon best of all.”</p>Otto R., visitor</div></div>",
    )
    assert [1] == [len(records.quotes)]


def test_many_people_take_time_in_proportion():
    """Every pronoun once looked anew at every name that the page had printed before it."""
    block = (
        "Ada Lund, deputy chief of Norvik, came. The deputy chief paused. “No lake of ours was "
        "ever longer than the law that somebody made for it,” she said. "
    )

    def seconds(times: int) -> float:
        begin = time.process_time()
        parsed(f"<p>{block * times}</p>")
        return time.process_time() - begin

    seconds(10)
    assert seconds(480) < 32 * seconds(60)


def test_a_summary_in_large_letters_is_no_section():
    summary = "Herders from three countries have asked a conference to stop building on their land."
    records = parsed(
        f"<h2>{summary}</h2><p>The meeting began on Monday, and hundreds of people came to it.</p>",
        f"<p>{ADA}</p><h2>A second day</h2><p>{OTHER}</p>",
    )
    assert ["A second day"] == [section.heading.text for section in records.sections]


WORDS = "We have spent six hours on the difference, and I am tired"
RUSSIAN = "Мы потратили шесть часов на одну запятую, и я устал"


@pytest.mark.parametrize(
    "telling",
    [
        "Ada Lund welcomed the report, in which the authors write: “{}.”",
        "Ada Lund handed the microphone to a student, who said: “{}.”",
        "Ada Lund asked the minister, who replied: “{}.”",
        "Ada Lund interrupted a delegate who had said: “{}.”",
        "Ada Lund was leaving the hall when a farmer said: “{}.”",
        "As Ada Lund left, somebody shouted: “{}.”",
        "Ada Lund remembered her grandmother telling her: “{}.”",
        "Ada Lund said that her brother had warned the council: “{}.”",
        "Ada Lund, whose brother said: “{}.”",
        "Ada Lund heard from a nurse: “{}.”",
        "Ada Lund’s deputy said: “{}.”",
        "“{},” said Ada Lund’s lawyer.",
        "“{},” Ada Lund’s spokesman said.",
        "The husband of Ada Lund said: “{}.”",
        "“{},” said a colleague of Ada Lund.",
        "A poster behind Ada Lund said: “{}.”",
        "In his letter to Ada Lund, the mayor wrote: “{}.”",
        "Of Ada Lund the critic wrote: “{}.”",
        "Помощник Анны Лось сообщил: «{}».",
        "«{}», — заявил представитель Анны Лось.",
        "«{}», — сказал муж Анны Лось.",
        "Анна Лось передала слово студенту, который сказал: «{}».",
        "Анна Лось выступала, когда один из делегатов сказал: «{}».",
        "Анну Лось спросил журналист: «{}».",
        "Анне Лось возразил один из фермеров: «{}».",
        "Анна Лось услышала от медсестры: «{}».",
    ],
)
def test_another_s_words_are_not_of_the_one_who_is_named(telling: str) -> None:
    words = RUSSIAN if "«" in telling else WORDS
    body = f"<p>Ada Lund met Анна Лось in Skelling.</p><p>{telling.format(words)}</p>"
    page = f"<html><head><title>Shore</title></head><body><h1>Shore</h1>{body}</body></html>"
    quotes = parse(read(page.encode(), "text/html; charset=utf-8"), "report").quotes
    assert [one.speaker.name.text for one in quotes if one.speaker.name] == []


@pytest.mark.parametrize(
    "telling",
    [
        "Ada Lund, the mayor, who had come by boat, said: “{}.”",
        "Ada Lund was the first who said: “{}.”",
        "Ada Lund smiled and said: “{}.”",
        "Ada Lund was brief as a storm came up: “{}.”",
        "Ada Lund said that her region had lost the harvest: “{}.”",
        "Lund’s answer: “{}.”",
    ],
)
def test_what_only_looks_like_another_s_words(telling: str) -> None:
    body = f"<p>Ada Lund came to Skelling.</p><p>{telling.format(WORDS)}</p>"
    page = f"<html><head><title>Shore</title></head><body><h1>Shore</h1>{body}</body></html>"
    (quote,) = parse(read(page.encode(), "text/html; charset=utf-8"), "report").quotes
    assert quote.speaker.name
    assert quote.speaker.name.text == "Ada Lund"
