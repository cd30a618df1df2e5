"""Looking for a story by its words."""

import json
from urllib.parse import urlencode

from flask import request
from werkzeug.wrappers import Response

from editorial.models.saving import reading
from editorial.pipeline.refusal import NotThere
from editorial.site import static_search
from editorial.site.blueprint import bp
from editorial.site.here import file, page
from editorial.site.pages import Listing
from editorial.site.search import A_PAGE, LONGEST_QUERY, MOST_FOUND, search
from editorial.web.access import anyone, needs

LAST_PAGE = MOST_FOUND // A_PAGE


@bp.get("/search", endpoint="search")
@needs(anyone)
def find() -> Response:
    """What holds all the words, best first; without words, how to search."""
    query = request.args.get("q", "").replace("\0", "").strip()[:LONGEST_QUERY]
    number = request.args.get("page", type=int, default=1)
    number = min(max(number, 1), LAST_PAGE)
    found = search(reading(), query, number)
    newer = _url(query, number - 1) if number > 1 else None
    older = _url(query, number + 1) if found.more and number < LAST_PAGE else None
    return page(
        "site/search.html",
        query=query,
        shown=Listing(found.teasers, newer, older),
        excerpts=found.excerpts,
    )


def _url(query: str, number: int) -> str:
    return "/search?" + urlencode({"q": query, "page": number} if number > 1 else {"q": query})


@bp.get("/search/index.json")
@needs(anyone)
def search_index() -> Response:
    """How many files the index for a site without a server has."""
    told = {"parts": static_search.parts(reading())}
    return file(json.dumps(told), "application/json")


@bp.get("/search/<int(min=1, max=999999):number>.json")
@needs(anyone)
def search_part(number: int) -> Response:
    """One file of it."""
    if number > static_search.parts(reading()):
        raise NotThere
    return file(static_search.part(reading(), number), "application/json")
