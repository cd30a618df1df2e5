"""``/healthz``: whether this process can do its work."""

from flask import Flask
from sqlalchemy import text

from editorial.models.database import db
from editorial.models.migrating import is_current
from editorial.models.saving import reading
from editorial.web.access import anyone, needs


def answer_health(app: Flask) -> None:
    """200 with “ok”, or 503 with what is wrong."""

    @app.get("/healthz")
    @needs(anyone)
    def healthz() -> tuple[str, int, dict[str, str]]:
        plain = {"Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store"}
        try:
            reading().execute(text("SELECT 1"))
            current = is_current(db.engine)
        except Exception as error:
            app.logger.error("the database does not answer: %s", type(error).__name__)
            return "the database does not answer\n", 503, plain
        if not current:
            return "the database waits for a migration: run “editorial migrate”\n", 503, plain
        return "ok\n", 200, plain
