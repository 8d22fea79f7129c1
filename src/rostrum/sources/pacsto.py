"""The Parliamentary Assembly of the Collective Security Treaty Organization, https://pacsto.org.

The live site was not seen when this was written. It is built from its description: news of meetings
lie below `/events/` (Russian; `/en/events/` English), in prose with verbs ("… — отметил Игорь
ЛАВРИНЕНКО"), surnames in capitals, without sections. The host `paodkb.org` is an older one.
"""

from __future__ import annotations

import re

from rostrum.sources.source import PageRule, Promise, Source

SOURCE = Source(
    name="pacsto",
    title="Parliamentary Assembly of the CSTO",
    hosts=("pacsto.org", "www.pacsto.org", "paodkb.org", "www.paodkb.org"),
    starts=("https://pacsto.org/events/", "https://pacsto.org/en/events/"),
    listings=re.compile(r"(/en)?/events/(page/\d+/?)?"),
    rules=(PageRule(re.compile(r"(/en)?/events/(?!page(?:/|$))[\w-]+/?"), "report"),),
    promise=Promise(has_sections=False, min_quotes=1, min_claimed_share=0.6),
)
