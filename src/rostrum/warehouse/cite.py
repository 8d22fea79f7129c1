"""Where a quote stands: the facts of a citation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rostrum.errors import UsageError
from rostrum.warehouse.query import query

if TYPE_CHECKING:
    from rostrum.settings import Settings

CITED = """
select
    quotes.text,
    quotes.speaker_name,
    quotes.position,
    quotes.session_title,
    quotes.event_name,
    quotes.published_on,
    quotes.page_url,
    quotes.revision_sha256,
    quotes.char_start,
    quotes.char_end,
    records.warc_file,
    records.warc_offset,
    records.warc_length,
    records.archived_at
from quotes
left join raw.archive_records as records
    on records.body_sha256 = quotes.revision_sha256 and records.record_type = 'response'
where quotes.quote_id = ?
order by records.archived_at
limit 1
"""


def cite(settings: Settings, quote_id: str) -> dict[str, Any]:
    """The facts of one quote, by column.

    Raises:
        UsageError: no quote has this id.
    """
    answer = query(settings, CITED, [quote_id])
    if not answer.rows:
        raise UsageError(
            f"No quote has the id {quote_id!r}; "
            '`rostrum sql "select quote_id, text from quotes"` lists them.'
        )
    return dict(zip(answer.columns, answer.rows[0], strict=True))
