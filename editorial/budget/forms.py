"""The budget's forms. They check shape and know no rule."""

import uuid
from datetime import datetime
from typing import Any

from wtforms import (
    DateTimeLocalField,
    Field,
    HiddenField,
    IntegerField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, ValidationError

from editorial.budget.commands import Plan
from editorial.web.forms import ActForm
from editorial.web.local_time import instant
from editorial.web.times import zone_here
from editorial.web.typed import one_line, some_lines


class PlanForm(ActForm):
    """Who, what, where, by when."""

    what = StringField(
        "What", [DataRequired("Say what is to be reported."), Length(max=200)], filters=[one_line]
    )
    slugline = StringField(
        "Slugline", [DataRequired("Give it a slugline."), Length(max=60)], filters=[one_line]
    )
    due = DateTimeLocalField("By when", [InputRequired("Give a date and a time.")])
    person = SelectField("Who", choices={})
    place = StringField("Where", [Length(max=120)], filters=[one_line])
    urgency = IntegerField(
        "Urgency", [NumberRange(1, 9, "Urgency goes from 1, highest, to 9.")], default=5
    )
    brief = TextAreaField("What the desk wants of it", [Length(max=4000)], filters=[some_lines])

    def validate_due(self, field: Field) -> None:
        """A time that the clocks of the person's zone show."""
        if field.data is not None and self.due_at() is None:
            raise ValidationError("The clocks there never show this time; name another.")

    def due_at(self) -> datetime | None:
        """In UTC; what is typed is in the person's own zone."""
        local = self.due.data
        return None if local is None else instant(local, zone_here())

    def plan(self) -> Plan:
        """What the form says, once it is valid."""
        due_at = self.due_at()
        assert due_at is not None
        return Plan(
            slugline=self.slugline.data or "",
            what=self.what.data or "",
            due_at=due_at,
            person_id=uuid.UUID(self.person.data) if self.person.data else None,
            brief=self.brief.data or "",
            place=self.place.data or "",
            urgency=self.urgency.data or 5,
        )

    def refuse(self, reasons: tuple[str, ...]) -> None:
        """Show why it was refused, with what was typed."""
        self.form_errors.extend(reasons)


class AnswerForm(ActForm):
    """Accept, or decline with a reason; ``back`` is “start” where that page asked."""

    reason = TextAreaField("Why not", [Length(max=4000)], filters=[some_lines])
    back = HiddenField()

    def refuse(self, reasons: tuple[str, ...]) -> None:
        """Show why it was refused, with what was typed."""
        self.form_errors.extend(reasons)


class PlainForm(ActForm):
    """An act that asks nothing."""


def plan_data(assignment: Any) -> dict[str, Any]:
    """An assignment as the form shows it."""
    return {
        "what": assignment.what,
        "slugline": assignment.slugline,
        "due": assignment.due_at.astimezone(zone_here()).replace(tzinfo=None),
        "person": str(assignment.person_id or ""),
        "place": assignment.place,
        "urgency": assignment.urgency,
        "brief": assignment.brief,
        "version": str(assignment.version),
    }
