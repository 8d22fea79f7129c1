"""A page that is not what its source promised is refused, with the reason."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pages import LEAD, PROBLEMS, QUOTE, THESIS, page
from rostrum.errors import PageError
from rostrum.parsing.check import check
from rostrum.parsing.parse import parse
from rostrum.reading import Document, read
from rostrum.records import Cut, PageKind, PageRecords, Paragraph, Speaker
from rostrum.sources import Promise

WHOLE = page(LEAD, PROBLEMS, THESIS, QUOTE)
PEOPLE = page("<h2>Moderator</h2><p>Ada Lund</p><p>Judge</p>")


def read_page(body: bytes, kind: PageKind = "report") -> tuple[Document, PageRecords]:
    document = read(body, "text/html; charset=utf-8")
    return document, parse(document, kind)


def refusal(document: Document, records: PageRecords, promise: Promise) -> PageError:
    with pytest.raises(PageError) as caught:
        check(document, records, promise)
    return caught.value


@pytest.mark.parametrize(
    ("body", "kind"), [(WHOLE, "report"), (PEOPLE, "programme")], ids=["report", "programme"]
)
def test_a_page_as_promised_passes(body: bytes, kind: PageKind) -> None:
    check(*read_page(body, kind), Promise())


def test_broken_markup() -> None:
    body = WHOLE.replace(b"</body></html>", b"<!-- the rest</body></html>")
    error = refusal(*read_page(body), Promise())
    assert error.code == "broken_markup"
    assert "comment" in error.detail


@pytest.mark.parametrize("shift", [-1, 1, 10_000])
def test_wrong_offsets(shift: int) -> None:
    document, records = read_page(WHOLE)
    quote = records.quotes[0]
    name = quote.speaker.name
    moved = replace(name, start=name.start + shift, end=name.end + shift)
    speaker = replace(quote.speaker, name=moved)
    wrong = replace(records, quotes=(replace(quote, speaker=speaker),))
    assert refusal(document, wrong, Promise()).code == "wrong_offsets"


def test_an_empty_cut_is_a_wrong_offset() -> None:
    document, records = read_page(WHOLE)
    wrong = replace(records, paragraphs=(Paragraph(1, None, Cut("", 0, 0)),))
    assert refusal(document, wrong, Promise()).code == "wrong_offsets"


@pytest.mark.parametrize("field", ["event", "track", "hall", "organizers", "supporters", "residue"])
def test_the_offsets_of_every_field_are_checked(field: str) -> None:
    document, records = read_page(WHOLE)
    wrong = Cut("no such words", 0, 13)
    is_single = field in {"event", "track", "hall"}
    changed = replace(records, **{field: wrong if is_single else (wrong,)})
    assert refusal(document, changed, Promise()).code == "wrong_offsets"


@pytest.mark.parametrize(("field", "cut"), [("sections", "heading"), ("theses", "heading"),
    ("quotes", "spans"), ("quotes", "speaker"), ("paragraphs", "text")])  # fmt: skip
def test_the_offsets_of_every_record_are_checked(field: str, cut: str) -> None:
    document, records = read_page(WHOLE)
    wrong_cut = Cut("no such words", 0, 13)
    value = {"spans": (wrong_cut,), "speaker": Speaker(None, position=wrong_cut)}.get(
        cut, wrong_cut
    )
    changed = replace(getattr(records, field)[0], **{cut: value})
    wrong = replace(records, **{field: (changed,)})
    assert refusal(document, wrong, Promise()).code == "wrong_offsets"


def test_no_people() -> None:
    error = refusal(*read_page(page(LEAD), "programme"), Promise())
    assert error.code == "no_people"


def test_no_quotes() -> None:
    error = refusal(*read_page(page(LEAD, PROBLEMS)), Promise())
    assert error.code == "no_quotes"
    assert error.detail.startswith("0 quotes")


def test_fewer_quotes_than_promised() -> None:
    error = refusal(*read_page(WHOLE), Promise(min_quotes=2))
    assert error.code == "no_quotes"
    assert "expected 2" in error.detail


@pytest.mark.parametrize(
    "body",
    [page(LEAD, QUOTE), page(LEAD, "<h2>Upstream</h2>", THESIS, QUOTE)],
    ids=["none", "other"],
)
def test_no_sections(body: bytes) -> None:
    assert refusal(*read_page(body), Promise()).code == "no_sections"


def test_sections_not_promised_may_be_missing() -> None:
    check(*read_page(page(LEAD, QUOTE)), Promise(has_sections=False))


def test_text_unclaimed() -> None:
    prose = "<p>The hall and then the rain, a line of a list</p>" * 30
    error = refusal(*read_page(page(LEAD, PROBLEMS, THESIS, QUOTE, prose)), Promise())
    assert error.code == "text_unclaimed"
    assert "expected 60%" in error.detail


def test_a_promise_of_a_share_is_met_by_just_that_share() -> None:
    document, records = read_page(WHOLE)
    half = replace(records, article_length=100, claimed_length=60)
    check(document, half, Promise(min_claimed_share=0.6))
    less = replace(records, article_length=100, claimed_length=59)
    assert refusal(document, less, Promise(min_claimed_share=0.6)).code == "text_unclaimed"
