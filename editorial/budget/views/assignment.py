"""One assignment: made, changed, answered, cancelled, begun."""

import uuid

from flask import abort, flash, redirect, render_template, url_for
from sqlalchemy import select
from werkzeug.wrappers import Response

from editorial.budget import commands
from editorial.budget.blueprint import bp
from editorial.budget.forms import AnswerForm, PlainForm, PlanForm, plan_data
from editorial.budget.queries import writers_of
from editorial.models.assignment import Answer, Assignment
from editorial.models.desk import Desk
from editorial.models.person import Person
from editorial.models.saving import reading, saving
from editorial.pipeline.assignments import planned
from editorial.pipeline.refusal import NotThere, Refused
from editorial.pipeline.roles import roles_on
from editorial.pipeline.write import WRITERS
from editorial.web.access import needs, on_a_desk
from editorial.web.clock import now
from editorial.web.signed_in import person_here
from editorial.web.times import zone_here

Answered = Response | tuple[str, int]


@bp.get("/budget/<slug>/assign")
@needs(on_a_desk)
def new(slug: str) -> str:
    """The form for a new one."""
    desk = _desk(slug)
    form = PlanForm(formdata=None)
    _choices(form, desk.id)
    if not roles_on(person_here(), desk.id) & commands.ASSIGNERS:
        form.refuse((commands.MAY_ASSIGN,))
    return _new_page(desk, form)


@bp.post("/budget/<slug>/assign")
@needs(on_a_desk)
def assign(slug: str) -> Answered:
    """Plan a story."""
    desk = _desk(slug)
    form = PlanForm()
    _choices(form, desk.id)
    if not form.validate_on_submit():
        return _new_page(desk, form), 409
    me, plan = person_here().id, form.plan()
    try:
        with saving() as session:
            actor = session.get_one(Person, me)
            commands.assign(session, actor, desk.id, plan, now(), form.operation_id)
    except Refused as refusal:
        form.refuse(refusal.reasons)
        return _new_page(desk, form), 409
    flash(f"{plan.slugline} is planned.", "ok")
    day = plan.due_at.astimezone(zone_here()).date()
    return redirect(url_for("budget.show", slug=slug, day=day.isoformat()), 303)


@bp.get("/assignments/<uuid:assignment_id>")
@needs(on_a_desk)
def one(assignment_id: uuid.UUID) -> str:
    """What it asks for, what was answered, and what can be done."""
    return _page(assignment_id)


@bp.post("/assignments/<uuid:assignment_id>")
@needs(on_a_desk)
def change(assignment_id: uuid.UUID) -> Answered:
    """Plan it otherwise."""
    assignment = _assignment(assignment_id)
    form = PlanForm()
    _choices(form, assignment.desk_id)
    if not form.validate_on_submit():
        return _page(assignment_id, form), 409
    me = person_here().id
    try:
        with saving() as session:
            actor = session.get_one(Person, me)
            plan, version = form.plan(), form.seen_version
            commands.change(session, actor, assignment_id, plan, version, now(), form.operation_id)
    except NotThere:
        raise
    except Refused as refusal:
        form.refuse(refusal.reasons)
        return _page(assignment_id, form), 409
    return _done(assignment_id, "The assignment is changed.")


@bp.post("/assignments/<uuid:assignment_id>/accept")
@needs(on_a_desk)
def accept(assignment_id: uuid.UUID) -> Answered:
    """Say yes."""
    return _answer(assignment_id, Answer.ACCEPTED, "You accepted it.")


@bp.post("/assignments/<uuid:assignment_id>/decline")
@needs(on_a_desk)
def decline(assignment_id: uuid.UUID) -> Answered:
    """Say no, and why."""
    return _answer(assignment_id, Answer.DECLINED, "You declined it; the desk sees why.")


@bp.post("/assignments/<uuid:assignment_id>/cancel")
@needs(on_a_desk)
def cancel(assignment_id: uuid.UUID) -> Answered:
    """Plan it no more."""
    return _cancel(assignment_id, True, "It is planned no more. You can plan it again below.")


@bp.post("/assignments/<uuid:assignment_id>/restore")
@needs(on_a_desk)
def restore(assignment_id: uuid.UUID) -> Answered:
    """Plan it again."""
    return _cancel(assignment_id, False, "It is planned again.")


