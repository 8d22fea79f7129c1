"""Our own report pages with gold: invented words, every way of printing them, every layout.

`content` invents what was said, `attributions` print one quote with its speaker, `layouts` make an
HTML page of it all. `render` is the whole way; `python -m tests.generator` writes pages.
"""

from tests.generator.attributions import ATTRIBUTIONS, Attribution
from tests.generator.content import Report, invent_report
from tests.generator.layouts import LAYOUTS, Layout
from tests.generator.render import Rendered, matching_pairs, render, sample_pages

__all__ = [
    "ATTRIBUTIONS",
    "LAYOUTS",
    "Attribution",
    "Layout",
    "Rendered",
    "Report",
    "invent_report",
    "matching_pairs",
    "render",
    "sample_pages",
]
