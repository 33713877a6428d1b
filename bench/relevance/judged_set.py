"""The judged queries over the real reports, and the check of their file against the records.

queries.tsv: query_id, class, query (as staff type it), parameters of /search beside it,
spellings (how a text can contain what was typed: `a|b & c & !d`; empty where the question of
"contains it" makes no sense) and expect (`nothing`, or `did_you_mean=a|b`: any of these).
judgements.tsv: query_id, record_id, grade (2 on the subject, 1 partly, 0 contains the word but is
about something else, -1 must not be found at all) and exact (1 if the record contains what was
typed in one of the spellings, empty where the query has no spellings).
"""

import csv
import dataclasses
import json
import pathlib
import re
import subprocess
import unicodedata

FOLDER = pathlib.Path(__file__).parent / "judged"
QUERY_COLUMNS = ["query_id", "class", "query", "parameters", "spellings", "expect"]
JUDGEMENT_COLUMNS = ["query_id", "record_id", "grade", "exact"]
ALL_KINDS = ["initiative", "example", "standard", "passage"]


@dataclasses.dataclass
class JudgedQuery:
    query_id: str
    query_class: str
    text: str
    parameters: dict      # Of /search, such as {"kind": "standard"}.
    spellings: str
    expect: str
    grades: dict = dataclasses.field(default_factory=dict)
    exact: set = dataclasses.field(default_factory=set)

    @property
    def kinds(self):
        kind = self.parameters.get("kind", "initiative")
        return ALL_KINDS if kind == "all" else [kind]

    @property
    def must_find_nothing(self):
        return self.expect == "nothing"

    @property
    def offers(self):
        """What may be offered instead of a typo; empty for queries that are none."""
        name, _, value = self.expect.partition("=")
        return value.split("|") if name == "did_you_mean" else []

    @property
    def is_ranked(self):
        return any(grade > 0 for grade in self.grades.values())

    @property
    def forbidden(self):
        return {record for record, grade in self.grades.items() if grade < 0}


def rows_of(file, columns):
    with open(file, encoding="utf-8", newline="") as lines:
        reader = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        if next(reader) != columns:
            raise SystemExit(f"{file}: the columns must be {' '.join(columns)}")
        for number, row in enumerate(reader, start=2):
            if len(row) != len(columns):
                raise SystemExit(f"{file}:{number}: {len(row)} columns instead of {len(columns)}")
            yield row


def load(folder=FOLDER):
    """The queries with their judgements, in the order of the file."""
    queries = {}
    for query_id, query_class, text, parameters, spellings, expect in rows_of(
            folder / "queries.tsv", QUERY_COLUMNS):
        if query_id in queries:
            raise SystemExit(f"queries.tsv: {query_id} stands there twice")
        pairs = dict(pair.split("=", 1) for pair in parameters.split("&") if pair)
        queries[query_id] = JudgedQuery(query_id, query_class, text, pairs, spellings, expect)
    for query_id, record, grade, exact in rows_of(folder / "judgements.tsv", JUDGEMENT_COLUMNS):
        queries[query_id].grades[record] = int(grade)
        if exact == "1":
            queries[query_id].exact.add(record)
    return list(queries.values())


def records_of(indexer, reports):
    """The records that the indexer reads from the reports, as objects of the API."""
    output = subprocess.run([indexer, "inspect", reports], stdout=subprocess.PIPE,
                            stderr=subprocess.DEVNULL, check=True).stdout
    return [json.loads(line) for line in output.decode().splitlines()]


def folded(text):
    """Width, case and blanks folded; paragraphs stay apart."""
    return re.sub(r"[ \t]+", "", unicodedata.normalize("NFKC", text or "").lower())


def contains(text, spelling):
    """True if `text` (folded) has `spelling`; Latin words and numbers only whole."""
    pattern = re.escape(folded(spelling))
    if re.match(r"[a-z0-9]", folded(spelling)):
        pattern = "(?<![a-z0-9])" + pattern
    if re.search(r"[a-z0-9]$", folded(spelling)):
        pattern += "(?![a-z0-9])"
    return re.search(pattern, text) is not None


def contains_typed(record, spellings):
    text = folded(record["target"]) + "\n" + folded(record["result"])
    for part in spellings.split(" & "):
        is_excluded = part.startswith("!")
        if is_excluded == any(contains(text, one) for one in part.lstrip("!").split("|")):
            return False
    return True


def problems_in(queries, records):
    """What in the judged set does not fit together or not to the records."""
    by_id = {record["id"]: record for record in records}
    problems = []
    for query in queries:
        place = f"{query.query_id} {query.text}"
        unknown = [record for record in query.grades if record not in by_id]
        problems += [f"{place}: there is no record {record}" for record in unknown]
        if not query.is_ranked and not query.expect:
            problems.append(f"{place}: neither relevant records nor an expectation")
        if query.is_ranked and query.must_find_nothing:
            problems.append(f"{place}: must find nothing and has relevant records")
        if not query.spellings or unknown:
            continue
        typed = {record["id"] for record in records
                 if record["kind"] in query.kinds and contains_typed(record, query.spellings)}
        # A filter restricts what has to be found, so there only one direction can be checked.
        expected = typed & query.exact if query.query_class == "filter" else typed
        if query.exact != expected:
            problems.append(f"{place}: exact should be 1 for {sorted(expected - query.exact)} "
                            f"and 0 for {sorted(query.exact - expected)}")
    return problems
