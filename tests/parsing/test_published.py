"""Which of the dates on a page is that of its publication."""

from __future__ import annotations

from datetime import date

import pytest

from rostrum.parsing.published import is_date_line, publication_date
from rostrum.reading import read

ON = date(2026, 5, 20)
STORY = '{"@type": "Article", "datePublished": "2026-05-20"}'
PROSE = f"<p>{'The lake was counted by engineers and by jurists. ' * 4}</p>"


def script(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


def published(*body: str, head: str = "") -> date | None:
    markup = f"<html><head><title>Lakes</title>{head}</head><body>{''.join(body)}</body></html>"
    document = read(markup.encode(), "text/html; charset=utf-8")
    blocks = list(document.article)
    place = next(place for place, block in enumerate(blocks) if block.tag == "h1")
    return publication_date(document, blocks, place).on


TITLE = "<h1>Who Speaks for the Lake</h1>"


@pytest.mark.parametrize(
    "line",
    [
        "20 May 2026",
        "20.05.2026",
        "20-05-2026 - 12:53",
        "20 May 2026, 14:00 | Statement",
        "Press release, 20 May 2026",
        "Published: 20 May 2026",
        "среда, 20 мая 2026 г.",
        "20 мая 2026 года, 12:30",
        "Skelling, 20 May 2026",
    ],
)
@pytest.mark.parametrize("is_above", [True, False], ids=["above", "below"])
def test_a_date_line_near_the_title(line: str, is_above: bool) -> None:
    parts = (f"<p>{line}</p>", TITLE) if is_above else (TITLE, f"<p>{line}</p>")
    assert published(*parts, PROSE) == ON


@pytest.mark.parametrize(
    "line",
    [
        "14–16 May 2026",
        "14 May 2026, 10:00–11:30",
        "Updated: 14 May 2026",
        "Обновлено 14 мая 2026",
        "Date and time: 14 May 2026, 10:00",
        "The forum was held on 14 May 2026.",
        "05/06/2026",
        "14 May",
    ],
)
def test_other_dates_near_the_title_are_not_it(line: str) -> None:
    assert published(TITLE, f"<p>{line}</p>", PROSE) is None
    assert published(TITLE, f"<p>{line}</p><p>20 May 2026</p>", PROSE) == ON


def test_a_date_below_the_prose_is_not_near() -> None:
    assert published(TITLE, PROSE, "<p>14 May 2026</p>") is None


def test_a_labelled_date_counts_at_the_end_too() -> None:
    end = "<p>Дата публикации: 20.05.2026</p>"
    assert published(TITLE, "<p>14 May 2026</p>", PROSE, end) == ON


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2026-05-20T08:00:00Z">',
        '<meta name="article:published_time" content="20-05-2026">',
        '<meta name="DC.date.issued" content="2026-05-20">',
        '<meta name="pubdate" content="2026-05-20T12:00:00+03:00">',
        script('{"@type": "NewsArticle", "datePublished": "2026-05-20", "dateModified": "2027"}'),
        '<meta itemprop="datePublished" content="2026-05-20">',
    ],
)
def test_metadata_tell_where_the_page_does_not(head: str) -> None:
    assert published(TITLE, PROSE, head=head) == ON


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:modified_time" content="2026-05-22">',
        script('{"@type": "NewsArticle", "dateModified": "2026-05-22"}'),
        script(f"[{STORY}, {STORY.replace('-20', '-19')}]"),
    ],
)
def test_a_change_and_other_stories_are_no_publication(head: str) -> None:
    assert published(TITLE, PROSE, head=head) is None


def test_of_two_lines_the_metadata_choose() -> None:
    head = '<meta property="article:published_time" content="2026-05-20">'
    lines = "<p>14 May 2026</p><p>20 May 2026</p>"
    assert published(TITLE, lines, PROSE, head=head) == ON
    assert published(TITLE, lines, PROSE) == date(2026, 5, 14)


def test_a_time_element_settles_a_slashed_date() -> None:
    time = '<p><time datetime="2026-06-05T08:00">05/06/2026</time></p>'
    assert published(TITLE, time, PROSE) == date(2026, 6, 5)


def test_a_time_element_stands_for_a_relative_date() -> None:
    assert published(TITLE, '<p><time datetime="2026-05-20">2 days ago</time></p>', PROSE) == ON


def test_times_of_other_stories_do_not_count() -> None:
    aside = '<aside><h2>Latest</h2><time datetime="2026-05-22">22 May 2026</time></aside>'
    assert published(TITLE, PROSE, aside) is None
    assert published(TITLE, "<p>20 May 2026</p>", PROSE, aside) == ON


@pytest.mark.parametrize(
    "text", ["It rained on 14 May 2026.", "May 2026", "word " * 10 + "14 May 2026", ""]
)
def test_what_is_no_date_line(text: str) -> None:
    assert not is_date_line(text)
