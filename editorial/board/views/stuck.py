"""Where stories get stuck, as plots with their numbers."""

from flask import abort, render_template

from editorial.board.blueprint import bp
from editorial.board.desks import desks_here
from editorial.board.plot import duration, plot
from editorial.board.stuck import WATCHED, time_in_states, waiting_now, weeks_until
from editorial.models.saving import reading
from editorial.web.access import needs, on_a_desk
from editorial.web.clock import now
from editorial.web.signed_in import person_here
from editorial.web.times import dateline_day


@bp.get("/board/time")
@bp.get("/board/<slug>/time")
@needs(on_a_desk)
def time(slug: str | None = None) -> str:
    """Time in each state, by week; of one desk, or of all of one's own together."""
    session, at = reading(), now()
    desks = desks_here(session, person_here())
    desk = next((one for one in desks if one.slug == slug), None)
    if slug is not None and desk is None:
        abort(404)
    keys = [one.id for one in (desks if desk is None else (desk,))]
    figures, weeks = time_in_states(session, keys, at), weeks_until(at)
    names = [dateline_day(week) for week in weeks]
    return render_template(
        "board/time.html",
        desk=desk,
        desks=desks,
        weeks=list(zip(weeks, names, strict=True)),
        states=[state.value for state in WATCHED],
        plots={
            state.value: plot([figures.get((state, week)) for week in weeks], names)
            for state in WATCHED
        },
        figures={(state.value, week): figure for (state, week), figure in figures.items()},
        waiting={state.value: found for state, found in waiting_now(session, keys, at).items()},
        duration=duration,
    )
