"""Signing in and out."""

import uuid
from datetime import timedelta

from flask import flash, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response

from editorial.accounts.blueprint import bp
from editorial.accounts.forms import CodeForm, SignInForm
from editorial.accounts.founding import is_empty
from editorial.accounts.here import Answer, hasher, keep, throttled, visitor
from editorial.accounts.onward import local_path
from editorial.accounts.proof import fingerprint, prove_password, prove_second_factor
from editorial.accounts.throttle import TooManyGuesses
from editorial.models.person import Person
from editorial.models.saving import reading, saving
from editorial.web.access import anyone, needs, signed_in
from editorial.web.clock import now
from editorial.web.sign_ins import begin_sign_in, end_sign_in
from editorial.web.signed_in import forget_signed_in, is_signed_in, person_here, sign_in_here

HALFWAY = "halfway"
HALFWAY_SECONDS = int(timedelta(minutes=10).total_seconds())


@bp.route("/sign-in", methods=["GET", "POST"])
@needs(anyone)
def sign_in() -> Answer:
    """E-mail and password; the first page of an empty newsroom leads to its founding."""
    if is_empty(reading()):
        return redirect(url_for("accounts.found"), 303)
    if is_signed_in():
        return redirect(_onward(), 303)
    form = SignInForm()
    if not form.validate_on_submit():
        return render_template("accounts/sign_in.html", form=form)
    try:
        person_id = prove_password(
            form.email.data or "", form.password.data or "", visitor().address, hasher(), now()
        )
    except TooManyGuesses as refusal:
        return throttled("accounts/sign_in.html", form, refusal)
    if person_id is None:
        form.form_errors.append("E-mail and password don't belong together.")
        return render_template("accounts/sign_in.html", form=form), 422
    person = reading().get_one(Person, person_id)
    if person.totp_confirmed_at is not None:
        session.clear()
        session[HALFWAY] = [str(person_id), fingerprint(person), int(now().timestamp())]
        return redirect(url_for("accounts.prove", next=local_path(request.args.get("next"))), 303)
    return _admit(person_id)


@bp.route("/sign-in/code", methods=["GET", "POST"])
@needs(anyone)
def prove() -> Answer:
    """The second step: the code of the app, or a recovery code."""
    person_id = _halfway()
    if person_id is None:
        return redirect(url_for("accounts.sign_in", next=local_path(request.args.get("next"))), 303)
    form = CodeForm()
    if not form.validate_on_submit():
        return render_template("accounts/prove.html", form=form)
    try:
        with saving() as work:
            proved = prove_second_factor(
                work, person_id, form.code.data or "", visitor().address, now()
            )
    except TooManyGuesses as refusal:
        return throttled("accounts/prove.html", form, refusal)
    if proved:
        return _admit(person_id)
    form.form_errors.append(
        "This code is wrong or was used already. Wait for the next one; each works once."
    )
    return render_template("accounts/prove.html", form=form), 422


@bp.post("/sign-out")
@needs(signed_in, second_factor=False)
def sign_out() -> Response:
    """End this browser's sign-in."""
    person_id, sign_in_id = person_here().id, sign_in_here().id
    with saving() as work:
        end_sign_in(work, person_id, sign_in_id, now())
    forget_signed_in()
    flash("You are signed out.", "ok")
    return redirect(url_for("accounts.sign_in"), 303)


def _admit(person_id: uuid.UUID) -> Response:
    with saving() as work:
        begun = begin_sign_in(work, person_id, visitor(), now())
    keep(begun)
    return redirect(_onward(), 303)


def _onward() -> str:
    return local_path(request.args.get("next")) or url_for("review.start")


def _halfway() -> uuid.UUID | None:
    """Who gave the right password here a moment ago and has not changed it since."""
    if HALFWAY not in session:
        return None
    person_id, mark, at = session[HALFWAY]
    person = reading().get(Person, uuid.UUID(person_id))
    fresh = 0 <= now().timestamp() - at < HALFWAY_SECONDS + 1
    if person is None or not person.active or not fresh or fingerprint(person) != mark:
        del session[HALFWAY]
        return None
    return person.id
