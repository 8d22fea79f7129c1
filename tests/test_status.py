"""`rostrum status` and `rostrum sources --check`: how a home stands, and whether sites changed."""

from __future__ import annotations

import json

import pytest

from rostrum.checkup import Checkup, check_sources, judge
from rostrum.errors import UsageError
from rostrum.settings import Settings
from rostrum.sources import all_sources
from rostrum.summary import Summary
from rostrum.warehouse.lock import hold_writer_lock
from tests.conftest import Command


@pytest.fixture(scope="module")
def sample(tmp_path_factory) -> Command:
    command = Command(tmp_path_factory.mktemp("status") / "home")
    assert command("ingest", "sample").returncode == 0
    return command


def told(command: Command) -> dict[str, object]:
    done = command("status", "--format", "json")
    assert (0, "") == (done.returncode, done.stderr)
    found: dict[str, object] = json.loads(done.stdout)
    return found


def test_it_tells_runs_sources_issues_and_the_disk(sample):
    found = told(sample)
    (run,) = found["last runs"]
    assert run["run"] == "ingest sample"
    assert run["finished_at"] != "not finished"
    (source,) = found["sources"]
    assert (source["source"], source["understood"], source["hours_ago"]) == ("sample", 19, 0)
    assert found["open issues"] == []
    assert found["written by"] == "nobody"
    assert "bytes" in found["used by archive"]
    assert "rostrum up" in found["served"]


def test_it_tells_who_writes(sample):
    with hold_writer_lock(Settings(home=sample.home), "a long run"):
        assert "a long run" in told(sample)["written by"]
    assert told(sample)["written by"] == "nobody"


def test_a_home_with_nothing_published_is_one_line(tmp_path):
    done = Command(tmp_path / "none")("status")
    assert (1, 1) == (done.returncode, len(done.stderr.splitlines()))
    assert "rostrum ingest" in done.stderr


async def test_a_source_that_is_as_it_was(sample):
    settings = Settings(home=sample.home)
    (found,) = await check_sources(settings, ["sample"])
    assert (found.source, found.verdict) == ("sample", "as it was")
    assert found.known == found.found > 0
    with pytest.raises(UsageError, match="mars"):
        await check_sources(settings, ["mars"])


async def test_a_source_of_which_nothing_is_known(sample):
    name = next(name for name, source in all_sources().items() if source.folder is None)
    assert [Checkup(name, None, "nothing known")] == await check_sources(
        Settings(home=sample.home), [name]
    )


@pytest.mark.parametrize(
    ("known", "found", "verdict"),
    [
        (4, 4, "as it was"),
        (4, 3, "edited"),
        (4, 2, "edited"),
        (4, 1, "degraded"),
        (1, 0, "degraded"),
    ],
)
def test_half_of_the_quotes_tell_an_edit_from_a_redesign(known, found, verdict):
    assert verdict == judge(known, found)


def test_a_source_is_degraded_when_half_of_several_pages_are_refused():
    summary = Summary("run", "ingest lakes")
    for source, read, refused in (("a", 9, 4), ("b", 4, 2), ("c", 1, 1), ("d", 50, 0)):
        summary.read_by_source[source] = read
        summary.refused_by_source[source] = refused
    assert summary.degraded == ["b"]
