"""The ready questions: each has its stored answer, and a wrong one gets one clear line."""

from __future__ import annotations

import json
import re

import pytest

from rostrum.questions import all_questions, list_questions
from tests.answers import ASKED, FOLDER, ask_all, make_altered, make_sample

STORED = {
    name: json.loads((FOLDER / f"{name}.json").read_text("utf-8")) for name in ("sample", "altered")
}


@pytest.fixture(scope="module")
def answers(tmp_path_factory):
    """What is answered of the sample site, and when a site that alters is added."""
    settings = make_sample(tmp_path_factory.mktemp("answers") / "home")
    sample = ask_all(settings)
    return {"sample": sample, "altered": ask_all(settings, make_altered(settings))}


def test_there_are_many_and_each_says_what_it_answers():
    questions = all_questions()
    assert len(questions) >= 25
    for one in questions:
        assert one.question.endswith("?"), one.name
        assert set(re.findall(r"\$(\w+)", one.select)) == {part.name for part in one.parameters}


@pytest.mark.parametrize("name", [one.name for one in all_questions()])
@pytest.mark.parametrize("site", ["sample", "altered"])
def test_the_answer_is_the_stored_one(answers, site, name):
    assert STORED[site][name] == answers[site][name]


@pytest.mark.parametrize("name", [one.name for one in all_questions()])
def test_every_question_has_an_answer_somewhere(name):
    assert STORED["altered"][name]


def test_ask_lists_and_answers(command, settings):
    make_sample(settings.home)
    listed = command("ask")
    assert listed.returncode == 0
    assert all(row[0] in listed.stdout for row in list_questions().rows)
    done = command("ask", "most-quoted-people", "limit=2", "event=Tarn Valley", "--format", "json")
    assert [6, 6] == [row["quote_count"] for row in json.loads(done.stdout)], done.stderr


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (["most_quoted"], 2, "Did you mean most_quoted_people?"),
        (["spokespeople"], 2, "needs organization"),
        (["most_quoted_people", "events=x"], 2, "'events=x' does not fit most_quoted_people"),
        (["most_quoted_people", "5"], 2, "does not fit"),
        (["most_quoted_people", "limit=many"], 1, "many"),
        (["newcomers", "year='; drop table quotes"], 1, "drop table"),
    ],
)
def test_a_wrong_question_gets_one_line(command, settings, words, status, told):
    make_sample(settings.home)
    done = command("ask", *words)
    assert (status, 1) == (done.returncode, len(done.stderr.splitlines())), done.stderr
    assert told in done.stderr


def test_nothing_is_published_yet(command):
    done = command("ask", "languages")
    assert (1, 1) == (done.returncode, len(done.stderr.splitlines()))
    assert "rostrum ingest sample" in done.stderr


def test_what_is_asked_is_asked_of_a_question():
    assert ASKED.keys() <= {one.name for one in all_questions()}
