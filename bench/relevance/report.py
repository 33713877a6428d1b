"""Measures of whole runs, as tables in Markdown."""

import metrics

RANKED = [("nDCG@10", metrics.ndcg), ("MRR@10", metrics.reciprocal_rank),
          ("Recall@10", metrics.recall)]


def judged_measures(queries, answers):
    """Means over `queries`; None where no query of them is asked for the measure."""
    ranked = [query for query in queries if query.is_ranked]
    typed = [query for query in queries if query.exact]
    empty = [query for query in queries if query.must_find_nothing]
    typos = [query for query in queries if query.offers]
    forbidding = [query for query in queries if query.forbidden]
    values = {name: metrics.mean(measure(answers[query.query_id].records, query.grades)
                                 for query in ranked) for name, measure in RANKED}
    values["complete"] = metrics.mean(
        metrics.completeness(answers[query.query_id].records, query.exact) for query in typed)
    values["finds nothing"] = metrics.mean(not answers[query.query_id].records for query in empty)
    values["offers right"] = metrics.mean(
        answers[query.query_id].did_you_mean in query.offers for query in typos)
    values["keeps out"] = metrics.mean(
        not query.forbidden.intersection(answers[query.query_id].records) for query in forbidding)
    return values


def classes_of(queries):
    """Each class with its queries, in order of appearance, then all of them."""
    classes = {}
    for query in queries:
        classes.setdefault(query.query_class, []).append(query)
    return [*classes.items(), ("all", queries)]


def cell(value):
    return "–" if value is None else f"{value:.4f}"


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def overall_table(queries, runs):
    """One row for each engine, over all queries."""
    measured = {name: judged_measures(queries, answers) for name, answers in runs.items()}
    columns = list(next(iter(measured.values())))
    return table(["engine", *columns],
                 [[name, *map(cell, values.values())] for name, values in measured.items()])


def class_table(queries, runs, column):
    """One row for each class with the measure `column`, one column for each engine."""
    rows = []
    for name, members in classes_of(queries):
        values = [judged_measures(members, answers)[column] for answers in runs.values()]
        if any(value is not None for value in values):
            rows.append([name, str(len(members)), *map(cell, values)])
    return table(["class", "queries", *runs], rows)


def shortfall(query, answer):
    """How far an answer is from the ideal one, 0..1, and what is wrong with it."""
    if query.must_find_nothing:
        return float(bool(answer.records)), f"finds {len(answer.records)}, should find nothing"
    if query.offers:
        is_right = answer.did_you_mean in query.offers
        return float(not is_right), f"offers {answer.did_you_mean}"
    missing = sorted(query.exact.difference(answer.records))
    late = [record for record, grade in query.grades.items()
            if grade > 0 and record not in answer.records[:metrics.DEPTH]]
    loss = 1 - metrics.ndcg(answer.records, query.grades)
    return (max(loss, float(bool(missing))),
            f"nDCG {1 - loss:.3f}, finds {len(answer.records)}; relevant but not in the first "
            f"{metrics.DEPTH}: {len(late)}" + (f"; typed but not found: {' '.join(missing)}"
                                               if missing else ""))


def worst(queries, answers, count):
    """The queries that fall shortest, worst first, as lines."""
    rows = sorted(((*shortfall(query, answers[query.query_id]), query) for query in queries),
                  key=lambda row: (-row[0], row[2].query_id))
    return [f"{query.query_id} {query.text}: {reason}"
            for loss, reason, query in rows[:count] if loss > 0]


def changes(queries, before, after):
    """The queries whose shortfall changed, the worst change first, as lines."""
    rows = []
    for query in queries:
        if query.query_id in before:  # Else it was judged after the run was kept.
            old, _ = shortfall(query, before[query.query_id])
            new, reason = shortfall(query, after[query.query_id])
            if abs(old - new) > 0.0005:
                rows.append((old - new, f"{old - new:+.3f} {query.query_id} {query.text}: {reason}"))
    return [line for _, line in sorted(rows)]


def question_measures(questions, ranked):
    """Means over questions with one relevant document each."""
    grades = {question.question_id: {question.document_id: 1} for question in questions}
    lists = {key: ranked.get(key, []) for key in grades}
    return {name: metrics.mean(measure(lists[key], grades[key]) for key in grades)
            for name, measure in RANKED}


def question_table(questions, runs):
    rows = [[name, *map(cell, question_measures(questions, ranked).values())]
            for name, ranked in runs.items()]
    return table(["engine", *(name for name, _ in RANKED)], rows)
