"""Collections by which reading is measured: one case a line, the even ones held out while tuning."""

from __future__ import annotations

import re
from pathlib import Path

FOLDER = Path(__file__).parent / "cases"
MARKED = re.compile(r"\[([^\]]*)\]")


def lines(name: str) -> list[str]:
    """The cases of a collection; its comments begin with `#`."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]


def halves(name: str) -> tuple[list[str], list[str]]:
    """The half that was looked at while tuning and the half that was not."""
    cases = lines(name)
    return cases[::2], cases[1::2]


def unmarked(line: str, opened: str = "[", closed: str = "]") -> tuple[str, list[tuple[int, int]]]:
    """A line with marks → the line without them and the spans that they held."""
    text, spans, start = "", [], 0
    for char in line:
        if char == opened:
            start = len(text)
        elif char == closed:
            spans.append((start, len(text)))
        else:
            text += char
    return text, spans


def marked_roles(line: str) -> tuple[str, list[tuple[str, str | None]]]:
    """`{CEO} of [Norvik]` → the position and its roles; `^` says that a role comes later."""
    roles: list[tuple[str, str | None]] = []
    before = None
    for match in re.finditer(r"\{([^}]*)\}|(\^?)\[([^\]]*)\]", line):
        if match[1] is not None:
            roles.append((match[1], before))
            before = None
        elif match[2]:
            before = match[3]
        elif roles[-1][1]:
            roles[-1] = (f"{roles[-1][0]}, {roles[-1][1]}", match[3])
        else:
            roles[-1] = (roles[-1][0], match[3])
    return re.sub(r"[{}\[\]^]", "", line), roles
