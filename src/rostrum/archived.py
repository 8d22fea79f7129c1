"""What the ledger says lies in the archive, read from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rostrum.archive import read_body
from rostrum.archive_rows import entry_of
from rostrum.reading import read

if TYPE_CHECKING:
    from rostrum.settings import Settings
    from rostrum.warehouse.ledger import ArchivedRecord


def text_of(settings: Settings, record: ArchivedRecord) -> str:
    """The canonical text of an archived body, read anew.

    Raises:
        RostrumError: the bytes are damaged, or are no page.
    """
    return read(read_body(settings.archive, entry_of(record)), record.content_type).text
