"""Fetching that is polite, bounded and safe: the only package that opens a socket."""

from rostrum.web.canonical import Canonical, canonical_url
from rostrum.web.client import Client
from rostrum.web.discover import ALL_LISTINGS, Discovery, discover
from rostrum.web.fetch import Fetch, Validators
from rostrum.web.folder import serve_folder
from rostrum.web.limits import Limits
from rostrum.web.pacing import Pacing
from rostrum.web.urls import normalize_url

__all__ = [
    "ALL_LISTINGS",
    "Canonical",
    "Client",
    "Discovery",
    "Fetch",
    "Limits",
    "Pacing",
    "Validators",
    "canonical_url",
    "discover",
    "normalize_url",
    "serve_folder",
]
