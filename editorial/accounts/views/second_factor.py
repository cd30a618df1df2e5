"""The second factor: set up with an authenticator app, given up, recovery codes made anew."""

import pyotp
import segno
from flask import flash, redirect, render_template, session, url_for
from markupsafe import Markup

from editorial.accounts import commands
from editorial.accounts.blueprint import bp
from editorial.accounts.forms import PresentPasswordForm, SetUpForm
from editorial.accounts.here import Answer, hasher, throttled, visitor
from editorial.accounts.proof import prove_password
from editorial.accounts.throttle import TooManyGuesses
from editorial.models.saving import reading, saving
from editorial.models.setting import setting
from editorial.pipeline.refusal import Refused
from editorial.web.access import needs, signed_in
from editorial.web.clock import now
from editorial.web.recovery import make_recovery_codes, recovery_codes_left
from editorial.web.signed_in import person_here, sign_in_here

# In the cookie until a code proves that the app has it: an abandoned page leaves no trace.
OFFERED = "offered_secret"
QR_SCALE = 5
SETTING_UP = "accounts/set_up_second_factor.html"


@bp.route("/second-factor", methods=["GET", "POST"])
@needs(signed_in, second_factor=False)
def second_factor() -> Answer:
    """Set it up, with the password; or, where it is, what can be done with it."""
    if person_here().totp_confirmed_at is not None:
        return _standing(PresentPasswordForm())
    form = SetUpForm()
    secret = session.setdefault(OFFERED, pyotp.random_base32())
    if form.validate_on_submit():
        try:
            codes = _set_up(form, secret)
        except TooManyGuesses as too_many:
            return throttled(SETTING_UP, form, too_many, **_offered(secret))
        if codes is not None:
            session.pop(OFFERED, None)
            return render_template("accounts/recovery_codes.html", codes=codes)
    page = render_template(SETTING_UP, form=form, **_offered(secret))
    return page, 422 if form.errors else 200


@bp.post("/second-factor/recovery-codes")
@needs(signed_in)
def renew_recovery_codes() -> Answer:
    """New codes for old; asks for the password."""
    form = PresentPasswordForm()
    refusal = _refusal(form)
    if refusal is not None:
        return refusal
    person_id = person_here().id
    with saving() as work:
        codes = make_recovery_codes(work, person_id, now())
    return render_template("accounts/recovery_codes.html", codes=codes)


@bp.post("/second-factor/end")
@needs(signed_in)
def drop_second_factor() -> Answer:
    """Give it up, where nobody requires it; asks for the password."""
    form = PresentPasswordForm()
    if _is_required():
        form.form_errors.append("Your newsroom requires a second factor; it can't be given up.")
        return _standing(form)
    refusal = _refusal(form)
    if refusal is not None:
        return refusal
    person_id = person_here().id
    with saving() as work:
        commands.drop_second_factor(work, person_id, now())
    flash("You sign in with your password alone now.", "warn")
    return redirect(url_for("accounts.profile"), 303)


def _refusal(form: PresentPasswordForm) -> Answer | None:
    """The page with what speaks against the act; None once the password is proved."""
    if person_here().totp_confirmed_at is None:
        return redirect(url_for("accounts.second_factor"), 303)
    if not form.validate_on_submit():
        return _standing(form)
    try:
        return None if _is_proved(form) else _standing(form)
    except TooManyGuesses as too_many:
        return throttled("accounts/second_factor.html", form, too_many, **_facts())


def _is_proved(form: PresentPasswordForm) -> bool:
    """Whether the password is the person's; the form says so where it is not. Raises
    TooManyGuesses."""
    given, asks = form.present.data or "", visitor().address
    if prove_password(person_here().email, given, asks, hasher(), now()) is not None:
        return True
    form.present.errors = [*form.present.errors, "This is not your password."]
    return False


def _set_up(form: SetUpForm, secret: str) -> tuple[str, ...] | None:
    """The recovery codes; None where the form says what was wrong. Raises TooManyGuesses."""
    person_id, here = person_here().id, sign_in_here().id
    if not _is_proved(form):
        return None
    try:
        with saving() as work:
            return commands.set_up_second_factor(
                work, person_id, secret, form.code.data or "", now(), here
            )
    except Refused as refusal:
        form.code.errors = [*form.code.errors, *refusal.reasons]
        return None


def _offered(secret: str) -> dict[str, object]:
    uri = pyotp.TOTP(secret).provisioning_uri(
        name=person_here().email, issuer_name=setting(reading(), "agency.name")
    )
    return {
        "required": _is_required(),
        "secret": " ".join(secret[at : at + 4] for at in range(0, len(secret), 4)),
        "uri": uri,
        "picture": _qr(uri),
    }


def _standing(form: PresentPasswordForm) -> Answer:
    page = render_template("accounts/second_factor.html", form=form, **_facts())
    return page, 422 if form.errors else 200


def _facts() -> dict[str, object]:
    person = person_here()
    return {
        "since": person.totp_confirmed_at,
        "left": recovery_codes_left(reading(), person.id),
        "required": _is_required(),
    }


def _is_required() -> bool:
    return person_here().totp_required or bool(setting(reading(), "access.totp_required"))


def _qr(uri: str) -> Markup:
    """Dark on light whatever the page's colours: many cameras read it no other way."""
    picture = segno.make(uri, error="m", micro=False).svg_inline(
        scale=QR_SCALE, light="#fff", svgclass=None, lineclass=None
    )
    return Markup(picture)  # noqa: S704  (segno's own path; the address is in it as squares)
