"""What the ledger says lies in the archive, read from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rostrum.archive_files import body_of
from rostrum.archive_rows import entry_of
from rostrum.reading import read

if TYPE_CHECKING:
    from rostrum.settings import Settings
    from rostrum.warehouse.ledger import ArchivedRecord


def text_of(settings: Settings, record: ArchivedRecord) -> str:
    """The canonical text of an archived body, read anew.

    Raises:
        RostrumError: the bytes are damaged, cannot be reached, or are no page.
    """
    return read(body_of(settings, entry_of(record)), record.content_type).text
