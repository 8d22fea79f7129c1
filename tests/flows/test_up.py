"""`rostrum up` with everything real: server, runner, runs, and the end of all of it."""

from __future__ import annotations

import base64
import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import httpx
import pytest
from tests.browser import a_browser, needs_chromium
from tests.conftest import LONG, ROSTRUM, Command
from tests.faults.gate import gated
from tests.flows.served import Served, free_port, serving, wait_until_up
from tests.hostile_text.corpus import SERVED
from tests.pages import Report

from rostrum.serving import QUIET
from rostrum.show import printable
from rostrum.sources import all_sources

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.timeout(600)
OTHERS = {"ingest-urls", "backfill", "reparse", "transform", "verify", "export", "check-sources"}
CRASHED_SECONDS = 180
KILLS = 10


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("served") / "home") as served:
        yield served


def test_every_flow_is_offered_and_explains_itself(served):
    found = served.deployments()
    assert found.keys() == {*all_sources(), *OTHERS}
    for name, one in found.items():
        assert one["description"], name
        assert "rostrum" in one["tags"]
        assert one["enforce_parameter_schema"]
        assert one["global_concurrency_limit"]["limit"] == 1
        for field, schema in one["parameter_openapi_schema"]["properties"].items():
            assert schema["description"], (name, field)
            assert schema.keys() & {"type", "anyOf", "$ref", "enum"}, (name, field)


def test_real_sites_wait_until_somebody_decides(served):
    found = served.deployments()
    for name, source in all_sources().items():
        (schedule,) = found[name]["schedules"]
        assert re.fullmatch(r"\d+ \d+ \* \* \*", schedule["schedule"]["cron"])
        assert schedule["schedule"]["timezone"] == "UTC"
        assert found[name]["paused"] == (source.folder is None)


@pytest.mark.parametrize(
    ("name", "parameters", "words"),
    [
        ("sample", {"source": "mars"}, "'mars' is not one of"),
        ("sample", {"limit": -1}, "-1 is less than the minimum of 1"),
        ("sample", {"full": "perhaps"}, "'perhaps' is not of type 'boolean'"),
        ("ingest-urls", {"urls": ["file:///etc/passwd"]}, "'file:///etc/passwd' does not match"),
        ("ingest-urls", {"urls": []}, "should be non-empty"),
        ("ingest-urls", {}, "'urls' is a required property"),
        ("backfill", {"source": "sample", "batch_size": 0}, "less than the minimum"),
        ("export", {"name": "../from_here"}, "does not match"),
        ("export", {"file_format": "docx"}, "'docx' is not one of"),
    ],
)
def test_nonsense_is_refused_before_a_run_starts(served, name, parameters, words):
    refused = served.start(name, **parameters)
    assert refused.status_code == 409
    assert words in refused.json()["detail"]


def test_a_run_of_the_sample_shows_what_it_did(served):
    run = served.run("sample", source="sample")
    assert (run["state"]["name"], run["name"]) == (
        "Completed",
        f"ingest sample {datetime.now(UTC):%Y-%m-%d}",
    )
    assert [{"n": 103}] == served.command.json("select count(*) as n from quotes")
    shown = served.artifacts(run["id"])
    for words in ("pages found", "new people", "quotes read: problems", "seconds: fetch"):
        assert words in shown["ingest-summary"]
    assert (served.command.home / "report.html").as_uri() in shown["report"]
    again = served.run("sample", source="sample")
    assert again["state"]["name"] == "Completed"
    assert '"new people", "count": "0"' in served.artifacts(again["id"])["ingest-summary"]


@pytest.mark.long(only=True)
def test_every_other_flow_runs(served):
    served.run("sample", source="sample")
    for name, parameters in (
        ("backfill", {"source": "sample", "last_listing": 1, "batch_size": 3}),
        ("reparse", {"dry_run": True}),
        ("reparse", {"sources": ["sample"]}),
        ("transform", {}),
        ("verify", {}),
        ("export", {"file_format": "jsonl", "name": "weekly"}),
        ("check-sources", {"sources": ["sample"]}),
    ):
        run = served.run(name, **parameters)
        assert run["state"]["name"] == "Completed", (name, run["state"])
    assert (served.command.home / "exports/weekly/datapackage.json").exists()
    (told,) = {served.artifacts(run["id"])["sources"]}
    assert '"verdict": "as it was"' in told


