"""What the look of the site is made of: its stylesheet, and the picture of its name."""

from flask import current_app, g, make_response, request
from werkzeug.wrappers import Response

from editorial.models.saving import reading
from editorial.models.setting import setting
from editorial.pipeline.refusal import NotThere
from editorial.site.blueprint import bp
from editorial.site.here import file
from editorial.site.pictures import FORMS
from editorial.site.serve import FOR_EVER
from editorial.vault.beside import vault_beside
from editorial.vault.files import MissingFile
from editorial.web.access import anyone, needs
from editorial.web.look import look_here
from editorial.web.sheet import sheet, sheet_url


@bp.get("/style/<digest>.css")
@needs(anyone)
def style(digest: str) -> Response:
    """The stylesheet as it is now, under whichever name a page that was kept for long asks."""
    look = look_here()
    response = file(sheet(look), "text/css")
    if f"/style/{digest}.css" == sheet_url(look):
        response.headers["Cache-Control"] = FOR_EVER
    else:
        g.edition = None  # never kept under a name that isn't its own
    return response


@bp.get("/wordmark/<digest>.<any(png, webp, jpg):form>")
@needs(anyone)
def wordmark(digest: str, form: str) -> Response:
    """The picture in the place of the agency's name, while it is there."""
    kept = setting(reading(), "site.wordmark")
    if not kept or (kept["digest"], kept["form"]) != (digest, form):
        raise NotThere
    try:
        content = vault_beside(reading()).get(digest)
    except MissingFile as error:
        current_app.logger.critical("the site's wordmark is missing: %s", error)
        raise NotThere from error
    response = make_response(content)
    response.content_type = {**FORMS, "png": "image/png"}[form]
    response.headers["Cache-Control"] = FOR_EVER
    response.set_etag(digest)
    return response.make_conditional(request)
