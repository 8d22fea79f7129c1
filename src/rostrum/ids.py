"""Identifiers made from natural keys: the same content gives the same id on every machine."""

from __future__ import annotations

import hashlib

ID_LENGTH = 16
"""Hexadecimal digits kept: 64 bits, one chance in ten million of a clash among a million rows."""


def make_id(*parts: str | int | None) -> str:
    """A stable id of the parts; their order and their borders count."""
    text = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.sha256(text.encode()).hexdigest()[:ID_LENGTH]


def sha256_hex(body: bytes) -> str:
    """The digest by which a revision is known."""
    return hashlib.sha256(body).hexdigest()
