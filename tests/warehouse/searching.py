"""Texts made searchable by the very files of `sql/`, and BM25 computed the plain way beside it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from math import log

import duckdb
import snowballstemmer

from rostrum.warehouse.folder import sql_folder
from rostrum.warehouse.models import FUNCTIONS, MACROS, load_models, run_files

ENGLISH = snowballstemmer.stemmer("english")
RUSSIAN = snowballstemmer.stemmer("russian")


def with_macros() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    connection.execute("create schema intermediate")
    run_files(connection, MACROS)
    return connection


def searchable(texts: list[str]) -> duckdb.DuckDBPyConnection:
    """A database in memory with these quotes; the id of each is its place in the list."""
    connection = with_macros()
    connection.execute(
        "create table intermediate.int_quotes_published as "
        "select cast(number as varchar) as quote_id, number as quote_key, text, "
        "length(text) - length(replace(text, ' ', '')) + 1 as word_count, "
        "'Ada Brandt' as speaker_name, 'https://lakes.example/' as page_url "
        "from (select unnest($texts) as text, unnest(range(len($texts))) as number)",
        {"texts": texts},
    )
    (model,) = (one for one in load_models(sql_folder()) if one.name == "int_words_indexed")
    connection.execute(f"create table {model.table} as {model.select}")
    run_files(connection, FUNCTIONS)
    return connection


def stem(word: str) -> str:
    return (RUSSIAN if re.search("[а-я]", word) else ENGLISH).stemWord(word)


def words_of(text: str) -> list[str]:
    plain = unicodedata.normalize("NFC", text).lower().replace("ё", "е").replace("’", "'")
    return re.findall(r"[^\W_]+(?:'[^\W_]+)*", plain)


def bm25(texts: list[str], query: str) -> dict[str, float]:
    """The score of each text that has one of the words."""
    documents = [Counter(map(stem, words_of(text))) for text in texts]
    lengths = [text.count(" ") + 1 for text in texts]
    mean = sum(lengths) / len(lengths)
    scores: Counter[str] = Counter()
    for asked in {stem(word) for word in words_of(query)}:
        count = sum(asked in document for document in documents)
        weight = log(1 + (len(texts) - count + 0.5) / (count + 0.5))
        for number, document in enumerate(documents):
            if times := document[asked]:
                norm = 1.2 * (0.25 + 0.75 * lengths[number] / mean)
                scores[str(number)] += weight * times * 2.2 / (times + norm)
    return dict(scores)
