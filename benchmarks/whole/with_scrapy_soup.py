"""A peer: Scrapy with BeautifulSoup, as Scrapy's FAQ shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whole.crawl import ReportSpider, run
from whole.reading import read_soup

if TYPE_CHECKING:
    from scrapy.http import Response

    from whole.reading import Quote


class SoupSpider(ReportSpider):
    """Reads with BeautifulSoup."""

    def read(self, response: Response) -> list[Quote]:
        """The quotes of one page."""
        return read_soup(response.text)


if __name__ == "__main__":
    run(SoupSpider)
