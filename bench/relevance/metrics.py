"""Measures of a ranked list against graded judgements, and their own check.

A list is record ids, best first; `grades` maps a record id to 0, 1 or 2 (what is missing is 0).
"""

import math

DEPTH = 10


def gain(grade):
    """Gain of one record: 3 for the subject itself, 1 for what touches it."""
    return 2 ** max(grade, 0) - 1


def discounted_gain(gains):
    """Jarvelin and Kekalainen (2002): each gain divided by log2 of its rank plus one."""
    return sum(value / math.log2(place + 2) for place, value in enumerate(gains))


def ndcg(found, grades, depth=DEPTH):
    """Discounted gain of the first `depth` against that of the best possible order; 0..1."""
    best = discounted_gain(sorted((gain(grade) for grade in grades.values()), reverse=True)[:depth])
    if best == 0:
        raise ValueError("no relevant record: this query has no nDCG")
    return discounted_gain([gain(grades.get(record, 0)) for record in found[:depth]]) / best


def reciprocal_rank(found, grades, depth=DEPTH):
    """One over the rank of the first relevant record; 0 if there is none in the first `depth`."""
    for place, record in enumerate(found[:depth]):
        if grades.get(record, 0) > 0:
            return 1 / (place + 1)
    return 0.0


def recall(found, grades, depth=DEPTH):
    """Relevant records among the first `depth`, over the smaller of `depth` and all relevant."""
    relevant = {record for record, grade in grades.items() if grade > 0}
    return len(relevant.intersection(found[:depth])) / min(depth, len(relevant))


def completeness(found, exact):
    """Share of the records with the typed term itself that stand anywhere in the whole list."""
    return len(set(exact).intersection(found)) / len(exact)


def mean(values):
    values = list(values)
    return sum(values) / len(values) if values else None


def self_test():
    """Compares each measure with values worked out by hand; returns what differs."""
    grades = {"a": 2, "b": 1, "c": 1, "z": 0}
    best = 3 + 1 / math.log2(3) + 1 / 2
    cases = [
        ("ndcg of the best order", ndcg(["a", "b", "c"], grades), 1.0),
        ("ndcg of nothing", ndcg([], grades), 0.0),
        ("ndcg of the best record second", ndcg(["x", "a"], grades), 3 / math.log2(3) / best),
        ("ndcg looks at the first ten", ndcg(["x"] * 10 + ["a"], grades), 0.0),
        ("ndcg of eleven equals", ndcg([str(i) for i in range(10)],
                                       {str(i): 1 for i in range(11)}), 1.0),
        ("a forbidden record gains nothing", ndcg(["n"], {"a": 2, "n": -1}), 0.0),
        ("reciprocal rank of the third", reciprocal_rank(["x", "z", "c"], grades), 1 / 3),
        ("reciprocal rank beyond ten", reciprocal_rank(["x"] * 10 + ["a"], grades), 0.0),
        ("recall of two of three", recall(["a", "x", "c"], grades), 2 / 3),
        ("recall over ten at most", recall([str(i) for i in range(10)],
                                           {str(i): 1 for i in range(12)}), 1.0),
        ("completeness looks at the whole list", completeness(["x"] * 20 + ["a"], ["a", "b"]), 0.5),
        ("mean", mean([1, 2, 6]), 3.0),
        ("mean of nothing", mean([]), None),
    ]
    return [f"{name}: {value}, not {want}" for name, value, want in cases
            if value != want and (value is None or want is None or abs(value - want) > 1e-12)]
