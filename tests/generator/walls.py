# ruff: noqa: E501 - markup reads best unbroken
"""What servers send with status 200 in place of a report; nobody says a word on these pages."""

from __future__ import annotations

PAGE = (
    '<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8">{head}</head>{body}</html>'
)
LOREM = (
    "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut "
    "labore et dolore magna aliqua. “Ut enim ad minim veniam, quis nostrud exercitation,” Duis "
    "Aute, Irure Dolor in Reprehenderit."
)

WALLS: dict[str, tuple[str, str]] = {
    "consent wall": (
        "<title>Before you continue</title>",
        (
            "<body><div><h1>We value your privacy</h1><p>We and our 842 partners store cookies on your "
            "device. “Your choice matters to us and to everybody who works here,” our promise.</p>"
            "<button>Accept all</button><button>Manage options</button></div></body>"
        ),
    ),
    "consent wall in Russian": (
        "<title>Форум</title>",
        (
            "<body><h1>Мы ценим вашу приватность</h1><p>Мы используем файлы cookie, чтобы сайт "
            "работал. Нажимая «Принять», вы соглашаетесь с этим.</p><button>Принять</button></body>"
        ),
    ),
    "login": (
        "<title>Log in | Forum</title>",
        (
            "<body><h1>Log in</h1><form><p>Your e-mail</p><input><p>Password</p><input></form>"
            "<p>Forgot your password? Register to read the reports of the session.</p></body>"
        ),
    ),
    "captcha": (
        "<title>Just a moment...</title>",
        (
            "<body><h1>Checking your browser</h1><p>Please complete the captcha to prove that you are "
            "not a robot. Ray ID: 7f3a.</p><noscript>Enable JavaScript</noscript></body>"
        ),
    ),
    "suspended": (
        "<title>Account Suspended</title>",
        (
            "<body><h1>This account has been suspended.</h1><p>Contact your hosting provider for more "
            "information.</p></body>"
        ),
    ),
    "parked": (
        "<title>forum.example</title>",
        (
            "<body><h1>forum.example</h1><p>This domain is for sale. Related searches: Problems, "
            "Solutions, Key conclusions.</p><h2>Problems</h2><h2>Solutions</h2></body>"
        ),
    ),
    "soft 404": (
        "<title>Forum</title>",
        (
            "<body><h1>Oops!</h1><p>The page you are looking for does not exist. Go back to the "
            "<a href='/'>home page</a>.</p></body>"
        ),
    ),
    "maintenance": (
        "<title>Форум</title>",
        (
            "<body><h1>Технические работы</h1><p>Сайт временно недоступен. Приносим извинения.</p>"
            "</body>"
        ),
    ),
    "a stack trace": (
        "<title>Error</title>",
        (
            "<body><h1>Fatal error</h1><p>Warning: mysql_connect(): Access denied for user "
            "'forum'@'localhost' (using password: YES) in /var/www/news.php on line 17</p></body>"
        ),
    ),
    "an empty body": ("<title>Forum</title>", "<body></body>"),
    "a frameset": (
        "<title>Forum</title>",
        "<frameset cols=20%,80%><frame src=a><frame src=b></frameset>",
    ),
    "an iframe": ("<title>Forum</title>", "<body><iframe src='/real/17/'></iframe></body>"),
    "a redirect by meta": (
        "<title>Redirecting</title><meta http-equiv=refresh content='0;url=/x'>",
        "<body><p>You are being redirected. If nothing happens, <a href='/x'>click here</a>.</p></body>",
    ),
    "lorem ipsum": (
        "<title>Title goes here</title>",
        (
            f"<body><h1>Title goes here</h1><h2>Problems</h2><p>{LOREM.replace('“', '').replace('”', '')}"
            "</p><h2>Solutions</h2><p>Lorem ipsum dolor sit amet.</p></body>"
        ),
    ),
    "search results": (
        "<title>Search: river | Forum</title>",
        (
            "<body><h1>Search results for “river”</h1><div><a href=/1>The Long Table</a><p>… “the river "
            "rose by five metres, and the register of … Director, Port Authority of Skelling …</p></div>"
            "<div><a href=/2>A Court Within Walking Distance</a><p>… said Ada Lund, Rector, … problems "
            "… solutions …</p></div><p>1 2 3 Next</p></body>"
        ),
    ),
    "an app shell": (
        "<title>Forum</title><script src=/app.9f1c.js></script>",
        (
            '<body><div id="root"></div><noscript>You need to enable JavaScript to run this app.'
            '</noscript><script id="state" type="application/json">{"report":{"problems":["“The river '
            'rose by five metres and the register was gone,” Ada Lund, Rector, Port Authority."]}}'
            "</script></body>"
        ),
    ),
    "a paywall": (
        "<title>The Long Table | Forum</title>",
        (
            "<body><h1>The Long Table</h1><p>Jurists met in Skelling to speak of the levee tax.</p>"
            "<div>Subscribe to continue reading. “The best reports of the valley, every week and for "
            "less than a coffee,” The Forum Team.</div></body>"
        ),
    ),
    "a menu and nothing else": (
        "<title>The Long Table | Forum</title>",
        (
            "<body><h1>The Long Table</h1><ul><li><a href=#p>Problems</a></li><li><a href=#s>Solutions"
            "</a></li></ul><p>© Forum</p></body>"
        ),
    ),
}


def wall(name: str, language: str) -> bytes:
    """The page of this name."""
    head, body = WALLS[name]
    return PAGE.format(language=language, head=head, body=body).encode()
