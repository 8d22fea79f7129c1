"""Rostrum: forum and conference pages become provable records in DuckDB."""

__version__ = "0.1.0"
