"""The way of one attempt, from the URL that was asked for through its redirects."""

from __future__ import annotations

from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING

from rostrum.errors import PageError
from rostrum.web.fetch import Fetch, FetchError, Outcome, Validators
from rostrum.web.urls import request_url

if TYPE_CHECKING:
    from datetime import datetime

    from rostrum.web.limits import Meter
    from rostrum.web.request import Answer

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_GONE = frozenset({404, 410})
_REFUSED = frozenset({401, 403, 451})


@dataclass(slots=True)
class Trip:
    """One attempt under way.

    Attributes:
        asked: the URL as it was asked for.
        url: where it stands now.
        passed: URLs it was redirected from.
        answer: the last one.
    """

    asked: str
    validators: Validators
    meter: Meter
    began_at: datetime
    url: str = ""
    passed: list[str] = field(default_factory=list)
    answer: Answer | None = None

    def start(self) -> None:
        """Goes to the URL that was asked for; raises FetchError when it cannot be fetched."""
        self.url = _checked_url(self.asked)

    def follow(self, answer: Answer, limit: int) -> bool:
        """Takes an answer in, and says whether it led to another URL.

        Raises:
            FetchError: it leads in a circle, too far, or to what is no web address.
        """
        self.answer = answer
        location = answer.headers.get("location")
        if answer.status not in _REDIRECTS or not location:
            return False
        self.passed.append(self.url)
        if len(self.passed) > limit:
            raise _too_many(f"{self.asked} leads through more than {limit} redirects")
        self.url = _checked_url(location, base=self.url)
        if self.url in self.passed:
            raise _too_many(f"The redirects of {self.asked} lead in a circle")
        return True

    @property
    def conditions(self) -> dict[str, str]:
        """The headers of a conditional request (RFC 9110, 13.1)."""
        pairs = {
            "If-None-Match": self.validators.etag,
            "If-Modified-Since": self.validators.last_modified,
        }
        return {name: value for name, value in pairs.items() if value}

    def fetched(self) -> Fetch:
        """What came of it when an answer came."""
        status = self.answer.status if self.answer else 0
        outcome = self._outcome(status)
        if outcome in {"new", "unchanged"}:
            return self._fetch(outcome, None, None)
        return self._fetch(outcome, f"http_{status}", f"{self.url} answered {_phrase(status)}")

    def failed(self, error: FetchError) -> Fetch:
        """What came of it when it broke off."""
        return self._fetch(error.outcome, error.code, error.detail)

    def _outcome(self, status: int) -> Outcome:
        if status == HTTPStatus.OK:
            return "new"
        if status == HTTPStatus.NOT_MODIFIED and self.conditions:
            return "unchanged"
        if status in _GONE:
            return "gone"
        return "refused" if status in _REFUSED else "failed"

    def _fetch(self, outcome: Outcome, code: str | None, detail: str | None) -> Fetch:
        headers = self.answer.headers if self.answer else {}
        unchanged = self.validators if outcome == "unchanged" else Validators(None, None)
        return Fetch(
            url=self.asked,
            final_url=self.url or self.asked,
            redirects=tuple(self.passed),
            outcome=outcome,
            status=self.answer.status if self.answer else None,
            headers=_pairs(self.answer),
            content_type=headers.get("content-type"),
            body=self.answer.body if self.answer and outcome == "new" else None,
            wire_bytes=self.meter.wire_bytes,
            elapsed_ms=round(self.meter.seconds * 1000),
            fetched_at=self.began_at,
            etag=headers.get("etag") or unchanged.etag,
            last_modified=headers.get("last-modified") or unchanged.last_modified,
            error_code=code,
            error_detail=detail,
        )


def _checked_url(url: str, base: str | None = None) -> str:
    try:
        return request_url(url, base)
    except PageError as error:
        raise FetchError("refused", error.code, error.detail) from None


def _pairs(answer: Answer | None) -> tuple[tuple[str, str], ...]:
    raw = answer.headers.raw if answer else []
    return tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in raw)


def _phrase(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)


def _too_many(detail: str) -> FetchError:
    return FetchError("failed", "too_many_redirects", detail)
