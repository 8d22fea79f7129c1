"""A source whose own code fails on some of its pages, as a parser's bug does."""

import os
import re

from rostrum.sources.source import Hints, PageRule, Promise, Source

ADDRESS = os.environ.get("TESTS_BRITTLE", "http://127.0.0.1:9")


class BrittleHints(Hints):
    """Hints that a page with a certain line is too much for."""

    def is_label(self, line: str) -> bool:
        """Fails where it is asked of that line."""
        if "brittle" in line:
            raise ZeroDivisionError("a bug on this page")
        return False


SOURCE = Source(
    name="brittle",
    title="Pages with a bug (fictional, for tests)",
    hosts=("127.0.0.1",),
    starts=(f"{ADDRESS}/brittle/",),
    listings=re.compile(r"/brittle/"),
    rules=(PageRule(re.compile(r"/brittle/\d+/"), "report"),),
    promise=Promise(has_sections=True, min_quotes=1, min_claimed_share=0.5),
    hints=BrittleHints(),
)