def test_pages_that_are_refused_name_the_run(tmp_path, served, site):
    home = served.command.home
    url = site.write("nothing.html", "<title>Nothing</title><p>Nothing is said here.</p>")
    run = served.run("ingest-urls", urls=[url, f"{site.url}/none.html"])
    assert (run["state"]["type"], run["state"]["name"]) == ("COMPLETED", "Quarantined")
    assert "http_404" in served.artifacts(run["id"])["ingest-issues"]
    assert home.exists()


SHOW = """
import asyncio, json, sys
from flows.tables import show_table
rows = json.loads(sys.stdin.read())
asyncio.run(show_table("hostile", ("page", "text"), rows, "Hostile text"))
"""
PIXEL = "http://127.0.0.1:9/pixel.png"
MARKDOWN = (
    f"![pixel]({PIXEL})",
    f"[a link](javascript:alert(1)) [another]({PIXEL}) [third][ref]",
    f"[ref]: {PIXEL}",
    f"<{PIXEL}> {PIXEL} www.example.com someone@example.com",
    "# heading", "- item", "1. item", "> said", "---", "===", "    code", "| a | b |", "- [ ] task",
    "*a* **b** _c_ __d__ ~~e~~ `f` ```g``` \\\\ \\* &lt; &#60;",
)  # fmt: skip


@needs_chromium
def test_what_pages_say_is_inert_in_the_ui(served):
    texts = [*MARKDOWN, *SERVED.values()]
    rows = [[f"https://lake.example/{number}/_a_*b*/![x]({PIXEL})", text]
            for number, text in enumerate(texts)]  # fmt: skip
    api = f"http://127.0.0.1:{served.port}/api"
    subprocess.run(
        [sys.executable, "-c", SHOW],
        env=served.command.environment(PREFECT_API_URL=api),
        input=json.dumps(rows),
        text=True,
        check=True,
    )
    found = served.ask("POST", "/artifacts/filter", json={}).json()
    (shown,) = [one for one in found if one["key"] == "hostile"]
    with a_browser() as browser:
        page = browser.new_page()
        asked, said = [], []
        page.on("request", lambda request: asked.append(request.url))
        page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
        page.goto(f"http://127.0.0.1:{served.port}/artifacts/artifact/{shown['id']}")
        table = page.locator(".artifact-data-table")
        table.locator("tbody tr").nth(len(texts) - 1).wait_for(timeout=60_000)
        cells = [row.locator("td") for row in table.locator("tbody tr").all()]
        printed = [" ".join(row.nth(1).inner_text().split()) for row in cells]
        links = [one.get_attribute("href") for one in table.locator("a").all()]
        page.wait_for_timeout(500)
        assert [" ".join(printable(text).split()) for text in texts] == printed
        assert all(link.startswith("https://lake.example/") for link in links)
        assert len(links) == len(texts)
        assert 0 == table.locator("img, iframe, script, svg image, form, code, pre, li, h1").count()
    assert [] == said
    own = f"http://127.0.0.1:{served.port}/"
    assert [] == [url for url in asked if not url.startswith((own, f"blob:{own}", "data:"))]


def test_status_tells_that_it_is_up_and_a_second_one_is_refused(served):
    served.run("sample", source="sample")
    told = served.command("status")
    assert (0, "") == (told.returncode, told.stderr)
    assert f"http://127.0.0.1:{served.port} (PID {served.process.pid})" in told.stdout
    assert "ingest sample" in told.stdout
    second = served.command("up", "--port", str(free_port()))
    assert (2, 1) == (second.returncode, len(second.stderr.splitlines()))
    assert f"PID {served.process.pid}" in second.stderr
    taken = Command(served.command.home.with_name("other"))("up", "--port", str(served.port))
    assert (2, 1) == (taken.returncode, len(taken.stderr.splitlines()))
    assert "--port" in taken.stderr


def family(pid: int) -> set[int]:
    """A process and all that descend from it."""
    found = {pid}
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in path.read_text().split():
            found |= family(int(child))
    return found


def is_gone(pid: int) -> bool:
    try:
        return ") Z " in Path(f"/proc/{pid}/stat").read_text()
    except FileNotFoundError:
        return True


