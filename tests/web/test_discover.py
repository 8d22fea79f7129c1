"""Discovery: listing pages, sitemaps and feeds."""

import asyncio
import gzip
import time
from datetime import date

import pytest
from clients import client_for
from fault_origin import FaultOrigin, reply

from rostrum.sources.sample import SOURCE
from rostrum.web import Validators, discover, serve_folder
from rostrum.web.listing import read_listing

HERE = "http://forum.example/news/"


def listing(*links, head=""):
    items = "".join(f'<li><a href="{href}"{more}>{text}</a></li>' for href, text, more in links)
    return f"<html><head>{head}</head><body><ul>{items}</ul></body></html>".encode()


def article(n):
    return (f"/news/{n}/", f"Article {n}", "")


def html(body):
    return reply(body, headers=("Content-Type: text/html; charset=utf-8",))


class Site:
    """A forum on the origin, whose articles lie under /news/N/."""

    def __init__(self, origin, client):
        self.origin, self.client = origin, client

    def is_page(self, url):
        parts = url.split("/")
        return parts[3] == "news" and len(parts) == 6 and parts[4].isdigit()

    def is_listing(self, url):
        return "/news/" in url and not self.is_page(url)

    async def discover(self, *starts, **kwargs):
        urls = [self.origin.url(start) for start in starts]
        found = await discover(
            self.client, urls, self.is_page, is_listing=self.is_listing, **kwargs
        )
        return [int(url.split("/")[4]) for url in found.pages]

    def known(self, *numbers):
        return {self.origin.url(f"/news/{n}/") for n in numbers}


@pytest.fixture
def site(origin, client):
    return Site(origin, client)


def numbered(pattern, count, per_page=2):
    """Pages of a listing that link to each other by number."""
    for n in range(1, count + 1):
        links = [article(100 - (n - 1) * per_page - i) for i in range(per_page)]
        links += [(pattern.format(k), str(k), "") for k in range(1, count + 1) if k != n]
        yield "/news/" if n == 1 else pattern.format(n), html(listing(*links))


@pytest.mark.parametrize("pattern", ["/news/?page={}", "/news/page/{}/", "/news/?PAGEN_1={}"])
async def test_numbered_pages(site, pattern):
    site.origin.answers |= dict(numbered(pattern, 4))
    assert list(range(100, 92, -1)) == await site.discover("/news/")
    assert [path for path, _ in numbered(pattern, 4)] == [
        path for path in site.origin.paths() if path != pattern.format(1)
    ]


@pytest.mark.parametrize(
    "link",
    [
        ("/news/older", "1", ' rel="next"'),
        ("/news/older", "Next", ""),
        ("/news/older", "Next page →", ""),
        ("/news/older", "Следующая", ""),
        ("/news/older", "Дальше »", ""),
        ("/news/older", "»", ""),
        ("/news/older", "<b>&gt;</b>", ""),
        ("older", "", ' aria-label="Next"'),
        ("/news/older?utm_source=pager#list", "Weiter", ""),
    ],
)
async def test_a_link_to_the_next_page(site, link):
    site.origin.answers |= {
        "/news/": html(listing(article(3), article(2), link)),
        "/news/older": html(listing(article(2), article(1))),
    }
    assert await site.discover("/news/") == [3, 2, 1]


async def test_a_link_in_the_head(site):
    head = '<link rel="next" href="/news/older">'
    site.origin.answers |= {
        "/news/": html(listing(article(2), head=head)),
        "/news/older": html(listing(article(1))),
    }
    assert await site.discover("/news/") == [2, 1]


async def test_text_in_the_charset_of_the_header(site):
    link = ("/news/older", "Следующая", "")
    body = listing(article(2), link).decode().encode("cp1251")
    site.origin.answers |= {
        "/news/": reply(body, headers=("Content-Type: text/html; charset=windows-1251",)),
        "/news/older": html(listing(article(1))),
    }
    assert await site.discover("/news/") == [2, 1]


async def test_what_is_no_listing_is_not_followed(site):
    links = [("/blog/?page=2", "Next", ""), ("http://other.example/news/", "Next", ' rel="next"')]
    site.origin.answers["/news/"] = html(listing(article(1), *links))
    assert await site.discover("/news/") == [1]
    assert site.origin.paths() == ["/news/"]


async def test_it_stops_where_everything_is_known(site):
    site.origin.answers |= dict(numbered("/news/page/{}/", 5))
    known = site.known(*range(1, 99))
    assert await site.discover("/news/", known=known) == [100, 99, 98, 97]
    assert site.origin.paths() == ["/news/", "/news/page/2/"]


async def test_full_goes_on(site):
    site.origin.answers |= dict(numbered("/news/page/{}/", 5))
    known = site.known(*range(1, 101))
    assert len(await site.discover("/news/", known=known, full=True)) == 10
    assert len(site.origin.paths()) == 5


