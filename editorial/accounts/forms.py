"""The forms of accounts: shapes only."""

from typing import Any

from wtforms import EmailField, Field, PasswordField, SelectField, SelectMultipleField, StringField
from wtforms.validators import Email, EqualTo, InputRequired, Length, ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from editorial.accounts.commands import Profile
from editorial.accounts.password import LONGEST, why_weak
from editorial.web.forms import Form
from editorial.web.local_time import zones
from editorial.workflow.wording import ROLE_WORDS
from editorial.workflow.words import DESK_ROLES

NAME = Length(max=120, message="At most 120 characters.")


def trimmed(text: str | None) -> str | None:
    """Without spaces around it."""
    return None if text is None else text.strip()


def lowered(text: str | None) -> str | None:
    """In small letters and without spaces around it, as e-mails are kept."""
    return None if text is None else text.strip().lower()


def _timezones() -> dict[str, str]:
    return {name: name.replace("_", " ") for name in zones()}


class SignInForm(Form):
    """E-mail and password."""

    email = EmailField(
        "E-mail",
        filters=[trimmed],
        validators=[InputRequired("Your e-mail, please."), Length(max=254)],
    )
    password = PasswordField(
        "Password", validators=[InputRequired("Your password, please."), Length(max=LONGEST)]
    )


class CodeForm(Form):
    """The code of the second factor."""

    code = StringField(
        "Code", filters=[trimmed], validators=[InputRequired("The code, please."), Length(max=40)]
    )


class NewPasswordForm(Form):
    """A new password, twice. ``known`` are words the password should not be made of."""

    known: tuple[str, ...] = ()

    password = PasswordField("New password", validators=[InputRequired("A password, please.")])
    again = PasswordField(
        "The same again",
        validators=[
            InputRequired("Type it a second time, please."),
            EqualTo("password", message="The two differ."),
        ],
    )

    def validate_password(self, field: Field) -> None:
        """Long enough and hard to guess."""
        reason = why_weak(field.data or "", (*self.known, *self.words()))
        if reason is not None:
            raise ValidationError(reason)

    def words(self) -> tuple[str, ...]:
        """What else the form says that a guesser would try first."""
        named: dict[str, Any] = {name: field.data for name, field in self._fields.items()}
        return tuple(str(named[name]) for name in ("name", "email", "agency") if named.get(name))


class FoundForm(NewPasswordForm):
    """The first visit."""

    token = StringField(
        "Token from the console",
        filters=[trimmed],
        validators=[InputRequired("The token that was printed when Editorial started, please.")],
    )
    agency = StringField(
        "Name of the agency",
        filters=[trimmed],
        validators=[InputRequired("A name that readers will see, please."), Length(max=80)],
    )
    desk = StringField(
        "First desk",
        filters=[trimmed],
        validators=[InputRequired("A name, for example World."), Length(max=80)],
    )
    roles = SelectMultipleField(
        "What you do on this desk yourself",
        choices={role.value: ROLE_WORDS[role].capitalize() for role in DESK_ROLES},
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )
    name = StringField(
        "Your name",
        filters=[trimmed],
        validators=[InputRequired("Your name, please; the log will carry it."), NAME],
    )
    email = EmailField(
        "Your e-mail",
        filters=[lowered],
        validators=[
            InputRequired("Your e-mail, please."),
            Email("This is no e-mail address.", allow_smtputf8=False),
            Length(max=254),
        ],
    )
    timezone = SelectField("Your time zone", choices=_timezones, default="UTC")


class AskResetForm(Form):
    """Where the mail should go."""

    email = EmailField(
        "E-mail",
        filters=[lowered],
        validators=[InputRequired("Your e-mail, please."), Length(max=254)],
    )


class ProfileForm(Form):
    """What people say of themselves."""

    name = StringField(
        "Name",
        filters=[trimmed],
        validators=[InputRequired("Your name, please; the log will carry it."), NAME],
    )
    initials = StringField(
        "Initials",
        filters=[trimmed],
        validators=[Length(max=8, message="At most 8 letters.")],
    )
    timezone = SelectField("Time zone", choices=_timezones, default="UTC")

    @property
    def profile(self) -> Profile:
        """What was typed."""
        return Profile(self.name.data or "", self.initials.data or "", self.timezone.data)


class InvitationForm(ProfileForm, NewPasswordForm):
    """Coming in by an invitation."""


class ChangePasswordForm(NewPasswordForm):
    """A new password for someone who knows the old one."""

    present = PasswordField(
        "Your present password",
        validators=[InputRequired("Your present password, please."), Length(max=LONGEST)],
    )


class PresentPasswordForm(Form):
    """An act that asks for the password again."""

    present = PasswordField(
        "Your password",
        validators=[InputRequired("Your password, please."), Length(max=LONGEST)],
    )


class SetUpForm(CodeForm, PresentPasswordForm):
    """A second factor to be: the password, so that nobody ties an open desk to their own phone."""
