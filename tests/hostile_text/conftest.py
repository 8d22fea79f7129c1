"""Two homes full of hostile text, made once."""

from __future__ import annotations

import pytest
from tests.conftest import Command
from tests.hostile_text.home import load_everywhere, served_page
from tests.test_visits import answering

from rostrum.settings import Settings


@pytest.fixture(scope="session")
def served(tmp_path_factory) -> Command:
    """A home into which a page was ingested, and once more when it had been edited."""
    command = Command(tmp_path_factory.mktemp("served") / "home")
    answers = {}
    with answering(answers) as (url, _):
        for is_edited in (False, True):
            answers["/page"] = (200, {}, served_page(is_edited=is_edited))
            done = command("ingest", f"{url}/page")
            assert (0, "") == (done.returncode, done.stderr)
    return command


@pytest.fixture(scope="session")
def everywhere(tmp_path_factory) -> Command:
    """A home in whose tables every text is hostile; it has no archive."""
    command = Command(tmp_path_factory.mktemp("everywhere") / "home")
    load_everywhere(Settings(home=command.home))
    return command
