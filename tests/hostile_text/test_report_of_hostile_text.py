"""The report in a real browser: hostile text is text, nothing is loaded, nothing runs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from tests.browser import a_browser, needs_chromium
from tests.test_visits import answering

from rostrum.picture.write import render
from rostrum.settings import Settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.timeout(300), needs_chromium]
WRITTEN_AT = datetime(2026, 11, 25, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def browser():
    with a_browser() as browser:
        yield browser


@dataclass
class Seen:
    """What a page did while it was open."""

    page: Page
    requests: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


def opened(browser: Browser, path, **context) -> Seen:
    """The page, open, with all that it asks for and says noted."""
    page = browser.new_context(**context).new_page()
    seen = Seen(page)
    page.on("request", lambda request: seen.requests.append(request.url))
    page.on("console", lambda message: seen.said.append(message.text))
    page.on("pageerror", lambda error: seen.said.append(str(error)))
    page.on("popup", lambda popup: seen.said.append(f"popup {popup.url}"))
    page.on("dialog", lambda dialog: (seen.said.append(dialog.message), dialog.dismiss()))
    page.goto(path.as_uri())
    page.mouse.move(200, 200)
    page.wait_for_timeout(200)
    return seen


@pytest.fixture(scope="module", params=["served", "everywhere"])
def report(request, tmp_path_factory):
    """A command, and the report that it wrote of its home."""
    command = request.getfixturevalue(request.param)
    path = tmp_path_factory.mktemp("report") / "report.html"
    done = command("report", str(path))
    assert (0, "") == (done.returncode, done.stderr)
    return command, path


def test_nothing_is_loaded_and_nothing_runs(report, browser):
    _, path = report
    seen = opened(browser, path)
    assert [path.as_uri()] == seen.requests
    assert [] == seen.said
    assert re.fullmatch(r"Who said what: \d+ quotes", seen.page.title())
    active = "script, iframe, object, embed, img, link, base, form, input, button, audio, video"
    assert 0 == seen.page.locator(active).count()
    assert 1 == seen.page.locator("style").count()
    handlers = "[...document.querySelectorAll('*')].flatMap(e => e.getAttributeNames())"
    names = set(seen.page.evaluate(handlers))
    assert not [name for name in names if name.startswith("on") or name in {"style", "src"}]
    links = seen.page.eval_on_selector_all("a", "all => all.map(a => a.getAttribute('href'))")
    assert links
    assert [] == [link for link in links if not re.match("https?://", link)]


def test_the_policy_stops_what_a_hole_would_let_through(report, browser, tmp_path):
    _, path = report
    spoilt = tmp_path / "spoilt.html"
    with answering({}) as (url, asked):
        holes = (
            "<script>document.title = 'owned'</script><img src=x onerror=\"document.title = 'no'\">"
            f"<img src={url}/a.png><link rel=stylesheet href={url}/b.css><iframe src={url}/c>"
            f"</iframe><style>body {{ display: none }} @import url({url}/d.css);</style>"
        )
        spoilt.write_text(path.read_text().replace("<main>", f"<main>{holes}"))
        seen = opened(browser, spoilt)
        assert {} == asked
    assert seen.page.title().startswith("Who said what")
    assert seen.page.locator("main").is_visible()
    assert len(seen.said) >= 6  # the policy's refusals


def texts(page: Page, selector: str) -> list[str]:
    return page.eval_on_selector_all(selector, "all => all.map(one => one.textContent)")


def as_drawn(text: str) -> str:
    return text.replace("\0", "\u2400")


def test_text_is_shown_to_the_letter(report, browser):
    command, path = report
    page = opened(browser, path).page
    speakers = command.json(
        "select name from speakers order by quote_count desc, page_count desc, name, person_id"
    )
    found = texts(page, "section[aria-labelledby=speakers] tbody th > bdi")
    assert found
    expected = [as_drawn(row["name"])[:500] for row in speakers[:12]]
    assert expected == found
    edits = command.json("select before, after from quote_changes")
    pairs = {(as_drawn(row["before"])[:500], as_drawn(row["after"])[:500]) for row in edits}
    words = page.eval_on_selector_all(
        ".edits .words",
        "all => all.map(one => { const parts = [...one.querySelectorAll('bdi')];"
        "const without = tag => parts.filter(p => p.parentNode.localName !== tag)"
        ".map(p => p.textContent).join(''); return [without('ins'), without('del')]; })",
    )
    assert len(words) == 12
    assert {tuple(pair) for pair in words} <= pairs


def test_issues_and_events_are_shown_to_the_letter(everywhere, browser, tmp_path):
    path = tmp_path / "report.html"
    assert everywhere("report", str(path)).returncode == 0
    page = opened(browser, path).page
    details = {row["detail"] for row in everywhere.json("select detail from issues")}
    shown = texts(page, "section[aria-labelledby=sources] td:nth-child(2) > bdi")
    assert len(shown) == 20
    assert set(shown) <= {as_drawn(detail)[:500] for detail in details}
    events = {row["name"] for row in everywhere.json("select name from events")}
    names = texts(page, "section[aria-labelledby=events] tbody th > bdi")
    assert len(names) == 15
    assert set(names) <= {as_drawn(name)[:500] for name in events}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1200])
def test_it_fits_any_screen(report, browser, scheme, width):
    _, path = report
    seen = opened(browser, path, color_scheme=scheme, viewport={"width": width, "height": 800})
    assert width == seen.page.evaluate("document.documentElement.scrollWidth")
    assert seen.page.evaluate(CONTRASTS) >= 4.5


CONTRASTS = """
() => {
  const channel = c => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  const light = rgb => { const [r, g, b] = rgb.match(/[\\d.]+/g).map(Number).map(channel);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const behind = e => { for (; e; e = e.parentElement) {
    const c = getComputedStyle(e).backgroundColor; if (!/, 0\\)$/.test(c)) return c; } };
  return Math.min(...[...document.querySelectorAll('body *')]
    .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
    .filter(e => !e.closest('svg') && !e.closest('.hidden'))
    .map(e => { const a = light(getComputedStyle(e).color), b = light(behind(e));
      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05); }));
}
"""
"""The least contrast between a text and what is behind it, as WCAG counts it."""


def test_charts_have_names_and_numbers(report, browser):
    page = opened(browser, report[1]).page
    assert page.eval_on_selector_all(
        "svg", "all => all.every(one => one.closest('[aria-hidden=true]') || one.ariaLabel)"
    )
    assert page.eval_on_selector_all(
        "table", "all => all.every(one => one.caption && one.querySelector('th[scope=col]'))"
    )
    assert "en" == page.evaluate("document.documentElement.lang")
    assert 1 == page.locator("h1").count()


def test_the_same_snapshot_gives_the_same_page(everywhere):
    settings = Settings(home=everywhere.home)
    page = render(settings, WRITTEN_AT)
    assert page == render(settings, WRITTEN_AT)
    later = render(settings, WRITTEN_AT.replace(hour=13))
    assert page == later.replace("T13:00:00Z", "T12:00:00Z").replace("13:00 UTC", "12:00 UTC")
