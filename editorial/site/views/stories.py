"""The front page, the sections, the articles."""

from flask import current_app, redirect
from markupsafe import Markup
from werkzeug.wrappers import Response

from editorial.models.desk import Desk
from editorial.models.publication import Publication
from editorial.models.revision import Revision
from editorial.models.saving import reading
from editorial.models.setting import setting
from editorial.models.shelf_place import desk_shelf
from editorial.pipeline.refusal import NotThere
from editorial.site import notices, queries
from editorial.site.around import around
from editorial.site.blueprint import bp
from editorial.site.here import file, page, site_here
from editorial.site.listing import listing
from editorial.site.ninjs import ninjs
from editorial.site.notices import NoticeLine
from editorial.site.reader_reviews import reviews_of
from editorial.site.share import share_links
from editorial.site.shelves import linked
from editorial.site.structured import data_block, news_article
from editorial.site.vouched import vouchers
from editorial.web.access import anyone, needs
from editorial.web.address import absolute


@bp.get("/")
@needs(anyone)
def front() -> Response:
    """The front page."""
    shown = queries.front(reading(), site_here().sections)
    return page("site/front.html", lead=shown.lead, latest=shown.latest, sections=shown.sections)


@bp.get("/news/<slug>", defaults={"number": None})
@bp.get("/news/<slug>/page/<int(max=999999):number>", endpoint="section_page")
@needs(anyone)
def section(slug: str, number: int | None) -> Response:
    """One desk's stories, newest first."""
    place = queries.find_section(reading(), slug)
    shelf = desk_shelf(queries.desk_at(reading(), slug).id)
    shown = listing(reading(), place.url, number, shelf, Desk.slug == slug)
    return page(
        "site/section.html", section=place, shown=shown, feed=(place.name, f"{place.url}/feed")
    )


@bp.get("/news/<slug>/<address>")
@needs(anyone)
def article(slug: str, address: str) -> Response:
    """One story; a text that is not the approved one is not shown."""
    session = reading()
    try:
        publication, desk, revision = found(address)
    except NotThere:
        return _gone(notices.withdrawal(session, address, slug))
    shown = queries.article(session, publication, desk, revision)
    if desk.slug != slug:
        # Asked for again each time, as a dispatch may move back.
        moved = redirect(shown.path, 301)
        moved.headers["Cache-Control"] = "no-cache"
        return moved
    base, url = absolute("site.front"), absolute("site.article", slug=slug, address=address)
    image = f"{url}/card.png"
    told = notices.of_story(session, publication)
    data = data_block(news_article(shown, site_here().name, base, image, told))
    return page(
        "site/article.html",
        language=shown.language,
        article=shown,
        story=Markup(shown.story_html),  # noqa: S704  (document.html escaped it)
        data=Markup(data),  # noqa: S704  (no letter of it ends its element)
        image=image,
        byline=linked(shown.byline, shown.authors),
        url=url,
        notices=told,
        path=shown.path,
        reviews=reviews_of(session, publication.dispatch_id),
        takes_reviews=setting(session, "site.reviews"),
        around=around(session, publication, desk),
        share=share_links(shown.headline, url),
        vouchers=vouchers(session, publication, names=setting(session, "site.names_approvers")),
        feed=(desk.name, f"{shown.section_url}/feed"),
    )


@bp.get("/news/<slug>/<address>.ninjs.json")
@needs(anyone)
def item(slug: str, address: str) -> Response:
    """One story for other agencies, at its own section only."""
    session = reading()
    publication, desk, revision = found(address)
    if desk.slug != slug:
        raise NotThere
    body = ninjs(
        f"urn:uuid:{publication.dispatch_id}",
        queries.article(session, publication, desk, revision),
        queries.words(revision),
        site_here().name,
        absolute("site.front"),
    )
    return file(body, "application/json")


def _gone(notice: NoticeLine) -> Response:
    """The address of a withdrawn story: gone for good (410), with the reason."""
    response = page("site/gone.html", language=notice.language, notice=notice)
    if response.status_code == 200:
        response.status_code = 410
    return response


def found_in(slug: str, address: str) -> tuple[Publication, Desk]:
    """What is live at the address, of this section only. Raises NotThere."""
    publication, desk, _revision = found(address)
    if desk.slug != slug:
        raise NotThere
    return publication, desk


def found(address: str) -> tuple[Publication, Desk, Revision]:
    """What is live at the address; a text that was tampered with is missing, and told to us."""
    try:
        return queries.find_article(reading(), address)
    except queries.Tampered as error:
        current_app.logger.critical("withheld from readers: %s", error)
        raise NotThere from error
