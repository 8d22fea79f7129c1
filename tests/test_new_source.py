"""`rostrum new-source`: a page is ingested, and a beginning of its source is written."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
from urllib.parse import urlsplit

import pytest

from rostrum.errors import UsageError
from rostrum.sources import PageRule, Promise, Source
from rostrum.stub import generalized, literal, look_at_site, name_of, quoted, write_stub
from tests.conftest import ROSTRUM
from tests.pages import Report

LINKS = '<a href="/news/">News</a><a href="/news/a-second-lake/">More</a><a href="/about/">Us</a>'
HOSTILE = '"""\n__import__("os").system("touch /tmp/rostrum-injected")\n"""\x1b[31m\u202e'


@pytest.fixture
def new_source(settings, tmp_path):
    """The command, called in a folder that is no checkout."""

    def run(*arguments: str, folder=tmp_path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [ROSTRUM, "new-source", *arguments, "--home", settings.home],
            env={**os.environ, "ROSTRUM_ALLOW_HOSTS": "127.0.0.1"},
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
            timeout=110,
        )

    return run


def write_report(site, html: str) -> str:
    """A report below `/news/`, which it links; returns its URL."""
    (site.folder / "news/the-lake-of-9").mkdir(parents=True, exist_ok=True)
    site.write("news/the-lake-of-9/index.html", html.replace("<a href=/>Home</a>", LINKS))
    return f"{site.url}/news/the-lake-of-9/"


def load(code: str) -> Source:
    """The source of a stub, by running it as the package would."""
    names: dict[str, object] = {}
    exec(compile(code, "stub", "exec", dont_inherit=True), names)
    source = names["SOURCE"]
    assert isinstance(source, Source)
    return source


def test_a_page_becomes_a_module_and_a_fixture(new_source, site, settings, command):
    url = write_report(site, Report().html)
    done = new_source(url, "--name", "lakes")
    assert done.returncode == 0, done.stderr
    source = load((settings.home / "new-sources/lakes.py").read_text())
    assert ("lakes", ("127.0.0.1",)) == (source.name, source.hosts)
    assert (f"{site.url}/news/",) == source.starts
    assert source.is_listing(source.starts[0]) and not source.is_page(source.starts[0])
    assert "report" == source.kind_of(url) == source.kind_of(f"{site.url}/news/a-second-lake/")
    assert source.kind_of(f"{site.url}/about/") is None
    fixture = settings.home / "new-sources/fixtures/lakes/the-lake-of-9"
    page = (site.folder / "news/the-lake-of-9/index.html").read_bytes()
    assert page == (fixture / "page.html").read_bytes()
    assert url == json.loads((fixture / "fetch.json").read_text())["url"]
    expected = json.loads((fixture / "expected.json").read_text())
    assert "Who Speaks for the Lake" == expected["title"]
    for line in ("quotes: 3", "kind: report", "title: Who Speaks", "a-second-lake", "lakes.py"):
        assert line in done.stdout
    assert "commit it only if you may publish it" in done.stdout
    assert [{"count": 3}] == command.json("select count(*) as count from quotes")
    assert [*settings.archive.glob("*.warc.gz")]


def test_in_a_checkout_both_go_where_they_belong(new_source, site, tmp_path):
    checkout = tmp_path / "checkout"
    sources = checkout / "src/rostrum/sources"
    sources.mkdir(parents=True)
    (sources / "source.py").touch()
    done = new_source(write_report(site, Report().html), "--name", "lakes", folder=sources)
    assert done.returncode == 0, done.stderr
    assert (sources / "lakes.py").is_file()
    assert (checkout / "tests/fixtures/lakes/the-lake-of-9/expected.json").is_file()


def test_nothing_is_written_over(new_source, site, settings):
    url = write_report(site, Report().html)
    assert new_source(url, "--name", "lakes").returncode == 0
    module = settings.home / "new-sources/lakes.py"
    module.write_text("# by hand\n")
    done = new_source(url, "--name", "lakes")
    assert (2, "# by hand\n") == (done.returncode, module.read_text())
    assert "is there already" in done.stderr


def test_a_page_that_is_not_understood_is_told_and_still_saved(new_source, site, settings):
    url = write_report(site, Report().html.replace("“", "").replace("”", ""))
    done = new_source(url, "--name", "lakes")
    assert done.returncode == 3
    assert "the page is quarantined, no_quotes: " in done.stdout
    assert (settings.home / "new-sources/fixtures/lakes/the-lake-of-9/page.html").is_file()


def test_a_page_that_is_not_there_leaves_no_file(new_source, site, settings):
    done = new_source(f"{site.url}/news/none/", "--name", "lakes")
    assert done.returncode == 1
    assert "http_404" in done.stderr
    assert not (settings.home / "new-sources").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("https://legalforum.info/en/news/a-lake/",),
        ("http://127.0.0.1:9/a/", "--name", "sample"),
        ("http://127.0.0.1:9/a/", "--name", "source"),
        ("http://127.0.0.1:9/a/", "--name", "../../lakes"),
        ("http://127.0.0.1:9/a/", "--name", "class"),
        ("http://127.0.0.1:9/a/", "--name", "Lakes"),
        ("http://127.0.0.1:9/a/", "--name", ""),
        ("http://127.0.0.1:9/a/", "--name", "a\nb"),
    ],
)
def test_a_name_or_page_that_cannot_be_is_wrong_usage(new_source, settings, arguments):
    done = new_source(*arguments)
    assert done.returncode == 2
    assert not (settings.home / "new-sources").exists()


def test_words_of_a_page_never_become_code(new_source, site, settings):
    html = Report(title=HOSTILE.replace('"', "&quot;")).html
    canonical = '<link rel="canonical" href="/news/x%22%22%22);import os#{name!r}-9/">'
    html = html.replace(
        "</head>", f'<meta property="og:site_name" content="\'\'\'">{canonical}</head>'
    )
    done = new_source(write_report(site, html), "--name", "lakes")
    code = (settings.home / "new-sources/lakes.py").read_text()
    assert "system" not in code
    calls = {
        ast.unparse(node.func) for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call)
    }
    assert {"Source", "re.compile", "PageRule", "Promise"} == calls
    assert code.isascii()
    assert not {"\x1b", "\u202e"} & set(done.stdout)


@pytest.mark.parametrize(
    "path",
    [
        '/news/"""+__import__("os").system("id")+"""/',
        "/news/'); import os; ('/",
        "/news/{0.__class__}/{name}/",
        "/news/a\\/",
        '/x"\n/y-1/',
        "/новости/озеро-9/",
        "/\u202e/a-1",
        "/[x](y)*/a+b/",
        "/",
        "",
    ],
)
def test_a_hostile_path_is_only_ever_a_string(path):
    site = look_at_site(f"http://lake.example{path}", [])
    code = write_stub("lakes", site, "report", has_sections=False)
    source = load(code)
    assert isinstance(source.rules[0], PageRule)
    assert Promise(has_sections=False) == source.promise
    assert code.isascii()
    parsed = urlsplit(f"http://lake.example{path}").path
    assert not parsed.strip("/") or re.fullmatch(generalized(parsed)[0], parsed) or "%" not in path


@pytest.mark.parametrize("text", ['"', "\\", "'\"\n", "\u202e", "{x}", 'r"', "a\\"])
def test_a_literal_is_what_it_was(text):
    assert text == ast.literal_eval(quoted(text))
    assert text == ast.literal_eval(literal(text))


@pytest.mark.parametrize(
    ("path", "pattern", "listing"),
    [
        ("/en/news/a-lake/", r"/en/news/(?!page(?:/|$))[\w%-]+/?", "/en/news/"),
        ("/en/2026/sgsm9.doc.htm", r"/en/\d+/[\w%-]+\.doc\.htm/?", "/en/"),
        ("/programme/hall/101/", r"/programme/hall/\d+/?", "/programme/hall/"),
        (
            "/en/sessions/a-lake/discussion/",
            r"/en/sessions/(?!page(?:/|$))[\w%-]+/discussion/?",
            "/en/sessions/",
        ),
        ("/a-lake", r"/(?!page(?:/|$))[\w%-]+/?", "/"),
    ],
)
def test_what_varies_in_a_path(path, pattern, listing):
    assert (pattern, listing) == generalized(path)
    assert re.fullmatch(pattern, path)
    assert not re.fullmatch(pattern, listing)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.legal-lakes.example/en/", "legal_lakes"),
        ("https://press.lake.example/", "press"),
        ("http://127.0.0.1:8000/", "new_site"),
    ],
)
def test_a_name_from_the_host(url, name):
    assert name == name_of(url, [])
    with pytest.raises(UsageError, match="taken"):
        name_of(url, [name])
