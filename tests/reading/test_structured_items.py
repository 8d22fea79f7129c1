"""What a page says of itself to machines: three notations, read within bounds."""

from __future__ import annotations

import json
import time

import lxml.html
import pytest

from rostrum.reading.structured import Item, read_structured

EVENT = {
    "@context": "https://schema.org",
    "@type": "Event",
    "name": "Who Owns the Flood?",
    "startDate": "2026-05-14T10:00+03:00",
}


def items(*body: str, head: str = "") -> tuple[Item, ...]:
    markup = f"<html><head><title>x</title>{head}</head><body>{''.join(body)}</body></html>"
    return read_structured(lxml.html.document_fromstring(markup))


def script(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value)
    return f'<script type="application/ld+json">{text}</script>'


def facts(*body: str, head: str = "") -> list[tuple[str, dict[str, tuple[str, ...]]]]:
    return [(item.type, item.properties) for item in items(*body, head=head)]


def test_a_json_ld_node_is_an_item() -> None:
    (item,) = items(script(EVENT))
    assert item == Item(
        "Event",
        {"name": ("Who Owns the Flood?",), "startDate": ("2026-05-14T10:00+03:00",)},
        "json-ld",
    )


@pytest.mark.parametrize(
    "text",
    [
        json.dumps([EVENT]),
        json.dumps({"@context": "https://schema.org", "@graph": [EVENT]}),
        json.dumps({**EVENT, "@type": ["Event"]}),
        json.dumps({**EVENT, "@type": "http://schema.org/Event"}),
        json.dumps({**EVENT, "@type": "schema:Event"}),
        f"//<![CDATA[\n{json.dumps(EVENT)}\n//]]>",
        f"/*<![CDATA[*/{json.dumps(EVENT)}/*]]>*/",
        f"<!-- {json.dumps(EVENT)} -->",
        f"\n{json.dumps(EVENT)};\n",
        json.dumps(EVENT).replace("Who Owns", "Who\nOwns"),
        json.dumps(EVENT).replace("Who Owns", "Who&nbsp;Owns"),
    ],
)
def test_json_ld_comes_in_many_wrappings(text: str) -> None:
    (item,) = items(script(text))
    assert (item.type, item.properties["name"]) == ("Event", ("Who Owns the Flood?",))


@pytest.mark.parametrize("kind", ["application/ld+json; charset=utf-8", "application/ld+json"])
def test_the_type_of_a_script_may_have_parameters(kind: str) -> None:
    assert len(items(f'<script type="{kind}">{json.dumps(EVENT)}</script>')) == 1


def test_a_nested_thing_is_a_name_and_an_item() -> None:
    event = {
        **EVENT,
        "location": {"@type": "Place", "name": "Hall 3"},
        "performer": [
            {"@type": "Person", "name": "Ada Lund", "jobTitle": "Judge"},
            {"@type": "Person", "givenName": "Jan", "familyName": "Brask"},
            "Ilse Korr",
        ],
        "superEvent": {"@type": "Event", "name": "Tarn Valley Dialogue"},
    }
    found = facts(script(event))
    assert [kind for kind, _ in found] == ["Event", "Place", "Person", "Person", "Event"]
    assert found[0][1]["location"] == ("Hall 3",)
    assert found[0][1]["performer"] == ("Ada Lund", "Jan Brask", "Ilse Korr")
    assert found[0][1]["superEvent"] == ("Tarn Valley Dialogue",)
    assert found[2][1] == {"name": ("Ada Lund",), "jobTitle": ("Judge",)}


def test_a_reference_is_the_name_of_what_it_refers_to() -> None:
    graph = [
        {"@type": "NewsArticle", "headline": "The Flood", "author": {"@id": "#ada"}},
        {"@type": "Person", "@id": "#ada", "name": "Ada Lund"},
    ]
    assert facts(script({"@graph": graph}))[0][1]["author"] == ("Ada Lund",)


def test_values_may_be_objects_of_the_notation() -> None:
    event = {
        "@type": "Event",
        "name": {"@value": "Flood", "@language": "en"},
        "performer": {"@list": ["Ada Lund", "Jan Brask"]},
        "maximumAttendeeCapacity": 40,
    }
    assert facts(script(event))[0][1] == {
        "name": ("Flood",),
        "performer": ("Ada Lund", "Jan Brask"),
        "maximumAttendeeCapacity": ("40",),
    }


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "null",
        "7",
        '"words"',
        "[[[]]]",
        '{"@type": "Event"}',
        '{"name": "no type"}',
        '{"@type": true, "name": "x"}',
        '{"@type": {"@type": "Event"}, "name": null}',
        '{"@type": "Event", "name": "x",}',
        "[" * 100_000,
        '{"a":' * 5_000 + "1" + "}" * 5_000,
        '"\\' * 100_000,
        "-->" + " " * 100_000 + "x",
        json.dumps([EVENT] * 5_000),
    ],
)
def test_what_is_broken_empty_or_endless_is_left_out(text: str) -> None:
    begin = time.process_time()
    assert items(script(text)) == ()
    assert time.process_time() - begin < 2


