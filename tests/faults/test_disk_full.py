"""A full disk, at every stage: one line, the old snapshot, and all of it when there is room."""

from __future__ import annotations

import re
import subprocess
from functools import partial

import pytest

from rostrum.settings import Settings
from tests.conftest import LONG, ROSTRUM
from tests.crash.judge import snapshot_print
from tests.crash.lanes import in_lanes
from tests.crash.scenario import targets
from tests.crash.site import Visitor
from tests.faults.full import BEGIN, Full, try_full
from tests.faults.peace import QUARANTINED, in_peace

STAGES = "discover archive load transform publish".split()
SIZES = (0, 20_000) if LONG else (20_000,)
SIZES_AT_FIRST = (0, 1_000, 300_000, 900_000) if LONG else (300_000,)
ROOMS = (0, 4_096, 16_384, 65_536, 600_000, 2_000_000, 4_000_000) if LONG else (65_536,)


@pytest.fixture(scope="module")
def peace(tmp_path_factory):
    with in_peace(tmp_path_factory.mktemp("peace"), visits=2) as peace:
        yield peace


@pytest.mark.long
@pytest.mark.timeout(600)
def test_a_full_disk_is_one_line_and_nothing_is_lost(peace, tmp_path):
    cases = [Full(1, stage, size) for stage in STAGES for size in SIZES]
    cases += [Full(step, BEGIN, size) for step in (0, 1) for size in SIZES_AT_FIRST]
    work = partial(try_full, peace.prepared, tmp_path)
    outcomes = list(in_lanes(work, cases, lanes=2))
    assert [] == [outcome for outcome in outcomes if outcome.faults]
    assert all(outcome.is_snapshot_whole for outcome in outcomes)
    failed = [outcome for outcome in outcomes if outcome.ended.status]
    assert {*STAGES, BEGIN} == {outcome.full.stage for outcome in failed}
    for outcome in failed:
        said = outcome.ended.words
        assert (1, 1) == (outcome.ended.status, len(said.splitlines())), outcome
        assert re.match(rf"rostrum: .*{tmp_path}.*[\d,]+ bytes", said), outcome


TRY_FULL = """
set -e
mount -t tmpfs -o size=256m none "$ROSTRUM_HOME"
cp -r "$1/." "$ROSTRUM_HOME"
room=$2
shift 2
free=$(df --output=avail -B1 "$ROSTRUM_HOME" | tail -1)
head -c $((free - room)) /dev/zero > "$ROSTRUM_HOME/.filler"
status=0
"$@" || status=$?
rm "$ROSTRUM_HOME/.filler"
cp -r "$ROSTRUM_HOME/." "$FULL"
"$@" || test $? = 3
cp -r "$ROSTRUM_HOME/." "$ROOMY"
exit $status
"""


@pytest.mark.long
@pytest.mark.timeout(600)
@pytest.mark.parametrize("room", ROOMS)
def test_a_full_file_system(peace, command, tmp_path, room):
    if subprocess.run(["unshare", "-rm", "true"], check=False).returncode:
        pytest.skip("no file system can be mounted here: only limits on files are tested")
    command.home.mkdir()
    full, roomy = tmp_path / "full", tmp_path / "roomy"
    for folder in (full, roomy):
        folder.mkdir()
    contact = Visitor("peace", 0, peace.last.step.visit).contact
    arguments = [str(peace.last.home), str(room), ROSTRUM, "ingest", "--full", *targets()]
    done = subprocess.run(
        ["unshare", "-rm", "bash", "-c", TRY_FULL, "bash", *arguments],
        env=command.environment(ROSTRUM_CONTACT=contact, FULL=str(full), ROOMY=str(roomy)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert peace.faults(roomy) == []
    seen = snapshot_print(Settings(home=full))
    assert seen in (peace.last.before, peace.last.after.of_readers())
    if done.returncode != QUARANTINED:
        first = done.stderr.splitlines()[0]
        assert done.returncode == 1
        assert re.match(rf"rostrum: .*{command.home}.*[\d,]+ bytes", first), first
    assert "Traceback" not in done.stderr