@bp.post("/assignments/<uuid:assignment_id>/begin")
@needs(on_a_desk)
def begin(assignment_id: uuid.UUID) -> Answered:
    """Begin its dispatch, with its fields filled, and go on to write."""
    me = person_here().id
    if not PlainForm().validate_on_submit():
        return _page(assignment_id), 409
    try:
        with saving() as session:
            actor = session.get_one(Person, me)
            dispatch_id = commands.begin(session, actor, assignment_id, now()).id
    except NotThere:
        raise
    except Refused as refusal:
        return _refused(assignment_id, refusal)
    return redirect(url_for("drafting.edit", dispatch_id=dispatch_id), 303)


def _answer(assignment_id: uuid.UUID, said: Answer, told: str) -> Answered:
    form = AnswerForm()
    if not form.validate_on_submit():
        return _page(assignment_id, answered=form), 409
    me = person_here().id
    try:
        with saving() as session:
            actor = session.get_one(Person, me)
            commands.answer(
                session,
                actor,
                assignment_id,
                said,
                form.reason.data or "",
                now(),
                form.seen_version,
                form.operation_id,
            )
    except NotThere:
        raise
    except Refused as refusal:
        form.refuse(refusal.reasons)
        return _page(assignment_id, answered=form), 409
    if form.back.data == "start":
        flash(told, "ok")
        return redirect(url_for("review.start"), 303)
    return _done(assignment_id, told)


def _cancel(assignment_id: uuid.UUID, cancelled: bool, told: str) -> Answered:
    me = person_here().id
    if not PlainForm().validate_on_submit():
        return _page(assignment_id), 409
    try:
        with saving() as session:
            actor = session.get_one(Person, me)
            commands.cancel(session, actor, assignment_id, cancelled, now())
    except NotThere:
        raise
    except Refused as refusal:
        return _refused(assignment_id, refusal)
    return _done(assignment_id, told)


def _refused(assignment_id: uuid.UUID, refusal: Refused) -> Answered:
    for reason in refusal.reasons:
        flash(reason, "bad")
    return _page(assignment_id), 409


def _done(assignment_id: uuid.UUID, told: str) -> Response:
    flash(told, "ok")
    return redirect(url_for("budget.one", assignment_id=assignment_id), 303)


def _desk(slug: str) -> Desk:
    desk = reading().scalars(select(Desk).where(Desk.slug == slug)).one_or_none()
    if desk is None or not roles_on(person_here(), desk.id):
        abort(404)
    return desk


def _assignment(assignment_id: uuid.UUID) -> Assignment:
    assignment = reading().get(Assignment, assignment_id)
    if assignment is None or not roles_on(person_here(), assignment.desk_id):
        raise NotThere
    return assignment


def _choices(form: PlanForm, desk_id: uuid.UUID) -> None:
    people = {str(key): name for key, name in writers_of(reading(), desk_id)}
    form.person.choices = {"": "Nobody yet", **people}


def _new_page(desk: Desk, form: PlanForm) -> str:
    return render_template("budget/new.html", desk=desk, form=form, zone=str(zone_here()))


def _page(
    assignment_id: uuid.UUID, tried: PlanForm | None = None, answered: AnswerForm | None = None
) -> str:
    assignment, person = _assignment(assignment_id), person_here()
    form = tried or PlanForm(formdata=None, data=plan_data(assignment))
    _choices(form, assignment.desk_id)
    answer_form = answered or AnswerForm(formdata=None)
    # Answered is what this page shows, whatever an earlier one did.
    answer_form.version.data = str(assignment.version)
    roles = roles_on(person, assignment.desk_id)
    shown = planned(assignment, person, now())
    mine_to_begin = shown.mine or shown.who is None or bool(roles & commands.ASSIGNERS)
    return render_template(
        "budget/one.html",
        shown=shown,
        cancelled=assignment.cancelled_at,
        desk=assignment.desk,
        form=form,
        answer_form=answer_form,
        act_form=PlainForm(formdata=None, data={"version": str(assignment.version)}),
        assigns=bool(roles & commands.ASSIGNERS),
        begins=bool(roles & WRITERS) and mine_to_begin and assignment.cancelled_at is None,
        zone=str(zone_here()),
    )
