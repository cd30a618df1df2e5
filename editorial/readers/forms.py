"""The form of one decision: shape only."""

from wtforms import HiddenField, SelectField
from wtforms.validators import AnyOf

from editorial.web.forms import Form
from editorial.workflow.moderation import Verdict
from editorial.workflow.words import ReviewStanding


class VerdictForm(Form):
    """``seen`` is how the review stood on the page, ``back`` the queue it was decided in."""

    verdict = SelectField("Verdict", choices=[(one.value, one.value) for one in Verdict])
    seen = HiddenField(validators=[AnyOf([standing.value for standing in ReviewStanding])])
    desk = HiddenField()
