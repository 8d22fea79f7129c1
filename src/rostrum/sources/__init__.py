"""The sources: one module per site, each with a `SOURCE`, found by itself."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from rostrum.errors import UsageError
from rostrum.sources.source import NO_HINTS, Hints, PageRule, Promise, Source

__all__ = [
    "NO_HINTS",
    "WEB",
    "Hints",
    "PageRule",
    "Promise",
    "Source",
    "all_sources",
    "find_source",
    "source_of",
]

WEB = "web"
"""The source of pages that no source claims."""


@cache
def all_sources() -> dict[str, Source]:
    """Every source by its name, in the order of the names."""
    modules = (
        importlib.import_module(f"{__name__}.{found.name}")
        for found in pkgutil.iter_modules(__path__)
    )
    sources = [module.SOURCE for module in modules if hasattr(module, "SOURCE")]
    return {source.name: source for source in sorted(sources, key=lambda source: source.name)}


def find_source(name: str) -> Source:
    """The source of this name.

    Raises:
        UsageError: there is none.
    """
    try:
        return all_sources()[name]
    except KeyError:
        known = ", ".join(all_sources())
        raise UsageError(f"There is no source {name!r}. Known sources: {known}.") from None


def source_of(url: str) -> Source | None:
    """The source that claims a page, or None."""
    return next((source for source in all_sources().values() if source.is_page(url)), None)
