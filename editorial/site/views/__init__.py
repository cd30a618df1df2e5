"""The slice's views, by noun; importing them hangs them on the blueprint."""

from editorial.site import keeping
from editorial.site.blueprint import bp
from editorial.site.views import (
    card,
    crawlers,
    feeds,
    house,
    notices,
    pictures,
    reviews,
    search,
    shelves,
    stories,
    style,
)

__all__ = [
    "bp",
    "card",
    "crawlers",
    "feeds",
    "house",
    "keeping",
    "notices",
    "pictures",
    "reviews",
    "search",
    "shelves",
    "stories",
    "style",
]
