"""A `Document` → normalized records. Pure: no network, no clock, no database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rostrum.parsing.check import check, cuts_of
from rostrum.parsing.positions import split_position
from rostrum.parsing.programme import is_programme, parse_programme
from rostrum.parsing.report import parse_report

if TYPE_CHECKING:
    from rostrum.reading import Document
    from rostrum.records import PageKind, PageRecords

__all__ = ["PARSER_VERSION", "check", "cuts_of", "parse", "split_position"]

PARSER_VERSION = 1
"""Raised whenever the same bytes may give other records or another canonical text."""


def parse(document: Document, kind: PageKind | None) -> PageRecords:
    """The records of a page; a page of unknown kind is looked at to tell.

    Raises:
        PageError: the page cannot be read as its kind.
    """
    if kind == "programme" or (kind is None and is_programme(document)):
        return parse_programme(document)
    return parse_report(document)
