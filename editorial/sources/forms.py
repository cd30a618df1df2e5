"""The forms of the record."""

import re
import uuid
from collections.abc import Sequence
from typing import Any

from flask_wtf.file import MultipleFileField
from wtforms import (
    DateField,
    Field,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import Length, Optional
from wtforms.widgets import CheckboxInput, ListWidget

from editorial.models.source import SourceKind, Terms
from editorial.models.source_words import KIND_WORDS, TERMS_WORDS
from editorial.sources.decode import ENCODINGS
from editorial.web.forms import ActForm
from editorial.web.typed import one_line, some_lines

UUID = re.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
LONGEST_PASTE = 2_000_000


class SeenByForm(ActForm):
    """Who may see a source."""

    seen_by = RadioField(
        "Who may see it",
        choices={
            "desk": "Everyone who sees this dispatch",
            "named": "Only I and the people I name: a confidential source",
        },
        default="desk",
    )
    viewers = SelectMultipleField(
        "Who else may see it",
        choices={},
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )

    def offer_people(self, colleagues: Sequence[tuple[str, str]]) -> None:
        """Whom this dispatch lets one name."""
        self.viewers.choices = dict(colleagues)

    @property
    def confidential(self) -> bool:
        """Only named people may see it."""
        return bool(self.seen_by.data == "named")

    @property
    def viewer_ids(self) -> tuple[uuid.UUID, ...]:
        """The people named."""
        return tuple(uuid.UUID(one) for one in self.viewers.data or ()) if self.confidential else ()


class AttachForm(SeenByForm):
    """Words pasted, files chosen, and what is said of them."""

    text = TextAreaField("The words")
    files = MultipleFileField("Files")
    kind = SelectField("Kind", choices={kind.value: KIND_WORDS[kind] for kind in KIND_WORDS})
    terms = SelectField("Terms", choices={one.value: TERMS_WORDS[one] for one in TERMS_WORDS})
    title = StringField("Title", [Length(max=200)], filters=[one_line])
    event = StringField("Event", [Length(max=200)], filters=[one_line])
    date = DateField("Date", [Optional()])
    origin = StringField("Origin", [Length(max=500)], filters=[one_line])
    arrived = SelectMultipleField(
        "Files that are here already",
        choices={},
        validate_choice=False,
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )
    recording = SelectField("It writes down the recording", choices={"": "none"}, default="")
    encoding = SelectField(
        "Encoding of the files",
        choices={"": "Find out", **ENCODINGS},
    )

    def offer(
        self,
        colleagues: Sequence[tuple[str, str]],
        recordings: Sequence[tuple[str, str]],
        arrived: Sequence[tuple[str, str]],
    ) -> None:
        """Whom and what this dispatch lets one choose from; what arrived is meant to be attached
        until a person says otherwise."""
        self.offer_people(colleagues)
        self.arrived.choices = dict(arrived)
        if not self.is_submitted():
            self.arrived.data = [key for key, _ in arrived]
        self.recording.choices = {"": "none", **dict(recordings)}

    def validate(self, extra_validators: Any = None) -> bool:
        """Something has to be there to attach."""
        valid = bool(super().validate(extra_validators))
        words = self.text.data or ""
        if not (words.strip() or self.uploads or self.arrived_ids):
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
    def arrived_ids(self) -> tuple[uuid.UUID, ...]:
        """The files to attach that arrived before this form; a mangled id is none."""
        return tuple(uuid.UUID(one) for one in self.arrived.data or () if UUID.fullmatch(one))

    @property
    def recording_id(self) -> uuid.UUID | None:
        """What it writes down."""
        return uuid.UUID(self.recording.data) if self.recording.data else None

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
