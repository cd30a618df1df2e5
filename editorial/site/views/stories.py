"""The front page, the sections, the articles."""

from urllib.parse import urljoin

from flask import current_app, redirect, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from editorial.models.desk import Desk
from editorial.models.publication import Publication
from editorial.models.revision import Revision
from editorial.models.saving import reading
from editorial.pipeline.refusal import NotThere
from editorial.site import queries
from editorial.site.blueprint import bp
from editorial.site.here import page, site_here
from editorial.site.structured import data_block, news_article
from editorial.web.access import anyone, needs
from editorial.web.address import absolute
from editorial.web.clock import now


@bp.get("/")
@needs(anyone)
def front() -> Response:
    """The front page."""
    shown = queries.front(reading(), now())
    return page("site/front.html", lead=shown.lead, latest=shown.latest, sections=shown.sections)


@bp.get("/news/<slug>")
@needs(anyone)
def section(slug: str) -> Response:
    """One desk's stories, newest first."""
    number = request.args.get("page", "1")
    wanted = int(number) if number.isdecimal() and len(number) < 6 else 1
    shown = queries.section_page(reading(), slug, max(wanted, 1))
    return page(
        "site/section.html",
        section=shown.section,
        teasers=shown.teasers,
        newer_url=shown.newer_url,
        older_url=shown.older_url,
        feed=(shown.section.name, f"{shown.section.url}/feed"),
    )


@bp.get("/news/<slug>/<address>")
@needs(anyone)
def article(slug: str, address: str) -> Response:
    """One story; a text that is not the approved one is not shown."""
    session = reading()
    publication, desk, revision = found(address)
    shown = queries.article(session, publication, desk, revision)
    if desk.slug != slug:
        # Asked for again each time, as a dispatch may move back.
        moved = redirect(shown.path, 301)
        moved.headers["Cache-Control"] = "no-cache"
        return moved
    base = absolute("site.front")
    image = urljoin(base, shown.picture or url_for("static", filename="icons/card.png"))
    data = data_block(news_article(shown, site_here().name, base, image))
    return page(
        "site/article.html",
        article=shown,
        body_html=Markup(shown.body_html),  # noqa: S704  (document.html escaped it)
        data=Markup(data),  # noqa: S704  (no letter of it ends its element)
        image=image,
        url=absolute("site.article", slug=slug, address=address),
        briefs=queries.beside(session, publication, desk),
        feed=(desk.name, f"{shown.section_url}/feed"),
    )


def found(address: str) -> tuple[Publication, Desk, Revision]:
    """What is live at the address; a text that was tampered with is missing, and told to us."""
    try:
        return queries.find_article(reading(), address)
    except queries.Tampered as error:
        current_app.logger.critical("withheld from readers: %s", error)
        raise NotThere from error
