"""Versions are held still, and those known to be bad are refused (fault 54)."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

from tests.conftest import REPOSITORY

PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())
LOCKS = ("requirements.lock", "requirements-dev.lock", "benchmarks/requirements.lock")
BAD = {
    "duckdb": ("1.4.4", "3.0.0"),
    "fastapi": ("0.151.0", "0.160.0", "1.0.0"),
    "soupsieve": ("2.8", "4.0.0"),
    "sqlalchemy": ("2.1.0", "2.1.9", "3.0.0"),
    "httpx": ("0.28.0", "0.29.0", "1.0.0"),
    "prefect": ("3.8.7", "4.0.0"),
    "beautifulsoup4": ("4.14.3", "5.0.0"),
}


def requirements() -> dict[str, Requirement]:
    found = map(Requirement, PROJECT["project"]["dependencies"])
    return {requirement.name: requirement for requirement in found}


def entries(lock: str) -> list[str]:
    """Each requirement of a lock with all its lines."""
    text = (REPOSITORY / lock).read_text()
    return [entry for entry in re.split(r"\n(?=\S)", text.strip()) if not entry.startswith("#")]


def locked(lock: str) -> dict[str, Version]:
    pairs = (re.match(r"([\w.-]+)(?:\[[^]]*\])?==([\w.!+-]+)", entry) for entry in entries(lock))
    return {pair[1]: Version(pair[2]) for pair in pairs if pair}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_requirement_of_a_lock_is_one_version_with_hashes(lock):
    assert len(entries(lock)) > 10
    for entry in entries(lock):
        assert re.match(r"[\w.-]+(\[[^]]*\])?==[\w.!+-]+( ; [^\n]+)? \\\n", entry), entry
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry), entry


@pytest.mark.parametrize("lock", LOCKS)
def test_no_lock_holds_an_address(lock):
    assert not re.search(
        r"https?://|--(extra-)?index-url|--find-links|@ ", (REPOSITORY / lock).read_text()
    )


@pytest.mark.parametrize("name", BAD)
def test_versions_known_to_be_bad_are_refused(name):
    allowed = requirements()[name].specifier
    assert [] == [version for version in BAD[name] if allowed.contains(version)]
    assert allowed.contains(locked("requirements.lock")[name])


def test_what_is_locked_is_what_is_asked_for():
    versions = locked("requirements.lock")
    for name, requirement in requirements().items():
        assert requirement.specifier.contains(versions[name]), name
    held = map(Requirement, PROJECT["tool"]["uv"]["constraint-dependencies"])
    for requirement in held:
        assert requirement.specifier.contains(versions[requirement.name]), requirement.name
        # Analysts' tools are of this line, and 2.0.0 aborts when the interpreter ends.
        assert not requirement.specifier.contains("2.0.0")
    assert "duckdb" in {
        Requirement(one).name for one in PROJECT["tool"]["uv"]["constraint-dependencies"]
    }
