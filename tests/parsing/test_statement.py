"""A page that is one speaker's statement from end to end, and whose it is."""

from __future__ import annotations

import pytest

from rostrum.parsing.parse import parse
from rostrum.reading import read

SPEECH = (
    "The lake has risen by a hand since the winter, and the towns on its shore have asked us for "
    "help. We shall send boats, tents and people who know what to do with them, and we shall stay "
    "there for as long as the water does."
)


@pytest.mark.parametrize(
    ("introduction", "name", "position"),
    [
        (
            "Following is Mayor Ada Lund’s address to the Lake Council, in Skelling today:",
            "Ada Lund",
            "Mayor",
        ),
        (
            "The following statement was issued today by the Spokesman for the Lake Council:",
            None,
            "Spokesman for the Lake Council",
        ),
        (
            "The following statement was issued today by the Spokesperson for council:",
            None,
            "Spokesperson",
        ),
    ],
)
def test_whose_statement_it_is(introduction: str, name: str | None, position: str) -> None:
    body = f"<h1>Statement on the flood</h1><p>{introduction}</p><p>{SPEECH}</p>"
    page = f"<html><head><title>Statement on the flood</title></head><body>{body}</body></html>"
    (speech,) = parse(read(page.encode(), "text/html; charset=utf-8"), "statement").speeches
    speaker = speech.speaker
    found = (speaker.name and speaker.name.text, speaker.position and speaker.position.text)
    assert found == (name, position)
    assert speech.text.text == SPEECH