def test_a_broken_script_costs_no_other() -> None:
    assert len(items(script("{"), script(EVENT))) == 1


def test_a_number_of_any_length_is_words() -> None:
    assert items(script('{"@type": "Event", "n": ' + "1" * 50_000 + ', "name": "x"}'))


def test_values_are_fit_for_every_database() -> None:
    (item,) = items(script('{"@type": "Event", "name": "a\\ud800b\\u0000c"}'))
    assert item.properties["name"] == ("a?b c",)


def test_prose_is_no_fact() -> None:
    (item,) = items(script({**EVENT, "description": "word " * 500}))
    assert "description" not in item.properties


def test_things_are_bounded_in_number() -> None:
    many = [{"@type": "Person", "name": f"Person {number}"} for number in range(2_000)]
    event = {"@type": "Event", "performer": many}
    found = items(script(event))
    assert len(found) == 300
    assert len(found[0].properties["performer"]) == 200


def test_microdata_is_read_by_element() -> None:
    body = (
        '<div itemscope itemtype="https://schema.org/Event"><h1 itemprop="name">The <b>Flood</b>'
        '</h1><time itemprop="startDate" datetime="2026-05-14T10:00+03:00">Thursday</time>'
        '<meta itemprop="inLanguage" content="en"><a itemprop="author" href="/ada">Ada Lund</a>'
        '<link itemprop="url" href="/flood"><data itemprop="track" value="7">Water</data></div>'
    )
    assert items(body) == (
        Item(
            "Event",
            {
                "name": ("The Flood",),
                "startDate": ("2026-05-14T10:00+03:00",),
                "inLanguage": ("en",),
                "author": ("Ada Lund",),
                "url": ("/flood",),
                "track": ("7",),
            },
            "microdata",
        ),
    )


def test_nested_microdata_is_a_name_and_an_item() -> None:
    body = (
        '<div itemscope itemtype="http://schema.org/Event"><p itemprop="name">Flood</p>'
        '<ul><li itemprop="performer" itemscope itemtype="http://schema.org/Person">'
        '<b itemprop="name">Ada Lund</b>, <i itemprop="jobTitle">Judge</i></li>'
        '<li itemprop="performer" itemscope itemtype="http://schema.org/Person">'
        '<b itemprop="name">Jan Brask</b></li>'
        '<li itemprop="performer" itemscope>Ilse Korr</li></ul></div>'
    )
    assert facts(body) == [
        ("Event", {"name": ("Flood",), "performer": ("Ada Lund", "Jan Brask", "Ilse Korr")}),
        ("Person", {"name": ("Ada Lund",), "jobTitle": ("Judge",)}),
        ("Person", {"name": ("Jan Brask",)}),
    ]


def test_a_property_in_no_item_is_the_pages() -> None:
    body = '<time itemprop="datePublished" datetime="2023-10-03T12:53:00">3 Oct</time>'
    assert facts(body) == [("", {"datePublished": ("2023-10-03T12:53:00",)})]


def test_one_element_may_hold_several_properties() -> None:
    assert facts('<p itemprop="name headline">Flood</p>') == [
        ("", {"name": ("Flood",), "headline": ("Flood",)})
    ]


def test_open_graph_is_one_item() -> None:
    head = (
        '<meta property="og:type" content="article"><meta property="og:title" content="The Flood">'
        '<meta name="article:published_time" content="2026-05-20"><meta name="author" content="x">'
    )
    assert items(head=head) == (
        Item(
            "article",
            {
                "og:type": ("article",),
                "og:title": ("The Flood",),
                "article:published_time": ("2026-05-20",),
            },
            "open-graph",
        ),
    )


def test_a_page_without_any_has_none() -> None:
    assert items("<p>Words</p>") == ()


@pytest.mark.parametrize(
    "markup",
    [
        "<div itemscope itemprop=x>" * 20_000 + "words",
        "<p itemprop=name>x</p>" * 50_000,
        "<div itemprop=a>" * 3_000 + "word " * 200_000,
        "<script type=application/ld+json>[1]</script>" * 20_000,
    ],
)
def test_hostile_markup_costs_little(markup: str) -> None:
    parser = lxml.html.HTMLParser(huge_tree=True)
    tree = lxml.html.document_fromstring(markup, parser=parser)
    begin = time.process_time()
    read_structured(tree)
    assert time.process_time() - begin < 3
