"""Which part of the log to show."""

import uuid
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from wtforms import DateField, Form, SelectField, StringField
from wtforms.validators import Length, Optional, ValidationError

from editorial.history.log import Filter

FIRST, LAST = date(1970, 1, 1), date(2999, 12, 31)


def is_within_our_time(_form: Form, field: DateField) -> None:
    """A day that every zone and database can name."""
    if field.data is not None and not FIRST <= field.data <= LAST:
        raise ValidationError(f"Choose a day from {FIRST.year} to {LAST.year}.")


class LogForm(Form):
    """A form of a GET: it changes nothing and carries no token."""

    person = SelectField("Person", validators=[Optional()])
    dispatch = StringField("Dispatch", validators=[Optional(), Length(max=60)])
    since = DateField("From", validators=[Optional(), is_within_our_time])
    until = DateField("Until", validators=[Optional(), is_within_our_time])

    def wanted(self, zone: ZoneInfo, before: int | None) -> Filter:
        """The filter, of the fields that hold; days are the reader's."""
        person = None if self.person.errors else self.person.data
        return Filter(
            actor_id=uuid.UUID(person) if person else None,
            # PostgreSQL takes no NUL in a text, and no slugline has one.
            slugline=(self.dispatch.data or "").replace("\0", "").strip(),
            since=_midnight(self.since, zone, 0),
            until=_midnight(self.until, zone, 1),
            before=before,
        )


def _midnight(field: DateField, zone: ZoneInfo, days: int) -> datetime | None:
    if field.data is None or field.errors:
        return None
    return datetime.combine(field.data, time(), zone) + timedelta(days=days)
