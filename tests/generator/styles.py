"""Bodies: the templates that headings, paragraphs and quotes of one layout are put into.

A quote is `said`, made of `{words}` and `{speaker}`; the speaker's lines stand below the words or,
in attributions that name them first, above.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Style:
    """Templates; `{}` is the text.

    Attributes:
        line: a paragraph of a quote that holds its speaker.
        words: a paragraph of the words whose speaker stands apart.
        speaker: a line of the speaker.
        alone: around the lines of a quote that hold the speaker.
        said: around words and speaker that stand apart; `said_before`: the speaker first.
        outer: around all below the title; `part`: around a section; `group`: around a thesis with
            its quotes.
        is_quoting: the markup itself says that the words are a quotation.
        has_apart: the speaker may stand apart.
        has_inline: words and speaker may be one text.
    """

    title: str = "<h1>{}</h1>"
    date: str = "<p>{}</p>"
    lead: str = "<p>{}</p>"
    section: str = "<h2>{}</h2>"
    thesis: str = "<h3>{}</h3>"
    line: str = "<p>{}</p>"
    words: str = "<p>{}</p>"
    speaker: str = "<p>{}</p>"
    alone: str = "{words}"
    said: str = "{words}\n{speaker}"
    said_before: str = "{speaker}\n{words}"
    outer: str = "{}"
    part: str = "{}"
    group: str = "{}"
    is_quoting: bool = False
    has_apart: bool = True
    has_inline: bool = True


def flat(block: str, *, section: str, thesis: str, outer: str = "{}", title: str = "") -> Style:
    """Every block but a heading is made the same way."""
    return Style(
        title=title or "<h1>{}</h1>",
        date=block,
        lead=block,
        section=section,
        thesis=thesis,
        line=block,
        words=block,
        speaker=block,
        outer=outer,
    )


DIV = "<div><div><div>{}</div></div></div>"
ROW = "<tr><td>{}</td></tr>"
SPACED = "<p>{}</p>\n<p>&nbsp;</p>"
WORD = "<p class=MsoNormal style='text-align:justify'>{}</p>"
WORD_BOLD = "<p class=MsoNormal><b style='mso-bidi-font-weight:normal'>{}</b></p>"
FONT = '<p align="justify"><font face="Arial" size="2">{}</font></p>'
FONT_BOLD = '<center><font size="4"><b>{}</b></font></center>'

STYLES: dict[str, Style] = {
    "headings": Style(),
    "h4": Style(section="<h3>{}</h3>", thesis="<h4>{}</h4>"),
    "same-level": Style(section="<h2>{}</h2>", thesis="<h2>{}</h2>"),
    "bold": flat("<p>{}</p>", section="<p><b>{}</b></p>", thesis="<p><b>{}</b></p>"),
    "strong-spaced": flat(
        SPACED,
        section="<p><strong>{}</strong></p>\n<p>&nbsp;</p>",
        thesis="<p><strong>{}</strong></p>",
    ),
    "underline": flat("<p>{}</p>", section="<p><u>{}</u></p>", thesis="<p><u><i>{}</i></u></p>"),
    "plain-lines": flat("<p>{}</p>", section="<p>{}</p>", thesis="<p>{}</p>"),
    "styled": flat(
        "<p>{}</p>",
        section='<p><span style="font-weight:700;font-size:20px">{}</span></p>',
        thesis='<p style="font-weight: bold">{}</p>',
    ),
    "role-heading": flat(
        "<div>{}</div>",
        section='<div role="heading" aria-level="2">{}</div>',
        thesis='<div role="heading" aria-level="3">{}</div>',
        title='<div role="heading" aria-level="1">{}</div>',
    ),
    "divs": flat(DIV, section="<div><div><b>{}</b></div></div>", thesis="<div><b>{}</b></div>"),
    "bare-divs": flat("<div>{}</div>", section="<div>{}</div>", thesis="<div>{}</div>"),
    "br": flat("{}<br>", section="<b>{}</b><br>", thesis="<b>{}</b><br>", outer="<div>{}</div>"),
    "br-br": flat(
        "{}<br><br>",
        section="<b>{}</b><br><br>",
        thesis="<strong>{}</strong><br />",
        outer="<p>{}</p>",
    ),
    "br-plain": flat("{}<br/>", section="{}<br/>", thesis="{}<br/>", outer="<td>{}</td>"),
    "bold-in-paragraph": Style(
        thesis="<p><b>{}</b><br>",
        line="{}</p><p>",
        words="{}<br>",
        speaker="{}<br>",
        said="{words}{speaker}</p><p>",
        said_before="{speaker}{words}</p><p>",
        group="{}</p>",
    ),
    "word": flat(WORD, section=WORD_BOLD, thesis=WORD_BOLD),
    "list": Style(line="<li>{}</li>", has_apart=False, group="{}", alone="<ul>{words}</ul>"),
    "list-of-lists": Style(
        part="<ul>{}</ul>",
        section="<li><b>{}</b></li>",
        thesis="<li><b>{}</b>",
        alone="<ul><li>{words}</li></ul>",
        said="<ul><li>{words}{speaker}</li></ul>",
        said_before="<ul><li>{speaker}{words}</li></ul>",
        group="{}",
    ),
    "rows": flat(
        ROW,
        section="<tr><th>{}</th></tr>",
        thesis="<tr><td><b>{}</b></td></tr>",
        outer='<table border="1">{}</table>',
    ),
    "cells": Style(
        section='<tr><td colspan="2"><h3>{}</h3></td></tr>',
        thesis='<tr><td colspan="2"><b>{}</b></td></tr>',
        lead='<tr><td colspan="2">{}</td></tr>',
        date='<tr><td colspan="2">{}</td></tr>',
        said="<tr><td>{words}</td><td>{speaker}</td></tr>",
        said_before="<tr><td>{speaker}</td><td>{words}</td></tr>",
        alone='<tr><td colspan="2">{words}</td></tr>',
        outer="<table>{}</table>",
    ),
    "cells-bare": Style(
        section='<tr><th colspan="2">{}</th></tr>',
        thesis='<tr><th colspan="2">{}</th></tr>',
        lead='<tr><td colspan="2">{}</td></tr>',
        date='<tr><td colspan="2">{}</td></tr>',
        words="{}",
        speaker="{}<br>",
        said="<tr><td>{words}</td><td>{speaker}</td></tr>",
        said_before="<tr><td>{speaker}</td><td>{words}</td></tr>",
        outer="<table>{}</table>",
        has_inline=False,
    ),
    "blockquote": Style(
        alone="<blockquote>{words}</blockquote>",
        said="<blockquote>{words}{speaker}</blockquote>",
        said_before="<blockquote>{speaker}{words}</blockquote>",
        is_quoting=True,
    ),
    "cite": Style(
        speaker="{}<br>",
        alone="<blockquote>{words}</blockquote>",
        said="<blockquote>{words}<cite>{speaker}</cite></blockquote>",
        said_before="<blockquote><cite>{speaker}</cite>{words}</blockquote>",
        is_quoting=True,
    ),
    "quote-footer": Style(
        speaker="{}<br>",
        said="<blockquote>{words}<footer>{speaker}</footer></blockquote>",
        said_before="<blockquote><header>{speaker}</header>{words}</blockquote>",
        is_quoting=True,
        has_inline=False,
    ),
    "figure": Style(
        speaker="{}<br>",
        said="<figure><blockquote>{words}</blockquote><figcaption>{speaker}</figcaption></figure>",
        said_before="<figure><figcaption>{speaker}</figcaption><blockquote>{words}</blockquote></figure>",
        is_quoting=True,
        has_inline=False,
    ),
    "wp-quote": Style(
        speaker="{} ",
        said='<blockquote class="wp-block-quote">{words}<cite>{speaker}</cite></blockquote>',
        said_before='<blockquote class="wp-block-quote"><cite>{speaker}</cite>{words}</blockquote>',
        alone='<blockquote class="wp-block-quote">{words}</blockquote>',
        lead='<p class="has-text-align-left">{}</p>',
        is_quoting=True,
    ),
    "definition-list": Style(
        thesis="<dt>{}</dt>",
        alone="<dd>{words}</dd>",
        said="<dd>{words}{speaker}</dd>",
        said_before="<dd>{speaker}{words}</dd>",
        group="<dl>{}</dl>",
    ),
    "speaker-terms": Style(
        said="<dl><dd>{words}</dd><dt>{speaker}</dt></dl>",
        said_before="<dl><dt>{speaker}</dt><dd>{words}</dd></dl>",
        speaker="<span>{}</span><br>",
        has_inline=False,
    ),
    "details": Style(
        section="<summary>{}</summary>",
        part="<details open>{}</details>",
        thesis="<h4>{}</h4>",
    ),
    "accordion": Style(
        section='<h3><button type="button" aria-expanded="true"><span>{}</span></button></h3>',
        part="<div>{}</div>",
        thesis="<p><b>{}</b></p>",
    ),
    "custom-elements": Style(
        section="<x-heading>{}</x-heading>",
        part="<x-section>{}</x-section>",
        thesis="<x-thesis><b>{}</b></x-thesis>",
        line="<x-para>{}</x-para>",
        words="<x-para>{}</x-para>",
        speaker="<x-speaker>{}</x-speaker>",
        said="<x-quote>{words}{speaker}</x-quote>",
        said_before="<x-quote>{speaker}{words}</x-quote>",
        outer="<x-report>{}</x-report>",
    ),
    "font": flat(FONT, section=FONT_BOLD, thesis=FONT_BOLD, title=FONT_BOLD),
    "old-tags": flat(
        "<P ALIGN=justify>{}",
        section="<H2 ALIGN=center>{}</H2>",
        thesis="<P><B>{}</B>",
        title="<H1>{}</H1>",
        outer="<DIV CLASS=text>{}</DIV>",
    ),
    "missing-ends": Style(
        lead="<p>{}",
        section="<h2>{}</h2>",
        thesis="<p><b>{}</b>",
        line="<p>{}",
        words="<p>{}",
        speaker="<p>{}",
        date="<p>{}",
    ),
    "sections": Style(
        part="<section>{}</section>",
        group="<article>{}</article>",
        lead="<p>{}</p>",
        said='<div class="q">{words}<div class="who">{speaker}</div></div>',
        said_before='<div class="q"><div class="who">{speaker}</div>{words}</div>',
    ),
    "cards": Style(
        group='<div class="grid">{}</div>',
        said='<div class="card"><div>{words}</div><div>{speaker}</div></div>',
        said_before='<div class="card"><div>{speaker}</div><div>{words}</div></div>',
        alone='<div class="card"><div>{words}</div></div>',
        words="<div>{}</div>",
        speaker="<div>{}</div>",
    ),
    "card-spans": Style(
        said='<div><span style="display:block">{words}</span><span>{speaker}</span></div>',
        said_before="<div><p>{speaker}</p><p>{words}</p></div>",
        words="<p>{}</p>",
        speaker="<small>{}</small><br>",
        has_inline=False,
    ),
    "italic-words": Style(line="<p>{}</p>", words="<p><i>{}</i></p>", speaker="<p><b>{}</b></p>"),
    "preformatted": Style(lead="<pre>{}</pre>", line="<pre>{}</pre>", words="<pre>{}</pre>"),
    "rules": Style(part="<hr>{}<hr>", group="{}<hr>"),
    "layout-tables": flat(
        "<table><tr><td width=10>&nbsp;</td><td><p>{}</p></td></tr></table>",
        section="<table><tr><td bgcolor=#eee><b>{}</b></td></tr></table>",
        thesis="<table><tr><td><b>{}</b></td></tr></table>",
        title="<table><tr><td><h1>{}</h1></td></tr></table>",
        outer="<table width=100%><tr><td valign=top>{}</td></tr></table>",
    ),
    "builder": flat(
        '<div class="t-row"><div class="t-col"><div field="text">{}</div></div></div>',
        section='<div class="t-row"><div class="t-title"><strong>{}</strong></div></div>',
        thesis='<div class="t-row"><div field="descr"><strong>{}</strong></div></div>',
    ),
}
