"""The parameters that flows share: what the UI's form offers, and what it refuses.

What each means stands in the flows' docstrings: Prefect takes the form's help from there.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from rostrum.sources import all_sources

SourceName = StrEnum("SourceName", {name: name for name in all_sources()})  # type: ignore[misc]
"""The sources that are known, as a choice."""

Url = Annotated[str, Field(pattern="^https?://", max_length=2000)]
FolderName = Annotated[str, Field(pattern="^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$")]
Count = Annotated[int, Field(ge=1)]
UpToThousand = Annotated[int, Field(ge=1, le=1000)]
