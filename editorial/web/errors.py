"""Error pages: what happened, what was kept, what to do."""

from flask import Flask, make_response, render_template, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, InternalServerError
from werkzeug.wrappers import Response

from editorial.catalogue.words import words_in
from editorial.pipeline.refusal import NotThere, Refused
from editorial.web.fault import keep_drafts_out_of_the_log
from editorial.web.look import look_here
from editorial.web.signed_in import is_signed_in
from editorial.web.theme import render_themed
from editorial.web.unsent import SignedOutWhileTyping, unsent

PAGES = frozenset({400, 403, 404, 405, 409, 413, 429})


def set_error_pages(app: Flask) -> None:
    """Pages for what goes wrong; the one for a failure of ours asks nothing of the database."""
    keep_drafts_out_of_the_log()

    @app.errorhandler(NotThere)
    def not_there(_error: NotThere) -> Response:
        return _page(404)

    @app.errorhandler(Refused)
    def refused(error: Refused) -> Response:
        return _page(409, reasons=error.reasons)

    @app.errorhandler(CSRFError)
    @app.errorhandler(SignedOutWhileTyping)
    def stale_form(_error: CSRFError | SignedOutWhileTyping) -> Response:
        return _answer(render_template("errors/stale.html", unsent=unsent()), 400)

    @app.errorhandler(HTTPException)
    def http_error(error: HTTPException) -> Response:
        code = error.code or 500
        if code >= 500:
            return failure(getattr(error, "original_exception", None) or error)
        response = _page(code)
        # A 405 names what is allowed, a 429 when to try again.
        for name, value in error.get_headers():
            if name != "Content-Type":
                response.headers[name] = value
        return response

    @app.errorhandler(Exception)
    def failure(error: Exception) -> Response:
        app.logger.error("%s in a request", type(error).__name__, exc_info=error)
        # Straight from the template: Flask's rendering would ask who is signed in. The site's
        # language stands in the database, so the page speaks the reader's.
        say = words_in(*request.accept_languages.values())
        page = app.jinja_env.get_template("errors/500.html").render(say=say)
        code = error.code if isinstance(error, HTTPException) else InternalServerError.code
        return _answer(page, code or InternalServerError.code)


def _page(code: int, **words: object) -> Response:
    """Who is signed in keeps their room around them, but not on the pages that readers see."""
    if is_signed_in() and not request.path.startswith("/news/"):
        name = code if code in PAGES else 400
        return _answer(render_template(f"errors/{name}.html", code=code, **words), code)
    theme = look_here().theme
    return _answer(render_themed(theme, "errors/site.html", code=code, **words), code)


def _answer(page: str, code: int) -> Response:
    response = make_response(page, code)
    # What is missing now may be published in a minute.
    response.headers["Cache-Control"] = "no-store"
    return response
