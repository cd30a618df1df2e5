"""The calendar: its page for its owner, and what calendar programs read."""

import uuid

from flask import abort, flash, make_response, redirect, render_template, url_for
from werkzeug.wrappers import Response

from editorial.budget.blueprint import bp
from editorial.budget.feed import end_feed, feed_of, make_feed, read_feed
from editorial.budget.forms import PlainForm
from editorial.models.saving import reading, saving
from editorial.models.setting import setting
from editorial.web.access import anyone, needs, on_a_desk
from editorial.web.clock import now
from editorial.web.signed_in import person_here


@bp.get("/calendar")
@needs(on_a_desk)
def calendar() -> str:
    """Whether there is an address, and how to have one."""
    return _page()


@bp.post("/calendar")
@needs(on_a_desk)
def make() -> str | tuple[str, int]:
    """A new address, shown this once; the one before is good no more."""
    if not PlainForm().validate_on_submit():
        return _page(), 409
    me = person_here().id
    with saving() as session:
        token = make_feed(session, me, now())
    return _page(url_for("budget.read", token=token, _external=True))


@bp.post("/calendar/end")
@needs(on_a_desk)
def end() -> Response:
    """The address is good no more."""
    me = person_here().id
    if PlainForm().validate_on_submit():
        with saving() as session:
            end_feed(session, me)
        flash("No calendar reads your budget any more.", "ok")
    return redirect(url_for("budget.calendar"), 303)


@bp.get("/calendar/<token>.ics")
@needs(anyone)
def read(token: str) -> Response:
    """What the holder of the secret address reads: no cookie, no page, only the calendar."""
    session = reading()
    found = read_feed(session, token, now(), setting(session, "agency.name"), _address)
    if found is None:
        abort(404)
    answer = make_response(found)
    answer.headers["Content-Type"] = "text/calendar; charset=utf-8"
    answer.headers["Cache-Control"] = "private, no-store"
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


def _address(assignment_id: uuid.UUID) -> str:
    return url_for("budget.one", assignment_id=assignment_id, _external=True)


def _page(address: str | None = None) -> str:
    return render_template(
        "budget/calendar.html",
        address=address,
        feed=feed_of(reading(), person_here().id),
        form=PlainForm(formdata=None),
    )
