"""Spoilt pages by the hundred thousand: none may crash, hang, or give offsets that are wrong.

`seeds` are good pages, `mutate` spoils one, `judge` reads it and says what is wrong;
`python -m tests.fuzz` does so for many. A page is made from the run's seed and its number alone.
"""

from tests.fuzz.judge import judge
from tests.fuzz.mutate import Spoilt, spoilt_page
from tests.fuzz.seeds import seed_pages

__all__ = ["Spoilt", "judge", "seed_pages", "spoilt_page"]
