"""One item of the record: its text, its turns and who speaks in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from editorial.quotes.language import guess_language
from editorial.quotes.tokens import Tokens, tokenise
from editorial.quotes.turns import Turns, find_turns

SourceKind = Literal["transcript", "recording", "document", "note", "report"]
Terms = Literal["on_the_record", "background", "off_the_record"]


@dataclass(frozen=True)
class Source:
    """A text that quotes are checked against. Immutable; what is costly is worked out once.

    ``kind`` ``report`` is another outlet's report: a match there is only second hand.
    ``speaker`` is who speaks where the text has no labels. ``aliases`` name the people behind a
    label of office: ``{"THE PRESIDENT": ["Amara Diallo"]}``.
    """

    id: str
    text: str = field(repr=False)
    kind: SourceKind = "transcript"
    terms: Terms = "on_the_record"
    given_language: str | None = None
    speaker: str | None = None
    title: str = ""
    aliases: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @classmethod
    def from_text(
        cls,
        id: str,  # noqa: A002 - the word the face of the engine uses
        text: str,
        kind: SourceKind = "transcript",
        *,
        terms: Terms = "on_the_record",
        language: str | None = None,
        speaker: str | None = None,
        title: str = "",
        aliases: Mapping[str, Sequence[str]] | None = None,
    ) -> "Source":
        """A source from its text. ``language`` is a BCP 47 tag; it is guessed where not given."""
        return cls(id, text, kind, terms, language, speaker, title, dict(aliases or {}))

    @cached_property
    def language(self) -> str:
        """The language of the text, ``en`` where it can't be told."""
        given = (self.given_language or "").split("-")[0].lower()
        return given or guess_language(self.text) or "en"

    @cached_property
    def turns(self) -> Turns:
        """Who speaks where."""
        return find_turns(self.text, self.speaker, frozenset(self.aliases))

    @cached_property
    def tokens(self) -> Tokens:
        """The canonical tokens of the whole text."""
        return tokenise(self.text, self.language)
