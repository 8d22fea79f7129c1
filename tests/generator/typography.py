"""Quotation marks: outer and inner, and where the comma stands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Typography:
    """One house style.

    Attributes:
        is_comma_outside: `“Text”, Name` instead of `“Text,” Name`.
        dash: between words and speaker, spaced.
    """

    name: str
    opening: str
    closing: str
    inner_opening: str
    inner_closing: str
    is_comma_outside: bool = False
    dash: str = " — "

    def inner(self, text: str) -> str:
        """Sentences with the inner marks of this style; who types `"` types `'` as well."""
        typed = text.replace("’", "'") if self.opening in {'"', "'"} else text
        return typed.replace("⟦", self.inner_opening).replace("⟧", self.inner_closing)

    def quoted(self, text: str) -> str:
        return f"{self.opening}{text}{self.closing}"


ENGLISH = (
    Typography("curly", "“", "”", "‘", "’"),
    Typography("straight", '"', '"', "'", "'"),
    Typography("single", "‘", "’", "“", "”"),
    Typography("british", "‘", "’", "“", "”", is_comma_outside=True),
    Typography("outside", "“", "”", "‘", "’", is_comma_outside=True, dash=" – "),
    Typography("german", "„", "“", "‚", "‘"),
    Typography("guillemets", "«", "»", "“", "”"),
    Typography("mixed", "“", '"', "‘", "’"),
    Typography("closing", "”", "”", "’", "’"),
    Typography("nested-same", "“", "”", "“", "”"),
    Typography("straight-single", "'", "'", '"', '"'),
)
RUSSIAN = (
    Typography("yolochki", "«", "»", "„", "“", is_comma_outside=True),
    Typography("en-dash", "«", "»", "„", "“", is_comma_outside=True, dash=" – "),
    Typography("nested-same", "«", "»", "«", "»", is_comma_outside=True),
    Typography("lapki", "„", "“", "«", "»", is_comma_outside=True),
    Typography("curly", "“", "”", "«", "»", is_comma_outside=True),
    Typography("straight", '"', '"', "«", "»", is_comma_outside=True),
    Typography("hyphen", "«", "»", "„", "“", is_comma_outside=True, dash=" - "),
)
TYPOGRAPHIES = {"en": ENGLISH, "ru": RUSSIAN}
