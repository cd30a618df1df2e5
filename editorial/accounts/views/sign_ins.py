"""One's own sign-ins: where they are, and ending them."""

import uuid

from flask import flash, redirect, url_for
from werkzeug.wrappers import Response

from editorial.accounts.blueprint import bp
from editorial.models.saving import saving
from editorial.web.access import needs, signed_in
from editorial.web.clock import now
from editorial.web.sign_ins import end_sign_in, end_sign_ins
from editorial.web.signed_in import forget_signed_in, person_here, sign_in_here


@bp.post("/profile/sign-ins/<uuid:sign_in_id>/end")
@needs(signed_in)
def end_one(sign_in_id: uuid.UUID) -> Response:
    """End one of one's own."""
    person_id, here = person_here().id, sign_in_here().id
    with saving() as session:
        end_sign_in(session, person_id, sign_in_id, now())
    if sign_in_id == here:
        forget_signed_in()
        return redirect(url_for("accounts.sign_in"), 303)
    flash("That browser is signed out.", "ok")
    return redirect(url_for("accounts.profile"), 303)


@bp.post("/profile/sign-ins/end")
@needs(signed_in)
def end_others() -> Response:
    """End all but this one."""
    person_id, here = person_here().id, sign_in_here().id
    with saving() as session:
        end_sign_ins(session, person_id, now(), keep=here)
    flash("Every other browser is signed out.", "ok")
    return redirect(url_for("accounts.profile"), 303)
