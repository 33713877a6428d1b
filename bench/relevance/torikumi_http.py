"""Our own engine on the judged set: the real programs over HTTP."""

import contextlib
import json
import pathlib
import subprocess
import urllib.parse
import urllib.request

from answer import Answer

PAGE = 200  # The largest page that the API gives.


def missing_program(programs):
    """Says which program is not built, or nothing."""
    for name in ("torikumi-indexer", "torikumi-searchd"):
        if not (pathlib.Path(programs) / name).exists():
            return f"{pathlib.Path(programs) / name} is not built (./torikumi build)"
    return None


@contextlib.contextmanager
def serving(programs, reports, cache):
    """Builds an index of the reports and serves it while the block runs; gives the address."""
    index = pathlib.Path(cache) / "torikumi-reports"
    subprocess.run([pathlib.Path(programs) / "torikumi-indexer", "build", "--index", index, reports],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    daemon = subprocess.Popen(
        [pathlib.Path(programs) / "torikumi-searchd", "--index", index, "--listen", "127.0.0.1:0"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    try:
        address = daemon.stdout.readline().decode().strip()
        if not address:
            raise SystemExit("torikumi-searchd did not start")
        yield address
    finally:
        daemon.terminate()
        daemon.wait()


def search(address, parameters):
    url = urllib.parse.urljoin(address, "api/v1/search?" + urllib.parse.urlencode(parameters))
    with urllib.request.urlopen(url, timeout=60) as answer:
        return json.load(answer)


def answer_of(address, query, extra):
    """All records that `query` finds, page by page."""
    found = Answer()
    while True:
        page = search(address, {**query.parameters, **extra, "q": query.text, "limit": PAGE,
                                "offset": len(found.records)})
        found.records += [hit["id"] for hit in page["hits"]]
        found.did_you_mean = page["did_you_mean"]
        if not page["hits"] or len(found.records) >= page["total"]:
            return found


def answers(address, queries, extra=()):
    """Answers by query id. `extra` are parameters of /search for all queries (ablations)."""
    return {query.query_id: answer_of(address, query, dict(extra)) for query in queries}
