"""The St. Petersburg International Legal Forum, https://legalforum.info/en/.

The live site was not seen when this was written. It is built from its description and from a report
page of it: listing pages `/en/news/` (and `/news/` for Russian) link the reports that lie below
them; programme pages are `/en/programme/business-programme/<number>/`, with title, track, hall,
description and people as pairs of lines (name, position).
"""

from __future__ import annotations

import re

from rostrum.sources.source import PageRule, Promise, Source

SOURCE = Source(
    name="legalforum",
    title="St. Petersburg International Legal Forum",
    hosts=("legalforum.info", "www.legalforum.info"),
    starts=(
        "https://legalforum.info/en/news/",
        "https://legalforum.info/en/programme/business-programme/",
    ),
    listings=re.compile(r"(/en)?/(news|programme/business-programme)/(page/\d+/)?"),
    rules=(
        PageRule(re.compile(r"(/en)?/news/(?!page(?:/|$))[\w-]+/?"), "report"),
        PageRule(re.compile(r"(/en)?/programme/business-programme/\d+/?"), "programme"),
    ),
    promise=Promise(has_sections=True, min_quotes=1, min_claimed_share=0.6),
)
