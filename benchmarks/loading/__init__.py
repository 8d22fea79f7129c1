"""What `load.py` measures; each part runs as a process of its own."""
