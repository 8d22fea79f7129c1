"""A peer: Scrapy with its own selectors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whole.crawl import ReportSpider, run
from whole.reading import BLOCKS, read_blocks

if TYPE_CHECKING:
    from scrapy.http import Response

    from whole.reading import Quote


class ParselSpider(ReportSpider):
    """Reads with parsel."""

    def read(self, response: Response) -> list[Quote]:
        """The quotes of one page."""
        blocks = response.css(BLOCKS)
        return list(
            read_blocks((block.root.tag, block.xpath("string()").get("")) for block in blocks)
        )


if __name__ == "__main__":
    run(ParselSpider)
