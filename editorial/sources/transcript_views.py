"""Asking for a transcript of a recording, where the operator has a program that makes one."""

import uuid

from flask import flash, redirect, url_for
from werkzeug.wrappers import Response

from editorial.models.saving import saving
from editorial.pipeline.refusal import NotThere, Refused
from editorial.sources.commands import Asked
from editorial.sources.record_views import bp
from editorial.sources.transcribing import ask_for_transcript
from editorial.web.access import needs, signed_in
from editorial.web.clock import now
from editorial.web.forms import ActForm
from editorial.web.signed_in import person_here

__all__ = ["bp"]


@bp.post("/sources/<uuid:source_id>/transcript")
@needs(signed_in)
def transcribe(dispatch_id: uuid.UUID, source_id: uuid.UUID) -> Response:
    """Have it written down."""
    form = ActForm()
    try:
        with saving() as session:
            asked = Asked(person_here().id, dispatch_id, now(), form.operation_id)
            ask_for_transcript(session, asked, source_id)
    except NotThere:
        raise
    except Refused as refused:
        flash(" ".join(refused.reasons), "bad")
    return redirect(url_for(".show", dispatch_id=dispatch_id, source_id=source_id), 303)
