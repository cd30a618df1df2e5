"""The forms of being told: shapes only."""

from urllib.parse import urlsplit

from wtforms import (
    Field,
    IntegerField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    URLField,
)
from wtforms import Form as PlainForm
from wtforms.validators import InputRequired, Length, NumberRange, Optional, ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from editorial.models.delivery import Outcome
from editorial.models.desk_hook import HookKind
from editorial.models.telling import Rhythm
from editorial.telling.choices import BOXES, Box
from editorial.telling.queries import CHANNEL_WORDS, OUTCOME_WORDS
from editorial.web.forms import ActForm, Form
from editorial.web.typed import one_line
from editorial.workflow.events import EVENT_WORDS, HOOKED, Event


def box_key(box: Box) -> str:
    """How the form names one box of the table."""
    return f"{box[0].value}:{box[1].value}"


class ChoicesForm(ActForm):
    """What reaches the person how; ``boxes`` is the table's, each named ``event:channel``."""

    boxes = SelectMultipleField("What reaches you", choices={box_key(box): "" for box in BOXES})
    rhythm = RadioField(
        "Mail",
        choices={
            Rhythm.AT_ONCE.value: "as it happens; what comes in a flood comes together",
            Rhythm.DAILY.value: "once a day, all in one",
        },
    )
    hour = IntegerField(
        "At",
        validators=[
            InputRequired("An hour from 0 to 23, please."),
            NumberRange(0, 23, "An hour from 0 to 23, please."),
        ],
    )

    @property
    def wanted(self) -> frozenset[Box]:
        """The boxes that are ticked."""
        ticked = set(self.boxes.data or ())
        return frozenset(box for box in BOXES if box_key(box) in ticked)


class DeliveriesForm(PlainForm):
    """Which deliveries to show. A form of a GET: it changes nothing and carries no token."""

    to = StringField("To whom", filters=[one_line], validators=[Optional(), Length(max=120)])
    channel = SelectField(
        "How",
        choices={"": "Any way", **{k.value: words for k, words in CHANNEL_WORDS.items()}},
        default="",
        validate_choice=False,
    )
    outcome = SelectField(
        "How it ended",
        choices={"": "Any", **{k.value: OUTCOME_WORDS[k] for k in Outcome}},
        default="",
        validate_choice=False,
    )


class HookForm(ActForm):
    """Where a desk's events are told outside."""

    address = URLField(
        "Address",
        filters=[one_line],
        validators=[InputRequired("The address to send to, please."), Length(max=1000)],
    )
    kind = RadioField(
        "What is sent",
        choices={
            HookKind.JSON.value: "JSON, signed after Standard Webhooks",
            HookKind.SLACK.value: "a line of text, as Slack, Mattermost and their likes take it",
        },
        default=HookKind.JSON.value,
    )
    events = SelectMultipleField(
        "What is told",
        choices={event.value: EVENT_WORDS[event].name for event in HOOKED},
        default=[event.value for event in HOOKED],
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )

    def validate_address(self, field: Field) -> None:
        """A web address with a host."""
        try:
            parts = urlsplit(field.data or "")
            good = parts.scheme in ("http", "https") and bool(parts.hostname)
            good = good and parts.port != 0 and "@" not in parts.netloc
        except ValueError:
            good = False
        if not good or not (field.data or "").isascii():
            raise ValidationError("An address that begins with https:// and names a host, please.")

    @property
    def chosen(self) -> tuple[Event, ...]:
        """The events that are ticked."""
        return tuple(Event(one) for one in self.events.data or ())


class StopForm(Form):
    """The one button of the page that a mail's link opens."""

    class Meta:
        """Mail programs send it without a token; the address itself is the right to it."""

        csrf = False
