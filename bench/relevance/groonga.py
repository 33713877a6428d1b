"""Groonga through its own command line, one process for all queries, ranked by scorer_tf_idf."""

import json
import shutil
import subprocess
import urllib.parse

DEFINE = """plugin_register tokenizers/mecab
table_create Docs TABLE_HASH_KEY ShortText
column_create Docs text COLUMN_SCALAR Text
"""
INDEX = """table_create Terms TABLE_PAT_KEY ShortText --default_tokenizer {} --normalizer NormalizerAuto
column_create Terms docs_text COLUMN_INDEX|WITH_POSITION Docs text
"""


def missing():
    if shutil.which("groonga") is None:
        return "groonga is not installed (apt-get install groonga groonga-tokenizer-mecab)"
    probe = subprocess.run(["groonga"], input=b"plugin_register tokenizers/mecab\n",
                           stdout=subprocess.PIPE, check=False)
    if b"true" not in probe.stdout:
        return "groonga has no TokenMecab (apt-get install groonga-tokenizer-mecab)"
    return None


def escaped(word):
    """`word` as a phrase of the query syntax."""
    return '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"'


def any_of(words):
    return "(" + " OR ".join(map(escaped, words)) + ")"


class Engine:
    def __init__(self, folder, documents, tokenizer):
        self.database = folder / "db"
        self.tokenizer = tokenizer
        rows = [json.dumps({"_key": key, "text": text}, ensure_ascii=False)
                for key, text in documents]
        commands = DEFINE + "load --table Docs\n[" + ",\n".join(rows) + "]\n"
        self.execute(commands + INDEX.format(tokenizer), is_new=True)

    def execute(self, commands, is_new=False):
        """The parsed answers to `commands`, one to a line."""
        process = subprocess.run(["groonga", *(["-n"] if is_new else []), self.database],
                                 input=commands.encode(), stdout=subprocess.PIPE, check=True)
        answers = [json.loads(line) for line in process.stdout.decode().splitlines()]
        for answer in answers:
            if answer[0][0] != 0:
                raise SystemExit(f"groonga: {answer[0]}")
        return [answer[1] for answer in answers]

    def select(self, expressions, limit):
        commands = ["/d/select?" + urllib.parse.urlencode({
            "table": "Docs", "match_columns": "scorer_tf_idf(text)", "query": expression,
            "sort_keys": "-_score,_key", "limit": limit, "output_columns": "_key",
            "cache": "no"}) for expression in expressions]
        return [[row[0] for row in answer[0][2:]]
                for answer in self.execute("\n".join(commands) + "\n")]

    def expression(self, query):
        wanted = " ".join(any_of(group) for group in query.groups)
        return wanted + "".join(" - " + escaped(word) for word in query.excluded)

    def tokens(self, texts):
        """The tokens of each text as the index makes them; a text is a query of its own."""
        commands = ["/d/tokenize?" + urllib.parse.urlencode({
            "tokenizer": self.tokenizer, "normalizer": "NormalizerAuto", "mode": "GET",
            "string": text}) for text in texts]
        return [list(dict.fromkeys(token["value"] for token in answer))
                for answer in self.execute("\n".join(commands) + "\n")]

    def search(self, queries, limit):
        found = self.select([self.expression(query) for query in queries], limit)
        empty = [place for place, ids in enumerate(found)
                 if not ids and not queries[place].excluded]
        asked = self.ask([" ".join(queries[place].words) for place in empty], limit)
        for place, ids in zip(empty, asked):
            found[place] = ids
        return found

    def ask(self, texts, limit):
        if not texts:
            return []
        return self.select([any_of(tokens) for tokens in self.tokens(texts)], limit)
