"""Which printed names are of one person, and which of one organization. No database, no clock.

Three answers: same, different, undecided. What is undecided stays apart.
"""

from __future__ import annotations

from rostrum.identity.compare import Verdict, compare
from rostrum.identity.decisions import Decision, Rulings, Unit, rulings_of
from rostrum.identity.names import Name, read_name
from rostrum.identity.resolve import Known, Outcome

__all__ = [
    "Decision",
    "Known",
    "Name",
    "Outcome",
    "Rulings",
    "Unit",
    "Verdict",
    "compare",
    "read_name",
    "rulings_of",
]
