"""The bundled sample site: the Tarn Valley Dialogue, a forum that does not exist.

Its host name lies under `.example`, which no name server knows (RFC 2606); a run serves the files
beside this module on loopback and leads the host name there.
"""

from __future__ import annotations

import re
from pathlib import Path

from rostrum.sources.source import PageRule, Promise, Source

HOST = "tarn-valley.example"

SOURCE = Source(
    name="sample",
    title="Tarn Valley Dialogue (fictional, bundled)",
    hosts=(HOST,),
    starts=(
        f"http://{HOST}/en/news/",
        f"http://{HOST}/ru/news/",
        f"http://{HOST}/en/programme/business-programme/",
        f"http://{HOST}/ru/programme/business-programme/",
    ),
    listings=re.compile(r"/(en|ru)/(news|programme/business-programme)/(page/\d+/)?"),
    rules=(
        PageRule(re.compile(r"/(en|ru)/news/(?!page/)[\w-]+/"), "report"),
        PageRule(re.compile(r"/(en|ru)/programme/business-programme/\d+/"), "programme"),
    ),
    promise=Promise(has_sections=True, min_quotes=1, min_claimed_share=0.8),
    folder=Path(__file__).parent / "sample_site",
)
