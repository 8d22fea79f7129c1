"""A backfill takes what is not there yet, from some listing pages, and goes on where it stopped."""

from __future__ import annotations

import asyncio

from rostrum.pipeline import Scope, ingest
from rostrum.settings import Settings
from rostrum.warehouse.query import query


def backfill(settings: Settings, **scope) -> int:
    """How many pages it took."""
    chosen = Scope(full=True, skips_known=True, **scope)
    return asyncio.run(ingest(["sample"], settings, scope=chosen)).found


def pages(settings: Settings) -> int:
    return query(settings, "select count(*) from pages").rows[0][0]


def test_it_goes_on_where_it_stopped(tmp_path):
    settings = Settings(home=tmp_path / "home")
    assert 4 == backfill(settings, limit=4, batch_pages=3)
    assert 4 == pages(settings)
    assert 4 == backfill(settings, limit=4)
    assert 8 == pages(settings)
    assert 11 == backfill(settings)
    assert 19 == pages(settings)
    assert 0 == backfill(settings)


def test_only_some_listing_pages_count(tmp_path):
    first, others = Settings(home=tmp_path / "first"), Settings(home=tmp_path / "others")
    taken = backfill(first, listings=range(1, 2))
    assert 0 < taken < 19
    assert 19 - taken == backfill(others, listings=range(2, 1001))
    assert 19 - taken == backfill(first)
