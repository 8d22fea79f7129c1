"""A peer: a Scrapy spider whose item pipeline writes a row a page to DuckDB, in batches."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import pyarrow as pa
import scrapy
from scrapy.crawler import CrawlerProcess

from fetching.measure import IN_FLIGHT, Stopwatch, arguments, report
from fetching.pages import page_urls

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from scrapy.crawler import Crawler
    from scrapy.http import Response

# Ten times the batch of ours: to the peer's advantage.
BATCH_ROWS = 500
SETTINGS = {
    "AUTOTHROTTLE_ENABLED": False,
    # Scrapy starts as many tasks for each response, one hundred if not told how many are of use.
    "CONCURRENT_ITEMS": 1,
    "CONCURRENT_REQUESTS": IN_FLIGHT,
    "CONCURRENT_REQUESTS_PER_DOMAIN": IN_FLIGHT,
    "COOKIES_ENABLED": False,
    "DOWNLOAD_DELAY": 0,
    "ITEM_PIPELINES": {"fetching.with_scrapy.RowPipeline": 300},
    "LOG_LEVEL": "WARNING",
    "ROBOTSTXT_OBEY": True,
    "TELNETCONSOLE_ENABLED": False,
}


class PageSpider(scrapy.Spider):
    """Fetches the pages and says of each what a row holds."""

    name = "pages"

    async def start(self) -> AsyncIterator[scrapy.Request]:
        """A request for each page."""
        self.watch = Stopwatch()
        for url in page_urls(self.origin, self.count):
            yield scrapy.Request(url)

    def parse(self, response: Response) -> Iterator[dict[str, Any]]:
        """The row of one page."""
        yield {
            "url": response.url,
            "status": response.status,
            "bytes": len(response.body),
            "sha256": hashlib.sha256(response.body).hexdigest(),
            "ms": round(response.meta["download_latency"] * 1000),
        }


class RowPipeline:
    """Writes the rows through Arrow, a transaction a batch."""

    def __init__(self, spider: PageSpider) -> None:
        self._spider = spider
        self._rows: list[dict[str, Any]] = []

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> RowPipeline:
        """Made by Scrapy."""
        return cls(crawler.spider)

    def open_spider(self) -> None:
        """Opens the database."""
        self._connection = duckdb.connect(str(Path(self._spider.folder) / "pages.duckdb"))
        self._connection.execute(
            "create table pages (url text, status integer, bytes bigint, sha256 text, ms integer)"
        )

    def process_item(self, item: dict[str, Any]) -> dict[str, Any]:
        """Takes one row."""
        self._rows.append(item)
        if len(self._rows) >= BATCH_ROWS:
            self._flush()
        return item

    def close_spider(self) -> None:
        """Writes the last rows and reports what the table holds."""
        self._flush()
        self._spider.watch.stop()
        row = self._connection.execute(
            "select count(*), sum(bytes)::bigint from pages where status = 200"
        ).fetchone()
        self._connection.close()
        pages, size = row or (0, 0)
        report(self._spider.watch, pages, size)

    def _flush(self) -> None:
        if self._rows:
            self._connection.register("batch", pa.Table.from_pylist(self._rows))
            self._connection.execute("insert into pages by name select * from batch")
            self._connection.unregister("batch")
            self._rows.clear()


def run(origin: str, count: int) -> None:
    """Crawls the pages."""
    with tempfile.TemporaryDirectory() as folder:
        process = CrawlerProcess(SETTINGS)
        process.crawl(PageSpider, origin=origin, count=count, folder=folder)
        process.start()


if __name__ == "__main__":
    run(*arguments()[:2])
