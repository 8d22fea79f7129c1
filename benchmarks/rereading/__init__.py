"""The contestants of `reparse.py`; each runs as a process of its own."""
