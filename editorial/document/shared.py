"""The working copy as a document that several people change at once (Yjs), judged before it counts.

It holds the body, the fields that are typed (each a text, so that two people's words merge) and
those that are chosen (the last choice counts). An update is bytes of Yjs' first encoding, a vector
what a copy has of each writer; both are hostile until they were applied to a copy that was read.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pycrdt import Doc, Map, Text, TransactionEvent, XmlFragment

from editorial.document.schema import Json
from editorial.document.shared_tree import change_body, read_body
from editorial.document.update import BROKEN, look_through
from editorial.document.validate import MAX_TEXT, InvalidDocument

TYPED = (
    "headline",
    "summary",
    "dateline_place",
    "byline",
    "slugline",
    "keywords",
    "ednote",
)
CHOSEN = ("language", "dateline_date", "urgency")
SCHEMA = 1
"""Rises when the body learns a node: who knows fewer would delete it."""

MOST_UPDATE = 4 * 1024 * 1024
MOST_STATE = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Typed:
    """All that is typed, as it stands in the shared document. ``fields`` are texts, ``body`` is the
    editor's JSON; neither is judged."""

    fields: dict[str, str]
    body: Json


class Shared:
    """One shared document, in memory."""

    def __init__(self, updates: Iterable[bytes] = ()) -> None:
        """Of the updates that are kept of it, in any order."""
        # What was taken out stays readable: a page that is loaded again can put it back.
        self._doc: Doc[Any] = Doc(skip_gc=True)
        self._news: list[bytes] = []
        self._body = self._doc.get("body", type=XmlFragment)
        self._chosen: Map[Any] = self._doc.get("chosen", type=Map)
        self._texts = {name: self._doc.get(name, type=Text) for name in TYPED}
        for update in updates:
            self._doc.apply_update(update)
        self._doc.observe(self._hear)

    def _hear(self, event: TransactionEvent) -> None:
        self._news.append(event.update)

    @property
    def vector(self) -> bytes:
        """What this copy has of each writer."""
        return self._doc.get_state()

    @property
    def state(self) -> bytes:
        """All of it, as one update."""
        return self._doc.get_update()

    @property
    def without_what_went(self) -> bytes:
        """The same, the words that were taken out forgotten."""
        swept: Doc[Any] = Doc()
        swept.apply_update(self.state)
        return swept.get_update()

    @property
    def is_empty(self) -> bool:
        """Whether nobody has put a body into it yet."""
        return not len(self._body.children)

    def lacking(self, vector: bytes | None) -> bytes:
        """An update with what a copy of that vector lacks. Raises InvalidDocument."""
        try:
            return self._doc.get_update(vector or None)
        except BaseException as error:
            raise _broken(error) from None

    def merge(self, update: bytes) -> bytes | None:
        """Take in what someone sent; what was new of it, None for nothing.

        Only on a copy that can be thrown away: an update that is refused later stays in it. Raises
        InvalidDocument.
        """
        if len(update) > MOST_UPDATE:
            raise InvalidDocument("This is more than a text can change at once.")
        look_through(update)
        self._news.clear()
        try:
            self._doc.apply_update(update)
        except BaseException as error:
            raise _broken(error) from None
        if len(self.state) > MOST_STATE:
            raise InvalidDocument("The text and all that was ever taken out of it is too long.")
        return self._news[-1] if self._news else None

    def read(self) -> Typed:
        """What stands in it. Raises InvalidDocument."""
        fields = {name: str(text) for name, text in self._texts.items()}
        fields |= {name: _word(self._chosen.get(name)) for name in CHOSEN}
        if any(len(value) > MAX_TEXT for value in fields.values()):
            raise InvalidDocument(f"A field is longer than {MAX_TEXT:,} letters.")
        return Typed(fields, read_body(self._body))

    def change(self, wanted: Typed) -> bytes | None:
        """Make it read as ``wanted``, touching only what differs; the update, None for nothing."""
        self._news.clear()
        with self._doc.transaction():
            for name, text in self._texts.items():
                _change_text(text, wanted.fields[name])
            for name in CHOSEN:
                if _word(self._chosen.get(name)) != wanted.fields[name]:
                    self._chosen[name] = wanted.fields[name]
            if self.is_empty or read_body(self._body) != wanted.body:
                change_body(self._body, wanted.body)
        return self._news[-1] if self._news else None


def _change_text(text: Text, wanted: str) -> None:
    old = str(text)
    if old == wanted:
        return
    shorter = min(len(old), len(wanted))
    first = next((i for i in range(shorter) if old[i] != wanted[i]), shorter)
    last = 0
    while last < shorter - first and old[-1 - last] == wanted[-1 - last]:
        last += 1
    # The shared text counts in bytes.
    start = len(old[:first].encode())
    end = start + len(old[first : len(old) - last].encode())
    if end > start:
        del text[start:end]
    if new := wanted[first : len(wanted) - last]:
        text.insert(start, new)


def _word(value: object) -> str:
    """A choice as text; what is none of ours is no choice."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value if isinstance(value, str) else ""


def _broken(error: BaseException) -> InvalidDocument:
    """The library refuses with ValueError; a fault within it comes as a panic, no Exception."""
    if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
        raise error
    return InvalidDocument(BROKEN)
