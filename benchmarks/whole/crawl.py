"""What the two Scrapy peers share: all but the reading of a page.

As Scrapy's documentation has it for throughput ("Broad Crawls"): no cookies, no retries, no
redirects, no log of each request, concurrency until the processor is busy. An item is a page with
all its quotes, so that Scrapy's way of an item is gone once a page, not thirty times.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, TypedDict

import duckdb
import pyarrow as pa
from fetching.measure import Stopwatch
from scrapy.crawler import CrawlerProcess
from scrapy.spiders import SitemapSpider

from whole.measure import IN_FLIGHT, arguments, report
from whole.reading import COLUMNS
from whole.site import sitemap_url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapy.crawler import Crawler
    from scrapy.http import Response

    from whole.reading import Quote

BATCH_PAGES = 500
SETTINGS = {
    "AUTOTHROTTLE_ENABLED": False,
    # Scrapy starts as many tasks for each response, one hundred if not told how many are of use.
    "CONCURRENT_ITEMS": 1,
    "CONCURRENT_REQUESTS": IN_FLIGHT,
    "CONCURRENT_REQUESTS_PER_DOMAIN": IN_FLIGHT,
    "COOKIES_ENABLED": False,
    "DOWNLOAD_DELAY": 0,
    "ITEM_PIPELINES": {"whole.crawl.QuotePipeline": 300},
    "LOG_LEVEL": "WARNING",
    "REDIRECT_ENABLED": False,
    "RETRY_ENABLED": False,
    "ROBOTSTXT_OBEY": False,
    "TELNETCONSOLE_ENABLED": False,
}


class ReadPage(TypedDict):
    """The item: a page and its quotes."""

    url: str
    quotes: list[Quote]


class ReportSpider(SitemapSpider):
    """Follows the sitemap and reads every page."""

    name = "reports"
    sitemap_rules = (("/page/", "parse_page"),)

    def parse_page(self, response: Response) -> Iterator[ReadPage]:
        """The item of one page."""
        yield {"url": response.url, "quotes": self.read(response)}

    @abstractmethod
    def read(self, response: Response) -> list[Quote]:
        """The quotes of one page."""


class QuotePipeline:
    """Writes the rows through Arrow, a transaction a batch of pages."""

    def __init__(self, database: str) -> None:
        self._database = database
        self._pages: list[ReadPage] = []

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> QuotePipeline:
        """Made by Scrapy."""
        return cls(crawler.settings["QUOTES_DATABASE"])

    def open_spider(self) -> None:
        """Opens the database."""
        self._connection = duckdb.connect(self._database)
        self._connection.execute("create schema reports")
        columns = ", ".join(f"{name} text" for name in COLUMNS)
        self._connection.execute(f"create table reports.quotes ({columns})")

    def process_item(self, item: ReadPage) -> ReadPage:
        """Takes one page."""
        self._pages.append(item)
        if len(self._pages) >= BATCH_PAGES:
            self._flush()
        return item

    def close_spider(self) -> None:
        """Writes the last pages."""
        self._flush()
        self._connection.close()

    def _flush(self) -> None:
        rows = [(page["url"], *quote) for page in self._pages for quote in page["quotes"]]
        self._pages.clear()
        if rows:
            columns = [pa.array(values) for values in zip(*rows, strict=True)]
            self._connection.register("batch", pa.table(columns, names=COLUMNS))
            self._connection.execute("insert into reports.quotes select * from batch")
            self._connection.unregister("batch")


def run(spider: type[ReportSpider]) -> None:
    """Crawls the site that the command line names."""
    origin, count, database = arguments()
    watch = Stopwatch()
    process = CrawlerProcess({**SETTINGS, "QUOTES_DATABASE": str(database)})
    process.crawl(spider, sitemap_urls=[sitemap_url(origin)])
    process.start()
    watch.stop()
    report(watch, count, database)
