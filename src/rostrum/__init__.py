"""Rostrum: forum and conference pages become provable records in DuckDB."""

__version__ = "0.2.0"
