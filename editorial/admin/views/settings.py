"""The house's settings."""

from flask import flash, redirect, render_template, url_for

from editorial.admin.blueprint import bp
from editorial.admin.commands.settings import change_settings
from editorial.admin.forms import SettingsForm
from editorial.admin.here import Answer, acting
from editorial.models.saving import reading
from editorial.models.setting import setting
from editorial.web.access import administrator, needs
from editorial.web.clock import now

KEYS = {
    "language": "agency.language",
    "security_contact": "security.contact",
    "reviews": "site.reviews",
    "names_approvers": "site.names_approvers",
    "totp_required": "access.totp_required",
    "device_days": "device.days",
}


@bp.route("/settings", methods=["GET", "POST"])
@needs(administrator)
def settings() -> Answer:
    """The language of the site, what readers may do and see, and what signing in asks for."""
    form = SettingsForm(data={name: setting(reading(), key) for name, key in KEYS.items()})
    if form.validate_on_submit():
        typed = {key: form[name].data for name, key in KEYS.items()}
        values = {key: value for key, value in typed.items() if value is not None}
        with acting() as (session, actor):
            change_settings(session, actor, values, now(), form.operation_id)
        flash("The settings are saved.", "ok")
        return redirect(url_for("admin.settings"), 303)
    return render_template("admin/settings.html", form=form), 422 if form.errors else 200