async def test_limit(site):
    site.origin.answers |= dict(numbered("/news/page/{}/", 5))
    assert await site.discover("/news/", limit=3) == [100, 99, 98]
    assert site.origin.paths() == ["/news/", "/news/page/2/"]


async def test_a_listing_that_never_ends_says_nothing_new(origin, client):
    class Endless(dict):
        def get(self, path, default=None):
            if path == "/robots.txt":
                return default
            n = int(path.rpartition("=")[2]) if "=" in path else 1
            return html(listing(article(1), article(2), (f"/news/?page={n + 1}", "Next", "")))

    origin.answers = Endless()
    assert await Site(origin, client).discover("/news/") == [1, 2]
    assert len(origin.paths()) == 2


async def test_starts_that_fail_are_fetches_all_the_same(site):
    urls = [site.origin.url("/nothing"), "nonsense"]
    found = await discover(site.client, urls, site.is_page, is_listing=site.is_listing)
    assert found.pages == ()
    assert [fetch.error_code for fetch in found.fetches] == ["http_404", "invalid_url"]


def sitemap(*entries):
    urls = "".join(
        f"<url><loc>{loc}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</url>"
        for loc, day in entries
    )
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'<?xml version="1.0"?><urlset xmlns="{space}">{urls}</urlset>'.encode()


def index(*entries):
    parts = "".join(
        f"<sitemap><loc>{loc}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</sitemap>"
        for loc, day in entries
    )
    return f"<sitemapindex>{parts}</sitemapindex>".encode()


async def test_a_sitemap_index_with_gzip_and_dates(site):
    url = site.origin.url
    site.origin.answers |= {
        "/sitemap.xml": reply(
            index(
                (url("/a.xml.gz"), "2026-05-03"),
                (url("/old.xml"), "2020-01-01"),
                (url("/b.xml"), None),
                ("http://other.example/c.xml", None),
            )
        ),
        "/a.xml.gz": reply(
            gzip.compress(
                sitemap(
                    (url("/news/1/"), "2026-05-02T10:00:00+03:00"),
                    (url("/news/2/"), "2026-04-30"),
                    (url("/about/"), None),
                )
            )
        ),
        "/b.xml": reply(sitemap((url("/news/3/"), None), (url("/news/1/#x"), "2026-05-02"))),
    }
    assert await site.discover("/sitemap.xml", since=date(2026, 5, 1)) == [1, 3]
    assert site.origin.paths() == ["/sitemap.xml", "/a.xml.gz", "/b.xml"]


async def test_all_parts_of_an_index_are_read_though_one_is_known(site):
    url = site.origin.url
    site.origin.answers |= {
        "/sitemap.xml": reply(index((url("/a.xml"), None), (url("/b.xml"), None))),
        "/a.xml": reply(sitemap((url("/news/1/"), None))),
        "/b.xml": reply(sitemap((url("/news/2/"), None))),
    }
    assert await site.discover("/sitemap.xml", known=site.known(1)) == [1, 2]


RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><link>http://forum.example/</link>
<item><title>A</title><link> /news/1/?utm_source=rss </link>
<pubDate>Sat, 16 May 2026 10:00:00 GMT</pubDate></item>
<item><title>B</title><guid>http://forum.example/news/2/</guid>
<pubDate>Sat, 16 May 2020 10:00:00 GMT</pubDate></item>
<item><title>C</title><guid isPermaLink="false">tag:3</guid></item></channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><link href="http://forum.example/"/>
<entry><link rel="self" href="/feed/1"/><link href="/news/1/"/>
<updated>2026-05-16T10:00:00Z</updated></entry>
<entry><link rel="alternate" href="http://forum.example/news/2/"/>
<updated>2020-05-16T10:00:00Z</updated></entry>
</feed>"""
RDF = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel/><item><link>http://forum.example/news/1/</link>
<dc:date>2026-05-16</dc:date></item><item><link>/news/2/</link><dc:date>2020-05-16</dc:date></item></rdf:RDF>"""


@pytest.mark.parametrize("body", [RSS, ATOM, RDF], ids=["rss", "atom", "rss 1.0"])
def test_feeds(body):
    links = read_listing(body, "http://forum.example/feed").links
    assert [
        ("http://forum.example/news/1/", date(2026, 5, 16)),
        ("http://forum.example/news/2/", date(2020, 5, 16)),
    ] == [(link.url, link.changed_on) for link in links]


def test_a_feed_in_utf_16_is_one_all_the_same():
    body = (
        RSS.decode().replace('version="1.0"?', 'version="1.0" encoding="utf-16"?').encode("utf-16")
    )
    assert len(read_listing(body, "http://forum.example/feed").links) == 2


