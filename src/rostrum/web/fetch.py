"""A fetch: one attempt to get one URL, and all that is known of it afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from rostrum.errors import PageError

if TYPE_CHECKING:
    from datetime import datetime

Outcome = Literal["new", "unchanged", "gone", "refused", "failed"]

# Answers that may be another one soon.
TRANSIENT = frozenset({429, *range(500, 600)})


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave with a body, to ask later whether it is still the same (RFC 9110, 8.8)."""

    etag: str | None
    last_modified: str | None


@dataclass(frozen=True, slots=True)
class Fetch:
    """One attempt to get one URL.

    Attributes:
        url: as asked for, not normalized.
        final_url: where the redirects led; the URL itself where there were none.
        redirects: URLs passed through, in order, without the final one.
        outcome: `new` a whole body came with 200; `unchanged` 304; `gone` 404 or 410; `refused`
            the site or we said no (robots.txt, 401, 403, 451, address, scheme, size); `failed`
            all else.
        status: of the last answer; None when none came.
        headers: of the last answer, as sent.
        content_type: the header of that name, as sent.
        body: the bytes without their content coding, only with the outcome `new`.
        wire_bytes: body bytes received, over all redirects and retries, still encoded.
        elapsed_ms: milliseconds on the network, over all redirects and retries; waiting out of
            politeness is not counted.
        fetched_at: when the attempt that counted began, UTC.
        etag: the validator to send next time.
        last_modified: the other one.
        error_code: a short stable word; None with the outcomes `new` and `unchanged`.
        error_detail: a sentence for a person: what, where, what next.
    """

    url: str
    final_url: str
    redirects: tuple[str, ...]
    outcome: Outcome
    status: int | None
    headers: tuple[tuple[str, str], ...]
    content_type: str | None
    body: bytes | None
    wire_bytes: int
    elapsed_ms: int
    fetched_at: datetime
    etag: str | None
    last_modified: str | None
    error_code: str | None
    error_detail: str | None


class FetchError(PageError):
    """Why a fetch has no body; it never leaves `rostrum.web`, where it becomes a `Fetch`.

    Attributes:
        outcome: of the fetch.
        is_transient: whether asking again soon may help.
    """

    def __init__(
        self, outcome: Outcome, code: str, detail: str, *, is_transient: bool = False
    ) -> None:
        super().__init__(code, detail)
        self.outcome: Outcome = outcome
        self.is_transient = is_transient
