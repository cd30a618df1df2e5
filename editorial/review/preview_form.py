"""The form of a preview link: shapes only."""

from wtforms import SelectField, StringField
from wtforms.validators import InputRequired, Length

from editorial.review.forms import PlacedForm
from editorial.review.previewing import LASTS
from editorial.web.typed import one_line


class PreviewForm(PlacedForm):
    """For whom a link is made, and how long it lasts."""

    for_whom = StringField(
        "For whom",
        filters=[one_line],
        validators=[
            InputRequired("For whom, please; it stands across the page."),
            Length(max=120),
        ],
    )
    lasts = SelectField("How long", choices=LASTS, default="24")
