"""The site as it answers here: what every page shows, and how caches may keep it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import make_response, request
from werkzeug.wrappers import Response

from editorial.catalogue.words import words_in
from editorial.models.saving import reading
from editorial.models.setting import setting
from editorial.site import queries
from editorial.site.blueprint import bp
from editorial.site.folder import etag_of
from editorial.site.pages import Section
from editorial.web.look import Look, look_here
from editorial.web.sheet import first_font, sheet_url_here
from editorial.web.theme import render_themed


@dataclass(frozen=True, slots=True)
class Site:
    """What every page of the site shows."""

    name: str
    tagline: str
    language: str
    sections: tuple[Section, ...]
    feed_url: str
    look: Look
    sheet_url: str


def site_here() -> Site:
    """The site as its settings make it."""
    session, look = reading(), look_here()
    return Site(
        name=look.name,
        tagline=look.tagline,
        language=setting(session, "agency.language"),
        sections=arranged(queries.sections(session), look),
        feed_url="/feed.atom",
        look=look,
        sheet_url=sheet_url_here(look),
    )


def arranged(sections: tuple[Section, ...], look: Look) -> tuple[Section, ...]:
    """Those that are led to, in the order of the look; what it does not name comes last."""
    places = {slug: number for number, slug in enumerate(look.order)}
    shown = (one for one in sections if one.slug not in look.hidden)
    return tuple(sorted(shown, key=lambda one: places.get(one.slug, len(places))))


@bp.app_context_processor
def words() -> dict[str, Callable[[], Site]]:
    """The site's own layout for errors, whichever slice they come from."""
    return {"site_here": site_here}


def page(template: str, language: str = "", **shown: Any) -> Response:
    """A page of the site. Its own words are in ``language`` where there is a catalogue for it,
    else in the site's."""
    return conditional(make_response(page_text(template, language, **shown)))


def page_text(template: str, language: str = "", **shown: Any) -> str:
    """The same, before it is an answer."""
    site = site_here()
    say = words_in(language, site.language)
    shown |= {"site": site, "say": say, "font": first_font(say.language)}
    return render_themed(site.look.theme, template, **shown)


def file(body: str | bytes, media_type: str) -> Response:
    """What is no page: a feed, a map of the site."""
    response = make_response(body)
    response.content_type = f"{media_type}; charset=utf-8"
    return conditional(response)


def conditional(response: Response) -> Response:
    """Caches may keep it, but must ask: a correction is seen at once."""
    response.headers["Cache-Control"] = "no-cache"
    # The same as of the file that the page becomes.
    response.set_etag(etag_of(response.get_data()))
    return response.make_conditional(request)
