"""One person: their roles, their access, their leaving."""

import uuid

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from editorial.admin.blueprint import bp
from editorial.admin.commands import leaving, people, places
from editorial.admin.forms import EmailForm, PlacesForm
from editorial.admin.here import Answer, acting, invited, mail_goes_out
from editorial.admin.queries import leaving as leaving_queries
from editorial.admin.queries import people as queries
from editorial.models.saving import reading
from editorial.pipeline.refusal import NotThere, Refused
from editorial.web.access import administrator, needs
from editorial.web.clock import now
from editorial.web.devices import device_rows, report_lost
from editorial.web.forms import ActForm
from editorial.web.signed_in import person_here


@bp.get("/people/<uuid:person_id>")
@needs(administrator)
def person(person_id: uuid.UUID) -> Answer:
    """Who this is, what they may do, and how they get in."""
    sheet = queries.person_sheet(reading(), person_id)
    return _show(sheet, _fresh_places(sheet), EmailForm(formdata=None, email=sheet.email))


@bp.post("/people/<uuid:person_id>/roles")
@needs(administrator)
def change_places(person_id: uuid.UUID) -> Answer:
    """Grant and revoke what was ticked and unticked."""
    sheet = queries.person_sheet(reading(), person_id)
    offered = [place for line in queries.desk_lines(reading()) for place in line.places]
    form = PlacesForm()
    if form.validate_on_submit():
        given = people.places_from(form.given, offered)
        taken = people.places_from(form.taken, offered)
        try:
            with acting() as (session, actor):
                places.change_places(
                    session, actor, person_id, given, taken, now(), form.operation_id
                )
            flash(f"The roles of {sheet.name} are changed.", "ok")
            return _back(person_id)
        except NotThere:
            raise
        except Refused as refusal:
            form.form_errors.extend(refusal.reasons)
    sheet = queries.person_sheet(reading(), person_id)
    return _show(sheet, form, EmailForm(formdata=None, email=sheet.email)), 422


@bp.post("/people/<uuid:person_id>/e-mail")
@needs(administrator)
def change_email(person_id: uuid.UUID) -> Answer:
    """Another address to sign in with."""
    sheet = queries.person_sheet(reading(), person_id)
    form = EmailForm()
    if form.validate_on_submit():
        try:
            with acting() as (session, actor):
                people.change_email(session, actor, person_id, form.email.data or "", now())
            invite = " Send the invitation again." if sheet.standing == "invited" else ""
            flash(f"The address of {sheet.name} is changed.{invite}", "ok")
            return _back(person_id)
        except Refused as refusal:
            form.form_errors.extend(refusal.reasons)
    return _show(sheet, _fresh_places(sheet), form), 422


@bp.post("/people/<uuid:person_id>/second-factor")
@needs(administrator)
def require_second_factor(person_id: uuid.UUID) -> Response:
    """Require it, or leave it to them."""
    required = request.form.get("required") == "yes"
    with acting() as (session, actor):
        people.require_second_factor(session, actor, person_id, now(), required=required)
    return _back(person_id)


@bp.post("/people/<uuid:person_id>/second-factor/reset")
@needs(administrator)
def reset_second_factor(person_id: uuid.UUID) -> Response:
    """Take a lost one away."""
    with acting() as (session, actor):
        people.reset_second_factor(session, actor, person_id, now())
    flash("The second factor is taken away. They are signed out everywhere.", "ok")
    return _back(person_id)


@bp.post("/people/<uuid:person_id>/invitation")
@needs(administrator)
def invite_again(person_id: uuid.UUID) -> Answer:
    """A new link for someone who has not come in."""
    with acting() as (session, actor):
        outcome = people.invite_again(session, actor, person_id, now(), by_mail=mail_goes_out())
    return invited(outcome, queries.person_sheet(reading(), person_id).name)


@bp.post("/people/<uuid:person_id>/return")
@needs(administrator)
def reactivate(person_id: uuid.UUID) -> Answer:
    """Bring someone back."""
    with acting() as (session, actor):
        outcome = people.reactivate(session, actor, person_id, now(), by_mail=mail_goes_out())
    return invited(outcome, queries.person_sheet(reading(), person_id).name)


@bp.route("/people/<uuid:person_id>/leaving", methods=["GET", "POST"])
@needs(administrator)
def deactivate(person_id: uuid.UUID) -> Answer:
    """End someone's access, with a colleague for what they leave open on each desk."""
    sheet = queries.person_sheet(reading(), person_id)
    form = ActForm()
    if form.validate_on_submit():
        try:
            with acting() as (session, actor):
                leaving.deactivate(session, actor, person_id, _heirs(), now(), form.operation_id)
            flash(f"{sheet.name} has left; the log keeps what they did.", "ok")
            return _back(person_id)
        except NotThere:
            raise
        except Refused as refusal:
            form.form_errors.extend(refusal.reasons)
    session = reading()
    shares = [
        (share, leaving_queries.heirs_of(session, share.desk_id, person_id))
        for share in leaving_queries.open_work(session, person_id)
    ]
    return render_template(
        "admin/deactivate.html",
        form=form,
        person=queries.person_sheet(session, person_id),
        shares=shares,
        chosen=_heirs(),
        claims=leaving_queries.claims_held(session, person_id),
    ), 422 if form.errors else 200


@bp.post("/people/<uuid:person_id>/devices/<uuid:device_id>/lost")
@needs(administrator)
def lose_device(person_id: uuid.UUID, device_id: uuid.UUID) -> Response:
    """Report a device of theirs lost, for someone who can't sign in to do so."""
    with acting() as (session, actor):
        report_lost(session, actor, person_id, device_id, now())
    flash("Reported lost. It is signed out; what it keeps goes when it is next heard from.", "ok")
    return _back(person_id)


def _heirs() -> dict[uuid.UUID, uuid.UUID]:
    """The colleague named for each desk: fields ``heir-<desk>``."""
    heirs = {}
    for field, value in request.form.items():
        if field.startswith("heir-") and value:
            try:
                heirs[uuid.UUID(field.removeprefix("heir-"))] = uuid.UUID(value)
            except ValueError:
                continue
    return heirs


def _fresh_places(sheet: queries.PersonSheet) -> PlacesForm:
    held = sorted(place.key for place in sheet.places)
    return PlacesForm(formdata=None, places=held, shown=" ".join(held))


def _show(sheet: queries.PersonSheet, roles: PlacesForm, email: EmailForm) -> str:
    return render_template(
        "admin/person.html",
        person=sheet,
        lines=queries.desk_lines(reading()),
        devices=device_rows(reading(), sheet.id),
        roles=roles,
        email=email,
        plain=ActForm(formdata=None),
        oneself=sheet.id == person_here().id,
    )


def _back(person_id: uuid.UUID) -> Response:
    return redirect(url_for("admin.person", person_id=person_id), 303)
