"""Keeping a filter under a name, and dropping it."""

import uuid
from urllib.parse import parse_qsl, urlencode, urlsplit

from flask import url_for
from werkzeug.wrappers import Response

from editorial.board.back import lead_back
from editorial.board.blueprint import bp
from editorial.board.desks import desks_here
from editorial.board.forms import WISHES, DropForm, KeepForm
from editorial.board.kept import drop_view, keep_view
from editorial.models.saving import saving
from editorial.pipeline.refusal import NotThere, Refused
from editorial.web.access import needs, on_a_desk
from editorial.web.clock import now
from editorial.web.signed_in import person_here

KEPT = {*WISHES, "desk", "as", "state"}


@bp.post("/board/views")
@needs(on_a_desk)
def keep() -> Response:
    """Keep the filter of the board it was asked on."""
    form = KeepForm()
    back = form.back.data or ""
    if not form.validate_on_submit():
        reasons = [reason for errors in form.errors.values() for reason in errors]
        return lead_back(back, [(f"Not kept yet. {reason}", "bad") for reason in reasons])
    asked = urlsplit(back)
    slug = asked.path.removeprefix("/board").strip("/")
    query = urlencode([pair for pair in parse_qsl(asked.query) if pair[0] in KEPT])
    try:
        with saving() as session:
            if slug and slug not in {one.slug for one in desks_here(session, person_here())}:
                raise NotThere
            keep_view(session, person_here().id, form.name.data or "", slug, query, now())
    except NotThere:
        raise
    except Refused as refusal:
        return lead_back(back, [(reason, "bad") for reason in refusal.reasons])
    return lead_back(back, [(f"“{form.name.data}” is kept among your views.", "ok")])


@bp.post("/board/views/<uuid:view_id>/drop")
@needs(on_a_desk)
def drop(view_id: uuid.UUID) -> Response:
    """Forget a view of one's own."""
    form = DropForm()
    if form.validate_on_submit():
        with saving() as session:
            drop_view(session, person_here().id, view_id)
    return lead_back(form.back.data or url_for("board.show"), [("The view is dropped.", "ok")])
