"""Writes the page: from a template that escapes every value, under a policy that loads nothing."""

from __future__ import annotations

import hashlib
import os
import tempfile
from base64 import b64encode
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from rostrum import __version__
from rostrum.errors import OutputError, UsageError
from rostrum.picture.facts import KINDS, STATUSES, gather

if TYPE_CHECKING:
    from rostrum.settings import Settings

TEMPLATE = "page.html.j2"
STYLE = "style.css"
MARK = b'<meta name="generator" content="Rostrum'
"""By which a report of ours is known, in its first bytes."""
MARK_WITHIN = 1_000
MOST_SHOWN = 500
"""Characters of a name or a sentence that are shown; of what is longer, how many more there are."""
KIND_NAMES = {
    "key_conclusions": "Key conclusions",
    "problems": "Problems",
    "solutions": "Solutions",
    "other": "Other",
}


def write_report(settings: Settings, path: Path | None = None) -> Path:
    """Write the report of the snapshot, by default into the home; an earlier one is replaced.

    Raises:
        HomeError: nothing is published.
        UsageError: something else lies at the path.
        OutputError: it cannot be written.
    """
    place = path or settings.home / "report.html"
    refuse_others_file(place)
    page = render(settings, datetime.now(UTC))
    try:
        put_in_place(page.encode(), place)
    except OSError as error:
        raise OutputError(
            f"{place}: {error.strerror or error}: free space, or name another file, and run again."
        ) from error
    return place


def render(settings: Settings, written_at: datetime) -> str:
    """The page; but for `written_at` it follows from the snapshot."""
    environment = Environment(
        loader=PackageLoader("rostrum.picture", ""),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"shown": shown, "number": number, "day": day, "moment": moment}
    environment.tests["web"] = is_web
    style = environment.get_template(STYLE).render()
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return environment.get_template(TEMPLATE).render(
        facts=gather(settings),
        style=Markup(style),  # noqa: S704 - our own file
        style_digest=digest,
        kinds=KINDS,
        kind_names=KIND_NAMES,
        statuses=STATUSES,
        written_at=written_at,
        most_shown=MOST_SHOWN,
        version=__version__,
    )


def shown(text: object) -> Markup:
    """A text to be shown to the letter; what HTML has no spelling for is drawn as a picture."""
    escaped = str(escape(str(text)))
    return Markup(escaped.replace("\0", "\u2400").replace("\r", "&#13;"))  # noqa: S704 - escaped


def number(value: int) -> str:
    """A count with its thousands apart, by a space that does not break."""
    return f"{value:,}".replace(",", "\u202f")


def day(value: date | None) -> str:
    """A day as people write it."""
    return f"{value.day} {value:%B} {value.year}" if value else "–"


def moment(value: datetime | None) -> str:
    """A moment to the minute, in UTC."""
    return f"{day(value)}, {value:%H:%M} UTC" if value else "–"


def is_web(url: str) -> bool:
    """Whether an address is one that a link may lead to."""
    return url.startswith(("https://", "http://"))


def refuse_others_file(place: Path) -> None:
    """Make sure that a file may be written there.

    Raises:
        UsageError: there is a folder, or a file that is no report of ours.
        OutputError: it cannot be looked at.
    """
    try:
        with place.open("rb") as file:
            is_ours = MARK in file.read(MARK_WITHIN)
    except FileNotFoundError:
        return
    except IsADirectoryError:
        raise UsageError(f"{place} is a folder: name a file in it.") from None
    except OSError as error:
        raise OutputError(f"{place}: {error.strerror}: name another file.") from error
    if not is_ours:
        raise UsageError(f"{place} is there and is no report of Rostrum's: name another file.")


def put_in_place(content: bytes, place: Path) -> None:
    """Write a file beside its place and rename it."""
    place.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix=".report-", suffix=".html", dir=place.parent)
    new = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        new.chmod(0o644)
        new.replace(place)
    finally:
        with suppress(FileNotFoundError):
            new.unlink()
