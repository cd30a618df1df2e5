"""The table of gates, and switching those of one desk."""

import uuid

from flask import flash, redirect, render_template, url_for

from editorial.admin.blueprint import bp
from editorial.admin.commands.gates import switch_gates
from editorial.admin.gates_form import GatesForm, shown
from editorial.admin.here import Answer, acting
from editorial.admin.queries.gates import gate_line, gate_lines
from editorial.models.saving import reading
from editorial.web.access import administrator, needs
from editorial.web.clock import now


@bp.get("/gates")
@needs(administrator)
def gates() -> Answer:
    """What must be passed before anything is approved, desk by desk."""
    return render_template("admin/gates.html", lines=gate_lines(reading()))


@bp.route("/gates/<uuid:desk_id>", methods=["GET", "POST"])
@needs(administrator)
def desk_gates(desk_id: uuid.UUID) -> Answer:
    """The gates of one desk."""
    line = gate_line(reading(), desk_id)
    form = GatesForm(data=shown(line))
    if form.validate_on_submit():
        with acting() as (session, actor):
            switch_gates(session, actor, desk_id, form.wanted, now(), form.operation_id)
        flash(f"The gates of {line.desk_name} are saved.", "ok")
        return redirect(url_for("admin.gates"), 303)
    page = render_template("admin/desk_gates.html", line=line, form=form)
    return page, 422 if form.errors else 200
