"""The look of the public site: set after it was seen."""

from base64 import b64encode
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from flask import current_app, flash, make_response, redirect, render_template, request, url_for
from markupsafe import escape
from werkzeug.wrappers import Response

from editorial.admin.blueprint import bp
from editorial.admin.commands.settings import change_settings
from editorial.admin.here import Answer, acting
from editorial.admin.look_form import LookForm, arranged, links
from editorial.admin.queries.look import samples, section_rows, usual_order
from editorial.models.saving import reading
from editorial.models.setting import setting
from editorial.palette.scheme import CHOSEN, OWN, chosen
from editorial.pipeline.picture import CleanPicture, clean
from editorial.pipeline.refusal import NotThere, Refused
from editorial.vault.beside import vault_beside
from editorial.web.access import administrator, needs
from editorial.web.clock import now
from editorial.web.headers import CONTENT_SECURITY_POLICY
from editorial.web.inner import ask
from editorial.web.look import DRAFT, KEYS, Draft, Look, Wordmark, look_of
from editorial.web.sheet import in_scheme, sheet
from editorial.web.theme import themes_here

FORMS = {"image/png": "png", "image/webp": "webp", "image/jpeg": "jpg"}
LARGEST_WORDMARK = 200_000
FRAMED = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "frame-ancestors 'self'",
        "form-action 'none'",
        "base-uri 'none'",
    )
)


@bp.route("/settings/look", methods=["GET", "POST"])
@needs(administrator)
def look() -> Answer:
    """Masthead, colours, sections and foot."""
    form = _form()
    usual = usual_order(reading())
    kept = setting(reading(), "site.sections")
    if request.method == "POST":
        kept = arranged(request.form, usual)
    if form.validate_on_submit():
        try:
            values = _values(form, kept, _mark(form, _given(form)))
            with acting() as (session, actor):
                change_settings(session, actor, values, now(), form.operation_id)
        except Refused as refused:
            form.wordmark.errors = list(refused.reasons)
        else:
            flash("The look is saved. Every page of the site has it from now on.", "ok")
            return redirect(url_for("admin.look"), 303)
    return _answer(form, kept, 422 if form.errors else 200)


@bp.post("/settings/look/preview")
@needs(administrator)
def try_look() -> Answer:
    """A page of the site as the form would make it, for the frame beside it."""
    form = _form()
    values = _values(form, arranged(request.form, usual_order(reading())), _mark(form, None))
    tried = look_of(values)
    try:
        given = _given(form)
    except Refused:
        given = None
    if given is not None:
        data = b64encode(given.content).decode()
        url = f"data:{given.media_type};base64,{data}"
        inverts = bool(form.wordmark_inverts.data)
        tried = replace(tried, wordmark=Wordmark(url, given.width, given.height, inverts))
    path = samples(reading()).get(request.form.get("sample", ""), "/")
    draft = Draft(tried, _sheet_url(tried))
    app = current_app._get_current_object()  # type: ignore[attr-defined]  # a proxy's own
    shown = ask(app, path, current_app.config["PUBLIC_URL"] or request.host_url, {DRAFT: draft})
    # Seen, not used: what lies in the frame takes no click. What can't be read is told beside it.
    reasons = "\n".join(f"{form[name].label.text}: {why}" for name, why in form.unreadable)
    body = f'<body inert data-faults="{escape(reasons)}">'
    answer = make_response(shown.body.decode().replace("<body>", body, 1), shown.status)
    answer.headers["Content-Security-Policy"] = FRAMED
    answer.headers["X-Frame-Options"] = "SAMEORIGIN"
    return answer


@bp.get("/settings/look/sheet.css")
@needs(administrator)
def try_sheet() -> Response:
    """The stylesheet of a look that is being tried out, by day or by night."""
    asked = request.args
    scheme = asked.get("scheme", "light")
    if scheme not in OWN:
        raise NotThere
    colours = {
        name: {token: asked[key] for token in CHOSEN if (key := f"{name}_{token}") in asked}
        for name in OWN
    }
    tried = Look("", theme=asked.get("theme", ""), colours=colours)
    answer = make_response(in_scheme(sheet(tried).decode(), scheme))
    answer.content_type = "text/css; charset=utf-8"
    return answer


def _form() -> LookForm:
    kept = {key: setting(reading(), key) for key in KEYS}
    colours = chosen(kept["site.colours"])
    form = LookForm(
        data={
            "name": kept["agency.name"],
            "tagline": kept["agency.tagline"],
            "theme": kept["site.theme"],
            "wordmark_inverts": kept["site.wordmark"].get("inverts", False),
            "footer": kept["site.footer"]["text"],
            "links": "\n".join(" | ".join(link) for link in kept["site.footer"]["links"]),
            **{f"{s}_{t}": value for s, tokens in colours.items() for t, value in tokens.items()},
        }
    )
    form.theme.choices = {"": "The house’s own", **{name: name for name in themes_here()}}
    return form


def _given(form: LookForm) -> CleanPicture | None:
    """The picture that came with the form. Raises Refused."""
    file = form.wordmark.data
    if not file or not getattr(file, "filename", "") or form.wordmark_away.data:
        return None
    picture = clean(file.read())
    if len(picture.content) > LARGEST_WORDMARK:
        raise Refused("A picture that stands on every page may have 200 kB. Make it smaller.")
    return picture


def _mark(form: LookForm, given: CleanPicture | None) -> dict[str, Any]:
    """What the settings keep of the picture in the place of the name."""
    kept: dict[str, Any] = setting(reading(), "site.wordmark")
    inverts = bool(form.wordmark_inverts.data)
    if given is not None:
        digest = vault_beside(reading()).put(given.content)
        size = {"width": given.width, "height": given.height}
        return {"digest": digest, "form": FORMS[given.media_type], "inverts": inverts, **size}
    if form.wordmark_away.data or not kept:
        return {}
    return {**kept, "inverts": inverts}


def _values(form: LookForm, sections: dict[str, list[str]], mark: dict[str, Any]) -> dict[str, Any]:
    """The settings that the form makes."""
    return {
        "agency.name": form.name.data or "",
        "agency.tagline": form.tagline.data or "",
        "site.theme": form.theme.data or "",
        "site.colours": form.colours,
        "site.sections": sections,
        "site.wordmark": mark,
        "site.footer": {"text": form.footer.data or "", "links": links(form.links.data)},
    }


def _sheet_url(tried: Look) -> str:
    colours = {
        f"{scheme}_{token}": value
        for scheme, tokens in tried.colours.items()
        for token, value in tokens.items()
    }
    scheme = "dark" if request.form.get("scheme") == "dark" else "light"
    asked = {"theme": tried.theme, "scheme": scheme, **colours}
    return f"{url_for('admin.try_sheet')}?{urlencode(asked)}"


def _answer(form: LookForm, kept: dict[str, list[str]], status: int) -> Answer:
    page = render_template(
        "admin/look.html",
        form=form,
        sections=section_rows(reading(), kept),
        wordmark=setting(reading(), "site.wordmark"),
        pages=samples(reading()),
        own=OWN,
    )
    answer = make_response(page, status)
    answer.headers["Content-Security-Policy"] = f"{CONTENT_SECURITY_POLICY}; frame-src 'self'"
    return answer
