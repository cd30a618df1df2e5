"""Settling a quote from its card in the editor: the forms alone, without the page around them."""

import uuid

from flask import render_template, request

from editorial.models.saving import reading, saving
from editorial.pipeline.refusal import NotThere, Refused
from editorial.review import commands
from editorial.review.forms import SettleForm, TakeBackForm
from editorial.review.here import asked
from editorial.review.page_forms import settle_form, take_back_form
from editorial.review.remark_views import bp
from editorial.review.settling import settling
from editorial.web.access import needs, signed_in
from editorial.web.clock import now
from editorial.web.signed_in import person_here

__all__ = ["bp"]

PLACE = "card"
Tried = SettleForm | TakeBackForm


@bp.route("/dispatches/<uuid:dispatch_id>/quotes/<key>/settling", methods=["GET", "POST"])
@needs(signed_in)
def settle_beside(dispatch_id: uuid.UUID, key: str) -> str | tuple[str, int]:
    """What the person may do about that quote; sent, it is done as on the dispatch page."""
    if request.method == "GET":
        return _forms(dispatch_id, key)
    form: Tried = TakeBackForm(PLACE) if "settlement" in request.form else SettleForm(PLACE)
    if not form.validate_on_submit():
        return _forms(dispatch_id, key, form), 409
    try:
        with saving() as session:
            who = asked(dispatch_id, form)
            if isinstance(form, SettleForm):
                commands.settle(session, who, form.vouching())
            elif form.settlement_id is not None:
                commands.unsettle(session, who, form.settlement_id)
            else:
                raise NotThere
    except NotThere:
        raise
    except Refused as refusal:
        form.refuse(refusal.reasons)
        return _forms(dispatch_id, key, form), 409
    return render_template("review/settled.html", taken_back=isinstance(form, TakeBackForm))


def _forms(dispatch_id: uuid.UUID, key: str, tried: Tried | None = None) -> str:
    found = settling(reading(), person_here(), dispatch_id, key, now())
    line = found.line
    settle = take_back = None
    if line is not None and line.ways:
        settle = settle_form(PLACE, found.version, line, tried)
    if line is not None and line.settled is not None and line.take_back:
        take_back = take_back_form(PLACE, found.version, str(line.settled.id), tried)
    return render_template(
        "review/settle_beside.html",
        found=found,
        dispatch_id=dispatch_id,
        key=key,
        settle=settle,
        take_back=take_back,
        tried=tried,
        homeless=tried is not None and tried is not settle and tried is not take_back,
    )
