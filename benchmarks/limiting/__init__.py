"""The measured part of `limits.py`, which runs as a process of its own."""
