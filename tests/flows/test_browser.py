"""A person in the Prefect UI: form, Run, Completed, summary; `make test-long` takes pictures."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect
from tests.browser import a_browser, needs_chromium
from tests.conftest import REPOSITORY
from tests.flows.served import serving

pytestmark = [pytest.mark.timeout(600), needs_chromium]
SECONDS = 60_000
PICTURES = REPOSITORY / "docs/pictures"


@pytest.fixture
def page():
    with a_browser() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 1100})
        page.set_default_timeout(SECONDS)
        yield page


@pytest.mark.long(only=True)
def test_a_click_on_run_brings_rows(page, tmp_path):
    hosts = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).hostname))
    with serving(tmp_path / "home") as served:
        page.goto(f"http://127.0.0.1:{served.port}")
        page.get_by_role("button", name="Not now").click()  # another UI is offered, once
        page.locator("a", has_text="Deployments").first.click()
        page.locator("a", has_text="sample").first.click()
        page.get_by_role("button", name="Run", exact=True).click()
        page.get_by_text("Custom run").first.click()
        expect(page.get_by_text("The site to read.")).to_be_visible(timeout=SECONDS)
        expect(page.get_by_text("At most so many pages.")).to_be_visible()
        page.screenshot(path=PICTURES / "deployment-form.png")
        page.get_by_role("button", name="Submit").click()
        page.wait_for_url(re.compile("tab=Runs"))
        runs = served.ask("POST", "/flow_runs/filter", json={}).json()
        (run,) = [one for one in runs if not one["auto_scheduled"]]
        assert served.end_of(run["id"])["state"]["name"] == "Completed"
        page.goto(f"http://127.0.0.1:{served.port}/runs/flow-run/{run['id']}")
        expect(page.get_by_text("Completed").first).to_be_visible(timeout=SECONDS)
        page.goto(f"http://127.0.0.1:{served.port}/artifacts/key/ingest-summary")
        expect(page.get_by_text("ingest-summary").first).to_be_visible(timeout=SECONDS)
        found = served.ask("POST", "/artifacts/filter", json={}).json()
        (summary,) = [one for one in found if one["key"] == "ingest-summary"]
        page.goto(f"http://127.0.0.1:{served.port}/artifacts/artifact/{summary['id']}")
        expect(page.get_by_text("pages found").first).to_be_visible(timeout=SECONDS)
        page.screenshot(path=PICTURES / "summary.png")
        assert [{"n": 103}] == served.command.json("select count(*) as n from quotes")
    assert hosts <= {"127.0.0.1", None}  # none: what the page holds itself (data:)
