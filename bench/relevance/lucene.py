"""Lucene with its Japanese analyzer (kuromoji) and BM25, through LuceneSearch.java beside this."""

import pathlib
import re
import shutil
import subprocess

JARS = pathlib.Path("/usr/share/java")
PARTS = ["lucene-core", "lucene-analyzers-common", "lucene-analyzers-kuromoji",
         "lucene-queryparser"]
PROGRAM = pathlib.Path(__file__).parent / "LuceneSearch.java"


def jars():
    """The newest jar of each part; fewer if one is not there."""
    found = (sorted(JARS.glob(f"{part}-[0-9]*.jar")) for part in PARTS)
    return [str(versions[-1]) for versions in found if versions]


def missing():
    if shutil.which("javac") is None:
        return "no Java compiler is installed (apt-get install default-jdk-headless)"
    if len(jars()) < len(PARTS):
        return "Lucene is not installed (apt-get install liblucene8-java)"
    return None


def escaped(text):
    """`text` without the signs and capital operators of the classic query parser."""
    plain = re.sub(r'([+\-!(){}\[\]^"~*?:\\/&|])', r"\\\1", text)
    return re.sub(r"\b(AND|OR|NOT)\b", lambda word: word.group().lower(), plain)


class Engine:
    def __init__(self, folder, documents, k1):
        self.folder = folder
        self.k1 = k1
        (folder / "documents.tsv").write_text(
            "".join(f"{key}\t{text}\n" for key, text in documents), encoding="utf-8")

    def execute(self, operator, expressions, limit):
        if not expressions:
            return []
        queries = self.folder / "queries.tsv"
        queries.write_text("".join(f"{operator}\t{one}\n" for one in expressions),
                           encoding="utf-8")
        output = subprocess.run(
            ["java", "-cp", ":".join(jars()), PROGRAM, self.folder / "documents.tsv", queries,
             str(self.k1), str(limit)], stdout=subprocess.PIPE, check=True).stdout
        return [line.split() for line in output.decode().splitlines()]

    def expression(self, query):
        def piece(word):
            return f'"{escaped(word)}"' if word in query.phrases else escaped(word)

        wanted = " ".join("(" + " OR ".join(map(piece, group)) + ")" if len(group) > 1
                          else piece(group[0]) for group in query.groups)
        return wanted + "".join(" -" + piece(word) for word in query.excluded)

    def search(self, queries, limit):
        found = self.execute("AND", [self.expression(query) for query in queries], limit)
        empty = [place for place, ids in enumerate(found)
                 if not ids and not queries[place].excluded]
        asked = self.ask([" ".join(queries[place].words) for place in empty], limit)
        for place, ids in zip(empty, asked):
            found[place] = ids
        return found

    def ask(self, texts, limit):
        return self.execute("OR", [escaped(text) for text in texts], limit)
