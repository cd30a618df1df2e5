"""The list of people, and inviting someone."""

import uuid
from urllib.parse import urlencode

from flask import render_template, request, url_for
from sqlalchemy import select

from editorial.admin.blueprint import bp
from editorial.admin.commands import people as commands
from editorial.admin.forms import FilterForm, InviteForm
from editorial.admin.here import Answer, acting, invited, mail_goes_out
from editorial.admin.queries import people as queries
from editorial.models.desk import Desk
from editorial.models.saving import reading
from editorial.pipeline.refusal import Refused
from editorial.web.access import administrator, needs
from editorial.web.clock import now
from editorial.workflow.words import Role


@bp.get("/people")
@needs(administrator)
def people() -> Answer:
    """Everyone, filtered and searched."""
    form = FilterForm(request.args)
    desks = reading().execute(select(Desk.id, Desk.name).order_by(Desk.position, Desk.name))
    form.desk.choices = {"": "Any", **{str(key): name for key, name in desks}}
    number = request.args.get("page", 1, type=int)
    page = max(1, min(number, 10_000))
    found = queries.people_page(reading(), _wanted(form), page)
    return render_template(
        "admin/people.html",
        form=form,
        found=found,
        newer=_page_url(page - 1) if page > 1 else None,
        older=_page_url(page + 1) if found.more else None,
    )


@bp.route("/people/invite", methods=["GET", "POST"])
@needs(administrator)
def invite() -> Answer:
    """Someone new, with their roles."""
    form = InviteForm()
    lines = queries.desk_lines(reading())
    if form.validate_on_submit():
        newcomer = commands.Newcomer(
            name=form.name.data or "",
            email=form.email.data or "",
            places=commands.places_from(form.ticked, (p for line in lines for p in line.places)),
            totp_required=form.totp_required.data,
        )
        try:
            with acting() as (session, actor):
                outcome = commands.invite(
                    session,
                    actor,
                    newcomer,
                    now(),
                    by_mail=mail_goes_out(),
                    operation=form.operation_id,
                )
            return invited(outcome, newcomer.name)
        except Refused as refusal:
            form.form_errors.extend(refusal.reasons)
    return render_template(
        "admin/invite.html", form=form, lines=lines, by_mail=mail_goes_out()
    ), 422 if form.errors else 200


def _wanted(form: FilterForm) -> queries.Wanted:
    try:
        desk_id = uuid.UUID(form.desk.data) if form.desk.data else None
    except ValueError:
        desk_id = None
    role, standing = form.role.data, form.standing.data
    return queries.Wanted(
        text=form.q.data or "",
        desk_id=desk_id,
        role=Role(role) if role in set(Role) else None,
        standing=queries.Standing(standing) if standing in set(queries.Standing) else None,
    )


def _page_url(page: int) -> str:
    asked = {name: request.args.get(name) for name in ("q", "desk", "role", "standing")}
    kept = {name: value for name, value in asked.items() if value}
    return f"{url_for('admin.people')}?{urlencode({**kept, 'page': page})}"
