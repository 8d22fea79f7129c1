"""Press releases of the United Nations, https://press.un.org/en.

A page is `/en/<year>/<symbol>.doc.htm`. The symbols SG/SM and DSG/SM are statements and messages of
the Secretary-General and the Deputy: one speaker fills the page, without quotation marks. Other
symbols (meetings of organs, notices) are prose. Above the title stand the product type, the symbol
and the date; below the text, topics and a disclaimer. The live site was not seen when this was
written, only stored pages of 2023.
"""

from __future__ import annotations

import re

from rostrum.sources.source import Hints, PageRule, Promise, Source

SOURCE = Source(
    name="unpress",
    title="United Nations, press releases",
    hosts=("press.un.org",),
    starts=("https://press.un.org/en/content/secretary-general/press-release",),
    listings=re.compile(r"/en/content/[\w/-]+"),
    rules=(
        PageRule(re.compile(r"/en/\d{4}/d?sgsm\d+[\w.-]*\.doc\.htm"), "statement"),
        PageRule(re.compile(r"/en/\d{4}/[\w.-]+\.doc\.htm"), "report"),
    ),
    promise=Promise(has_sections=False, min_quotes=1, min_claimed_share=0.6),
    hints=Hints(
        label_line=re.compile(
            r"Press Release|United Nations|#\w+|[A-Z]+(/[A-Z0-9.]+)*/\d+(-[A-Z0-9/.-]+)?",
        ),
        ends=("For information media. Not an official record.",),
    ),
)
