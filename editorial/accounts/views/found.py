"""The first visit to an empty newsroom."""

from flask import redirect, render_template, request, url_for

from editorial.accounts.blueprint import bp
from editorial.accounts.forms import FoundForm
from editorial.accounts.founding import Founder, found, is_empty
from editorial.accounts.here import Answer, hasher, keep, throttled, visitor
from editorial.accounts.password import keep_password
from editorial.accounts.throttle import TooManyGuesses, from_address, take_guess
from editorial.models.saving import reading, saving
from editorial.pipeline.refusal import Refused
from editorial.web.access import anyone, needs
from editorial.web.clock import now
from editorial.web.sign_ins import begin_sign_in
from editorial.workflow.words import Role


@bp.route("/found", methods=["GET", "POST"], endpoint="found")
@needs(anyone)
def found_here() -> Answer:
    """Agency, first desk and first administrator, for whoever has the console's token."""
    if not is_empty(reading()):
        return redirect(url_for("accounts.sign_in"), 303)
    form = FoundForm(token=request.args.get("token"))
    if not form.validate_on_submit():
        return render_template("accounts/found.html", form=form), 422 if form.errors else 200
    try:
        with saving() as session:
            take_guess(session, (from_address("founding", visitor().address),), now())
        founder = _founder(form)
        with saving() as session:
            person_id = found(session, form.token.data or "", founder, now())
            begun = begin_sign_in(session, person_id, visitor(), now())
    except TooManyGuesses as refusal:
        return throttled("accounts/found.html", form, refusal)
    except Refused as refusal:
        form.form_errors.extend(refusal.reasons)
        return render_template("accounts/found.html", form=form), 422
    keep(begun)
    return redirect(url_for("admin.people"), 303)


def _founder(form: FoundForm) -> Founder:
    return Founder(
        agency=form.agency.data or "",
        desk=form.desk.data or "",
        roles=tuple(Role(role) for role in form.roles.data or ()),
        name=form.name.data or "",
        email=form.email.data or "",
        password_hash=keep_password(hasher(), form.password.data or ""),
        timezone=form.timezone.data,
    )