@pytest.mark.long
@pytest.mark.parametrize("way", ["SIGTERM", "SIGINT", "down", "SIGKILL"] if LONG else ["down"])
def test_nothing_of_it_is_left(tmp_path, way):
    home = tmp_path / "home"
    with serving(home) as served:
        pids = family(served.process.pid)
        assert len(pids) >= 2
        if way == "down":
            assert "Stopped" in served.command("down").stdout
        else:
            os.kill(served.process.pid, getattr(signal, way))
        status = served.process.wait(60)
        assert status == (-signal.SIGKILL if way == "SIGKILL" else 0), served.log.read_text()
        until = time.monotonic() + 20
        while not all(map(is_gone, pids)) and time.monotonic() < until:
            time.sleep(0.1)
        assert all(map(is_gone, pids))
        assert "Traceback" not in served.log.read_text()
    assert "Nothing is up" in served.command("down").stdout


def kill_one(served: Served, before: str | None = None) -> None:
    """Kill a run in its middle; it crashes by itself, and the next one does all of its work."""
    with gated() as gate:
        started = served.start("ingest-urls", urls=[gate.url]).json()
        assert gate.asked.wait(60)
        os.kill(served.process_of(started["id"]), signal.SIGKILL)
        run = served.end_of(started["id"], CRASHED_SECONDS)
        assert run["state"]["type"] == "CRASHED", run["state"]
        gate.open.set()
        assert served.run("ingest-urls", urls=[gate.url])["state"]["name"] == "Completed"
    assert served.command("verify").returncode == 0


@pytest.mark.long(only=True)
@pytest.mark.timeout(3000)
def test_a_killed_run_crashes_by_itself_and_the_next_one_goes_on(tmp_path):
    with serving(tmp_path / "home") as served:
        for _ in range(KILLS):
            kill_one(served)
        assert [{"n": KILLS}] == served.command.json("select count(*) as n from pages")


@pytest.mark.long(only=True)
def test_a_run_whose_runner_dies_too_crashes_by_its_silence(tmp_path):
    home, port = tmp_path / "home", free_port()
    log = tmp_path / "up.log"
    api = {"PREFECT_API_URL": f"http://127.0.0.1:{port}/api"}
    with a_server_alone(tmp_path, port), gated() as gate, log.open("wb") as out:
        command = Command(home)
        runner = subprocess.Popen(
            [ROSTRUM, "up"], env=command.environment(**api), stdout=out, stderr=out
        )
        wait_until_up(runner, log)
        served = Served(command, runner, port, log)
        started = served.start("ingest-urls", urls=[gate.url]).json()
        assert gate.asked.wait(60)
        runner.kill()  # the run dies with it: nobody is left to say so
        runner.wait()
        run = served.end_of(started["id"], CRASHED_SECONDS)
        assert run["state"]["type"] == "CRASHED"
        assert "no sign of life" in run["state"]["message"]


@contextmanager
def a_server_alone(folder: Path, port: int) -> Iterator[None]:
    """A Prefect server that no runner of ours lives with."""
    environment = os.environ | QUIET | {"PREFECT_HOME": str(folder / "prefect")}
    command = [ROSTRUM.with_name("prefect"), "server", "start", "--port", str(port)]
    log = folder / "server.log"
    with (
        log.open("wb") as out,
        subprocess.Popen(
            command, env=environment, stdout=out, stderr=out, start_new_session=True
        ) as server,
    ):
        try:
            until = time.monotonic() + 120
            health = f"http://127.0.0.1:{port}/api/health"
            while not is_healthy(health):
                assert server.poll() is None and time.monotonic() < until, log.read_text()
                time.sleep(0.3)
            yield
        finally:
            os.killpg(server.pid, signal.SIGTERM)


def is_healthy(url: str) -> bool:
    try:
        return httpx.get(url, trust_env=False).is_success
    except httpx.HTTPError:
        return False


@pytest.mark.long(only=True)
@pytest.mark.timeout(900)
def test_a_schedule_of_ten_seconds_leaves_what_one_run_leaves(tmp_path):
    once = Command(tmp_path / "once")
    assert once("ingest", "sample").returncode == 0
    with serving(tmp_path / "home") as served:
        one = served.deployments()["sample"]
        every = {"schedule": {"interval": 10}, "active": True}
        assert served.ask("POST", f"/deployments/{one['id']}/schedules", json=[every]).is_success
        time.sleep(180)
        served.ask("POST", f"/deployments/{one['id']}/pause_deployment")
        runs = served.ask("POST", "/flow_runs/filter", json={}).json()
        begun = [run for run in runs if run["start_time"]]
        ended = [served.end_of(run["id"]) for run in begun]
        assert len(ended) >= 5
        assert {"Completed"} == {run["state"]["name"] for run in ended}
        spans = sorted((run["start_time"], run["end_time"]) for run in ended)
        assert all(one[1] <= other[0] for one, other in pairwise(spans))
        assert once("fingerprint").stdout == served.command("fingerprint").stdout


