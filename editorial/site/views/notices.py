"""Corrections, withdrawals, and the versions of a story."""

from markupsafe import Markup
from werkzeug.wrappers import Response

from editorial.catalogue.words import direction, words_in
from editorial.document.difference import FIELDS
from editorial.document.html import html
from editorial.models.saving import reading
from editorial.pipeline.refusal import NotThere
from editorial.site import notices
from editorial.site.blueprint import bp
from editorial.site.here import page, site_here
from editorial.site.pictures import in_column, sizes_of
from editorial.site.pictures import shown as pictures_shown
from editorial.site.versions import text_of, versions
from editorial.site.views.stories import found
from editorial.web.access import anyone, needs
from editorial.web.changes import changes


@bp.get("/corrections", defaults={"number": None})
@bp.get("/corrections/page/<int(max=999999):number>", endpoint="corrections_page")
@needs(anyone)
def corrections(number: int | None) -> Response:
    """What was put right, newest first."""
    shown, site = notices.corrections(reading(), number), site_here()
    return page(
        "site/corrections.html",
        shown=shown,
        feed=(f"{words_in(site.language)('corrections')} · {site.name}", "/corrections/feed"),
    )


@bp.get("/news/<slug>/<address>/versions")
@needs(anyone)
def history(slug: str, address: str) -> Response:
    """Every version of the story that readers ever saw."""
    publication, desk, _revision = found(address)
    if desk.slug != slug:
        raise NotThere
    return page(
        "site/versions.html",
        language=publication.language,
        publication=publication,
        path=f"/news/{desk.slug}/{publication.address}",
        versions=versions(reading(), publication),
    )


@bp.get("/news/<slug>/<address>/versions/<int(max=9999):number>")
@needs(anyone)
def version(slug: str, address: str, number: int) -> Response:
    """One version, and what it changed of the one before."""
    session = reading()
    publication, desk, _revision = found(address)
    if desk.slug != slug:
        raise NotThere
    all_of_them = versions(session, publication)
    here = next((one for one in all_of_them if one.ordinal == number), None)
    if here is None:
        raise NotThere
    content = text_of(session, publication, number)
    drawn = in_column(pictures_shown(content, sizes_of(session, [content])))
    changed = None
    if number > 1:
        say = words_in(content.language, site_here().language)
        labels = {field: say(f"field_{field}") for field in FIELDS}
        changed = changes(text_of(session, publication, number - 1), content, labels)
    return page(
        "site/version.html",
        language=content.language,
        path=f"/news/{desk.slug}/{publication.address}",
        version=here,
        count=len(all_of_them),
        content=content,
        direction=direction(content.language),
        body_html=Markup(html(content.body, picture=drawn)),  # noqa: S704  (document.html escaped it)
        changes=changed,
    )
