#!/usr/bin/env python3
"""How well practices are found in the real reports, against the judgements in judged/.

    evaluate.py --programs build/release/bin REPORTS [--url http://127.0.0.1:8080]

Prints B-cubed precision, recall and F1 of the practices and of plain baselines, and, given the
address of a daemon that serves the same reports, recall@10 of the promotion candidates.
"""

import argparse
import collections
import json
import math
import pathlib
import random
import subprocess
import urllib.request

JUDGED = pathlib.Path(__file__).parent / "judged"
DICTIONARY = "/var/lib/mecab/dic/ipadic-utf8"
KMEANS_SIZES = (20, 40, 60, 80, 100)
KMEANS_SEEDS = (0, 1, 2)
NEIGHBOURS = (1, 2, 3, 5)
LEAST_SCORES = (0.0, 0.2, 0.3, 0.4)


def rows(name):
    lines = (JUDGED / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines[1:] if line]


def judged_members():
    members = collections.defaultdict(set)
    for practice, record in rows("members.tsv"):
        members[practice].add(record)
    return members


def records_of(programs, reports):
    output = subprocess.run([programs / "torikumi-indexer", "inspect", *reports],
                            check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    return output.decode("utf-8").splitlines()


def found_groups(programs, lines):
    output = subprocess.run([programs / "group_records"], check=True, stdout=subprocess.PIPE,
                            input="\n".join(lines).encode("utf-8")).stdout
    return [{member["id"] for member in json.loads(line)["members"]}
            for line in output.decode("utf-8").splitlines()]


def bcubed(groups, classes, items):
    """Precision and recall for overlapping groups: E. Amigó et al., Information Retrieval 12:461
    (2009). What is in no group, or no class, is alone in one of its own."""
    def memberships(sets):
        of = {item: {number for number, members in enumerate(sets) if item in members}
              for item in items}
        return {item: numbers or {("alone", item)} for item, numbers in of.items()}
    system, truth = memberships(groups), memberships(classes)
    precision, recall = [], []
    for a in items:
        precise, complete = [], []
        for b in items:
            together = len(system[a] & system[b])
            alike = len(truth[a] & truth[b])
            if together:
                precise.append(min(together, alike) / together)
            if alike:
                complete.append(min(together, alike) / alike)
        precision.append(sum(precise) / len(precise))
        recall.append(sum(complete) / len(complete))
    p, r = sum(precision) / len(items), sum(recall) / len(items)
    return p, r, 2 * p * r / (p + r)


def words_of(texts):
    """Base forms of nouns, verbs, adjectives and adverbs, as MeCab gives them."""
    output = subprocess.run(["mecab", "-d", DICTIONARY, "-F", "%f[0],%f[6],%m ", "-E", "\\n"],
                            check=True, stdout=subprocess.PIPE,
                            input="\n".join(texts).encode("utf-8")).stdout.decode("utf-8")
    documents = []
    for line in output.splitlines():
        words = collections.Counter()
        for token in line.split(" "):
            parts = token.split(",", 2)
            if parts[0] in ("名詞", "動詞", "形容詞", "副詞"):
                words[parts[1] if parts[1] != "*" else parts[2]] += 1
        documents.append(words)
    return documents


class Baselines:
    def __init__(self, ids, documents):
        self.ids, self.documents = ids, documents
        self.frequency = collections.Counter(word for words in documents for word in words)
        self.mean_length = sum(sum(words.values()) for words in documents) / len(documents)

    def bm25(self):
        """Of every record against every other one, with k1 1.2 and b 0.75."""
        count = len(self.ids)
        scores = [[0.0] * count for _ in range(count)]
        for a, query in enumerate(self.documents):
            for word in query:
                idf = math.log(1 + (count - self.frequency[word] + 0.5) / (self.frequency[word] + 0.5))
                for b, words in enumerate(self.documents):
                    if word in words:
                        length = 0.25 + 0.75 * sum(words.values()) / self.mean_length
                        scores[a][b] += idf * words[word] * 2.2 / (words[word] + 1.2 * length)
        return scores

    def neighbour_groups(self, scores, k):
        """Each record with its k best neighbours."""
        groups = set()
        for a in range(len(self.ids)):
            order = sorted((b for b in range(len(self.ids)) if b != a), key=lambda b: -scores[a][b])
            groups.add(frozenset(self.ids[b] for b in [a, *order[:k]]))
        return [set(group) for group in groups]

    def mutual_groups(self, scores, k, least):
        """Connected components of records that are among each other's k best neighbours, with a mean
        score of `least` of what each scores against itself."""
        count = len(self.ids)
        best = [set(sorted((b for b in range(count) if b != a), key=lambda b: -scores[a][b])[:k])
                for a in range(count)]
        root = list(range(count))

        def find(a):
            while root[a] != a:
                a = root[a]
            return a
        for a in range(count):
            for b in best[a]:
                share = (scores[a][b] / scores[a][a] + scores[b][a] / scores[b][b]) / 2
                if a in best[b] and share >= least:
                    root[find(a)] = find(b)
        groups = collections.defaultdict(set)
        for a in range(count):
            groups[find(a)].add(self.ids[a])
        return list(groups.values())

    def kmeans(self, size, seed):
        """Spherical k-means of TF-IDF vectors, from a k-means++ start."""
        source = random.Random(seed)
        count = len(self.ids)
        vectors = []
        for words in self.documents:
            vector = {word: (1 + math.log(n)) * math.log(count / self.frequency[word])
                      for word, n in words.items()}
            norm = math.sqrt(sum(x * x for x in vector.values())) or 1
            vectors.append({word: x / norm for word, x in vector.items()})

        def cosine(vector, centre):
            return sum(x * centre.get(word, 0) for word, x in vector.items())
        centres = [vectors[source.randrange(count)]]
        distance = [1 - cosine(vector, centres[0]) for vector in vectors]
        while len(centres) < size:
            weights = [max(d, 0) for d in distance]
            centres.append(vectors[source.choices(range(count), weights)[0]])
            distance = [min(d, 1 - cosine(v, centres[-1])) for d, v in zip(distance, vectors)]
        for _ in range(30):
            nearest = [max(range(size), key=lambda c: cosine(vector, centres[c]))
                       for vector in vectors]
            moved = []
            for centre in range(size):
                total = collections.defaultdict(float)
                for place, vector in enumerate(vectors):
                    if nearest[place] == centre:
                        for word, x in vector.items():
                            total[word] += x
                norm = math.sqrt(sum(x * x for x in total.values())) or 1
                moved.append({word: x / norm for word, x in total.items()})
            if moved == centres:
                break
            centres = moved
        groups = collections.defaultdict(set)
        for place, centre in enumerate(nearest):
            groups[centre].add(self.ids[place])
        return list(groups.values())


def print_row(name, scores):
    print("| {} | {:.3f} | {:.3f} | {:.3f} |".format(name, *scores))


def print_baselines(ids, documents, classes):
    baselines = Baselines(ids, documents)
    scores = baselines.bm25()
    for k in NEIGHBOURS:
        print_row(f"BM25: a record and its {k} best neighbours",
                  bcubed(baselines.neighbour_groups(scores, k), classes, ids))
    best = max(((bcubed(baselines.mutual_groups(scores, k, least), classes, ids), k, least)
                for k in NEIGHBOURS for least in LEAST_SCORES), key=lambda row: row[0][2])
    print_row(f"BM25: components of mutual {best[1]} neighbours, score from {best[2]} "
              "(best of 16 settings)", best[0])
    for size in KMEANS_SIZES:
        runs = [bcubed(baselines.kmeans(size, seed), classes, ids) for seed in KMEANS_SEEDS]
        print_row(f"TF-IDF k-means, k = {size} (mean of {len(runs)} starts)",
                  [sum(column) / len(runs) for column in zip(*runs)])


def hits(candidates, members, practice):
    """Whether a candidate is this practice: at least half of its records, and two wards of it, are."""
    for candidate in candidates:
        records = {evidence["id"] for evidence in candidate["evidence"]}
        common = records & members[practice]
        if len(common) * 2 >= len(records) and len({record[:6] for record in common}) >= 2:
            return True
    return False


def print_candidates(url, members):
    with urllib.request.urlopen(f"{url}/api/v1/promotion?limit=10") as answer:
        candidates = json.load(answer)["candidates"]
    headline = [row[0] for row in rows("practices.tsv") if row[1] == "headline"]
    covered = [row[0] for row in rows("practices.tsv") if row[1] == "covered"]
    found = [practice for practice in headline if hits(candidates, members, practice)]
    print(f"\ncandidate recall@10: {len(found)}/{len(headline)} = {len(found) / len(headline):.2f}")
    print("not among the first ten:", ", ".join(p for p in headline if p not in found) or "none")
    stated = [practice for practice in covered if hits(candidates, members, practice)]
    print("candidates that a standard states:", ", ".join(stated) or "none")


def main():
    parser = argparse.ArgumentParser(description="Practices and candidates against the judgements.")
    parser.add_argument("reports", nargs="+", type=pathlib.Path)
    parser.add_argument("--programs", type=pathlib.Path, default=pathlib.Path("build/release/bin"))
    parser.add_argument("--url", help="a daemon that serves these reports")
    arguments = parser.parse_args()
    lines = records_of(arguments.programs, arguments.reports)
    grouped = [record for record in map(json.loads, lines)
               if record["kind"] in ("initiative", "example")]
    ids = [record["id"] for record in grouped]
    members = judged_members()
    classes = list(members.values())
    print("| practices | precision | recall | F1 |\n|---|---|---|---|")
    print_row("**Torikumi**", bcubed(found_groups(arguments.programs, lines), classes, ids))
    texts = [" ".join(filter(None, (record["target"], record["result"]))).replace("\n", " ")
             for record in grouped]
    print_baselines(ids, words_of(texts), classes)
    print_row("every record alone", bcubed([], classes, ids))
    print_row("all records together", bcubed([set(ids)], classes, ids))
    if arguments.url:
        print_candidates(arguments.url, members)


if __name__ == "__main__":
    main()
