"""A `Document` → normalized records. Pure: no network, no clock, no database."""

PARSER_VERSION = 14
"""Raised whenever the same bytes may give other records or another canonical text."""
