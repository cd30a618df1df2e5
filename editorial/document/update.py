"""An update's bytes, looked through before the library that applies them reads them.

The library takes each count of them at its word and goes into what is nested by calling itself: a
few kilobytes can end the whole process. Format: Yjs' first encoding (``Item.js`` and
``encoding.js`` of Yjs, ``Any`` of lib0).
"""

from collections.abc import Callable

from editorial.document.nesting import Nesting
from editorial.document.validate import InvalidDocument

MOST_NESTED = 16
"""How deep a value may lie in others; those of a dispatch are flat."""
BROKEN = "What was typed did not arrive whole; it is sent again."
FOREIGN = "The text holds something that a dispatch can't."
LARGEST_NUMBER = 2**53

HAS_ORIGIN, HAS_RIGHT, HAS_KEY = 0x80, 0x40, 0x20
GONE, SKIPPED = 0, 10
NAMED_TYPES = frozenset({3, 5})
LAST_TYPE = 6


def look_through(update: bytes) -> None:
    """Raises InvalidDocument for what is broken, or nested deeper than any text."""
    reading = _Reading(update)
    try:
        for _ in range(reading.number()):
            reading.client()
        for _ in range(reading.number()):
            reading.number()
            for _ in range(2 * reading.number()):
                reading.number()
    except IndexError:
        raise InvalidDocument(BROKEN) from None
    if reading.at != len(update):
        raise InvalidDocument(BROKEN)
    reading.nesting.judge()


class _Reading:
    def __init__(self, update: bytes) -> None:
        self.update = update
        self.at = 0
        self.nesting = Nesting()
        self._contents: dict[int, Callable[[], int]] = {
            1: self.number,
            2: lambda: self._each(self._string),
            3: lambda: self._once(self._string),
            4: self._letters,
            5: lambda: self._once(self._string),
            6: lambda: self._once(self._string, self._string),
            7: lambda: self._once(self._type),
            8: lambda: self._each(self._value),
        }

    def number(self) -> int:
        """Seven bits a byte, the lowest first."""
        found = shift = 0
        while True:
            byte = self.update[self.at]
            self.at += 1
            found |= (byte & 0x7F) << shift
            if byte < 0x80:
                return found
            shift += 7
            if found > LARGEST_NUMBER or shift > 63:
                raise InvalidDocument(BROKEN)

    def client(self) -> None:
        """All that one writer wrote."""
        count, client, clock = self.number(), self.number(), self.number()
        for _ in range(count):
            clock += self._struct(client, clock)

    def _struct(self, client: int, clock: int) -> int:
        info = self.update[self.at]
        self.at += 1
        if info in (GONE, SKIPPED):
            return self.number()
        kind = info & 0x1F
        if kind not in self._contents:
            raise InvalidDocument(FOREIGN)
        beside = self._id() if info & HAS_ORIGIN else None
        after = self._id() if info & HAS_RIGHT else None
        within = None
        if beside is None and after is None:
            if self.number() == 1:
                self._string()
            else:
                within = self._id()
            if info & HAS_KEY:
                self._string()
        self.nesting.note(client, clock, within, beside or after)
        return self._contents[kind]()

    def _id(self) -> tuple[int, int]:
        return self.number(), self.number()

    def _string(self) -> None:
        self._skip(self.number())

    def _skip(self, length: int) -> None:
        self.at += length
        if self.at > len(self.update):
            raise InvalidDocument(BROKEN)

    def _letters(self) -> int:
        """A text counts in UTF-16."""
        length = self.number()
        start = self.at
        self._skip(length)
        words = self.update[start : self.at]
        try:
            return len(words.decode().encode("utf-16-le")) // 2
        except UnicodeDecodeError:
            raise InvalidDocument(BROKEN) from None

    def _once(self, *reads: Callable[[], None]) -> int:
        for read in reads:
            read()
        return 1

    def _each(self, read: Callable[[], None]) -> int:
        count = self.number()
        for _ in range(count):
            read()
        return count

    def _type(self) -> None:
        kind = self.number()
        if kind > LAST_TYPE:
            raise InvalidDocument(FOREIGN)
        if kind in NAMED_TYPES:
            self._string()

    def _value(self) -> None:
        """A value and all within it, without calling itself."""
        # What is still to come of each list and map that is open; a map has its keys.
        open_ = [(1, False)]
        while open_:
            left, keyed = open_.pop()
            if not left:
                continue
            open_.append((left - 1, keyed))
            if len(open_) > MOST_NESTED:
                raise InvalidDocument(FOREIGN)
            if keyed:
                self._string()
            kind = self.update[self.at]
            self.at += 1
            if kind in (117, 118):
                open_.append((self.number(), kind == 118))
            elif kind in (116, 119):
                self._string()
            elif kind == 125:
                while self.update[self.at] & 0x80:
                    self.at += 1
                self.at += 1
            elif kind in _WIDTHS:
                self._skip(_WIDTHS[kind])
            else:
                raise InvalidDocument(BROKEN)


_WIDTHS = {120: 0, 121: 0, 122: 8, 123: 8, 124: 4, 126: 0, 127: 0}
