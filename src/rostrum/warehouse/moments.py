"""Moments as DuckDB gives them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def at(microseconds: int) -> datetime:
    """A moment by `epoch_us`; DuckDB's own timestamps take Python much longer to read."""
    return EPOCH + timedelta(microseconds=microseconds)
