"""The publishers' queue."""

from flask import Blueprint, render_template

from editorial.models.saving import reading
from editorial.publishing import queries
from editorial.web.access import needs
from editorial.web.clock import now
from editorial.web.signed_in import person_here

bp = Blueprint("publishing", __name__)


def a_publisher() -> bool:
    """Someone who publishes on any desk."""
    return bool(queries.publishes_on(person_here()))


@bp.get("/publishing")
@needs(a_publisher)
def queue() -> str:
    """What is approved, what is scheduled, what went live lately."""
    found = queries.queue(reading(), person_here(), now())
    return render_template("publishing/queue.html", queue=found)
