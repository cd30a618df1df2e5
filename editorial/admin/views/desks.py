"""Desks: listed, opened, described, ordered, closed."""

import uuid

from flask import flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from editorial.admin.blueprint import bp
from editorial.admin.commands import desks as commands
from editorial.admin.forms import DeskForm
from editorial.admin.here import Answer, acting
from editorial.admin.queries import desks as queries
from editorial.models.saving import reading
from editorial.pipeline.refusal import NotThere, Refused
from editorial.web.access import administrator, needs
from editorial.web.clock import now
from editorial.web.forms import ActForm


@bp.get("/desks")
@needs(administrator)
def desks() -> Answer:
    """Every desk in its order."""
    return render_template(
        "admin/desks.html", desks=queries.desk_rows(reading()), plain=ActForm(formdata=None)
    )


@bp.route("/desks/open", methods=["GET", "POST"])
@needs(administrator)
def open_desk() -> Answer:
    """A new desk."""
    form = DeskForm()
    if form.validate_on_submit():
        try:
            with acting() as (session, actor):
                commands.open_desk(session, actor, _words(form), now(), form.operation_id)
            flash(f"The desk {form.name.data} is open. Give people roles on it next.", "ok")
            return redirect(url_for("admin.desks"), 303)
        except Refused as refusal:
            form.form_errors.extend(refusal.reasons)
    return render_template("admin/open_desk.html", form=form), 422 if form.errors else 200


@bp.route("/desks/<uuid:desk_id>", methods=["GET", "POST"])
@needs(administrator)
def desk(desk_id: uuid.UUID) -> Answer:
    """One desk: rename and describe it; close it or open it again."""
    row = queries.desk_row(reading(), desk_id)
    form = DeskForm(obj=row)
    if form.validate_on_submit():
        try:
            with acting() as (session, actor):
                commands.change_desk(session, actor, desk_id, _words(form), now())
            flash(f"The desk {form.name.data} is saved.", "ok")
            return redirect(url_for("admin.desks"), 303)
        except NotThere:
            raise
        except Refused as refusal:
            form.form_errors.extend(refusal.reasons)
    return render_template("admin/desk.html", form=form, desk=row), 422 if form.errors else 200


@bp.post("/desks/<uuid:desk_id>/up", defaults={"up": True})
@bp.post("/desks/<uuid:desk_id>/down", defaults={"up": False})
@needs(administrator)
def move_desk(desk_id: uuid.UUID, *, up: bool) -> Response:
    """One place up or down."""
    with acting() as (session, actor):
        commands.move_desk(session, actor, desk_id, now(), up=up)
    return redirect(url_for("admin.desks"), 303)


@bp.post("/desks/<uuid:desk_id>/close")
@needs(administrator)
def close_desk(desk_id: uuid.UUID) -> Response:
    """Take nothing more in."""
    with acting() as (session, actor):
        commands.close_desk(session, actor, desk_id, now())
    flash("The desk is closed. What it published stays where it is.", "ok")
    return redirect(url_for("admin.desks"), 303)


@bp.post("/desks/<uuid:desk_id>/reopen")
@needs(administrator)
def reopen_desk(desk_id: uuid.UUID) -> Response:
    """Take dispatches in again."""
    with acting() as (session, actor):
        commands.reopen_desk(session, actor, desk_id, now())
    flash("The desk is open again.", "ok")
    return redirect(url_for("admin.desks"), 303)


def _words(form: DeskForm) -> commands.DeskWords:
    return commands.DeskWords(
        form.name.data or "", form.description.data or "", bool(form.certificate_names.data)
    )
