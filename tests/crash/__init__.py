"""Runs that are killed anywhere, and what must hold of a home after the next one.

`python -m tests.crash --count 10000 --seed 1` kills that many runs over a site of our own, at every
crash point, at moments by chance, and again during the recovery; `python -m tests.crash.corrupt`
damages files instead. A home is sound when it cannot be told from one that was left in peace.
"""
