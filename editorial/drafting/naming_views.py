"""Saving a version under a name, and bringing one back."""

import uuid

from flask import flash, jsonify, redirect, request, url_for
from werkzeug.wrappers import Response

from editorial.document.validate import InvalidDocument
from editorial.drafting.commands import Asked
from editorial.drafting.filing_views import bp
from editorial.drafting.forms import VersionForm
from editorial.drafting.naming import bring_back, save_version
from editorial.models.saving import saving
from editorial.pipeline.refusal import NotThere, Refused
from editorial.web.access import needs, signed_in
from editorial.web.clock import now
from editorial.web.forms import ActForm
from editorial.web.signed_in import person_here

__all__ = ["bp"]


@bp.post("/dispatches/<uuid:dispatch_id>/versions")
@needs(signed_in)
def name_version(dispatch_id: uuid.UUID) -> Response | tuple[Response, int]:
    """Keep the text as it is saved under a name. The editor is answered in JSON."""
    form = VersionForm()
    form.validate()
    try:
        with saving() as session:
            act = Asked(person_here().id, now(), form.operation_id)
            saved = save_version(session, act, dispatch_id, form.name.data or "")
            name, key = saved.name, saved.id
    except NotThere:
        raise
    except Refused as refused:
        if _by_editor():
            return jsonify({"refusal": " ".join(refused.reasons)}), 409
        flash("Not saved. " + " ".join(refused.reasons), "bad")
        return redirect(url_for(".edit", dispatch_id=dispatch_id, _anchor="versions"), 303)
    if _by_editor():
        address = url_for("history.version", dispatch_id=dispatch_id, save_id=key)
        return jsonify({"name": name, "address": address})
    flash(f"Saved as the version “{name}”.", "ok")
    return redirect(url_for(".edit", dispatch_id=dispatch_id, _anchor="versions"), 303)


@bp.post("/dispatches/<uuid:dispatch_id>/versions/<uuid:save_id>/back")
@needs(signed_in)
def bring_version_back(dispatch_id: uuid.UUID, save_id: uuid.UUID) -> Response:
    """The named text becomes the text being written; what stood there is kept under a name."""
    form = ActForm()
    there = url_for("history.version", dispatch_id=dispatch_id, save_id=save_id)
    if not form.validate():
        return redirect(there, 303)
    try:
        with saving() as session:
            act = Asked(person_here().id, now(), form.operation_id)
            name = bring_back(session, act, dispatch_id, save_id).name
    except NotThere:
        raise
    except (Refused, InvalidDocument) as refused:
        reasons = refused.reasons if isinstance(refused, Refused) else (refused.sentence,)
        flash("Not brought back. " + " ".join(reasons), "bad")
        return redirect(there, 303)
    flash(f"“{name}” is the text again. What stood here is kept among the versions.", "ok")
    return redirect(url_for(".edit", dispatch_id=dispatch_id), 303)


def _by_editor() -> bool:
    return request.accept_mimetypes.best == "application/json"
