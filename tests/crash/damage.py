"""Damage to a file, as disks, copies and people do it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Callable
    from pathlib import Path

BLOCK = 4096
FLIPS = 20


def flip_one(path: Path, older: Path, chance: random.Random) -> None:
    """One bit."""
    flip(path, chance, 1)


def flip_some(path: Path, older: Path, chance: random.Random) -> None:
    """Some bits, anywhere."""
    flip(path, chance, FLIPS)


def flip(path: Path, chance: random.Random, count: int) -> None:
    """Turn some bits over, where the file says something."""
    content = bytearray(path.read_bytes())
    starts = filled_blocks(content)
    for _ in range(count):
        start = chance.choice(starts)
        place = chance.randrange(start, min(start + BLOCK, len(content)))
        content[place] ^= 1 << chance.randrange(8)
    path.write_bytes(content)


def filled_blocks(content: bytes | bytearray) -> list[int]:
    """Where blocks begin that are not all zeros; much of a database file is kept free."""
    return [start for start in range(0, len(content), BLOCK) if any(content[start : start + BLOCK])]


def cut(path: Path, older: Path, chance: random.Random) -> None:
    """The end is missing."""
    content = path.read_bytes()
    path.write_bytes(content[: chance.randrange(len(content))])


def blank(path: Path, older: Path, chance: random.Random) -> None:
    """A block is zeros."""
    content = bytearray(path.read_bytes())
    start = chance.choice(filled_blocks(content))
    size = min(BLOCK, len(content) - start)
    content[start : start + size] = bytes(size)
    path.write_bytes(content)


def remove(path: Path, older: Path, chance: random.Random) -> None:
    """The file is missing."""
    path.unlink()


def bring_back(path: Path, older: Path, chance: random.Random) -> None:
    """The file is as it once was."""
    shutil.copyfile(older, path)


KINDS: dict[str, Callable[[Path, Path, random.Random], None]] = {
    "a bit flipped": flip_one,
    "bits flipped": flip_some,
    "cut": cut,
    "a block of zeros": blank,
    "missing": remove,
    "an old copy": bring_back,
}
