"""The queue of readers' reviews."""

import uuid

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from editorial.models.saving import reading, saving
from editorial.pipeline.refusal import Refused
from editorial.readers import queries
from editorial.readers.commands import decide_review
from editorial.readers.forms import VerdictForm
from editorial.web.access import needs
from editorial.web.clock import now
from editorial.web.signed_in import person_here
from editorial.workflow.moderation import Verdict
from editorial.workflow.words import ReviewStanding

bp = Blueprint("readers", __name__)

DONE = {
    Verdict.PUBLISH: "The review by {} stands under the story now.",
    Verdict.REJECT: "The review by {} is rejected; readers don’t see it.",
    Verdict.UNDO: "The review by {} waits again.",
}


def a_moderator() -> bool:
    """Someone who decides on reviews on any desk."""
    return bool(queries.moderated_by(person_here()))


@bp.get("/readers")
@needs(a_moderator)
def queue() -> str:
    """What readers wrote: what waits, or what was decided."""
    asked = request.args.get("standing", "")
    standing = ReviewStanding(asked) if asked in list(ReviewStanding) else ReviewStanding.WAITING
    desk = request.args.get("desk", "")[:80].replace("\0", "")
    number = min(max(request.args.get("page", type=int, default=1), 1), 999)
    person = person_here()
    return render_template(
        "readers/queue.html",
        shown=queries.review_list(reading(), person, standing, desk, number),
        standing=standing,
        standings=list(ReviewStanding),
        desk=desk,
        desks=queries.desks_moderated(reading(), person),
        form=VerdictForm(),
    )


@bp.post("/readers/<uuid:review_id>/verdict")
@needs(a_moderator)
def decide(review_id: uuid.UUID) -> Response:
    """Decide on one; back to the queue it stood in."""
    form = VerdictForm()
    if not form.validate():
        raise Refused("The page was not sent whole; open the queue again and decide there.")
    verdict, seen = Verdict(form.verdict.data), form.seen.data or ""
    person_id = person_here().id
    with saving() as session:
        review = decide_review(session, person_id, review_id, verdict, seen, now())
        name = review.name
    flash(DONE[verdict].format(name), "ok")
    desk = (form.desk.data or None) and form.desk.data[:80]
    return redirect(url_for("readers.queue", standing=seen, desk=desk), 303)
