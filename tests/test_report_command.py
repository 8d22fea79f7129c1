"""`rostrum report`: where it writes, what it refuses, and a home in which little is known yet."""

from __future__ import annotations

import resource
import subprocess

import duckdb
import pytest

from rostrum.picture.facts import timeline
from tests.conftest import ROSTRUM, Command


@pytest.fixture(scope="module")
def sample(tmp_path_factory) -> Command:
    command = Command(tmp_path_factory.mktemp("report") / "home")
    assert command("ingest", "sample").returncode == 0
    return command


def refused(done: subprocess.CompletedProcess[str], status: int, *words: str) -> None:
    assert status == done.returncode
    assert 1 == len(done.stderr.splitlines()), done.stderr
    for word in words:
        assert word in done.stderr


def test_it_goes_into_the_home_and_replaces_an_earlier_one(sample):
    for _ in range(2):
        done = sample("report")
        assert (0, "") == (done.returncode, done.stderr)
    page = (sample.home / "report.html").read_text()
    for words in ("103 quotes", "Josef Kadlin", "Tarn Valley Dialogue"):
        assert words in page
    assert page.rstrip().endswith("</html>")


def test_what_is_somebody_elses_stays(sample, tmp_path):
    path = tmp_path / "notes.html"
    path.write_text("<!DOCTYPE html><title>mine</title>")
    refused(sample("report", str(path)), 2, "no report of Rostrum's")
    assert "mine" in path.read_text()
    before = (sample.home / "snapshot.duckdb").read_bytes()
    refused(sample("report", str(sample.home / "snapshot.duckdb")), 2, "no report")
    assert before == (sample.home / "snapshot.duckdb").read_bytes()
    refused(sample("report", str(tmp_path)), 2, "is a folder")
    refused(sample("report", str(path / "in it.html")), 1, "another file")


def test_a_full_disk_is_one_line(sample, tmp_path):
    done = subprocess.run(
        [ROSTRUM, "report", tmp_path / "r.html"],
        env=sample.environment(),
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (3_000, 3_000)),
    )
    refused(done, 1, "r.html", "free space")
    assert [] == list(tmp_path.iterdir())


def test_pages_of_which_nothing_is_understood(command, site, tmp_path):
    url = site.write("page.html", "<!DOCTYPE html><title>x</title><p>Nobody said a thing.</p>")
    assert command("ingest", url).returncode == 3
    assert command("report", str(tmp_path / "r.html")).returncode == 0
    page = (tmp_path / "r.html").read_text()
    assert "0 quotes" in page
    assert "Nobody is quoted yet" in page
    assert "Open issues" in page


@pytest.mark.parametrize(
    ("days", "unit", "count", "earlier"),
    [
        (["2026-05-14"], "day", 12, 0),
        (["2026-05-01", "2026-05-14", "2026-05-14"], "day", 14, 0),
        (["2025-05-14", "2026-05-14"], "month", 13, 0),
        (["2024-01-31", "2026-12-31"], "month", 36, 0),
        (["1901-01-01", "2026-05-14"], "year", 60, 1),
        (["0001-01-01"], "day", 1, 0),
        (["0001-01-01", "9999-12-31"], "year", 60, 1),
        ([], "month", 0, 0),
    ],
)
def test_any_days_make_a_chart(days, unit, count, earlier):
    with duckdb.connect() as connection:
        connection.execute("create table quotes (page_url varchar, published_on date)")
        for day in [*days, None]:
            connection.execute("insert into quotes values ('p', ?)", [day])

        def ask(statement, **values):
            cursor = connection.execute(statement, values or None)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

        (counts,) = ask(
            "select count(*) as quotes, min(published_on) as first_day, "
            "max(published_on) as last_day from quotes"
        )
        found = timeline(ask, counts)
    assert (unit, count, earlier, 1) == (
        found.unit,
        len(found.periods),
        found.earlier,
        found.undated,
    )
    assert len(days) - earlier == sum(period["quotes"] for period in found.periods)
    assert 100 == max((period["height"] for period in found.periods), default=100)
