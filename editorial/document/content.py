"""Exactly what a reader will see of a dispatch."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from editorial.document.canonical import digest
from editorial.document.schema import EMPTY_BODY, ILLEGIBLE, Doc, Json, pictures, to_json
from editorial.document.validate import MAX_TEXT, InvalidDocument, validate

VERSION = 1
LINES = ("headline", "summary", "dateline_place", "byline", "language")
KEYS = frozenset({"v", "dateline_date", "body", "pictures", *LINES})


@dataclass(frozen=True)
class Content:
    """The text that an approval vouches for.

    ``summary`` may run over several lines, the other fields over one. ``language`` is a BCP 47
    tag.
    """

    headline: str = ""
    summary: str = ""
    dateline_place: str = ""
    dateline_date: date | None = None
    byline: str = ""
    language: str = "en"
    body: Doc = EMPTY_BODY

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the canonical JSON, 64 hexadecimal digits. ValueError for lone surrogates."""
        return digest(self.to_json())

    def to_json(self) -> Json:
        return {
            "v": VERSION,
            "headline": self.headline,
            "summary": self.summary,
            "dateline_place": self.dateline_place,
            "dateline_date": self.dateline_date.isoformat() if self.dateline_date else None,
            "byline": self.byline,
            "language": self.language,
            "body": to_json(self.body),
            "pictures": pictures(self.body),
        }

    @classmethod
    def from_json(cls, value: object) -> "Content":
        """The content that ``to_json`` wrote, judged anew. Raises InvalidDocument."""
        if not isinstance(value, dict) or value.keys() != KEYS:
            raise InvalidDocument("The fields of the text are not those of a dispatch.")
        if type(value["v"]) is not int or value["v"] != VERSION:
            raise InvalidDocument("The text was written by a version that nobody knows.", "v")
        body = validate(value["body"])
        if value["pictures"] != pictures(body):
            raise InvalidDocument("The pictures listed are not those of the text.", "pictures")
        lines = {name: _line(value[name], name) for name in LINES}
        return cls(**lines, dateline_date=_date(value["dateline_date"]), body=body)


def _line(value: object, name: str) -> str:
    label = name.replace("_", " ")
    if not isinstance(value, str):
        raise InvalidDocument(f"The {label} must be text.", name)
    if len(value) > MAX_TEXT:
        raise InvalidDocument(f"The {label} is longer than {MAX_TEXT:,} letters.", name)
    if ILLEGIBLE.search(value.replace("\n", "") if name == "summary" else value):
        raise InvalidDocument(f"The {label} holds a character nobody can read.", name)
    return value


def _date(value: object) -> date | None:
    if value is None:
        return None
    try:
        day = date.fromisoformat(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        day = None
    if day is None or day.isoformat() != value:
        raise InvalidDocument("The date of the dateline is no date.", "dateline_date")
    return day
