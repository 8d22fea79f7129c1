"""URLs: which ones are fetched at all, and one spelling for each page.

ada-url parses as browsers do (WHATWG URL Standard): a host written as `0x7f000001`, `①②⑦.1` or
`EXAMPLE.com:80` comes out in its one plain form before anything is decided about it.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import ada_url

from rostrum.errors import PageError

# Longer ones are a mistake or an attack; servers answer them with 414.
_MAX_LENGTH = 8192
_SHOWN = 100

# Parameters that say where a visitor came from; the page is the same without them.
_TRACKING_PREFIXES = ("utm_", "mtm_", "pk_")
_TRACKING_NAMES = frozenset(
    [
        "gclid",
        "gclsrc",
        "gbraid",
        "wbraid",
        "dclid",
        "fbclid",
        "yclid",
        "ysclid",
        "msclkid",
        "twclid",
        "ttclid",
        "igshid",
        "_openstat",
        "mc_cid",
        "mc_eid",
        "_ga",
        "_gl",
        "_hsenc",
        "_hsmi",
        "mkt_tok",
        "roistat",
        "vero_id",
        "wickedid",
    ]
)
_STRAY_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
_ESCAPE = re.compile("%[0-9A-Fa-f]{2}")
_UNRESERVED = re.compile("[A-Za-z0-9._~-]")


def request_url(url: str, base: str | None = None) -> str:
    """The URL as it is asked for: parsed, scheme checked, without its fragment.

    Tracking parameters stay: a site that adds them by a redirect would else lead in a circle.

    Args:
        url: what a person, a page or a redirect gave.
        base: the URL it is relative to, if it may be.

    Raises:
        PageError: `invalid_url` when it is none or carries a user name or password (Rostrum sends
            no credentials, and dropping them in silence would fetch another page than was asked);
            `scheme_refused` when it is neither http nor https.
    """
    return str(_parse(url, base).href).partition("#")[0]


def normalize_url(url: str, base: str | None = None) -> str:
    """The one spelling of a page's URL; what it gives is left as it is when given again.

    Host in lower case, no default port, no fragment, dot segments resolved, percent-encoding by
    RFC 3986 section 6.2.2, tracking parameters dropped, the others ordered by name.

    Raises:
        PageError: as `request_url`.
    """
    parsed = _parse(url, base)
    host, colon, port = _split_port(parsed.host)
    query = _clean_query(_clean_escapes(parsed.search.removeprefix("?")))
    path = _clean_escapes(parsed.pathname)
    return f"{parsed.protocol}//{host.rstrip('.')}{colon}{port}{path}{'?' if query else ''}{query}"


def host_of(url: str) -> str:
    """The host of a URL that `request_url` gave; an IPv6 address comes without its brackets."""
    return urlsplit(url).hostname or ""


def origin_of(url: str) -> str:
    """Scheme, host and port of a URL that `request_url` gave (RFC 6454)."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _parse(url: str, base: str | None) -> ada_url.URL:
    if len(url) > _MAX_LENGTH:
        raise PageError("invalid_url", f"A URL of {len(url)} characters: {url[:_SHOWN]}…")
    try:
        parsed = ada_url.URL(url, base) if base else ada_url.URL(url)
    except ValueError:
        raise PageError(
            "invalid_url",
            f"{url[:_SHOWN]!r} is not a URL; write it in full, as in https://example.org/news/",
        ) from None
    _check(parsed, url)
    return parsed


def _check(parsed: ada_url.URL, url: str) -> None:
    if parsed.protocol not in {"http:", "https:"}:
        scheme = parsed.protocol.rstrip(":")
        raise PageError(
            "scheme_refused", f"{url[:_SHOWN]!r}: only http and https are fetched, not {scheme}"
        )
    if parsed.username or parsed.password:
        raise PageError(
            "invalid_url",
            f"The URL of {parsed.host} carries a user name or password; take out what is before @",
        )
    if not parsed.hostname.strip("."):
        raise PageError("invalid_url", f"{url[:_SHOWN]!r} names no host")


def _split_port(host: str) -> tuple[str, str, str]:
    name, colon, port = host.rpartition(":")
    return (name, colon, port) if port.isdigit() and name else (host, "", "")


def _clean_escapes(text: str) -> str:
    return _ESCAPE.sub(_clean_escape, _STRAY_PERCENT.sub("%25", text))


def _clean_escape(match: re.Match[str]) -> str:
    char = chr(int(match[0][1:], 16))
    return char if _UNRESERVED.match(char) else match[0].upper()


def _clean_query(query: str) -> str:
    pairs = (pair for pair in query.split("&") if pair)
    return "&".join(sorted((pair for pair in pairs if not _is_tracking(pair)), key=_name))


def _name(pair: str) -> str:
    return pair.partition("=")[0]


def _is_tracking(pair: str) -> bool:
    name = _name(pair).lower()
    return name in _TRACKING_NAMES or name.startswith(_TRACKING_PREFIXES)
