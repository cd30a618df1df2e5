"""One dispatch's place on the board: its hands, its order, its deadline."""

import uuid

from flask import jsonify, make_response, render_template, request
from werkzeug.wrappers import Response

from editorial.board import commands
from editorial.board.back import by_script, lead_back
from editorial.board.blueprint import bp
from editorial.board.card import ORDERING, Card, cards
from editorial.board.desks import desks_here, people_of
from editorial.board.forms import BackForm, DeadlineForm, HandForm, PlaceForm
from editorial.models.dispatch import Dispatch
from editorial.models.saving import reading, saving
from editorial.pipeline.perform import Outcome
from editorial.pipeline.refusal import NotThere, Refused
from editorial.pipeline.roles import can_see, roles_on
from editorial.pipeline.write import WRITERS
from editorial.web.access import needs, signed_in
from editorial.web.clock import now
from editorial.web.signed_in import my_id, person_here
from editorial.web.times import zone_here
from editorial.workflow.wording import ACTION_WORDS
from editorial.workflow.words import Action, Role

Answer = Response | tuple[str, int]
PLACES = ("up", "down", "top", "usual", "before", "after")


@bp.get("/dispatches/<uuid:dispatch_id>/board")
@needs(signed_in)
def card(dispatch_id: uuid.UUID) -> str:
    """Everything that can be done to a card, as plain forms."""
    return _page(dispatch_id)


@bp.post("/dispatches/<uuid:dispatch_id>/board")
@needs(signed_in)
def hand(dispatch_id: uuid.UUID) -> Answer:
    """Claim, release, hand on, take over."""
    form = HandForm()
    asked = _asked(form, form.note.data or "")
    if not form.validate_on_submit() or form.action.data not in commands.FROM_A_CARD:
        form.refuse(("Nobody knows this act.",) if not form.errors else ())
        return _page(dispatch_id, form), 409
    try:
        with saving() as session:
            outcome = commands.hand(
                session,
                asked,
                Action(form.action.data),
                dispatch_id,
                form.seen_version,
                form.colleague_id,
            )
    except Refused as refusal:
        return _refused(dispatch_id, form, refusal)
    said = _told(dispatch_id, outcome)
    return jsonify(said=said) if by_script() else lead_back(form.back.data, [(said, "ok")])


@bp.post("/dispatches/<uuid:dispatch_id>/place")
@needs(signed_in)
def place(dispatch_id: uuid.UUID) -> Answer:
    """Where it stands in its column."""
    form = PlaceForm()
    if not form.validate_on_submit() or form.where.data not in PLACES:
        return _page(dispatch_id, form), 409
    try:
        with saving() as session:
            where = commands.place(
                session, _asked(form), dispatch_id, form.where.data, form.other_id
            )
    except Refused as refusal:
        return _refused(dispatch_id, form, refusal)
    said = "It stands where it usually would." if where is None else f"It stands at place {where}."
    return jsonify(said=said) if by_script() else lead_back(form.back.data, [(said, "ok")])


@bp.post("/dispatches/<uuid:dispatch_id>/deadline")
@needs(signed_in)
def deadline(dispatch_id: uuid.UUID) -> Answer:
    """By when it has to be ready."""
    form = DeadlineForm()
    if not form.validate_on_submit():
        return _page(dispatch_id, form), 409
    try:
        with saving() as session:
            commands.set_deadline(session, _asked(form), dispatch_id, form.instant())
    except Refused as refusal:
        return _refused(dispatch_id, form, refusal)
    said = "The deadline is set." if form.deadline.data else "It has no deadline now."
    return lead_back(form.back.data, [(said, "ok")])


def _asked(form: BackForm, note: str = "") -> commands.Asked:
    return commands.Asked(my_id(), now(), form.operation_id, note)


def _refused(dispatch_id: uuid.UUID, form: BackForm, refusal: Refused) -> Answer:
    if isinstance(refusal, NotThere):
        raise refusal
    if by_script():
        return make_response(jsonify(reasons=refusal.reasons), 409)
    form.refuse(refusal.reasons)
    return _page(dispatch_id, form), 409


def _told(dispatch_id: uuid.UUID, outcome: Outcome) -> str:
    dispatch = reading().get_one(Dispatch, dispatch_id)
    what = f"You {ACTION_WORDS[outcome.action].done} {dispatch.slugline}"
    if outcome.action is Action.HAND_ON and dispatch.claimant is not None:
        what += f" on to {dispatch.claimant.name}"
    return f"{what}."


def _page(dispatch_id: uuid.UUID, tried: BackForm | None = None) -> str:
    shown = _card(dispatch_id)
    session, person = reading(), person_here()
    dispatch = session.get_one(Dispatch, dispatch_id)
    editors = people_of(session, [dispatch.desk_id], Role.EDITOR)
    colleagues = {str(key): name for key, name in editors if key != person.id}
    back = request.values.get("back", "")
    hands = {}
    for action in sorted(commands.FROM_A_CARD):
        if action.value not in shown.acts:
            continue
        form = HandForm(formdata=None, action=action.value, version=str(shown.version), back=back)
        if isinstance(tried, HandForm) and tried.action.data == action.value:
            form = tried
        form.colleague.choices = {"": "Choose…", **colleagues}
        hands[action.value] = form
    local = None if shown.deadline is None else shown.deadline.astimezone(zone_here())
    deadline_form = (
        tried
        if isinstance(tried, DeadlineForm)
        else DeadlineForm(formdata=None, deadline=local, back=back)
    )
    roles = roles_on(person, dispatch.desk_id)
    return render_template(
        "board/card.html",
        card=shown,
        hands=hands,
        tried=tried,
        place_form=PlaceForm(formdata=None, back=back),
        deadline_form=deadline_form,
        orders=bool(roles & ORDERING),
        writes=bool(roles & WRITERS),
        zone=str(zone_here()),
        back=back if back.startswith("/board") else None,
        desks=desks_here(session, person),
    )


def _card(dispatch_id: uuid.UUID) -> Card:
    session, person = reading(), person_here()
    dispatch = session.get(Dispatch, dispatch_id)
    if dispatch is None or not can_see(person, dispatch.desk_id, dispatch.created_by):
        raise NotThere
    return cards(session, person, [dispatch_id], now())[dispatch_id]
