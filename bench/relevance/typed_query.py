"""A judged query taken apart for the peers: what every search form around them would do.

Width is folded, quotes make phrases, OR and | alternatives, a minus or NOT exclusions, and the
filters of the query language (region, year, department, scene) become filters on the records.
"""

import dataclasses
import re
import unicodedata

FILTERS = {"区": "ward", "年度": "year", "部署": "department", "場面": "scene"}
PIECE = re.compile(r'([「『"])(.*?)(?:[」』"]|$)|([^\s「『"|]+)|(\|)')


@dataclasses.dataclass
class TypedQuery:
    groups: list = dataclasses.field(default_factory=list)    # All must hold; each: any of these.
    excluded: list = dataclasses.field(default_factory=list)
    filters: list = dataclasses.field(default_factory=list)   # Pairs of name and value.
    phrases: set = dataclasses.field(default_factory=set)     # Those of the words that were quoted.

    @property
    def words(self):
        return [word for group in self.groups for word in group]


def parse(text):
    query = TypedQuery()
    joins = excludes = False
    for quote, phrase, word, bar in PIECE.findall(unicodedata.normalize("NFKC", text)):
        if bar or word == "OR":
            joins = bool(query.groups)
            continue
        if word in ("NOT", "AND"):
            excludes = word == "NOT"
            continue
        name, colon, value = word.partition(":")
        if colon and name in FILTERS:
            query.filters.append((FILTERS[name], value))
            continue
        if word.startswith("-") and len(word) > 1:
            excludes, word = True, word[1:]
        piece = phrase if quote else word
        if quote:
            query.phrases.add(piece)
        if excludes:
            query.excluded.append(piece)
        elif joins:
            query.groups[-1].append(piece)
        else:
            query.groups.append([piece])
        joins = excludes = False
    return query


def fiscal_year(value):
    """2020 for 2020, R2 or 令和2; other eras are not in the judged set."""
    era = re.fullmatch(r"(?:R|令和)(\d+)", value)
    return 2018 + int(era.group(1)) if era else int(value)


def passes(record, filters):
    """True if a record of the API passes the filters of a query."""
    for name, value in filters:
        if name == "ward" and value not in (record["ward"]["name"] or ""):
            return False
        if name == "year" and record["fiscal_year"] != fiscal_year(value):
            return False
        if name == "department" and value not in (record["department"] or ""):
            return False
        if name == "scene" and value not in record["scenes"]:
            return False
    return True


def searchable_text(record):
    """All of a record that a peer is given to search: its place and department, goal and result."""
    return " ".join(part.replace("\n", " ") for part in (
        record["ward"]["name"], record["department"], record["target"], record["result"]) if part)


def self_test():
    """Compares how queries are taken apart with what they mean; returns what differs."""
    cases = [
        ("電話　ＯＲ　手紙 案内", TypedQuery(groups=[["電話", "手紙"], ["案内"]])),
        ("電話｜手紙", TypedQuery(groups=[["電話", "手紙"]])),
        ("研修　－電話", TypedQuery(groups=[["研修"]], excluded=["電話"])),
        ("研修 NOT 電話", TypedQuery(groups=[["研修"]], excluded=["電話"])),
        ("「時間 外」 e-mail", TypedQuery(groups=[["時間 外"], ["e-mail"]], phrases={"時間 外"})),
        ("「閉じない", TypedQuery(groups=[["閉じない"]], phrases={"閉じない"})),
        ("区：中原区 電話", TypedQuery(groups=[["電話"]], filters=[("ward", "中原区")])),
        ("OR 電話", TypedQuery(groups=[["電話"]])),
    ]
    return [f"{text}: {parse(text)}, not {want}" for text, want in cases if parse(text) != want]
