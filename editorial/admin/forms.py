"""The forms of administrators: shapes only."""

from babel import Locale, UnknownLocaleError
from wtforms import (
    BooleanField,
    EmailField,
    Field,
    HiddenField,
    IntegerField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import (
    Email,
    InputRequired,
    Length,
    NumberRange,
    Optional,
    Regexp,
    ValidationError,
)

from editorial.web.forms import ActForm, Form
from editorial.workflow.wording import ROLE_WORDS
from editorial.workflow.words import Role


def trimmed(text: str | None) -> str | None:
    """Without spaces around it."""
    return None if text is None else text.strip()


def lowered(text: str | None) -> str | None:
    """In small letters and without spaces around it, as e-mails are kept."""
    return None if text is None else text.strip().lower()


class FilterForm(Form):
    """Which people to list."""

    class Meta:
        """A search changes nothing, so it needs no token."""

        csrf = False

    q = StringField("Name or e-mail", filters=[trimmed], validators=[Length(max=120)])
    desk = SelectField("Desk", default="", validate_choice=False)
    role = SelectField(
        "Role",
        choices={"": "Any", **{role.value: ROLE_WORDS[role] for role in Role}},
        default="",
    )
    standing = SelectField(
        "Who",
        choices={
            "": "Here or invited",
            "here": "Here",
            "invited": "Invited",
            "left": "Left",
        },
        default="",
    )


class PlacesForm(ActForm):
    """The table of roles. ``shown`` holds what was ticked when the page was made, so that only
    what this administrator changed is changed."""

    places = SelectMultipleField("Roles", validate_choice=False)
    shown = HiddenField()

    @property
    def ticked(self) -> set[str]:
        """The keys of what is ticked now."""
        return set(self.places.data or ())

    @property
    def given(self) -> set[str]:
        """Ticked since the page was made."""
        return self.ticked - set((self.shown.data or "").split())

    @property
    def taken(self) -> set[str]:
        """Unticked since."""
        return set((self.shown.data or "").split()) - self.ticked


class InviteForm(PlacesForm):
    """Someone new."""

    name = StringField(
        "Name",
        filters=[trimmed],
        validators=[InputRequired("Their name, please; the log will carry it."), Length(max=120)],
    )
    email = EmailField(
        "E-mail",
        filters=[lowered],
        validators=[
            InputRequired("Their e-mail, please."),
            Email("This is no e-mail address.", allow_smtputf8=False),
            Length(max=254),
        ],
    )
    totp_required = BooleanField("Require a second factor")


class EmailForm(ActForm):
    """Another address."""

    email = EmailField(
        "E-mail",
        filters=[lowered],
        validators=[
            InputRequired("Their e-mail, please."),
            Email("This is no e-mail address.", allow_smtputf8=False),
            Length(max=254),
        ],
    )


class DeskForm(ActForm):
    """A desk's words."""

    name = StringField(
        "Name", filters=[trimmed], validators=[InputRequired("A name, please."), Length(max=80)]
    )
    description = TextAreaField("What it covers", filters=[trimmed], validators=[Length(max=500)])
    certificate_names = BooleanField("Certificates name the people who vouched")


class SettingsForm(ActForm):
    """The house's settings."""

    language = StringField(
        "Language of the site",
        filters=[trimmed],
        validators=[InputRequired("A language, for example en."), Length(max=35)],
    )
    security_contact = StringField(
        "Contact for security",
        filters=[trimmed],
        validators=[
            Optional(),
            Length(max=200),
            Regexp(
                r"(https://[!-~]+|[!-9;-?A-~]+@[!-9;-~]+)\Z",
                message="An e-mail address or the https address of a form, please.",
            ),
        ],
    )
    reviews = BooleanField("Readers may write reviews under stories")
    names_approvers = BooleanField("Tell readers the names of those who approved")
    totp_required = BooleanField("Require a second factor of everyone")
    device_days = IntegerField(
        "Days that a device keeps drafts without contact",
        validators=[Optional(), NumberRange(1, 90, "From 1 to 90 days.")],
    )

    def validate_language(self, field: Field) -> None:
        """A tag of BCP 47 that there are words for."""
        try:
            Locale.parse(field.data or "", sep="-")
        except (UnknownLocaleError, ValueError) as error:
            raise ValidationError("No language is known by this tag; try en, az or ru.") from error
