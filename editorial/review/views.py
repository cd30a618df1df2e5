"""What waits, the lists, and the dispatch page with its decisions."""

import uuid
from typing import Any

from flask import (
    Blueprint,
    abort,
    render_template,
    request,
    url_for,
)

from editorial.models.saving import reading, saving
from editorial.pipeline.refusal import Refused
from editorial.review import commands, queries
from editorial.review.forms import (
    DecisionForm,
    FilterForm,
    GateForm,
    SettleForm,
    TakeBackForm,
)
from editorial.review.here import Answer, asked, done, page_of, refused
from editorial.review.waiting import BY_NAME
from editorial.web.access import needs, signed_in
from editorial.web.clock import now
from editorial.web.forms import ActForm
from editorial.web.signed_in import person_here
from editorial.workflow.wording import STATE_WORDS
from editorial.workflow.words import Action, Gate, State

bp = Blueprint("review", __name__)


@bp.get("/start")
@needs(signed_in)
def start() -> str:
    """What waits for this person."""
    found = queries.start(reading(), person_here(), now(), _address)
    return render_template("review/start.html", start=found, plain=ActForm(formdata=None))


@bp.get("/dispatches")
@needs(signed_in)
def dispatches() -> str:
    """The dispatches of one's desks, and one's own."""
    form = _filter()
    wanted = _wanted(form)
    found = queries.dispatches(reading(), person_here(), wanted, now(), _address)
    given: dict[str, Any] = {k: v for k, v in request.args.items() if v and k != "page"}
    return render_template(
        "review/dispatches.html",
        form=form,
        found=found,
        waiting=wanted.waiting,
        filtered=bool(given.keys() - {"sort", "waiting"}),
        newer_url=url_for(".dispatches", **given, page=wanted.page - 1)
        if wanted.page > 1
        else None,
        older_url=url_for(".dispatches", **given, page=wanted.page + 1) if found.more else None,
    )


@bp.get("/dispatches/<uuid:dispatch_id>")
@needs(signed_in)
def show(dispatch_id: uuid.UUID) -> str:
    """The dispatch: what it is, its state, what can be done."""
    return page_of(dispatch_id)


@bp.post("/dispatches/<uuid:dispatch_id>/decision")
@needs(signed_in)
def decide(dispatch_id: uuid.UUID) -> Answer:
    """Every act of the decision panel."""
    form = DecisionForm(request.form.get("action", ""))
    if not form.validate_on_submit():
        return page_of(dispatch_id, form), 409
    try:
        with saving() as session:
            outcome = commands.decide(
                session,
                asked(dispatch_id, form),
                Action(form.action.data or ""),
                form.seen_version,
                form.instant(),
                form.point_list,
            )
    except Refused as refusal:
        return refused(dispatch_id, form, refusal)
    return done(dispatch_id, commands.told(outcome))


@bp.post("/dispatches/<uuid:dispatch_id>/gate")
@needs(signed_in)
def gate(dispatch_id: uuid.UUID) -> Answer:
    """Pass, override or ask for one gate."""
    form = GateForm(f"{request.form.get('action', '')}-{request.form.get('gate', '')}")
    if not form.validate_on_submit():
        return page_of(dispatch_id, form), 409
    at = Gate(form.gate.data or "")
    try:
        with saving() as session:
            outcome = commands.at_gate(
                session,
                asked(dispatch_id, form),
                Action(form.action.data or ""),
                at,
                form.seen_version,
            )
    except Refused as refusal:
        return refused(dispatch_id, form, refusal)
    return done(dispatch_id, commands.told_of_gate(outcome, at))


@bp.post("/dispatches/<uuid:dispatch_id>/quotes/settle")
@needs(signed_in)
def settle(dispatch_id: uuid.UUID) -> Answer:
    """Vouch for one quote."""
    form = SettleForm(request.form.get("quote", ""))
    if not form.validate_on_submit():
        return page_of(dispatch_id, form), 409
    try:
        with saving() as session:
            outcome = commands.settle(session, asked(dispatch_id, form), form.vouching())
    except Refused as refusal:
        return refused(dispatch_id, form, refusal)
    return done(dispatch_id, commands.told(outcome))


@bp.post("/dispatches/<uuid:dispatch_id>/quotes/unsettle")
@needs(signed_in)
def unsettle(dispatch_id: uuid.UUID) -> Answer:
    """Take a settlement back."""
    form = TakeBackForm(request.form.get("settlement", ""))
    if not form.validate_on_submit():
        return page_of(dispatch_id, form), 409
    if form.settlement_id is None:
        abort(404)
    try:
        with saving() as session:
            outcome = commands.unsettle(session, asked(dispatch_id, form), form.settlement_id)
    except Refused as refusal:
        return refused(dispatch_id, form, refusal)
    return done(dispatch_id, commands.told(outcome))


def _address(dispatch_id: uuid.UUID) -> str:
    return url_for("review.show", dispatch_id=dispatch_id)


def _filter() -> FilterForm:
    session, person = reading(), person_here()
    form = FilterForm(formdata=request.args)
    form.state.choices = {"": "Any state", **{s.value: STATE_WORDS[s].name for s in State}}
    form.desk.choices = {
        "": "Every desk",
        **{desk.value: desk.name for desk in queries.desk_choices(session, person)},
    }
    form.author.choices = {
        "": "Anyone",
        **{author.value: author.name for author in queries.author_choices(session, person)},
    }
    form.sort.choices = {"": "As usual", **{k: words for k, (words, _) in queries.SORTS.items()}}
    return form


def _wanted(form: FilterForm) -> queries.Wanted:
    """What the address asks for; what it asks for wrongly is not asked."""
    form.validate()
    given: dict[str, Any] = {
        name: form[name].data or ""
        for name in ("words", "state", "desk", "author", "sort")
        if not form[name].errors
    }
    waiting = request.args.get("waiting", "")
    page = request.args.get("page", 1, type=int)
    return queries.Wanted(
        **given, waiting=waiting if waiting in BY_NAME else "", page=min(max(page, 1), 1000)
    )
