"""What the snapshot knows of one statement: its words, who said them, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rostrum.errors import UsageError
from rostrum.warehouse.ledger import archived_bodies
from rostrum.warehouse.snapshot import open_snapshot

if TYPE_CHECKING:
    from datetime import date, datetime

    from rostrum.settings import Settings
    from rostrum.warehouse.ledger import ArchivedRecord

CITED = """
with statements as (
    select
        quote_id as id,
        text,
        speaker_name,
        position,
        session_title as title,
        event_name,
        published_on,
        page_url,
        language,
        revision_sha256,
        spans
    from quotes
    union all by name
    select
        speech_id as id,
        text,
        speaker_name,
        position,
        title,
        published_on,
        page_url,
        language,
        revision_sha256,
        [{'char_start': char_start, 'char_end': char_end}] as spans
    from speeches
)

select
    statements.*,
    (
        select min(fetches.fetched_at)
        from raw.fetches as fetches
        where
            fetches.page_url = statements.page_url
            and fetches.body_sha256 = statements.revision_sha256
    ) as fetched_at
from statements
where starts_with(id, $id)
order by id
limit 2
"""


@dataclass(frozen=True, slots=True)
class Statement:
    """A quote or a speech.

    Attributes:
        title: its page's.
        spans: where its words stand in the canonical text.
        fetched_at: when the body that holds it was first fetched from its page.
    """

    id: str
    text: str
    speaker_name: str | None
    position: str | None
    title: str | None
    event_name: str | None
    published_on: date | None
    page_url: str
    language: str | None
    revision_sha256: str
    spans: list[dict[str, int]]
    fetched_at: datetime | None

    @property
    def speaker(self) -> str:
        """The speaker's name and position, as printed."""
        return ", ".join(part for part in (self.speaker_name, self.position) if part)


def find_statement(settings: Settings, prefix: str) -> tuple[Statement, ArchivedRecord | None]:
    """The statement whose id begins so, and the record of the archive that holds its page.

    Raises:
        HomeError: nothing is published.
        UsageError: no id begins so, or several do.
    """
    with open_snapshot(settings) as connection:
        found: list[tuple[Any, ...]] = connection.execute(CITED, {"id": prefix}).fetchall()
        if not found or not prefix:
            raise UsageError(
                f"No quote or speech has the id {prefix!r}; "
                '`rostrum sql "select quote_id, text from quotes"` lists them.'
            )
        if len(found) > 1:
            raise UsageError(f"Several ids begin with {prefix!r}: write more of it.")
        statement = Statement(*found[0])
        records = archived_bodies(connection, [statement.revision_sha256])
    return statement, records.get(statement.revision_sha256)
