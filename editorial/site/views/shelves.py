"""The stories of one correspondent, and those about one keyword."""

from werkzeug.wrappers import Response

from editorial.models.saving import reading
from editorial.models.shelf_place import byline_shelf, keyword_shelf
from editorial.site import shelves
from editorial.site.blueprint import bp
from editorial.site.here import page
from editorial.site.listing import listing
from editorial.web.access import anyone, needs


@bp.get("/by/<slug>", defaults={"number": None})
@bp.get("/by/<slug>/page/<int(max=999999):number>", endpoint="correspondent_page")
@needs(anyone)
def correspondent(slug: str, number: int | None) -> Response:
    """What one person wrote, newest first."""
    who = shelves.correspondent(reading(), slug)
    shown = listing(reading(), who.url, number, byline_shelf(slug), shelves.by(slug))
    return page(
        "site/shelf.html",
        kicker="correspondent",
        head=who,
        shown=shown,
        feed=(who.name, f"{who.url}/feed"),
    )


@bp.get("/topics/<slug>", defaults={"number": None})
@bp.get("/topics/<slug>/page/<int(max=999999):number>", endpoint="topic_page")
@needs(anyone)
def topic(slug: str, number: int | None) -> Response:
    """What is about one thing, newest first."""
    what = shelves.topic(reading(), slug)
    shown = listing(reading(), what.url, number, keyword_shelf(slug), shelves.about(slug))
    return page("site/shelf.html", kicker="topic", head=what, shown=shown)
