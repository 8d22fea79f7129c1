"""`datapackage.json`: what lies in an export, for people and for Data Package tools.

https://datapackage.org: files with their bytes and SHA-256, tables with their fields, types,
descriptions and primary keys.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from typing import TYPE_CHECKING, Any

from rostrum import __version__
from rostrum.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

    from rostrum.warehouse.exporting import Column, Table

FILE = "datapackage.json"
UNFINISHED = "exporting.json"
"""Where files are replaced one by one, this names them, old and new, until all are there; as long
as it stands there without a `datapackage.json`, the export is not whole."""

MADE_BY = "rostrum"
KEYS = {
    "quotes": ["quote_id"],
    "speeches": ["speech_id"],
    "speakers": ["person_id"],
    "organizations": ["organization_id"],
    "sessions": ["session_id"],
    "events": ["event_id"],
    "pages": ["page_url"],
}
TYPES = (
    (r".*\]", "array"),
    (r"(STRUCT|MAP|UNION)\b.*", "object"),
    (r"U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?", "integer"),
    (r"FLOAT|DOUBLE|DECIMAL.*", "number"),
    (r"BOOLEAN", "boolean"),
    (r"DATE", "date"),
    (r"TIMESTAMP.*", "datetime"),
    (r"TIME", "time"),
)
CSV_ESCAPE = {
    "prefix": "'",
    "note": "A text that a spreadsheet could take for a formula (it begins with = + - @, their "
    "full-width forms, white space, a control or format character, or an apostrophe) has one "
    "apostrophe put before it. Take one leading apostrophe off every string that has one, and the "
    "text is exact.",
}
NOTES = {
    "parquet": "Types, lists and structs are kept; times are UTC.",
    "csv": "UTF-8; times are ISO 8601 in UTC; lists and structs are JSON. " + CSV_ESCAPE["note"],
    "jsonl": "One JSON object a line, in UTF-8; times are ISO 8601 in UTC.",
    "xlsx": "Every text is text, never a formula or a link. Times are ISO 8601 in UTC, as text; "
    "lists and structs are JSON. A table of more than 1,048,575 rows goes on on the sheets NAME_2, "
    "NAME_3 …; a text of more than 32,767 characters stands whole on the sheet long_texts, in "
    "parts of a row each. Characters that XML does not have are spelt _xHHHH_, which Excel shows "
    "as the characters.",
}
MEDIA_TYPES = {
    "parquet": "application/vnd.apache.parquet",
    "csv": "text/csv",
    "jsonl": "application/jsonl",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def describe_file(path: Path, file_format: str) -> dict[str, Any]:
    """What is said of a file, whatever it holds; it is on the disk when this returns."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        os.fsync(file.fileno())
    return {
        "type": "table",
        "path": path.name,
        "format": file_format,
        "mediatype": MEDIA_TYPES[file_format],
        "encoding": "utf-8",
        "bytes": path.stat().st_size,
        "hash": f"sha256:{digest}",
    }


def describe_rows(name: str, table: Table, rows: int) -> dict[str, Any]:
    """What is said of a table's rows, or of those on one sheet."""
    resource = {"name": name, "rowCount": rows, "schema": schema_of(table)}
    return resource | ({"description": table.comment} if table.comment else {})


def schema_of(table: Table) -> dict[str, Any]:
    """A table's fields, and its key."""
    schema: dict[str, Any] = {"fields": [field_of(column) for column in table.columns]}
    if table.name in KEYS:
        schema["primaryKey"] = KEYS[table.name]
    return schema


def field_of(column: Column) -> dict[str, str]:
    """A column as a field."""
    field = {"name": column.name, "type": type_of(column.type)}
    return field | ({"description": column.comment} if column.comment else {})


def type_of(duckdb_type: str) -> str:
    """The Data Package's name for a type of DuckDB's."""
    return next((name for form, name in TYPES if re.fullmatch(form, duckdb_type)), "string")


def write_package(
    folder: Path, resources: list[dict[str, Any]], file_format: str, created: datetime
) -> None:
    """Write the description beside what it describes."""
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "rostrum",
        "title": "Who said what",
        "description": f"The tables of a Rostrum snapshot. {NOTES[file_format]}",
        "created": f"{created:%Y-%m-%dT%H:%M:%SZ}",
        "madeBy": MADE_BY,
        "rostrumVersion": __version__,
        "resources": resources,
    }
    text = json.dumps(package, ensure_ascii=False, indent=2) + "\n"
    with (folder / FILE).open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def refuse_others_files(place: str, names: set[str], descriptions: Iterable[bytes | None]) -> None:
    """Make sure that a folder holds nothing, or an export of ours and nothing besides.

    Args:
        place: the folder, for people.
        names: of what is in it.
        descriptions: what it says of itself, in `datapackage.json` for one.

    Raises:
        UsageError: something in it is somebody's.
    """
    ours = {name for one in descriptions for name in files_described(one)}
    if strange := sorted(names - ours):
        raise UsageError(
            f"{place} is not empty, and {strange[0]} in it is no part of an export: name a new "
            "folder, or an earlier export, which is replaced."
        )


def files_described(description: bytes | None) -> set[str]:
    """The names of an export's files; none where it is not described as an export of ours."""
    try:
        package = json.loads(description or b"")
        if package["madeBy"] != MADE_BY:
            return set()
        return {FILE, UNFINISHED, *(str(resource["path"]) for resource in package["resources"])}
    except (ValueError, LookupError, TypeError):
        return set()


def describe_unfinished(names: Iterable[str]) -> bytes:
    """What stands in place of the description while files are replaced one by one."""
    resources = [{"path": name} for name in sorted(names)]
    return json.dumps({"madeBy": MADE_BY, "resources": resources}, indent=2).encode()
