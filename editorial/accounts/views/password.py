"""Passwords: forgotten, set by a link, changed; and coming in by an invitation."""

import uuid

from flask import flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from editorial.accounts import commands
from editorial.accounts.blueprint import bp
from editorial.accounts.forms import (
    AskResetForm,
    ChangePasswordForm,
    InvitationForm,
    NewPasswordForm,
)
from editorial.accounts.here import Answer, hasher, keep, throttled, visitor
from editorial.accounts.password import keep_password
from editorial.accounts.proof import prove_password
from editorial.accounts.throttle import TooManyGuesses, from_address, take_guess
from editorial.models.one_time_link import LinkPurpose
from editorial.models.person import Person
from editorial.models.saving import reading, saving
from editorial.pipeline.refusal import NotThere
from editorial.web.access import anyone, needs, signed_in
from editorial.web.clock import now
from editorial.web.sign_ins import begin_sign_in
from editorial.web.signed_in import forget_signed_in, person_here


@bp.route("/reset-password", methods=["GET", "POST"])
@needs(anyone)
def reset_password() -> Answer:
    """Ask for a link. The answer is the same whether the address is known or not."""
    form = AskResetForm()
    if not form.validate_on_submit():
        return render_template("accounts/ask_reset.html", form=form)
    try:
        with saving() as session:
            take_guess(session, (from_address("reset", visitor().address),), now())
            commands.ask_password_reset(session, form.email.data or "", now())
    except TooManyGuesses as refusal:
        return throttled("accounts/ask_reset.html", form, refusal)
    return render_template("accounts/reset_asked.html", email=form.email.data)


@bp.route("/reset-password/<token>", methods=["GET", "POST"])
@needs(anyone)
def set_password(token: str) -> Answer:
    """A new password by a mailed link."""
    try:
        person = commands.holder(reading(), LinkPurpose.PASSWORD_RESET, token, now())
    except NotThere:
        return _grown_old()
    form = NewPasswordForm()
    form.known = (person.name, person.email)
    if not form.validate_on_submit():
        return render_template("accounts/set_password.html", form=form, email=person.email)
    password_hash = keep_password(hasher(), form.password.data or "")
    try:
        with saving() as session:
            commands.reset_password(session, token, password_hash, now())
    except NotThere:
        return _grown_old()
    forget_signed_in()
    flash("Your new password is set. Sign in with it.", "ok")
    return redirect(url_for("accounts.sign_in"), 303)


@bp.route("/invitations/<token>", methods=["GET", "POST"])
@needs(anyone)
def accept(token: str) -> Answer:
    """Come in by an invitation: one's name and a password."""
    try:
        person = commands.holder(reading(), LinkPurpose.INVITATION, token, now())
    except NotThere:
        return _grown_old()
    form = InvitationForm(obj=person)
    form.known = (person.name, person.email)
    if not form.validate_on_submit():
        return render_template("accounts/accept.html", form=form, email=person.email)
    password_hash = keep_password(hasher(), form.password.data or "")
    try:
        with saving() as session:
            person_id = commands.accept_invitation(
                session, token, form.profile, password_hash, now()
            )
            begun = begin_sign_in(session, person_id, visitor(), now())
    except NotThere:
        return _grown_old()
    keep(begun)
    return redirect(url_for("review.start"), 303)


@bp.route("/profile/password", methods=["GET", "POST"])
@needs(signed_in)
def change_password() -> Answer:
    """A new password; every other browser has to sign in again, this one gets a new cookie."""
    person = person_here()
    form = ChangePasswordForm()
    form.known = (person.name, person.email)
    if not form.validate_on_submit():
        return render_template("accounts/change_password.html", form=form)
    try:
        proved = prove_password(
            person.email, form.present.data or "", visitor().address, hasher(), now()
        )
    except TooManyGuesses as refusal:
        return throttled("accounts/change_password.html", form, refusal)
    if proved is None:
        form.present.errors = [*form.present.errors, "This is not your present password."]
        return render_template("accounts/change_password.html", form=form), 422
    return _changed(proved, keep_password(hasher(), form.password.data or ""))


def _changed(person_id: uuid.UUID, password_hash: str) -> Response:
    with saving() as session:
        commands.set_password(session, session.get_one(Person, person_id), password_hash, now())
        begun = begin_sign_in(session, person_id, visitor(), now())
    keep(begun)
    flash("Your password is changed. Every other browser has to sign in again.", "ok")
    return redirect(url_for("accounts.profile"), 303)


def _grown_old() -> Answer:
    return render_template("accounts/grown_old.html"), 404
