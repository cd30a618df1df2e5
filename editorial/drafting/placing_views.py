"""Desk and embargo, saved while they are chosen."""

import uuid

from flask import jsonify, request
from werkzeug.wrappers import Response

from editorial.drafting import queries
from editorial.drafting.commands import Asked
from editorial.drafting.naming_views import bp
from editorial.drafting.placing import place
from editorial.drafting.placing_form import PlacingForm
from editorial.models.desk import Desk
from editorial.models.saving import reading, saving
from editorial.pipeline.refusal import NotThere, Refused
from editorial.web.access import needs, signed_in
from editorial.web.clock import now
from editorial.web.signed_in import person_here

__all__ = ["bp"]


@bp.post("/dispatches/<uuid:dispatch_id>/placing")
@needs(signed_in)
def save_placing(dispatch_id: uuid.UUID) -> Response | tuple[Response, int]:
    """Takes the fields and ``shown``, what the page showed; says what to show next time, or why
    not."""
    standing = queries.placing(reading(), person_here(), dispatch_id)
    form = PlacingForm()
    desks = queries.writing_desks(reading(), person_here())
    form.offer(desks, reading().get_one(Desk, standing.desk_id), person_here().timezone)
    if not form.validate():
        wrong = [reason for field in form for reason in field.errors]
        return jsonify({"refusal": " ".join(wrong)}), 409
    try:
        with saving() as session:
            act = Asked(person_here().id, now())
            shown = place(
                session, act, dispatch_id, form.placing(standing), request.form.get("shown", "")
            )
    except NotThere:
        raise
    except Refused as refused:
        return jsonify({"refusal": " ".join(refused.reasons)}), 409
    return jsonify({"shown": shown})
