"""Whatever the markup: a page is read, or refused as a page; its offsets are true either way."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from pages import LEAD, PROBLEMS, QUOTE, THESIS, page
from rostrum.errors import PageError
from rostrum.parsing.check import check, cuts_of
from rostrum.parsing.parse import parse
from rostrum.reading import read
from rostrum.sources import Promise

PAGES = (
    page(LEAD, PROBLEMS, THESIS, QUOTE, "<ul><li>Решения</li></ul>", QUOTE),
    page(
        "<p>Track: Law</p><h2>Moderator</h2><p>Ada Lund<br>Judge</p>",
        "<h2>Speakers</h2><p>Jan Brask / Mayor</p>",
    ),
)
SCRAPS = (
    "<p>", "</p>", "<div>", "</div>", "<br>", "<b>", "</b>", "<h1>", "</h1>", "<h2>", "<main>",
    "<td>", "<li>", "<nav>", "<!--", "-->", "<", ">", '"', "'", "&", "&nbsp;", "&#0;", "&#xD800;",
    "\0", "\u00a0", "\u00ad", "\u200b", "\ufeff", "\U0001f600", "“", "”", "«", "»", "„", "‘", "’",
    ",", ".", ";", " – ", "—", "(", ")", " / ", "Ada Lund", "Judge", "Problems", "Модератор",
    "14 May 2026", "10:00–11:30", "31.12.9999", "00.00.0000", "held as part of the Forum",
    "organized by the River Trust and the Union", " ", "\n", "a", "Я", "<![CDATA[", "<?", "<svg>",
    "<p hidden>", '<p style="display:none">', "<title>", "</title>", "<script>", "</script>",
)  # fmt: skip
KINDS = st.sampled_from(["report", "programme", None])
MARKUP = st.lists(st.sampled_from(SCRAPS) | st.text(max_size=12), max_size=40).map("".join)
TOLERANT = Promise(has_sections=False, min_quotes=0, min_claimed_share=0)


def assert_read_or_refused(body: bytes, content_type: str, kind: str | None) -> None:
    """No error but a refusal; and if there are records, they are where they say."""
    with suppress(PageError):
        document = read(body, content_type)
        blocks = [document.text[block.start : block.end] for block in document.blocks]
        assert blocks == [block.text for block in document.blocks]
        records = parse(document, kind)
        cuts = list(cuts_of(records))
        assert [document.text[cut.start : cut.end] for cut in cuts] == [cut.text for cut in cuts]
        assert all(cut.text for cut in cuts)
        residue = sum(len(cut.text) for cut in records.residue)
        assert records.claimed_length + residue == records.article_length
        assert 0 <= records.claimed_length <= records.article_length
        check(document, records, TOLERANT)


@settings(max_examples=100, deadline=None)
@given(MARKUP, KINDS)
def test_arbitrary_markup(markup: str, kind: str | None) -> None:
    body = markup.encode("utf-8", "replace")
    assert_read_or_refused(body, "text/html; charset=utf-8", kind)


@settings(max_examples=100, deadline=None)
@given(MARKUP, KINDS)
def test_an_arbitrary_body_below_a_title(markup: str, kind: str | None) -> None:
    body = page(markup.encode("utf-8", "replace").decode())
    assert_read_or_refused(body, "text/html; charset=utf-8", kind)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["text/html", "text/html; charset=utf-16"]), KINDS)
def test_arbitrary_bytes(body: bytes, content_type: str, kind: str | None) -> None:
    assert_read_or_refused(body, content_type, kind)


@st.composite
def mutated_pages(draw: st.DrawFn) -> bytes:
    """A good page with some of its bytes cut out or replaced by scraps."""
    body = draw(st.sampled_from(PAGES))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(body)))
        gap = draw(st.integers(0, 30))
        body = body[:start] + draw(st.sampled_from(SCRAPS)).encode() + body[start + gap :]
    return body


@settings(max_examples=100, deadline=None)
@given(mutated_pages(), KINDS)
def test_a_mutated_page(body: bytes, kind: str | None) -> None:
    assert_read_or_refused(body, "text/html; charset=utf-8", kind)


@settings(max_examples=100, deadline=None)
@given(mutated_pages(), KINDS)
def test_the_same_bytes_give_the_same_records(body: bytes, kind: str | None) -> None:
    def attempt() -> object:
        try:
            return parse(read(body, "text/html; charset=utf-8"), kind)
        except PageError as refusal:
            return refusal.code

    assert attempt() == attempt()
