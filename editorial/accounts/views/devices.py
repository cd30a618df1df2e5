"""One's own devices that keep drafts, and reporting one lost."""

import uuid

from flask import flash, redirect, url_for
from werkzeug.wrappers import Response

from editorial.accounts.blueprint import bp
from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.web.access import needs, signed_in
from editorial.web.clock import now
from editorial.web.devices import report_lost
from editorial.web.signed_in import person_here


@bp.post("/profile/devices/<uuid:device_id>/lost")
@needs(signed_in)
def lose_device(device_id: uuid.UUID) -> Response:
    """Sign it out now, and have what it keeps withdrawn when it is next heard from."""
    person_id = person_here().id
    with saving() as session:
        report_lost(session, session.get_one(Person, person_id), person_id, device_id, now())
    flash("Reported lost. It is signed out; what it keeps goes when it is next heard from.", "ok")
    return redirect(url_for("accounts.profile"), 303)
