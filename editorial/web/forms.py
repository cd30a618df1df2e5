"""The base of forms. A form checks shape; it knows no rule of the workflow."""

import uuid

from flask_wtf import FlaskForm
from wtforms import HiddenField


class Form(FlaskForm):  # type: ignore[misc]  # flask-wtf ships no types
    """A form with a CSRF token."""


class ActForm(Form):
    """A form that acts: it carries its own id, so that what is sent twice happens once, and the
    version of what its page showed."""

    operation = HiddenField(default=lambda: str(uuid.uuid4()))
    version = HiddenField()

    @property
    def operation_id(self) -> uuid.UUID | None:
        """The act's id; a mangled one is none."""
        try:
            return uuid.UUID(self.operation.data or "")
        except ValueError:
            return None

    @property
    def seen_version(self) -> int | None:
        """The version the page showed."""
        text = self.version.data or ""
        return int(text) if text.isdecimal() and len(text) < 10 else None
