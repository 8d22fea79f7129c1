"""URLs: one spelling for each page (faults 26, 27)."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rostrum.errors import PageError
from rostrum.web import canonical_url, normalize_url

SAME = {
    "https://example.org/a": [
        "https://EXAMPLE.org/a",
        "HTTPS://example.org:443/a",
        "https://example.org/a#part",
        "https://example.org./a",
        "https://example.org/./b/../a",
        "https://example.org/b/%2e%2E/a",
        "https://example.org/%61",
        "https://example.org/a?",
        "https://example.org/a?utm_source=x&UTM_Medium=y&gclid=1&fbclid=2&yclid=3&_openstat=4",
        "https://example.org/a?mc_cid=1&mc_eid=2#utm_source=x",
        "https://example.org\\a",
        "https:example.org/a",
        " https://example.org/a\n",
        "https://example.org/a?%75tm_source=x",
    ],
    "http://example.org/?a=1&b=2": [
        "http://example.org?b=2&a=1",
        "http://example.org:80/?a=1&&b=2",
    ],
    "http://example.org/?a=2&a=1&b": ["http://example.org/?b&a=2&a=1"],
    "http://example.org/%D1%8F?q=%D1%8F": [
        "http://example.org/я?q=я",
        "http://example.org/%d1%8f?q=%d1%8f",
    ],
    "http://xn--e1afmkfd.xn--p1ai/": ["http://ПРИМЕР.рф", "http://xn--e1afmkfd.xn--p1ai:80"],
    "http://[::1]:8000/": ["http://[0:0::1]:8000"],
    "http://127.0.0.1/": ["http://0x7f.1", "http://2130706433/", "http://127.0.0.1:80"],
    "http://example.org/%25": ["http://example.org/%"],
    "http://example.org/%2541": ["http://example.org/%%341", "http://example.org/%2541"],
    "http://example.org/a%2Fb": ["http://example.org/a%2fb"],
    "http://example.org:8080/~user": ["http://example.org:8080/%7Euser"],
}


@pytest.mark.parametrize(
    ("spelling", "expected"), [(other, url) for url, others in SAME.items() for other in others]
)
def test_spellings_of_one_url(spelling, expected):
    assert expected == normalize_url(spelling)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://example.org/a", "https://example.org/a"),
        ("http://example.org/a", "http://example.org/a/"),
        ("http://example.org/a", "http://example.org/A"),
        ("http://example.org/a/b", "http://example.org/a%2Fb"),
        ("http://example.org/?a=1", "http://example.org/?a=2"),
        ("http://example.org/?a=1&a=2", "http://example.org/?a=2&a=1"),
        ("http://example.org/", "http://example.org:81/"),
        ("http://example.org/", "http://www.example.org/"),
    ],
)
def test_different_pages_stay_different(one, other):
    assert normalize_url(one) != normalize_url(other)


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("not a url", "invalid_url"),
        ("", "invalid_url"),
        ("http://", "invalid_url"),
        ("http://./", "invalid_url"),
        ("http://a b/", "invalid_url"),
        ("http://[::1", "invalid_url"),
        ("http://a:99999/", "invalid_url"),
        ("/news/", "invalid_url"),
        ("http://user:pw@example.org/", "invalid_url"),
        ("http://example.org/" + "a" * 9000, "invalid_url"),
        ("ftp://x", "scheme_refused"),
        ("file:///etc/passwd", "scheme_refused"),
        ("javascript:alert(1)", "scheme_refused"),
        ("data:text/html,x", "scheme_refused"),
        ("mailto:a@b.example", "scheme_refused"),
        ("ws://example.org/", "scheme_refused"),
        ("localhost:8000", "scheme_refused"),
    ],
)
def test_what_is_refused(url, code):
    with pytest.raises(PageError) as caught:
        normalize_url(url)
    assert code == caught.value.code
    assert 10 < len(caught.value.detail) < 300
    assert "pw" not in caught.value.detail


PIECES = st.text(alphabet="aZ0%25eE2f./~-_&=?#+;:@!$'()*,| \\я\t\"<>[]^`{}", max_size=12)
NAMES = st.text(alphabet="abcXYZ012%4_", min_size=1, max_size=6)


@given(PIECES, PIECES, PIECES)
def test_once_is_enough(path, query, fragment):
    once = normalize_url(f"http://Example.org:80/{path}?{query}#{fragment}")
    assert once == normalize_url(once)


@given(st.text(max_size=40))
def test_whatever_is_given_is_a_url_or_refused(text):
    for url in (text, f"http://{text}", f"http://a.example/{text}"):
        try:
            once = normalize_url(url)
        except PageError:
            continue
        assert once == normalize_url(once)


@given(st.dictionaries(NAMES, NAMES, max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_parameters_does_not_count(parameters, rng: random.Random):
    pairs = [f"{name}={value}" for name, value in parameters.items()]
    mixed = rng.sample(pairs, len(pairs))
    url = "http://a.example/?"
    normal = {
        name.partition("=")[0] for name in normalize_url(url + "&".join(pairs))[18:].split("&")
    }
    if len(normal) == len(pairs):  # two spellings of one name keep their order
        assert normalize_url(url + "&".join(pairs)) == normalize_url(url + "&".join(mixed))


def head(*lines):
    return f"<html><head>{''.join(lines)}</head><body>x</body></html>".encode()


def canonical(href):
    return f'<link rel="Canonical" href="{href}">'


PAGE = "https://example.org/en/news/42/?utm_source=x"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (head(canonical("https://example.org/en/news/42/")), "https://example.org/en/news/42/"),
        (head(canonical("http://EXAMPLE.org/en/../ru/#a")), "http://example.org/ru/"),
        (head(canonical("/en/news/43/")), "https://example.org/en/news/43/"),
        (head('<base href="/base/">', canonical("x")), "https://example.org/base/x"),
        (head(canonical("/a"), canonical("/a")), "https://example.org/a"),
    ],
)
def test_a_canonical_url_on_the_same_host(body, expected):
    assert (expected, None) == canonical_url(body, PAGE)


@pytest.mark.parametrize(
    ("href", "why"),
    [
        ("https://other.example/en/news/42/", "another host"),
        ("https://www.example.org/en/news/42/", "another host"),
        ("https://example.org/", "home page"),
        ("/", "home page"),
        ("javascript:alert(1)", "none"),
        ("http://", "none"),
    ],
)
def test_a_canonical_url_that_is_not_believed(href, why):
    url, reason = canonical_url(head(canonical(href)), PAGE)
    assert url is None
    assert why in reason


def test_two_canonical_urls_are_none():
    url, reason = canonical_url(head(canonical("/a"), canonical("/b")), PAGE)
    assert (url, "2 canonical" in reason) == (None, True)


@pytest.mark.parametrize(
    "body", [b"", b"\0", b"<html></html>", b"plain", head("<link rel=canonical>")]
)
def test_a_page_without_one_says_nothing(body):
    assert canonical_url(body, PAGE) == (None, None)
