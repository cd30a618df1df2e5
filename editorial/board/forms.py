"""The board's forms. They check shape and know no rule."""

import uuid
from datetime import datetime
from typing import Any

from wtforms import (
    DateTimeLocalField,
    Field,
    HiddenField,
    SearchField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import DataRequired, Length, Optional, ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from editorial.board import wanted
from editorial.board.commands import Chosen
from editorial.web.forms import ActForm, Form
from editorial.web.local_time import instant
from editorial.web.times import zone_here
from editorial.web.typed import one_line, some_lines

LONGEST_NOTE = 4000
# An act that is done to many is undone from the cookie, which holds no more ids than this.
MOST_AT_ONCE = 50
LONGEST_VERSION = 10
LANGUAGES = {
    "ar": "Arabic",
    "az": "Azerbaijani",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "ru": "Russian",
    "tr": "Turkish",
    "uk": "Ukrainian",
}
WISHES = (
    "words",
    "author",
    "urgency",
    "language",
    "length",
    "age",
    "deadline",
    "quotes",
    "embargo",
    "holder",
    "override",
)


class FilterForm(Form):
    """What a board is asked for; read from the address."""

    class Meta:
        """A board changes nothing by being looked at, so it needs no token."""

        csrf = False

    words = SearchField("Words", [Optional(), Length(max=200)], filters=[one_line])
    author = SelectField("Author", [Optional()])
    holder = SelectField("Held by", [Optional()])
    urgency = SelectField("Urgency", [Optional()], choices={"": "Any", **wanted.URGENCIES})
    language = SelectField("Language", [Optional()], choices={"": "Any", **LANGUAGES})
    length = SelectField("Length", [Optional()], choices={"": "Any", **wanted.LENGTHS})
    age = SelectField("In this state", [Optional()], choices={"": "Any time", **wanted.AGES})
    deadline = SelectField("Deadline", [Optional()], choices={"": "Any", **wanted.DEADLINES})
    quotes = SelectField("Quotes", [Optional()], choices={"": "Any", **wanted.QUOTES})
    embargo = SelectField("Embargo", [Optional()], choices={"": "Any", **wanted.EMBARGOES})
    override = SelectField("Override", [Optional()], choices={"": "Any", **wanted.OVERRIDES})
    desk = SelectMultipleField(
        "Desks", [Optional()], widget=ListWidget(prefix_label=False), option_widget=CheckboxInput()
    )

    def wishes(self) -> wanted.Wanted:
        """What is asked for; what is asked for wrongly is not asked."""
        self.validate()
        return wanted.Wanted(
            **{name: self[name].data or "" for name in WISHES if not self[name].errors}
        )


class BackForm(ActForm):
    """An act that leads back to the board it was done on."""

    back = HiddenField()

    def refuse(self, reasons: tuple[str, ...]) -> None:
        """Show why it was refused, with what was typed."""
        self.form_errors.extend(reasons)


class HandForm(BackForm):
    """Claim, release, hand on, take over."""

    action = HiddenField()
    colleague = SelectField("Colleague", [Optional()], choices={}, validate_choice=False)
    note = TextAreaField("Reason", [Length(max=LONGEST_NOTE)], filters=[some_lines])

    @property
    def colleague_id(self) -> uuid.UUID | None:
        """Whom it goes to; a mangled id is nobody."""
        return _key(self.colleague.data)


class PlaceForm(BackForm):
    """Where in its column: up, down, top, usual; or before or after another."""

    where = HiddenField()
    other = HiddenField()

    @property
    def other_id(self) -> uuid.UUID | None:
        """The neighbour; a mangled id is none."""
        return _key(self.other.data)


class DeadlineForm(BackForm):
    """By when it has to be ready; empty takes the deadline off."""

    deadline = DateTimeLocalField("Deadline", [Optional()])

    def validate_deadline(self, field: Field) -> None:
        """A time that the clocks of the person's zone show."""
        if field.data is not None and self.instant() is None:
            raise ValidationError("The clocks there never show this time; name another.")

    def instant(self) -> datetime | None:
        """In UTC; what is typed is in the person's own zone."""
        local = self.deadline.data
        return None if local is None else instant(local, zone_here())


class ManyForm(BackForm):
    """An act done to several: which, each as its card showed it, and why."""

    chosen = SelectMultipleField("Dispatches", validate_choice=False)
    note = TextAreaField(
        "Reason",
        [DataRequired("Write the reason: the next reader needs it."), Length(max=4000)],
        filters=[some_lines],
    )

    def validate_chosen(self, _field: Field) -> None:
        """Some, and not too many to be taken back at once."""
        if not self.ones:
            raise ValidationError("Choose one dispatch or more: each card has a box.")
        if len(self.ones) > MOST_AT_ONCE:
            raise ValidationError(f"Choose at most {MOST_AT_ONCE} at once.")

    @property
    def ones(self) -> tuple[Chosen, ...]:
        """Each once, in order; a mangled one is none."""
        found: dict[uuid.UUID, Chosen] = {}
        for value in self.chosen.data or ():
            key, _colon, version = str(value).partition(":")
            found_key = _key(key)
            if found_key is not None and version.isdecimal() and len(version) < LONGEST_VERSION:
                found.setdefault(found_key, Chosen(found_key, int(version)))
        return tuple(found.values())


class UndoForm(BackForm):
    """Taking the last of these back."""


class KeepForm(BackForm):
    """A filter to be kept, under a name."""

    name = StringField(
        "Name", [DataRequired("Give the view a name."), Length(max=60)], filters=[one_line]
    )


class DropForm(BackForm):
    """A kept filter to be dropped."""


def _key(text: Any) -> uuid.UUID | None:
    try:
        return uuid.UUID(text or "")
    except (ValueError, AttributeError, TypeError):
        return None
