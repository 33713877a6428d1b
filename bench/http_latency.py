#!/usr/bin/env python3
"""Latency of a running torikumi-searchd over its socket.

Usage: http_latency.py URL [--requests N] [--clients N]

Sends N searches (20 queries in turn, each on a connection of its own, as the daemon closes after
every answer) and prints, for the whole and for each query, the median and the 99th percentile of
the time from connecting to the last byte, in milliseconds. Needs nothing but Python 3.
"""

import argparse
import http.client
import statistics
import sys
import threading
import time
import urllib.parse

# What staff would type: words, spellings, kana, filters, phrases, exclusions, a list without words.
QUERIES = [
    {"q": "個人情報"},
    {"q": "問合せ"},
    {"q": "発券機", "kind": "all"},
    {"q": "多言語 OR 外国語"},
    {"q": "はっけんき"},
    {"q": "電話対応 名前"},
    {"q": "区:中原区 年度:令和2 個人情報"},
    {"q": "窓口 -電話", "sort": "year"},
    {"q": "「待ち時間」"},
    {"q": "研修", "kind": "all", "limit": "200"},
    {"q": "引き継ぎます"},
    {"q": "ホームページ", "ward": "川崎区"},
    {"q": "プライバシーに配慮"},
    {"q": "おくやみ"},
    {"q": "案内表示 わかりやすい"},
    {"q": "高齢者", "scene": "対面対応"},
    {"q": "ﾏｲﾅﾝﾊﾞｰｶｰﾄﾞ"},
    {"q": "情報共有 ミーティング", "department": "区民課"},
    {"q": "", "year": "2020"},
    {"q": "子ども 子育て 相談 窓口 案内", "kind": "all"},
]


def timed_search(address, query):
    """Milliseconds of one search; ends the program if it is not answered with 200."""
    begin = time.perf_counter()
    connection = http.client.HTTPConnection(address.hostname, address.port, timeout=30)
    connection.request("GET", "/api/v1/search?" + urllib.parse.urlencode(query))
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    took_ms = (time.perf_counter() - begin) * 1000
    if answer.status != 200:
        sys.exit(f"{query}: {answer.status} {body.decode()}")
    return took_ms


def percentile(values, percent):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))]


def line(name, values):
    return (f"{name:<58} {len(values):>5} {statistics.median(values):>8.2f} "
            f"{percentile(values, 99):>8.2f} {max(values):>8.2f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("url", help="address of the daemon, such as http://127.0.0.1:8080/")
    parser.add_argument("--requests", type=int, default=1000)
    parser.add_argument("--clients", type=int, default=1, help="how many ask at the same time")
    arguments = parser.parse_args()
    address = urllib.parse.urlparse(arguments.url)

    for query in QUERIES:
        timed_search(address, query)  # Files and workers are warm before anything is measured.

    times = [[] for _ in QUERIES]
    begin = time.perf_counter()

    def ask(client):
        for number in range(client, arguments.requests, arguments.clients):
            place = number % len(QUERIES)
            times[place].append(timed_search(address, QUERIES[place]))

    clients = [threading.Thread(target=ask, args=(client,)) for client in range(arguments.clients)]
    for client in clients:
        client.start()
    for client in clients:
        client.join()
    seconds = time.perf_counter() - begin

    print(f"{'query':<58} {'count':>5} {'median':>8} {'p99':>8} {'max':>8}  ms")
    for query, values in zip(QUERIES, times):
        if values:
            print(line(urllib.parse.unquote(urllib.parse.urlencode(query)), values))
    every = [value for values in times for value in values]
    print(line("all", every))
    print(f"{len(every) / seconds:.0f} requests a second with {arguments.clients} client(s)")


if __name__ == "__main__":
    main()
