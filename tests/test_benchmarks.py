"""What the benchmarks conclude from their figures, and that the new ones run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from argparse import ArgumentTypeError

import pytest

from tests.conftest import REPOSITORY

sys.path.append(str(REPOSITORY / "benchmarks"))  # they are scripts, which import each other

import growth
import limits
import quick
import results
from ratios import Ratio, complaints
from sizes import MANY_PAGES, read_sizes, rounds_of
from watch import watch

import reparse

BENCHMARKS = REPOSITORY / "benchmarks"
RATE = "pages/s, Rostrum ÷ it"
COST = "time, revisit ÷ first run"


@pytest.mark.parametrize("now", [[9.0, 9.0, 9.0], [6.0], [6.01, 0.1, 50.0], [30.0]])
def test_a_rate_that_holds_is_no_complaint(now):
    assert complaints([Ratio(RATE, now)], {RATE: 9.0}) == []


def test_a_rate_that_falls_by_more_than_a_third_is():
    (line,) = complaints([Ratio(RATE, [50.0, 5.9, 0.1])], {RATE: 9.0})
    assert line == f"{RATE} (more is better) was 9 and is 5.9: 34% worse, more than a third"


@pytest.mark.parametrize("now", [[0.2], [0.29], [0.01], [0.29, 5.0, 0.1]])
def test_a_cost_that_holds_is_no_complaint(now):
    assert complaints([Ratio(COST, now, is_cost=True)], {COST: 0.2}) == []


def test_a_cost_that_leaves_less_than_two_thirds_is():
    (line,) = complaints([Ratio(COST, [0.01, 0.31, 5.0], is_cost=True)], {COST: 0.2})
    assert line == f"{COST} (less is better) was 0.2 and is 0.31: 35% worse, more than a third"


def test_each_ratio_that_is_worse_has_its_line():
    ratios = [Ratio("a", [1.0]), Ratio("b", [1.0]), Ratio("c", [9.0], is_cost=True)]
    lines = complaints(ratios, {"a": 2.0, "b": 1.1, "c": 3.0})
    assert [line.split()[0] for line in lines] == ["a", "c"]


def test_what_cannot_be_compared_is_no_pass():
    (line,) = complaints([Ratio(RATE, [9.0])], {})
    assert line.startswith(f"{RATE} is measured and not recorded")
    (line,) = complaints([], {RATE: 9.0})
    assert line.startswith(f"{RATE} is recorded and not measured")


class TestQuick:
    """The script around the comparison; measuring it takes the peers and minutes."""

    @pytest.fixture(autouse=True)
    def alone(self, monkeypatch, tmp_path):
        monkeypatch.setattr(quick, "RECORDED", tmp_path / "quick.json")
        monkeypatch.setattr(quick, "make_peers", lambda: None)

    def run(self, monkeypatch, value, *words):
        monkeypatch.setattr(sys, "argv", ["quick.py", *words])
        monkeypatch.setattr(quick, "measure", lambda rounds, _: [Ratio(RATE, [value] * rounds)])
        return quick.main()

    def test_it_fails_when_a_ratio_has_fallen(self, monkeypatch, capsys):
        assert self.run(monkeypatch, 9.0, "--record") == 0
        assert self.run(monkeypatch, 6.1) == 0
        assert capsys.readouterr().err == ""
        assert self.run(monkeypatch, 5.9) == 1
        assert capsys.readouterr().err.splitlines() == [
            f"{RATE} (more is better) was 9 and is 5.9: 34% worse, more than a third"
        ]

    def test_only_asked_to_it_records(self, monkeypatch):
        assert self.run(monkeypatch, 9.0) == 1  # nothing to compare with
        assert not quick.RECORDED.exists()
        self.run(monkeypatch, 9.0, "--record")
        self.run(monkeypatch, 3.0)
        assert json.loads(quick.RECORDED.read_text()) == {RATE: 9.0}


def test_the_recorded_ratios_are_those_that_are_promised():
    recorded = json.loads((BENCHMARKS / "quick.json").read_text())
    assert len(recorded) == 7
    for words in ("Scrapy, BeautifulSoup", "parsel", "dlt", "revisit", "--help", "sql", "reparse"):
        assert sum(words in name for name in recorded) == 1, words
    assert all(value > 0 for value in recorded.values())


def took(page_ms: float, peak_mib: float) -> growth.Took:
    return growth.Took(page_ms, peak_mib, {})


def test_growth_is_judged_by_the_middle_of_each_size():
    held = {100: [took(10, 200), took(11, 210), took(99, 999)], 400: [took(12.6, 220)]}
    assert [target.is_met for target in growth.targets_of(held)] == [True, True]
    slower = {100: [took(10, 200)], 400: [took(11.6, 200)]}
    assert [target.is_met for target in growth.targets_of(slower)] == [False, True]
    larger = {100: [took(10, 200)], 400: [took(10, 231)]}
    assert [target.is_met for target in growth.targets_of(larger)] == [True, False]


def test_growth_downwards_counts_too():
    cheaper = {100: [took(12, 200)], 400: [took(10, 200)]}
    assert [target.is_met for target in growth.targets_of(cheaper)] == [False, True]


def reread(one: float, two: float, soup: float, mib: float) -> reparse.Round:
    return reparse.Round(
        reparse.Took(one, one, 100), reparse.Took(two, two, mib), reparse.Took(soup, soup, 50)
    )


@pytest.mark.parametrize(
    ("one", "two", "soup", "mib", "expected"),
    [
        (800, 1440, 100, 499, [True, True, True]),
        (799, 1440, 100, 499, [False, True, True]),
        (800, 1439, 100, 499, [True, False, True]),
        (800, 1440, 100, 500, [True, True, False]),
    ],
)
def test_reparse_is_judged_by_soup_cores_and_memory(one, two, soup, mib, expected):
    targets = reparse.targets_of(10_000, [reread(one, two, soup, mib)])
    assert [target.is_met for target in targets] == expected


def test_each_limit_is_a_row_of_its_stage_and_each_stage_is_explained():
    seconds = {stage: {"ours": 6.0, "limit": 3.0} for stage in limits.WHY}
    seconds["parse"]["soup"] = 12.0
    rows = limits.stages_table(1000, [seconds]).splitlines()[2:]
    assert len(rows) == len(limits.LIMITS) + 1
    assert list(limits.WHY) == list(dict.fromkeys(stage for stage, _ in limits.LIMITS))
    assert [row.split("|")[-2].split()[0] for row in rows] == ["2.0"] * 4 + ["0.5"] + ["2.0"] * 4


def test_sizes_are_read_and_wrong_ones_refused():
    assert read_sizes("1000,200,200") == (200, 1000)
    for words in ("", "many", "0", "100,-1", "1000,"):
        with pytest.raises(ArgumentTypeError):
            read_sizes(words)
    assert rounds_of(MANY_PAGES) < rounds_of(MANY_PAGES - 1)


HOLD = """
import subprocess, sys, time
own, *others = map(int, sys.argv[1:])
held = bytes([1]) * own * 2**20
if others:
    subprocess.run([sys.executable, __file__, *map(str, others)], check=True)
