"""Bytes → text and blocks. BeautifulSoup lives here and nowhere else."""

from rostrum.reading.document import Block, Document, Mark
from rostrum.reading.read import read
from rostrum.reading.structured import Item

__all__ = ["Block", "Document", "Item", "Mark", "read"]
