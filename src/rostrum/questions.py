"""Ready questions: each file of `sql/queries/` is one, and says what may be asked of it.

The first line is the question; a line `-- $name = default: what it is` names a parameter, one
without `=` must be given. Values go in as parameters, never into the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from rostrum.errors import UsageError
from rostrum.warehouse.folder import sql_folder
from rostrum.warehouse.query import Answer, query

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from rostrum.settings import Settings
    from rostrum.warehouse.query import WholeAnswer

PARAMETER = re.compile(
    r"^-- \$(?P<name>\w+)(?P<has_default> = ?(?P<default>[^:]*))?: (?P<help>.*)$", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question may be given; one without a default must be."""

    name: str
    default: str | None
    help: str


@dataclass(frozen=True, slots=True)
class Question:
    """A ready query.

    Attributes:
        name: its file's name.
        question: what it answers.
    """

    name: str
    question: str
    parameters: tuple[Parameter, ...]
    select: str


def all_questions() -> list[Question]:
    """Every ready question, by name."""
    return [read_question(path) for path in sorted((sql_folder() / "queries").glob("*.sql"))]


def read_question(path: Path) -> Question:
    """One file."""
    select = path.read_text(encoding="utf-8")
    first_line = select.partition("\n")[0]
    parameters = tuple(
        Parameter(
            found["name"], found["default"].strip() if found["has_default"] else None, found["help"]
        )
        for found in PARAMETER.finditer(select)
    )
    return Question(path.stem, first_line.removeprefix("-- "), parameters, select)


def list_questions() -> Answer:
    """The questions as a table."""
    rows = [
        (one.name, one.question, ", ".join(map(describe, one.parameters)))
        for one in all_questions()
    ]
    return Answer(("name", "question", "parameters"), rows)


def describe(parameter: Parameter) -> str:
    """A parameter in a few words."""
    default = f" [{parameter.default}]" if parameter.default else ""
    must = "" if parameter.default is not None else ", needed"
    return f"{parameter.name}{default} ({parameter.help}{must})"


def ask(settings: Settings, name: str, words: Sequence[str]) -> WholeAnswer:
    """Ask a ready question of the snapshot.

    Args:
        settings: of the home.
        name: the question's.
        words: values of its parameters, each as `name=value`.

    Raises:
        UsageError: there is no such question, or the words do not fit it.
        HomeError: nothing is published.
        QueryError: DuckDB refused a value.
    """
    question = find_question(name)
    return query(settings, question.select, read_values(question, words))


def find_question(name: str) -> Question:
    """A question by its name, in which `-` and `_` are one.

    Raises:
        UsageError: there is none.
    """
    questions = {one.name: one for one in all_questions()}
    found = questions.get(name.replace("-", "_"))
    if found is None:
        near = get_close_matches(name, questions, n=1, cutoff=0.5)
        hint = f"Did you mean {near[0]}? " if near else ""
        raise UsageError(f"There is no question {name!r}. {hint}`rostrum ask` lists them.")
    return found


def read_values(question: Question, words: Sequence[str]) -> dict[str, str]:
    """The values of a question's parameters.

    Raises:
        UsageError: a word is no value of a parameter, or one that is needed is missing.
    """
    values = {one.name: one.default for one in question.parameters}
    for word in words:
        name, equals, value = word.partition("=")
        if not equals or name not in values:
            raise UsageError(f"{word!r} does not fit {question.name}: {usage(question)}")
        values[name] = value
    missing = [name for name, value in values.items() if value is None]
    if missing:
        raise UsageError(f"{question.name} needs {' and '.join(missing)}: {usage(question)}")
    return {name: value for name, value in values.items() if value is not None}


def usage(question: Question) -> str:
    """How to ask a question."""
    parts = [f"{one.name}=…" for one in question.parameters]
    return f"ask `{' '.join(['rostrum ask', question.name, *parts])}`."
