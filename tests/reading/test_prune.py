"""Texts that lxml reads and does not let anybody write are no reason to fail on a page."""

from __future__ import annotations

import pytest
from lxml import html

from rostrum.reading.prune import as_main


@pytest.mark.parametrize("tail", ["&#1;and on", "&#x0b;", "and on", ""])
def test_a_heading_before_any_text_becomes_the_main_part(tail):
    body = html.fromstring(f"<html><body><h1>The Lake</h1>{tail}</body></html>").find("body")
    assert body is not None
    main = as_main(body[0])
    assert ["main"] == [child.tag for child in body]
    assert (main[0].text, main[0].tail) == ("The Lake", None)
    assert ("and on" in (main.tail or "")) == ("and on" in tail)
