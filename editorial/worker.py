"""Assembly: doing the jobs of the outbox, in a process of its own or beside the web server."""

import logging
import threading
import uuid
from datetime import UTC, datetime

from flask import Flask

from editorial.models.database import db
from editorial.models.job import Job
from editorial.models.saving import reading, saving
from editorial.outbox.claim import anything_due, claim, fail, finish
from editorial.slices import JOBS

PAUSE_SECONDS = 0.5
log = logging.getLogger("editorial.worker")


def work(app: Flask, stop: threading.Event) -> None:
    """Do jobs as they fall due, until ``stop`` is set."""
    while not stop.is_set():
        try:
            with app.app_context():
                busy = do_one(app)
        except Exception:
            # A database that is away comes back; the worker must still be there then.
            log.exception("the worker stumbled")
            busy = False
        if not busy:
            stop.wait(PAUSE_SECONDS)


def do_one(app: Flask) -> bool:
    """Do the job due longest. False when there is none."""
    at = _now(app)
    session = reading()
    session.rollback()
    if not anything_due(session, at):
        return False
    with saving() as session:
        job = claim(session, at)
        if job is None:
            return False
        key, name, details = job.id, job.name, dict(job.details)
    try:
        JOBS[name](details, at)
    except Exception as error:
        log.warning("job %s (%s) failed: %s", name, key, type(error).__name__)
        _conclude(app, key, f"{type(error).__name__}: {error}")
    else:
        _conclude(app, key, None)
    db.session.remove()
    return True


def start_beside(app: Flask) -> threading.Event:
    """Run a worker in a thread of this process; set the returned event to end it."""
    stop = threading.Event()
    threading.Thread(target=work, args=(app, stop), name="worker", daemon=True).start()
    return stop


def _conclude(app: Flask, key: uuid.UUID, error: str | None) -> None:
    at = _now(app)
    with saving() as session:
        job = session.get_one(Job, key)
        if error is None:
            finish(job, at)
        else:
            fail(job, error, at)


def _now(app: Flask) -> datetime:
    clock = app.config.get("CLOCK")
    moment: datetime = clock() if clock is not None else datetime.now(UTC)
    return moment
