"""Keeping pages as files: at their first request, and after an act that readers see."""

from urllib.parse import unquote

from flask import current_app, g, request, url_for
from werkzeug.wrappers import Response

from editorial.models.saving import reading
from editorial.pipeline.public import TOUCHED, newest_edition
from editorial.site.blueprint import bp
from editorial.site.folder import ENDINGS, Folder
from editorial.site.press import bring_forward, folder_here
from editorial.site.render import RENDERED
from editorial.site.serve import ASKED
from editorial.site.shown import begin, stories_shown
from editorial.web.look import draft_here

# Not a function of the database alone, or of the path alone.
NEVER_KEPT = frozenset({"site.security", "site.favicon"})


@bp.before_request
def remember_edition() -> None:
    """What the page is made of is of this edition, or newer; then it is not kept."""
    begin()
    folder = folder_here()
    if folder is not None and _may_be_kept():
        g.edition = newest_edition(reading())


@bp.after_request
def keep(response: Response) -> Response:
    """Keep the page, unless the site changed while it was made."""
    folder, edition = folder_here(), g.get("edition")
    if folder is None or response.status_code not in (200, 410) or not _has_a_name(response):
        return response
    if RENDERED in request.environ:
        folder.note(request.path, stories_shown())
    if edition is None:
        return response
    try:
        if not folder.has(request.path):
            with folder.locked(wait=False):
                _put(folder, response, edition)
    except BlockingIOError:
        # No reader waits for the press; the next one's page is kept.
        pass
    except OSError:
        current_app.logger.exception("a page could not be kept")
    return response


def _put(folder: Folder, response: Response, edition: int) -> None:
    session = reading()
    session.rollback()
    if newest_edition(session) == edition == folder.edition:
        folder.note(request.path, stories_shown())
        folder.put(request.path, response.get_data(), gone=response.status_code == 410)


@bp.after_app_request
def press_at_once(response: Response) -> Response:
    """A new story is in the files before the act that shows it answers; the lists that lead to it
    follow by a job. A correction or withdrawal is in all of them before it answers."""
    folder = folder_here()
    if RENDERED in request.environ:
        return response
    if reading().info.pop(TOUCHED, False) and folder is not None:
        bring_forward(folder)
    return response


def _has_a_name(response: Response) -> bool:
    """A page, or what its ending says it is: a picture is neither."""
    return response.mimetype == "text/html" or request.path.endswith(tuple(ENDINGS))


def _may_be_kept() -> bool:
    return (
        request.method == "GET"
        and RENDERED not in request.environ
        and draft_here() is None
        and not (request.query_string and request.path in ASKED)
        and request.endpoint not in NEVER_KEPT
        and "If-None-Match" not in request.headers
        and "/." not in request.path
        and "//" not in request.path
        and _is_its_own_path()
    )


def _is_its_own_path() -> bool:
    """Whether pages lead here by this very path: 01 or an Arabic 1 are read as 1 too, but what is
    kept under them no change would find again."""
    if request.endpoint is None:
        return False
    path = url_for(request.endpoint, **(request.view_args or {}))
    return unquote(path) == request.script_root + request.path
