"""The public question set: paragraphs, and questions with the one paragraph that answers each."""

import dataclasses


@dataclasses.dataclass
class Question:
    question_id: str
    document_id: str
    text: str


def rows_of(file):
    with open(file, encoding="utf-8") as lines:
        return [line.rstrip("\n").split("\t") for line in lines]


def documents(folder):
    """Pairs of id and text."""
    return [(key, text) for key, text in rows_of(folder / "documents.tsv")]


def questions(folder):
    return [Question(*row) for row in rows_of(folder / "questions.tsv")]


def parts_of(every):
    """All questions, and the halves: choose settings on `tune`, quote `check`."""
    return {"all": every, "tune": every[0::2], "check": every[1::2]}
