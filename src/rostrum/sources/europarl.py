"""The European Parliament's press room, https://www.europarl.europa.eu/news/en/press-room.

Press releases are `/news/en/press-room/<id>/<slug>`, the id of 8 digits, `IPR` and a number: prose
under bold lines, names as links, group and country in brackets. Above the text stand the product
type, "Plenary session" or "Committees", and the codes of committees; below it, press officers. The
live site was not seen when this was written, only stored pages of 2023. Only English is read.
"""

from __future__ import annotations

import re

from rostrum.sources.source import Hints, PageRule, Promise, Source

SOURCE = Source(
    name="europarl",
    title="European Parliament, press releases",
    hosts=("www.europarl.europa.eu", "europarl.europa.eu"),
    starts=("https://www.europarl.europa.eu/news/en/press-room",),
    listings=re.compile(r"/news/en/press-room(/page/\d+|/?)"),
    rules=(PageRule(re.compile(r"/news/en/press-room/\d{8}IPR\d+(/[\w%.-]+)?/?"), "report"),),
    promise=Promise(has_sections=False, min_quotes=1, min_claimed_share=0.6),
    hints=Hints(
        event_line=re.compile(r"Plenary session"),
        label_line=re.compile(
            r"Press Releases?|Committees|[A-Z]{4}(,? [A-Z]{4})*|Share this page:?"
        ),
        ends=("Contacts", "Further information", "Product information"),
    ),
)
