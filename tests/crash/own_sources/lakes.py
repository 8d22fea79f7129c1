"""The site of `tests.crash.site`, wherever on loopback it is served."""

import os
import re

from rostrum.sources.source import PageRule, Promise, Source

ADDRESS = os.environ.get("TESTS_LAKES", "http://127.0.0.1:9")

SOURCE = Source(
    name="lakes",
    title="Ostrel Lake Days (fictional, for tests)",
    hosts=("127.0.0.1",),
    starts=(f"{ADDRESS}/news/", f"{ADDRESS}/programme/"),
    listings=re.compile(r"/(news|programme)/(page/\d+/)?"),
    rules=(
        PageRule(re.compile(r"/news/(?!page/)[\w-]+/"), "report"),
        PageRule(re.compile(r"/programme/\d+/"), "programme"),
    ),
    promise=Promise(has_sections=True, min_quotes=1, min_claimed_share=0.8),
)
