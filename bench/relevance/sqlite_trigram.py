"""SQLite FTS5 with its trigram tokenizer, ranked by bm25(). Words under three characters cannot
be matched by it; they are left out, and a query of nothing else finds nothing."""

import sqlite3
import unicodedata

MINIMUM = 3


def missing():
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE t USING fts5(text, tokenize='trigram')")
    except sqlite3.OperationalError as problem:
        return f"this Python's SQLite has no FTS5 with trigrams ({problem})"
    return None


def folded(text):
    return unicodedata.normalize("NFKC", text).lower()


def quoted(text):
    return '"' + text.replace('"', '""') + '"'


def trigrams(text):
    return list(dict.fromkeys(text[at:at + 3] for at in range(len(text) - 2)))


def any_of(pieces):
    return "(" + " OR ".join(map(quoted, pieces)) + ")"


class Engine:
    def __init__(self, folder, documents, _setting):
        self.ids = [key for key, _ in documents]
        self.connection = sqlite3.connect(folder / "index.db")
        self.connection.execute("CREATE VIRTUAL TABLE docs USING fts5(text, tokenize='trigram')")
        self.connection.executemany("INSERT INTO docs(rowid, text) VALUES(?, ?)",
                                    ((place, folded(text))
                                     for place, (_, text) in enumerate(documents)))

    def matches(self, expression, limit):
        if not expression:
            return []
        rows = self.connection.execute(
            "SELECT rowid FROM docs WHERE docs MATCH ? ORDER BY bm25(docs), rowid LIMIT ?",
            (expression, limit))
        return [self.ids[row] for (row,) in rows]

    def expression(self, query):
        groups = [[word for word in map(folded, group) if len(word) >= MINIMUM]
                  for group in query.groups]
        wanted = " AND ".join(any_of(group) for group in groups if group)
        excluded = [word for word in map(folded, query.excluded) if len(word) >= MINIMUM]
        return f"{wanted} NOT {any_of(excluded)}" if wanted and excluded else wanted

    def search(self, queries, limit):
        return [self.matches(self.expression(query), limit)
                or ([] if query.excluded else self.ask([" ".join(query.words)], limit)[0])
                for query in queries]

    def ask(self, texts, limit):
        lists = [[piece for word in folded(text).split() for piece in trigrams(word)]
                 for text in texts]
        return [self.matches(any_of(pieces), limit) if pieces else [] for pieces in lists]
