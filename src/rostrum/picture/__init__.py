"""`rostrum report`: the snapshot as one HTML page that needs nothing else."""

from rostrum.picture.write import write_report

__all__ = ["write_report"]