time.sleep(0.3)
print('{"pages": 1}')
"""


def test_memory_is_that_of_the_whole_family(tmp_path):
    script = tmp_path / "hold.py"
    script.write_text(HOLD)

    def peak(*mib: int) -> float:
        told = watch([sys.executable, str(script), *map(str, mib)])
        assert told["pages"] == 1
        return told["peak_mib"]

    alone = peak(100)
    assert 100 < alone < 160
    assert alone + 100 < peak(100, 50, 50) < alone + 160


def test_a_contestant_that_fails_ends_the_benchmark():
    with pytest.raises(subprocess.CalledProcessError):
        watch([sys.executable, "-c", "print('{}'); raise SystemExit(3)"])


def run_script(name: str, *words: str) -> str:
    before = results.RESULTS.read_bytes()
    done = subprocess.run(
        [sys.executable, BENCHMARKS / name, *words], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert results.RESULTS.read_bytes() == before
    return done.stdout


@pytest.mark.skipif(len(os.sched_getaffinity(0)) < 2, reason="it compares two cores with one")
def test_reparse_runs():
    told = run_script("reparse.py", "--quick", "--pages", "20")
    assert "Rostrum, two cores" in told
    assert "20 pages: memory < 500 MiB" in told


def test_growth_runs():
    told = run_script("growth.py", "--quick", "--pages", "10,20")
    assert "time a page of 10 to 20 pages" in told
    assert "| publish" in told


def test_limits_run():
    told = run_script("limits.py", "--quick", "--pages", "60")
    assert told.count("| parse ") == 2
    assert "all, one after another" in told
