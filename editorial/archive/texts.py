"""The texts that the index is made of: what lies on some dispatch's record."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.models.source import Source, words_of

INDEX_SOURCE = "index_source"
"""The job that follows an attached source."""


@dataclass(frozen=True, slots=True)
class Text:
    """A file and how it is read. The same file on ten records is one text of the index."""

    digest: str
    encoding: str

    @property
    def key(self) -> str:
        """Its name in the index."""
        return f"{self.digest}-{self.encoding}"


def attached_texts(session: Session) -> list[Text]:
    """All that is on a record now, the oldest first."""
    rows = session.execute(
        select(Source.medium, Source.digest, Source.encoding, Source.text_digest)
        .where(Source.detached_at.is_(None))
        .order_by(Source.added_at, Source.id)
    )
    words = (words_of(*row) for row in rows)
    return list(dict.fromkeys(Text(*one) for one in words if one is not None))
