"""A page says that it is open, and is told who else has the dispatch open."""

import uuid

from flask import jsonify, request
from werkzeug.wrappers import Response

from editorial.board.blueprint import bp
from editorial.models.person import Person
from editorial.models.presence import Doing
from editorial.models.saving import reading, saving
from editorial.pipeline.presence import SAY_EVERY, come, leave, who_is_at
from editorial.web.access import needs, signed_in
from editorial.web.clock import now
from editorial.web.signed_in import person_here


@bp.post("/dispatches/<uuid:dispatch_id>/here")
@needs(signed_in)
def here(dispatch_id: uuid.UUID) -> Response:
    """``doing`` is reading, writing, or left. Answers with the others who are there:
    ``{"again": seconds, "others": [{"name", "initials", "doing"}]}``."""
    me, at = person_here().id, now()
    doing = request.form.get("doing", "")
    with saving() as session:
        person = session.get_one(Person, me)
        if doing == "left":
            leave(session, person, dispatch_id)
        else:
            known = Doing(doing) if doing in set(Doing) else Doing.READING
            come(session, person, dispatch_id, known, at)
    others = who_is_at(reading(), [dispatch_id], at).get(dispatch_id, ())
    return jsonify(
        again=SAY_EVERY.total_seconds(),
        others=[
            {"name": one.name, "initials": one.initials, "doing": one.doing.value}
            for one in others
            if one.person_id != me
        ],
    )
