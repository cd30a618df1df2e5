"""The pictures of published stories, in the widths that pages ask for."""

from flask import current_app, make_response, request
from werkzeug.wrappers import Response

from editorial.models.picture import Picture
from editorial.models.saving import reading
from editorial.pipeline.published_picture import is_published
from editorial.pipeline.refusal import NotThere
from editorial.site.blueprint import bp
from editorial.site.pictures import FORMS, widths
from editorial.site.rendition import rendition
from editorial.vault.beside import instance_beside, vault_beside
from editorial.vault.files import MissingFile
from editorial.vault.renditions import Renditions
from editorial.web.access import anyone, needs


@bp.get("/pictures/<digest>/<int(max=9999):width>.<any(avif, webp, jpg):form>")
@needs(anyone)
def rendered(digest: str, width: int, form: str) -> Response:
    """One rendition; the bytes stay, but the picture may be withdrawn with its story."""
    session = reading()
    picture = session.get(Picture, digest)
    if picture is None or width not in widths(picture.width) or not is_published(session, digest):
        raise NotThere
    vault = vault_beside(session)
    try:
        content = Renditions(instance_beside(session) / "renditions").get(
            digest, f"{width}.{form}", lambda: rendition(vault.get(digest), width, form)
        )
    except MissingFile as error:
        current_app.logger.critical("a published picture is missing: %s", error)
        raise NotThere from error
    response = make_response(content)
    response.content_type = FORMS[form]
    response.headers["Cache-Control"] = "no-cache"
    response.add_etag()
    return response.make_conditional(request)
