"""Bytes → text and blocks. BeautifulSoup lives here and nowhere else."""

from rostrum.reading.document import Block, Document
from rostrum.reading.read import read

__all__ = ["Block", "Document", "read"]
