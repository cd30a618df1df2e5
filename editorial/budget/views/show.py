"""The day's budget, of one desk or of all of one's own; made to be printed too."""

from datetime import date, timedelta

from flask import abort, render_template, request, url_for

from editorial.budget.blueprint import bp
from editorial.budget.forms import PlainForm
from editorial.budget.queries import budget
from editorial.models.saving import reading
from editorial.pipeline.assignments import asked_of
from editorial.web.access import needs, on_a_desk
from editorial.web.clock import now
from editorial.web.signed_in import person_here
from editorial.web.times import zone_here


@bp.get("/budget")
@bp.get("/budget/<slug>")
@needs(on_a_desk)
def show(slug: str | None = None) -> str:
    """Planned, overdue, at hand."""
    session, person, at, zone = reading(), person_here(), now(), zone_here()
    today = at.astimezone(zone).date()
    day = _asked_day() or today
    desks = budget(session, person, slug, day, zone, at)
    if slug is not None and not desks:
        abort(404)

    def to(other: date) -> str:
        return url_for("budget.show", slug=slug, day=None if other == today else other.isoformat())

    return render_template(
        "budget/show.html",
        desks=desks,
        day=day,
        today=today,
        zone=str(zone),
        one=desks[0] if slug is not None else None,
        mine=asked_of(session, person, at) if day == today and slug is None else (),
        before_url=to(day - timedelta(days=1)),
        after_url=to(day + timedelta(days=1)),
        today_url=to(today),
        act_form=PlainForm(formdata=None),
    )


def _asked_day() -> date | None:
    try:
        day = date.fromisoformat(request.args.get("day", ""))
    except ValueError:
        return None
    return day if 1900 < day.year < 9000 else None
