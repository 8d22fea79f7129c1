"""The Roscongress Foundation, https://roscongress.org: reports of the sessions of its forums.

The live site was not seen when this was written. It is built from its description: a session's
report is `/en/sessions/<slug>/discussion/` (in Russian without `/en`), with headings KEY
CONCLUSIONS, PROBLEMS and SOLUTIONS and quotes without quotation marks (`Text — Name, Position.`),
in which `[...]` and `(... – ed.)` are the editors'. The session itself, `/en/sessions/<slug>/`, is
a programme page.
"""

from __future__ import annotations

import re

from rostrum.sources.source import PageRule, Promise, Source

SOURCE = Source(
    name="roscongress",
    title="Roscongress Foundation",
    hosts=("roscongress.org", "www.roscongress.org"),
    starts=(
        "https://roscongress.org/en/sessions/",
        "https://roscongress.org/sessions/",
    ),
    listings=re.compile(r"(/en)?/sessions/(page/\d+/)?"),
    rules=(
        PageRule(re.compile(r"(/en)?/sessions/[\w-]+/discussion/?"), "report"),
        PageRule(re.compile(r"(/en)?/sessions/(?!page(?:/|$))[\w-]+/?"), "programme"),
    ),
    promise=Promise(has_sections=True, min_quotes=1, min_claimed_share=0.6),
)
