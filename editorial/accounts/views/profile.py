"""One's own profile."""

from flask import flash, redirect, render_template, url_for

from editorial.accounts import commands, queries
from editorial.accounts.blueprint import bp
from editorial.accounts.forms import ProfileForm
from editorial.accounts.here import Answer
from editorial.models.saving import reading, saving
from editorial.web.access import needs, signed_in
from editorial.web.clock import now
from editorial.web.devices import device_rows
from editorial.web.recovery import recovery_codes_left
from editorial.web.signed_in import person_here, sign_in_here


@bp.route("/profile", methods=["GET", "POST"])
@needs(signed_in)
def profile() -> Answer:
    """Name, initials and time zone; password, second factor and sign-ins beside them."""
    form = ProfileForm(obj=person_here())
    if form.validate_on_submit():
        person_id = person_here().id
        with saving() as session:
            commands.change_profile(session, person_id, form.profile, now())
        flash("Your profile is saved.", "ok")
        return redirect(url_for("accounts.profile"), 303)
    person = person_here()
    return render_template(
        "accounts/profile.html",
        form=form,
        person=person,
        desks=queries.roles_by_desk(reading(), person),
        devices=device_rows(reading(), person.id),
        sign_ins=queries.sign_in_rows(reading(), person.id, sign_in_here().id, now()),
        codes_left=recovery_codes_left(reading(), person.id),
    ), 422 if form.errors else 200
