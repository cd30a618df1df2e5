"""An act done to several at once, and taken back."""

import uuid

from flask import render_template, session
from werkzeug.wrappers import Response

from editorial.board import commands
from editorial.board.back import lead_back
from editorial.board.blueprint import bp
from editorial.board.card import Card, cards
from editorial.board.forms import ManyForm, UndoForm
from editorial.board.views.show import SPIKED_LATELY
from editorial.models.dispatch import Dispatch
from editorial.models.saving import reading
from editorial.pipeline.roles import can_see
from editorial.web.access import needs, on_a_desk
from editorial.web.clock import now
from editorial.web.signed_in import person_here

Answer = Response | tuple[str, int]


@bp.post("/board/spike")
@needs(on_a_desk)
def spike() -> Answer:
    """Spike what was chosen, each by itself."""
    form = ManyForm()
    if not form.validate_on_submit():
        return render_template("board/many.html", form=form, chosen=_chosen(form)), 409
    asked = commands.Asked(person_here().id, now(), form.operation_id, form.note.data or "")
    came = commands.spike_many(asked, form.ones)
    if came.done:
        session[SPIKED_LATELY] = [key.hex for key in came.done]
    return lead_back(form.back.data, _said(came, "spiked"))


@bp.post("/board/unspike")
@needs(on_a_desk)
def unspike() -> Response:
    """Bring back what was spiked last."""
    form = UndoForm()
    if not form.validate_on_submit():
        return lead_back(form.back.data, [("Nothing was brought back. Try once more.", "bad")])
    keys = [uuid.UUID(hex=key) for key in session.pop(SPIKED_LATELY, ())]
    asked = commands.Asked(person_here().id, now(), form.operation_id)
    came = commands.unspike_many(asked, keys)
    return lead_back(form.back.data, _said(came, "brought back"))


def _said(came: commands.Many, done: str) -> list[tuple[str, str]]:
    many = "1 dispatch" if len(came.done) == 1 else f"{len(came.done)} dispatches"
    said = [(f"You {done} {many}.", "ok")] if came.done else []
    said += [(f"{slugline} was not {done}: {reason}", "warn") for slugline, reason in came.refused]
    return said or [(f"Nothing was {done}.", "warn")]


def _chosen(form: ManyForm) -> list[tuple[str, Card]]:
    """What was chosen, as far as this person may see it; each with its box's value."""
    person, db = person_here(), reading()
    versions = {one.id: one.version for one in form.ones}
    found = (db.get(Dispatch, key) for key in versions)
    seen = [one for one in found if one and can_see(person, one.desk_id, one.created_by)]
    made = cards(db, person, [one.id for one in seen], now())
    return [(f"{one.id}:{versions[one.id]}", made[one.id]) for one in seen]
