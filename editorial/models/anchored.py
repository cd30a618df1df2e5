"""The columns of what is said about some words of a text."""

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from editorial.document.anchor import Anchor


class Anchored:
    """``block_id`` is None for what speaks of the whole dispatch; the words and their block are
    kept as they read then, so that a remark can be read when they are gone."""

    block_id: Mapped[str | None] = mapped_column(String(32))
    start: Mapped[int] = mapped_column(default=0)
    end: Mapped[int] = mapped_column(default=0)
    words: Mapped[str] = mapped_column(Text, default="")
    block_text: Mapped[str] = mapped_column(Text, default="")

    @property
    def anchor(self) -> Anchor | None:
        """Where it stood, for ``document.anchor.follow``."""
        if self.block_id is None:
            return None
        return Anchor(self.block_id, self.start, self.end, self.words, self.block_text)

    def put_at(self, anchor: Anchor | None) -> None:
        """Keep where it stands."""
        if anchor is not None:
            self.block_id, self.start, self.end = anchor.block, anchor.start, anchor.end
            self.words, self.block_text = anchor.words, anchor.block_text