@pytest.mark.long(only=True)
def test_a_server_that_dies_during_a_run_leaves_the_run_alone(tmp_path):
    server_home, home = tmp_path / "server", tmp_path / "home"
    with gated() as gate, serving(server_home) as served:
        command = Command(home)
        run = command.start(
            "ingest", gate.url, "--prefect", PREFECT_API_URL=f"http://127.0.0.1:{served.port}/api"
        )
        assert gate.asked.wait(60)
        served.process.kill()
        time.sleep(3)
        with subprocess.Popen(
            [ROSTRUM, "up", "--port", str(served.port)],
            env=served.command.environment(),
            stdout=served.log.open("wb"),
            stderr=subprocess.STDOUT,
        ) as again:
            wait_until_up(again, served.log)
            gate.open.set()
            _, said = run.communicate(timeout=200)
            again.terminate()
        assert run.returncode in {0, 1}, said
        assert "Traceback" not in said
        assert command("ingest", gate.url).returncode == 0
        assert [{"n": 3}] == command.json("select count(*) as n from quotes")


def test_a_configured_server_that_does_not_answer_is_one_line(tmp_path):
    command = Command(tmp_path / "home")
    began = time.monotonic()
    done = command("up", PREFECT_API_URL=f"http://127.0.0.1:{free_port()}/api")
    assert time.monotonic() - began < 60
    assert (1, 1) == (done.returncode, len(done.stderr.splitlines())), done.stderr
    assert "does not answer" in done.stderr
    beside = command("up", "--port", "4999", PREFECT_API_URL="http://127.0.0.1:1/api")
    assert (2, 1) == (beside.returncode, len(beside.stderr.splitlines()))


@pytest.mark.parametrize(
    ("arguments", "environment", "words"),
    [
        ((), {"PREFECT_SERVER_API_PORT": "many"}, "PREFECT_SERVER_API_PORT"),
        (("--time-zone", "Mars/Olympus"), {}, "Mars/Olympus"),
        (("--host", "203.0.113.7"), {}, "203.0.113.7"),
    ],
)
def test_what_cannot_be_served_is_one_line(tmp_path, arguments, environment, words):
    done = Command(tmp_path / "home")("up", *arguments, **environment)
    assert (2, 1) == (done.returncode, len(done.stderr.splitlines())), done.stderr
    assert words in done.stderr


class Hook(BaseHTTPRequestHandler):
    """A webhook: keeps what it is told."""

    told: ClassVar[list[dict[str, object]]] = []

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.told.append(json.loads(body))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.mark.long(only=True)
def test_a_webhook_is_told_and_a_password_is_asked_for(tmp_path, site):
    hostile = '"}, {{ event.id }} <img src=http://evil.example/x>'
    page = Report().html.replace("“", "").replace("”", "").replace("The session was", hostile)
    url = site.write("quoteless.html", page)
    password = base64.b64encode(b"editor:secret").decode()
    with ThreadingHTTPServer(("127.0.0.1", 0), Hook) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        hook = f"http://127.0.0.1:{server.server_port}/hook"
        secret = {"PREFECT_SERVER_API_AUTH_STRING": "editor:secret"}
        with serving(tmp_path / "home", ROSTRUM_WEBHOOK=hook, **secret) as served:
            assert served.ask("POST", "/deployments/filter", json={}).status_code == 401
            served.headers["Authorization"] = f"Basic {password}"
            run = served.run("ingest-urls", urls=[url])
            assert run["state"]["name"] == "Quarantined"
            until = time.monotonic() + 60
            while not Hook.told and time.monotonic() < until:
                time.sleep(0.2)
        server.shutdown()
    (told,) = Hook.told
    assert told["event"] == "rostrum.run.quarantined"
    assert told["details"]["codes"] == {"no_quotes": 1}


def test_stopped_while_a_run_is_being_started_all_of_it_ends(tmp_path):
    with serving(tmp_path / "home") as served:
        one = served.deployments()["sample"]
        for _ in range(4):
            served.ask("POST", f"/deployments/{one['id']}/create_flow_run", json={})
        until = time.monotonic() + 60
        while "Downloading flow code" not in served.log.read_text() and time.monotonic() < until:
            time.sleep(0.05)
        served.process.terminate()
        assert served.process.wait(45) == 0
