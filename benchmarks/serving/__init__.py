"""The measured part of `overhead.py`."""
