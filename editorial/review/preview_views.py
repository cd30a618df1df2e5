"""Preview links: making and revoking them, and the page that who has one reads."""

import uuid

from flask import abort, make_response, render_template, url_for
from markupsafe import Markup, escape
from werkzeug.wrappers import Response

from editorial.catalogue.words import direction
from editorial.document.html import html
from editorial.document.schema import Image
from editorial.models.picture import Picture
from editorial.models.saving import reading, saving
from editorial.pipeline.refusal import NotThere, Refused
from editorial.review.forms import PlacedForm
from editorial.review.here import Answer, asked, done, page_of, refused
from editorial.review.preview_form import PreviewForm
from editorial.review.previewing import (
    LASTS,
    Previewed,
    count_view,
    make_preview,
    read_preview,
    revoke_preview,
)
from editorial.review.settling_views import bp
from editorial.vault.beside import vault_beside
from editorial.vault.files import MissingFile
from editorial.web.access import anyone, needs, signed_in
from editorial.web.address import absolute
from editorial.web.clock import now

__all__ = ["bp"]


@bp.post("/dispatches/<uuid:dispatch_id>/previews")
@needs(signed_in)
def preview(dispatch_id: uuid.UUID) -> Answer:
    """Make a link; it is shown this once."""
    form = PreviewForm("preview")
    if not form.validate_on_submit():
        return page_of(dispatch_id, form), 409
    for_whom = form.for_whom.data or ""
    try:
        with saving() as session:
            token = make_preview(session, asked(dispatch_id, form), for_whom, int(form.lasts.data))
    except Refused as refusal:
        return refused(dispatch_id, form, refusal)
    if token is None:
        return done(dispatch_id, "That link was made already. Revoke it if it is lost.", "previews")
    link = absolute("review.show_preview", token=token)
    shown = render_template(
        "review/preview_link.html",
        link=link,
        for_whom=for_whom,
        lasts=LASTS.get(form.lasts.data or "", ""),
        dispatch_id=dispatch_id,
    )
    return make_response(shown)


@bp.post("/dispatches/<uuid:dispatch_id>/previews/<uuid:preview_id>/revoke")
@needs(signed_in)
def revoke(dispatch_id: uuid.UUID, preview_id: uuid.UUID) -> Answer:
    """Let a link show nothing from now on."""
    form = PlacedForm("revoke")
    with saving() as session:
        revoke_preview(session, asked(dispatch_id, form), preview_id)
    return done(dispatch_id, "The link shows nothing any more.", "previews")


@bp.get("/preview/<token>")
@needs(anyone)
def show_preview(token: str) -> Response:
    """The one text, for the one it was made for. A dead link says no more than that it is dead."""
    try:
        shown = read_preview(reading(), token, now())
    except NotThere:
        return _quiet(make_response(render_template("review/no_preview.html"), 404))
    with saving() as session:
        count_view(session, token, now())
    page = render_template(
        "review/preview.html",
        shown=shown,
        direction=direction(shown.content.language),
        body=Markup(_body(shown, token)),  # noqa: S704  (document.html escaped it)
    )
    return _quiet(make_response(page))


@bp.get("/preview/<token>/pictures/<digest>")
@needs(anyone)
def preview_picture(token: str, digest: str) -> Response:
    """A picture of that text; of no other."""
    session = reading()
    shown = read_preview(session, token, now())
    picture = session.get(Picture, digest)
    if picture is None or digest not in shown.pictures:
        abort(404)
    try:
        content = vault_beside(session).get(digest)
    except MissingFile:
        abort(404)
    answer = make_response(content)
    answer.content_type = picture.media_type
    return _quiet(answer)


def _body(shown: Previewed, token: str) -> str:
    def picture(image: Image) -> str:
        digest = image.src.rsplit("/", 1)[-1]
        if digest not in shown.pictures:
            return ""
        src = url_for("review.preview_picture", token=token, digest=digest)
        return f'<img src="{escape(src)}" alt="{escape(image.alt)}">'

    return html(shown.content.body, picture=picture)


def _quiet(response: Response) -> Response:
    """Kept by nobody, found by no search, and no address of it sent on."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response
