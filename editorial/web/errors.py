"""Error pages: what happened, what was kept, what to do."""

from flask import Flask, render_template
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from editorial.pipeline.refusal import NotThere, Refused

PAGES = {400: "400", 403: "403", 404: "404", 405: "404", 409: "409", 413: "413", 429: "429"}


def set_error_pages(app: Flask) -> None:
    """Pages for what goes wrong; the one for a failure of ours asks nothing of the database."""

    @app.errorhandler(NotThere)
    def not_there(_error: NotThere) -> tuple[str, int]:
        return render_template("errors/404.html"), 404

    @app.errorhandler(Refused)
    def refused(error: Refused) -> tuple[str, int]:
        return render_template("errors/409.html", reasons=error.reasons), 409

    @app.errorhandler(CSRFError)
    def stale_form(_error: CSRFError) -> tuple[str, int]:
        return render_template("errors/400.html", stale_form=True), 400

    @app.errorhandler(HTTPException)
    def http_error(error: HTTPException) -> tuple[str, int]:
        code = error.code or 500
        return render_template(
            f"errors/{PAGES.get(code, '400' if code < 500 else '500')}.html"
        ), code

    @app.errorhandler(Exception)
    def failure(error: Exception) -> tuple[str, int]:
        app.logger.error("%s in a request", type(error).__name__, exc_info=error)
        return render_template("errors/500.html"), 500
