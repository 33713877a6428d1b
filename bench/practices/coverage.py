#!/usr/bin/env python3
"""Links of records to standards against the judged ones: precision, recall and F1.

    coverage.py --reports DIR --links PROGRAM [--judged FILE]

PROGRAM is bench/practices/standard_links of a build (target torikumi_standard_links). The product is
measured at its own two scores, ablations and baselines at the score that is best for them, which
favours them. Strict: strong judgements are right, weak ones neither right nor wrong. Lenient: both
are right. Only the standard library is used.
"""

import argparse
import collections
import csv
import json
import math
import os
import subprocess
import sys

STRONG_SCORE = 0.525  # analysis/standards/standard_measure.h
WEAK_SCORE = 0.46
PARTS = ['synonyms', 'standard_terms', 'verb', 'action', 'rarity_among_standards', 'repetition', 'aside', 'containment',
         'dilution', 'far_clause', 'context', 'competition', 'same_scene']


def figures(found, judged, lenient):
    """Precision, recall and F1 of a set of pairs."""
    right = {pair for pair, strength in judged.items() if lenient or strength == 'strong'}
    counted = {pair for pair in found if lenient or judged.get(pair) != 'weak'}
    hits = len(counted & right)
    precision = hits / len(counted) if counted else 0
    recall = hits / len(right)
    return precision, recall, 2 * hits / (len(counted) + len(right))


def at_score(scores, score, judged, lenient):
    return figures({pair for pair, value in scores.items() if value >= score}, judged, lenient)


def best(scores, judged, lenient):
    return max((at_score(scores, score, judged, lenient) for score in sorted(set(scores.values()))), key=lambda row: row[2])


def average_precision(scores, judged):
    """Of strict judgements over the whole ranking: does not depend on a score."""
    hits = seen = 0
    total = 0.0
    for pair in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        if judged.get(pair) == 'weak':
            continue
        seen += 1
        if pair in judged:
            hits += 1
            total += hits / seen
    return total / sum(1 for strength in judged.values() if strength == 'strong')


def links(program, reports, parts=()):
    output = subprocess.run([program, reports, *parts], check=True, capture_output=True, text=True).stdout
    rows = (line.split('\t') for line in output.splitlines())
    return {(record, number): float(score) for record, number, score in rows}


def bigrams(text):
    text = ''.join(char for char in text if char.isalnum())
    return collections.Counter(text[i:i + 2] for i in range(len(text) - 1))


def records_of(program, reports):
    """Records as `torikumi-indexer inspect` prints them; the program stands in the same build."""
    indexer = os.path.join(os.path.dirname(program), 'torikumi-indexer')
    done = subprocess.run([indexer, 'inspect', reports], capture_output=True, text=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def baselines(records):
    """BM25 with the standard as query, and the cosine of TF-IDF vectors, over pairs of characters."""
    texts = {r['id']: bigrams((r['target'] or '') + (r['result'] or '')) for r in records if r['kind'] in ('initiative', 'example')}
    standards = {str(r['number']): bigrams(r['target']) for r in records if r['kind'] == 'standard'}
    counts = collections.Counter(term for text in texts.values() for term in text)
    idf = {term: math.log(1 + (len(texts) - n + 0.5) / (n + 0.5)) for term, n in counts.items()}
    mean = sum(sum(text.values()) for text in texts.values()) / len(texts)
    bm25, cosine = {}, {}

    def norm(vector):
        return math.sqrt(sum((n * idf.get(term, 0)) ** 2 for term, n in vector.items())) or 1

    for record, text in texts.items():
        length = sum(text.values())
        for number, query in standards.items():
            shared = [term for term in query if term in text]
            bm25[record, number] = sum(
                idf[term] * text[term] * 2.2 / (text[term] + 1.2 * (0.25 + 0.75 * length / mean)) for term in shared)
            cosine[record, number] = sum(text[term] * query[term] * idf[term] ** 2 for term in shared) / norm(text) / norm(query)
    return {'BM25 of the standard as query': bm25, 'TF-IDF cosine': cosine}


def row(name, strict, lenient, ap):
    print(f'| {name} | ' + ' | '.join(f'{value:.3f}' for value in (*strict, ap, *lenient)) + ' |')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--reports', required=True, help='folder of the reports')
    parser.add_argument('--links', required=True, help='the program standard_links')
    parser.add_argument('--judged', default=os.path.join(os.path.dirname(os.path.abspath(__file__)), 'judged', 'coverage.tsv'))
    arguments = parser.parse_args()
    with open(arguments.judged, encoding='utf-8') as file:
        judged = {(line['record'], line['standard']): line['strength'] for line in csv.DictReader(file, delimiter='\t')}

    print('| | strict P | R | F1 | AP | lenient P | R | F1 |\n|---|---|---|---|---|---|---|---|')
    scores = links(arguments.links, arguments.reports)
    row('product, at its scores', at_score(scores, STRONG_SCORE, judged, False), at_score(scores, WEAK_SCORE, judged, True),
        average_precision(scores, judged))
    groups = {'of 中原区': lambda record: record.startswith('141330-2020'), 'of 川崎区 and the examples': lambda record: not record.startswith('141330-2020')}
    for name, belongs in groups.items():
        part = {pair: score for pair, score in scores.items() if belongs(pair[0])}
        own = {pair: strength for pair, strength in judged.items() if belongs(pair[0])}
        row(f'product, {name}', at_score(part, STRONG_SCORE, own, False), at_score(part, WEAK_SCORE, own, True), average_precision(part, own))
    row('product, best score', best(scores, judged, False), best(scores, judged, True), average_precision(scores, judged))
    for part in PARTS:
        without = links(arguments.links, arguments.reports, [part])
        row(f'without {part}', best(without, judged, False), best(without, judged, True), average_precision(without, judged))
    for name, values in baselines(records_of(arguments.links, arguments.reports)).items():
        row(name, best(values, judged, False), best(values, judged, True), average_precision(values, judged))
    return 0


if __name__ == '__main__':
    sys.exit(main())
