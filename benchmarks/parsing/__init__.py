"""What `parse.py` measures, and on which pages."""
