"""The picture beside a link to a story."""

import hashlib

from flask import current_app, make_response, request
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from editorial.catalogue.words import words_in
from editorial.models.publication import Publication
from editorial.models.saving import reading
from editorial.pipeline.published_picture import is_published
from editorial.pipeline.refusal import NotThere
from editorial.site.blueprint import bp
from editorial.site.here import site_here
from editorial.site.quote_figures import quote_figures
from editorial.site.rendition import rendition
from editorial.site.views.stories import found
from editorial.vault.beside import instance_beside, vault_beside
from editorial.vault.files import MissingFile
from editorial.vault.renditions import Renditions
from editorial.web.access import anyone, needs

PICTURE_WIDTH = 960


@bp.get("/news/<slug>/<address>/card.png")
@needs(anyone)
def card(slug: str, address: str) -> Response:
    """Drawn from what the story says, at its first request."""
    # Pillow is large, and most processes draw nothing.
    from editorial.site.card import Card, draw_card

    publication, desk, revision = found(address)
    if desk.slug != slug:
        raise NotThere
    session, site = reading(), site_here()
    say = words_in(publication.language, site.language)
    total = quote_figures(publication.quotes).total
    checked = say("checked_count", count=total) if total else say("approved_exactly")
    said = Card(site.name, desk.name, publication.headline, checked, publication.language)
    key = hashlib.sha256("\0".join((repr(said), repr(publication.picture))).encode()).hexdigest()
    content = Renditions(instance_beside(session) / "renditions").get(
        revision.digest,
        f"card-{key[:16]}.png",
        lambda: draw_card(
            Card(
                said.agency,
                said.section,
                said.headline,
                said.checked,
                said.language,
                _picture(session, publication),
            )
        ),
    )
    response = make_response(content)
    response.content_type = "image/png"
    response.headers["Cache-Control"] = "no-cache"
    response.add_etag()
    return response.make_conditional(request)


def _picture(session: Session, publication: Publication) -> bytes | None:
    digest = (publication.picture or {}).get("digest", "")
    if not digest or not is_published(session, digest):
        return None
    try:
        return rendition(vault_beside(session).get(digest), PICTURE_WIDTH, "jpg")
    except MissingFile as error:
        current_app.logger.critical("a published picture is missing: %s", error)
        return None
