"""Our own engine on the public question set: the program question_search."""

import pathlib
import subprocess


def missing_program(programs):
    if not (pathlib.Path(programs) / "question_search").exists():
        return (f"{pathlib.Path(programs) / 'question_search'} is not built "
                "(cmake option TORIKUMI_BUILD_BENCHMARKS)")
    return None


def question_run(programs, cache, folder, options=()):
    """The first ten of each question by its id."""
    output = subprocess.run(
        [pathlib.Path(programs) / "question_search", "--documents", folder / "documents.tsv",
         "--questions", folder / "questions.tsv", "--index",
         pathlib.Path(cache) / "torikumi-questions", *options],
        stdout=subprocess.PIPE, check=True).stdout
    ranked = {}
    for line in output.decode().splitlines():
        question, _, document, _ = line.split(" ")
        ranked.setdefault(question, []).append(document)
    return ranked
