"""The blueprint that the slice's views hang on."""

from flask import Blueprint
from werkzeug.wrappers import Response

bp = Blueprint("accounts", __name__)


@bp.after_request
def keep_out_of_caches(response: Response) -> Response:
    """Links, codes and forms of the doors are for one pair of eyes, signed in or not."""
    response.headers["Cache-Control"] = "no-store"
    return response
