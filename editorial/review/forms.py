"""The forms of the dispatch page and of the list. They check shape and know no rule."""

import re
import uuid
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from wtforms import (
    DateTimeLocalField,
    Field,
    HiddenField,
    RadioField,
    SearchField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import InputRequired, Length, Optional, ValidationError

from editorial.pipeline.matter import Vouching
from editorial.review.gates import GATE_ACTS
from editorial.review.panel import ASKS
from editorial.review.ways import WAYS_WORDS
from editorial.web.clock import now
from editorial.web.forms import ActForm, Form
from editorial.web.local_time import instant, zones
from editorial.web.times import zone_here
from editorial.web.typed import one_line, some_lines
from editorial.workflow.words import Action, Gate, SettlementKind

LONGEST_NOTE = 4000
LONGEST_POINTS = 10_000
MOST_POINTS = 40
POINT_SIGN = re.compile(r"^\s*(?:[-*•]|\d{1,2}[.)])\s+")


class PlacedForm(ActForm):
    """One of several on a page: ``place`` keeps the ids of its fields apart."""

    note = TextAreaField("Reason", [Length(max=LONGEST_NOTE)], filters=[some_lines])

    def __init__(self, place: str, **options: Any) -> None:
        super().__init__(**options)
        for field in self:
            field.id = field.label.field_id = f"{field.id}-{place}"

    def refuse(self, reasons: tuple[str, ...]) -> None:
        """Show why it was refused, on the page and with what was typed."""
        self.form_errors.extend(reasons)


class DecisionForm(PlacedForm):
    """One act of the panel."""

    action = HiddenField()
    points = TextAreaField(
        "Points to see to", [Optional(), Length(max=LONGEST_POINTS)], filters=[some_lines]
    )
    publish_at = DateTimeLocalField("Date and time", [Optional()])
    zone = SelectField("Zone", [Optional()], choices={name: name for name in zones()})

    @property
    def point_list(self) -> tuple[str, ...]:
        """A point a line, without the signs that lists begin with."""
        lines = (POINT_SIGN.sub("", line).strip() for line in (self.points.data or "").split("\n"))
        return tuple(line for line in lines if line)

    def validate_points(self, _field: Field) -> None:
        """So many that each is read."""
        if len(self.point_list) > MOST_POINTS:
            raise ValidationError(f"Give at most {MOST_POINTS} points, the weightiest first.")

    def validate_version(self, _field: Field) -> None:
        """Nobody decides on a page that does not say what it showed."""
        if self.seen_version is None:
            raise ValidationError("The page did not say which version it showed. Look again.")

    def validate_action(self, field: Field) -> None:
        """Only what the panel holds."""
        if field.data not in {action.value for action in ASKS}:
            raise ValidationError("Nobody knows this act.")

    def validate(self, extra_validators: Any = None) -> bool:
        """A schedule also names a local time that its zone's clocks show."""
        valid = bool(super().validate(extra_validators))
        if self.action.data != Action.SCHEDULE or self.publish_at.errors:
            return valid
        if self.publish_at.data is None:
            return _wrong(self.publish_at, "Give a date and a time.")
        if self.instant() is None:
            return _wrong(self.publish_at, "The clocks there never show this time; name another.")
        return valid

    def instant(self) -> datetime | None:
        """The hour in UTC; None without one, or in the gap when clocks are put forward."""
        local, zone = self.publish_at.data, self.zone.data
        return instant(local, ZoneInfo(zone)) if local and zone in zones() else None


class GateForm(PlacedForm):
    """One act at one gate."""

    gate = HiddenField()
    action = HiddenField()

    def validate_gate(self, field: Field) -> None:
        """A gate of the table."""
        if field.data not in set(Gate):
            raise ValidationError("Nobody knows this gate.")

    def validate_action(self, field: Field) -> None:
        """Only what is done at gates."""
        if field.data not in {action.value for action in GATE_ACTS}:
            raise ValidationError("Nobody knows this act.")

    def validate_version(self, _field: Field) -> None:
        """Nobody vouches on a page that does not say what it showed."""
        if self.seen_version is None:
            raise ValidationError("The page did not say which version it showed. Look again.")


class SettleForm(PlacedForm):
    """Vouching for one quote."""

    quote = HiddenField()
    kind = RadioField(
        "How do you know?",
        [InputRequired("Say how you know.")],
        choices={kind.value: words for kind, words in WAYS_WORDS.items()},
    )
    contact = StringField("Called back with whom", [Length(max=300)], filters=[one_line])
    contacted_at = DateTimeLocalField("When", [Optional()])

    def validate(self, extra_validators: Any = None) -> bool:
        """A call-back also names who was called, and when."""
        valid = bool(super().validate(extra_validators))
        if self.kind.data != SettlementKind.CALL_BACK:
            return valid
        if not (self.contact.data or "").strip():
            valid = _wrong(self.contact, "Name who was called.")
        if self.contacted_at.errors:
            return False
        if self.contacted_at.data is None:
            return _wrong(self.contacted_at, "Give the date and time of the call.")
        called = self.called_at()
        if called is None or called > now():
            return _wrong(self.contacted_at, "That time has not come yet.")
        return valid

    def vouching(self) -> Vouching:
        """What the person says; of a call only where they called."""
        called = self.kind.data == SettlementKind.CALL_BACK
        return Vouching(
            self.quote.data or "",
            SettlementKind(self.kind.data),
            contact=(self.contact.data or "").strip() if called else "",
            contacted_at=self.called_at() if called else None,
        )

    def called_at(self) -> datetime | None:
        """When the call was, in UTC; what is typed is in the person's own zone."""
        local = self.contacted_at.data
        return instant(local, zone_here()) if local is not None else None


class TakeBackForm(PlacedForm):
    """Taking a settlement back."""

    settlement = HiddenField()

    @property
    def settlement_id(self) -> uuid.UUID | None:
        """The settlement; a mangled id is none."""
        try:
            return uuid.UUID(self.settlement.data or "")
        except ValueError:
            return None


class FilterForm(Form):
    """What a list is asked for; read from the address."""

    class Meta:
        """A list changes nothing, so it needs no token."""

        csrf = False

    words = SearchField("Words", [Optional(), Length(max=100)], filters=[one_line])
    state = SelectField("State", [Optional()])
    desk = SelectField("Desk", [Optional()])
    author = SelectField("Author", [Optional()])
    sort = SelectField("Order", [Optional()])


def _wrong(field: Field, reason: str) -> bool:
    field.errors = [*field.errors, reason]
    return False
