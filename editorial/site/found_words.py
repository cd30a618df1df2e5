"""Which words of a text made it be found: the database that found it says so."""

import re
from collections.abc import Mapping, Sequence

from sqlalchemy import bindparam, text
from sqlalchemy.orm import Session

FROM, TO = "\x02", "\x03"
MARKED = re.compile(f"{FROM}(.*?){TO}", re.DOTALL)
WORD = re.compile(r"\w+")


def _highlighted(table: str, asked: str) -> str:
    columns = " || ' ' || ".join(f"highlight({table}, {one}, char(2), char(3))" for one in range(3))
    return (
        f"SELECT rowid, {columns} FROM {table} WHERE {table} MATCH :{asked} AND rowid IN :numbers"  # noqa: S608  (both names are ours)
    )


SQLITE = (
    f"{_highlighted('publication_search', 'beginnings')} UNION ALL "
    f"{_highlighted('publication_search_stems', 'words')}"
)
# In the text's own language, and as the words stand.
POSTGRESQL = """
    SELECT number, ts_headline(asked.language, said, asked.query, :how) FROM (
      SELECT number, concat_ws(' ', headline, summary, body) AS said,
        configuration::regconfig AS own
      FROM publication_text WHERE number IN :numbers
    ) AS texts, LATERAL (VALUES
      (own, plainto_tsquery(own, :words)),
      ('simple'::regconfig, to_tsquery('simple', :beginnings))
    ) AS asked (language, query)
"""
HOW = f'StartSel="{FROM}", StopSel="{TO}", HighlightAll=true'


def found_words(
    session: Session, numbers: Sequence[int], asked: Mapping[str, str]
) -> dict[int, frozenset[str]]:
    """By a text's number, its words (folded) that ``asked`` found."""
    if not numbers:
        return {}
    sqlite = session.get_bind().dialect.name == "sqlite"
    statement = text(SQLITE if sqlite else POSTGRESQL).bindparams(
        bindparam("numbers", expanding=True)
    )
    given = {**asked, "numbers": list(numbers)} | ({} if sqlite else {"how": HOW})
    found: dict[int, set[str]] = {}
    for number, told in session.execute(statement, given):
        words = found.setdefault(number, set())
        for marked in MARKED.findall(told):
            words.update(WORD.findall(marked))
    return {number: frozenset(words) for number, words in found.items()}
