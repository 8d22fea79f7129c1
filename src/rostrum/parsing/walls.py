"""Pages that a server sends with status 200 in place of the content: told apart, by their words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rostrum.errors import PageError

if TYPE_CHECKING:
    from rostrum.reading import Document

MAX_WALL_LENGTH = 3000
"""Characters of article text: what stands in place of a page is short."""

WALLS = {
    "soft_404": (
        "The server said 200, the page says that there is no such page: look for its new address.",
        (
            r"(page|article|document|content)\b[^.]{0,40}\b(not found|does not exist|was removed)",
            r"(page|article|document|content)\b[^.]{0,40}\b(can ?not|could not) be found",
            r"(page|article|document|content)\b[^.]{0,40}\b(no longer available|been (re)?moved)",
            r"\berror 404\b|\b404\b[^.]{0,20}\bnot found",
            r"страниц\w+ не (найден|существует)|ошибка 404",
            r"(материал|документ|статья) (не найден|удал[её]н)",
        ),
    ),
    "suspended_site": (
        "The site is suspended, for sale or closed for works: ingest again when it is back.",
        (
            r"(account|site|website|domain)\b[^.]{0,40}\b(suspended|for sale|expired|parked)",
            r"under (construction|maintenance)|temporarily unavailable",
            r"сайт[^.]{0,40}(недоступен|заблокирован|приостановлен|закрыт)",
            r"технические работы|домен[^.]{0,30}прода[её]тся",
        ),
    ),
    "robot_wall": (
        "The site asks to prove that a person is reading: ask its owner for access.",
        (
            r"captcha|are you (a )?(human|robot)|not a robot|verify (that )?you are (a )?human",
            r"checking your browser|enable javascript|unusual traffic|access denied",
            r"вы не робот|не являетесь роботом|включите javascript|доступ (запрещ[её]н|ограничен)",
        ),
    ),
    "consent_wall": (
        "The page asks for consent to cookies and shows nothing else: try its print version.",
        (
            r"(accept|agree|consent|reject|manage)\b[^.]{0,60}\b(cookies?|privacy|tracking|all)\b",
            r"\bcookies?\b[^.]{0,80}\b(accept|agree|consent)|before you continue",
            r"(принять|согла\w+|разреш\w+)[^.]{0,60}\bcookie|файл\w* cookie",
        ),
    ),
    "login_page": (
        "The page asks to log in, which Rostrum never does: look for a public address of it.",
        (
            r"\b(log|sign) ?in\b|\bpassword\b|\bsubscribe to (read|continue)",
            r"войдите|авториз\w+|пароль",
        ),
    ),
}
PATTERNS = {code: re.compile("|".join(words), re.IGNORECASE) for code, (_, words) in WALLS.items()}


def find_wall(document: Document) -> PageError | None:
    """What stands in place of the content of a page that could not be read, if that is plain."""
    text = "\n".join(block.text for block in document.article) or document.text
    if len(text) > MAX_WALL_LENGTH:
        return None
    words = f"{document.title}\n{text}"
    for code, pattern in PATTERNS.items():
        if pattern.search(words):
            return PageError(code, WALLS[code][0])
    return None
