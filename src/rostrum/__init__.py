"""Rostrum: forum and conference pages become provable records in DuckDB."""
