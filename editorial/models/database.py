"""The one place that knows Flask-SQLAlchemy, and how each database is opened."""

import sqlite3
import sys
from typing import Any

from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import Connection, Engine, event

from editorial.models.base import Base

db = SQLAlchemy(model_class=Base, session_options={"expire_on_commit": False})

WRITING = "editorial_writing"
BUSY_MS = 15_000


def engine_options(url: str) -> dict[str, Any]:
    """Options for ``create_engine``: a mended SQLite where there is one, a checked pool else.

    Parameters stay hidden: an error that is logged must not carry a draft's text.
    """
    if not url.startswith("sqlite"):
        return {
            "pool_pre_ping": True,
            "pool_size": 8,
            "max_overflow": 8,
            "hide_parameters": True,
        }
    options: dict[str, Any] = {
        "connect_args": {"timeout": BUSY_MS / 1000},
        "hide_parameters": True,
    }
    if (module := _mended_sqlite()) is not None:
        options["module"] = module
    return options


def open_database(app: Flask) -> None:
    """Bind the database to the app and teach SQLite its manners."""
    db.init_app(app)
    with app.app_context():
        if db.engine.dialect.name == "sqlite":
            teach_sqlite(db.engine)


def teach_sqlite(engine: Engine) -> None:
    """WAL, foreign keys, full sync; ``BEGIN`` by us, so that a write begins ``IMMEDIATE``."""

    @event.listens_for(engine, "connect")
    def on_connect(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in (
            "journal_mode=WAL",
            "foreign_keys=ON",
            "synchronous=FULL",
            f"busy_timeout={BUSY_MS}",
            # Without it INSERT OR REPLACE slips past a delete trigger.
            "recursive_triggers=ON",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def on_begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get(WRITING)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _mended_sqlite() -> Any:
    if sys.platform != "linux":
        return None
    try:
        import pysqlite3  # there is no wheel for every machine
    except ImportError:
        return None
    return pysqlite3