def feed_of(link, *entities):
    return (
        f"<!DOCTYPE rss [{''.join(entities)}]><rss><channel><item>"
        f"<link>http://forum.example/{link}</link></item></channel></rss>"
    )


LOL = [f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 30)]
HOSTILE = {
    "entity bomb": feed_of("news/&l29;/", '<!ENTITY l0 "lol">', *LOL),
    "quadratic bomb": feed_of("&a;" * 10_000, f'<!ENTITY a "{"a" * 100_000}">'),
    "loop": feed_of("&a;", '<!ENTITY a "&b;">', '<!ENTITY b "&a;">'),
    "deep": "<rss>" + "<channel>" * 100_000,
    "cut": RSS.decode()[:200],
    "nothing": "<rss/>",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_xml_is_harmless(text):
    start = time.monotonic()
    for link in read_listing(text.encode(), "http://forum.example/feed").links:
        assert len(link.url) < 200
    assert time.monotonic() - start < 2


@pytest.mark.parametrize("kind", ["SYSTEM", 'PUBLIC "x"'])
async def test_no_entity_reads_a_file_or_the_network(tmp_path, kind):
    secret = tmp_path / "secret"
    secret.write_text("<!ENTITY x 'canary'>")
    async with FaultOrigin() as victim:
        for target in (secret.as_uri(), victim.url("/dtd")):
            item = "<rss><channel><item><link>http://forum.example/news/&x;</link></item></channel></rss>"
            for declared in (
                f'<!DOCTYPE rss [<!ENTITY x {kind} "{target}">]>',
                f'<!DOCTYPE rss {kind} "{target}">',
                f'<!DOCTYPE rss [<!ENTITY % p {kind} "{target}"> %p;]>',
            ):
                listing = read_listing((declared + item).encode(), "http://forum.example/feed")
                assert "canary" not in repr(listing)
        await asyncio.sleep(0.05)  # a connection would be accepted by now
        assert victim.accepts == 0


def test_a_sitemap_that_is_a_gzip_bomb_is_none():
    body = gzip.compress(b"<urlset>" + bytes(40 * 1024 * 1024))
    assert (read_listing(body, HERE).links, read_listing(body, HERE).parts) == ((), ())


@pytest.mark.parametrize("body", [b"", b"\0", b"\x1f\x8b", b"plain", b"<", b"\xff\xfe<\0"])
def test_what_is_no_listing_leads_nowhere(body):
    assert read_listing(body, HERE).links == ()


def test_links_are_relative_to_the_base():
    body = (
        b'<html><head><base href="/base/"></head><a href="x">x</a><a href="mailto:a@b">m</a></html>'
    )
    assert [link.url for link in read_listing(body, HERE).links] == ["http://forum.example/base/x"]


async def test_the_sample_site_and_its_revisit():
    with serve_folder(SOURCE.folder) as address:
        async with client_for(routes={SOURCE.hosts[0]: address}) as client:
            found = await discover(
                client, SOURCE.starts, SOURCE.is_page, is_listing=SOURCE.is_listing
            )
            assert 19 == len(found.pages) == len(set(found.pages))
            for url in found.pages:
                first = await client.fetch(url)
                again = await client.fetch(url, Validators(first.etag, first.last_modified))
                assert (first.outcome, again.outcome, again.wire_bytes) == ("new", "unchanged", 0)
                assert first.content_type == "text/html; charset=utf-8"


async def test_a_thousand_unchanged_pages_move_no_body(tmp_path):
    for n in range(1000):
        (tmp_path / f"{n}.html").write_text(f"<html>{n}</html>")
    with serve_folder(tmp_path) as address:
        async with client_for(routes={"forum.example": address}) as client:
            moved = 0
            for n in range(1000):
                url = f"http://forum.example/{n}.html"
                first = await client.fetch(url)
                again = await client.fetch(url, Validators(first.etag, None))
                assert again.outcome == "unchanged"
                moved += again.wire_bytes
    assert moved == 0


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/dir",
        "/dir/",
        "/nothing",
        "/../secret",
        "/%2e%2e/secret",
        "/..%2fsecret",
        "/a%00",
        "//secret",
        "/link",
    ],
)
async def test_a_served_folder_gives_its_files_alone(tmp_path, path):
    root = tmp_path / "root"
    (root / "dir").mkdir(parents=True)
    (root / "a").write_text("a")
    (tmp_path / "secret").write_text("canary")
    (root / "link").symlink_to(tmp_path / "secret")
    with serve_folder(root) as address:
        async with client_for(routes={"forum.example": address}) as client:
            assert (await client.fetch("http://forum.example/a")).outcome == "new"
            fetch = await client.fetch(f"http://forum.example{path}")
            assert (fetch.outcome, fetch.status) == ("gone", 404)
