"""Mirrors of the public website: listed, added, paused, and what was delivered to each."""

import uuid

from flask import current_app, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from editorial.admin.blueprint import bp
from editorial.admin.commands import mirrors as commands
from editorial.admin.here import Answer, acting
from editorial.admin.mirror_form import MirrorForm
from editorial.admin.queries import mirrors as queries
from editorial.models.mirror import MirrorKind
from editorial.models.saving import reading
from editorial.pipeline.refusal import NotThere, Refused
from editorial.web.access import administrator, needs
from editorial.web.clock import now
from editorial.web.forms import ActForm


@bp.get("/mirrors")
@needs(administrator)
def mirrors() -> Answer:
    """How each stands."""
    return render_template("admin/mirrors.html", mirrors=queries.mirror_rows(reading()))


@bp.route("/mirrors/add", methods=["GET", "POST"])
@needs(administrator)
def add_mirror() -> Answer:
    """A new one."""
    form = MirrorForm()
    if form.validate_on_submit():
        try:
            with acting() as (session, actor):
                key = commands.add_mirror(session, actor, _words(form), _secret_key(), now())
            flash("The website is on its way there.", "ok")
            return redirect(url_for("admin.mirror", mirror_id=key), 303)
        except Refused as refusal:
            form.form_errors.extend(refusal.reasons)
    page = render_template(
        "admin/add_mirror.html", form=form, folders=current_app.config["MIRROR_FOLDERS"]
    )
    return page, 422 if form.errors else 200


@bp.route("/mirrors/<uuid:mirror_id>", methods=["GET", "POST"])
@needs(administrator)
def mirror(mirror_id: uuid.UUID) -> Answer:
    """One mirror: its delivery log, and where it lies."""
    row = queries.mirror_row(reading(), mirror_id)
    form = MirrorForm(
        data={
            "name": row.name,
            "kind": row.kind.value,
            "address": row.address,
            "account": row.account,
        }
    )
    if form.validate_on_submit():
        try:
            with acting() as (session, actor):
                commands.change_mirror(
                    session, actor, mirror_id, _words(form), _secret_key(), now()
                )
            flash("It is saved, and carried there.", "ok")
            return redirect(url_for("admin.mirror", mirror_id=mirror_id), 303)
        except NotThere:
            raise
        except Refused as refusal:
            form.form_errors.extend(refusal.reasons)
    page = render_template(
        "admin/mirror.html",
        form=form,
        mirror=row,
        runs=queries.runs_of(reading(), mirror_id),
        plain=ActForm(formdata=None),
    )
    return page, 422 if form.errors else 200


@bp.post("/mirrors/<uuid:mirror_id>/pause")
@needs(administrator)
def pause_mirror(mirror_id: uuid.UUID) -> Response:
    """Carry nothing there for now."""
    with acting() as (session, actor):
        commands.pause_mirror(session, actor, mirror_id, now())
    flash("It is paused. What is withdrawn meanwhile still stands there.", "ok")
    return redirect(url_for("admin.mirror", mirror_id=mirror_id), 303)


@bp.post("/mirrors/<uuid:mirror_id>/resume")
@needs(administrator)
def resume_mirror(mirror_id: uuid.UUID) -> Response:
    """Carry what it missed."""
    with acting() as (session, actor):
        commands.resume_mirror(session, actor, mirror_id, now())
    flash("It is kept up again.", "ok")
    return redirect(url_for("admin.mirror", mirror_id=mirror_id), 303)


@bp.post("/mirrors/<uuid:mirror_id>/compare")
@needs(administrator)
def compare_mirror(mirror_id: uuid.UUID) -> Response:
    """Look at what is there, and mend it."""
    with acting() as (session, _actor):
        commands.compare_mirror(session, mirror_id, now())
    flash("It is being compared.", "ok")
    return redirect(url_for("admin.mirror", mirror_id=mirror_id), 303)


@bp.post("/mirrors/<uuid:mirror_id>/drop")
@needs(administrator)
def drop_mirror(mirror_id: uuid.UUID) -> Response:
    """Keep it up no more."""
    with acting() as (session, actor):
        commands.drop_mirror(session, actor, mirror_id, now())
    flash("It is kept up no more. What stands there stays; take it away there.", "ok")
    return redirect(url_for("admin.mirrors"), 303)


def _words(form: MirrorForm) -> commands.MirrorWords:
    return commands.MirrorWords(
        form.name.data or "",
        MirrorKind(form.kind.data),
        form.address.data or "",
        form.account.data or "",
        form.secret.data or "",
    )


def _secret_key() -> str:
    key: str = current_app.config["SECRET_KEY"]
    return key
