"""The good pages that are spoilt: the bundled site, the fixtures, and generated ones."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from rostrum.sources import find_source
from tests.generator import sample_pages

FIXTURES = Path(__file__).parents[1] / "fixtures"
GENERATED = 120
GENERATOR_SEED = 20_000


@cache
def seed_pages() -> tuple[bytes, ...]:
    """Every page, in the same order everywhere."""
    folder = find_source("sample").folder
    assert folder
    files = [*sorted(folder.rglob("*.html")), *sorted(FIXTURES.rglob("*.html"))]
    generated = sample_pages(GENERATED, GENERATOR_SEED)
    return (*(file.read_bytes() for file in files), *(page.body for page in generated))
