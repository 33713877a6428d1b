"""The engines of Debian on both sets. Each gives, for a query, all ids that match, best first."""

import pathlib
import shutil

import groonga
import lucene
import sqlite_trigram
from answer import Answer
from typed_query import parse, passes, searchable_text

# Name in the tables and on the command line -> module and its settings.
PEERS = {
    "groonga-mecab": (groonga, "TokenMecab"),
    "groonga-bigram": (groonga, "TokenBigram"),
    "lucene": (lucene, 1.2),
    "lucene-k1=0.6": (lucene, 0.6),
    "sqlite-trigram": (sqlite_trigram, None),
}


def missing(name):
    """Says what is not installed, or nothing."""
    return PEERS[name][0].missing()


def opened(name, cache, documents):
    """An engine with `documents` (id and text) indexed in a new folder below `cache`."""
    module, setting = PEERS[name]
    folder = pathlib.Path(cache) / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return module.Engine(folder, documents, setting)


def answers(name, cache, queries, records):
    """Answers by query id: all words must match; if nothing does, any token of them may."""
    documents = [(record["id"], searchable_text(record)) for record in records]
    by_id = {record["id"]: record for record in records}
    engine = opened(name, cache, documents)
    parsed = {query.query_id: parse(query.text) for query in queries}
    found = engine.search([parsed[query.query_id] for query in queries if
                           parsed[query.query_id].words], len(documents))
    lists = dict(zip((query.query_id for query in queries if parsed[query.query_id].words), found))
    results = {}
    for query in queries:
        ids = lists.get(query.query_id, sorted(by_id))  # Filters alone: everything, by id.
        results[query.query_id] = Answer([
            record for record in ids if by_id[record]["kind"] in query.kinds
            and passes(by_id[record], parsed[query.query_id].filters)])
    return results


def question_run(name, cache, questions, documents):
    """The first ten of each question by its id: any token of the question may match."""
    engine = opened(name, cache, documents)
    found = engine.ask([question.text for question in questions], 10)
    return {question.question_id: ids for question, ids in zip(questions, found)}
