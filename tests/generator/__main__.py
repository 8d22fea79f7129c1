"""`python -m tests.generator --count 40 --seed 7 --out DIR`: pages and their gold in a folder."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from tests.generator import sample_pages


def main() -> None:
    """Write pages `NAME.html` with `NAME.gold.json` beside each."""
    parser = argparse.ArgumentParser(prog="python -m tests.generator", description=__doc__)
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True)
    chosen = parser.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)
    for page in sample_pages(chosen.count, chosen.seed):
        (chosen.out / f"{page.name}.html").write_bytes(page.body)
        gold = json.dumps(page.gold, ensure_ascii=False, indent=1)
        (chosen.out / f"{page.name}.gold.json").write_text(f"{gold}\n", "utf-8")
    print(f"{chosen.count} pages in {chosen.out}")


main()
