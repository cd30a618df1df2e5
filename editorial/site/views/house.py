"""The pages about the house itself."""

from werkzeug.wrappers import Response

from editorial.site.blueprint import bp
from editorial.site.here import page
from editorial.web.access import anyone, needs


@bp.get("/about")
@needs(anyone)
def about() -> Response:
    """How stories come about here, the quote policy above all."""
    return page("site/about.html")
