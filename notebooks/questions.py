"""Questions that analysts have, asked of the published snapshot, which is only read.

Open it with `marimo edit notebooks/questions.py`, or run it: `python notebooks/questions.py`.
`ROSTRUM_HOME` says which home; `./data` otherwise.
"""

import marimo

app = marimo.App(width="medium", app_title="Who said what")


@app.cell
def _():
    import html
    import os
    from pathlib import Path

    import duckdb
    import marimo as mo

    return Path, duckdb, html, mo, os


@app.cell
def _(Path, duckdb, os):
    published = Path(os.environ.get("ROSTRUM_HOME") or "data") / "snapshot.duckdb"
    if not published.exists():
        raise SystemExit(f"No {published}: run `rostrum ingest sample`, or set ROSTRUM_HOME.")
    snapshot = duckdb.connect(str(published), read_only=True)
    # Nothing that is asked here can reach a file or the network.
    snapshot.execute("set enable_external_access = false")
    snapshot.execute("set lock_configuration = true")
    return (snapshot,)


@app.cell
def _(html, mo, snapshot):
    def ask(sql, **values):
        """The rows of a query, each as a dictionary; values go in as parameters."""
        cursor = snapshot.execute(sql, values or None)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def table(rows):
        """Rows as a table. What pages say is text here: no markup, no links."""
        if not rows:
            return mo.md("*Nothing of the kind is published.*")
        head = "".join(f"<th>{html.escape(name)}</th>" for name in rows[0])
        body = "".join(
            "<tr>"
            + "".join(
                f"<td dir=auto>{'' if value is None else html.escape(str(value))}</td>"
                for value in row.values()
            )
            + "</tr>"
            for row in rows
        )
        return mo.Html(f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>")

    return ask, table


@app.cell
def _(mo):
    mo.md("# Who said what\n\n## Who is quoted most at each event?")
    return


@app.cell
def _(ask, table):
    most_quoted = ask(
        """
        select event_name, speaker_name, count(*) as quotes
        from quotes
        where speaker_name is not null
        group by event_name, speaker_name
        qualify row_number() over (
            partition by event_name order by count(*) desc, speaker_name
        ) <= 5
        order by event_name, quotes desc, speaker_name
        """
    )
    table(most_quoted)
    return (most_quoted,)


@app.cell
def _(mo):
    mo.md("## Who speaks for an organization?")
    return


@app.cell
def _(ask):
    organizations = [
        row["name"]
        for row in ask("select name from organizations order by quote_count desc, name limit 50")
    ]
    return (organizations,)


@app.cell
def _(mo, organizations):
    organization = mo.ui.dropdown(
        organizations,
        value=organizations[0] if organizations else None,
        label="Organization",
    )
    organization
    return (organization,)


@app.cell
def _(ask, organization, table):
    spokespeople = ask(
        """
        select speaker_name, position, count(*) as quotes, max(published_on) as last_quoted
        from quotes
        where list_contains(
            list_transform(roles, lambda role: lower(role.organization)), lower($organization)
        )
        group by all
        order by quotes desc, speaker_name, position
        """,
        organization=organization.value,
    )
    table(spokespeople)
    return (spokespeople,)


@app.cell
def _(mo):
    mo.md("## Which problems are named, and which solutions beside them?")
    return


@app.cell
def _(ask, table):
    problems = ask(
        """
        select
            session_title,
            list(distinct thesis order by thesis) filter (section_kind = 'problems') as problems,
            list(distinct thesis order by thesis) filter (section_kind = 'solutions') as solutions
        from quotes
        where thesis is not null
        group by page_url, session_title
        having problems is not null
        order by session_title
        """
    )
    table(problems)
    return (problems,)


@app.cell
def _(mo):
    mo.md("## What was edited after publication?")
    return


@app.cell
def _(ask, table):
    edits = ask(
        """
        select seen_at, change, speaker_name, before, after, page_url
        from quote_changes
        order by seen_at desc, page_url, quote_id, change
        limit 100
        """
    )
    table(edits)
    return (edits,)


@app.cell
def _(mo):
    mo.md("## When does a word come up?")
    return


@app.cell
def _(mo):
    word = mo.ui.text(value="river", label="A word")
    word
    return (word,)


@app.cell
def _(ask, table, word):
    timeline = ask(
        """
        select
            strftime(published_on, '%Y-%m') as month,
            count(*) as quotes,
            count(distinct person_id) as people
        from quotes
        where published_on is not null and contains(lower(text), lower($word))
        group by month
        order by month
        """,
        word=word.value,
    )
    table(timeline)
    return (timeline,)


if __name__ == "__main__":
    app.run()
