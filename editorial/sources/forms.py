"""The forms of the record."""

from typing import Any

from flask_wtf.file import MultipleFileField
from wtforms import DateField, Field, SelectField, StringField, TextAreaField
from wtforms.validators import Length, Optional

from editorial.models.source import SourceKind, Terms
from editorial.sources.decode import ENCODINGS
from editorial.sources.queries import KIND_WORDS, TERMS_WORDS
from editorial.web.forms import ActForm
from editorial.web.typed import one_line, some_lines

LONGEST_PASTE = 2_000_000


class AttachForm(ActForm):
    """Words pasted, files chosen, and what is said of them."""

    text = TextAreaField("The words")
    files = MultipleFileField("Text files")
    kind = SelectField("Kind", choices={kind.value: KIND_WORDS[kind] for kind in KIND_WORDS})
    terms = SelectField("Terms", choices={one.value: TERMS_WORDS[one] for one in TERMS_WORDS})
    title = StringField("Title", [Length(max=200)], filters=[one_line])
    event = StringField("Event", [Length(max=200)], filters=[one_line])
    date = DateField("Date", [Optional()])
    origin = StringField("Origin", [Length(max=500)], filters=[one_line])
    encoding = SelectField(
        "Encoding of the files",
        choices={"": "Find out", **ENCODINGS},
    )

    def validate(self, extra_validators: Any = None) -> bool:
        """Something has to be there to attach."""
        valid = bool(super().validate(extra_validators))
        words = self.text.data or ""
        if not words.strip() and not self.uploads:
            valid = _wrong(self.text, "Paste the words, or choose a file.")
        if len(words) > LONGEST_PASTE:
            valid = _wrong(
                self.text, f"At most {LONGEST_PASTE:,} letters; attach a longer text as a file."
            )
        return valid

    @property
    def uploads(self) -> list[Any]:
        """The files that were sent; a browser sends an empty one where none was chosen."""
        return [file for file in self.files.data or () if getattr(file, "filename", "")]

    @property
    def source_kind(self) -> SourceKind:
        """The kind chosen."""
        return SourceKind(self.kind.data)

    @property
    def source_terms(self) -> Terms:
        """The terms chosen."""
        return Terms(self.terms.data)


class DetachForm(ActForm):
    """Taking a source from the record."""

    reason = TextAreaField("Why it goes", [Length(max=4000)], filters=[some_lines])


class ReadAsForm(ActForm):
    """Correcting how the bytes are read."""

    encoding = SelectField("Read it as", choices=ENCODINGS)


def _wrong(field: Field, reason: str) -> bool:
    field.errors = [*field.errors, reason]
    return False
