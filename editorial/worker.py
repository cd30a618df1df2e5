"""Assembly: doing the jobs of the outbox, in a process of its own or beside the web server."""

import logging
import threading
import uuid
from datetime import UTC, datetime

from flask import Flask
from sqlalchemy.exc import SQLAlchemyError

from editorial.models.database import db
from editorial.models.job import Job
from editorial.models.saving import reading, saving
from editorial.outbox.claim import ANY, Kinds, anything_due, claim, fail, finish
from editorial.pipeline.carry import MIRROR
from editorial.pipeline.overdue import PUBLISH_DUE
from editorial.pipeline.public import PRESS
from editorial.site.made import renew_if_made_otherwise
from editorial.site.press import bring_up_to_date, folder_here
from editorial.slices import JOBS
from editorial.sources.transcribing import TRANSCRIBE

PAUSE_SECONDS = 0.5
CLOCK_SECONDS = 0.2
# What takes long is begun anew; nobody waits for it to stop.
LONGEST_GOODBYE = 5
# How long the rest of a process stands back while stories go out at their hour, at most.
LONGEST_WAY = 10.0
HOURS = Kinds(only=frozenset({PUBLISH_DUE}))
LISTS = Kinds(only=frozenset({PRESS}))
LONG = Kinds(only=frozenset({TRANSCRIBE}))
MIRRORS = Kinds(only=frozenset({MIRROR}))
ALL_ELSE = Kinds(but=frozenset({PUBLISH_DUE, PRESS, TRANSCRIBE, MIRROR}))
log = logging.getLogger("editorial.worker")


def work(app: Flask, stop: threading.Event) -> None:
    """Do jobs as they fall due, until ``stop`` is set. The hours of scheduled stories are kept by a
    thread of its own: no long job makes one late, and what is begun while several go out waits for
    them. What readers wait for has one too, as have what goes to mirrors and what takes hours."""
    way = Way()
    aside = [
        ("clock", HOURS, CLOCK_SECONDS),
        ("lists", LISTS, CLOCK_SECONDS),
        ("mirrors", MIRRORS, PAUSE_SECONDS),
    ]
    if app.config["TRANSCRIBER"]:
        aside.append(("transcriber", LONG, PAUSE_SECONDS))
    threads = [
        threading.Thread(
            target=_keep_on, args=(app, stop, kinds, pause, way), name=name, daemon=True
        )
        for name, kinds, pause in aside
    ]
    for thread in threads:
        thread.start()
    _keep_on(app, stop, ALL_ELSE, PAUSE_SECONDS, way)
    for thread in threads:
        thread.join(timeout=LONGEST_GOODBYE)


class Way:
    """The threads of a process share one processor: while stories go out at their hour, it is
    theirs."""

    def __init__(self) -> None:
        self._clear = threading.Event()
        self._clear.set()

    def taken(self, busy: bool) -> None:
        """Say that a story went out, and more may be due; or that none is."""
        if busy:
            self._clear.clear()
        else:
            self._clear.set()

    def give(self) -> None:
        """Wait until none is due, for some seconds at most."""
        self._clear.wait(LONGEST_WAY)


def _keep_on(app: Flask, stop: threading.Event, kinds: Kinds, pause: float, way: Way) -> None:
    while not stop.is_set():
        if kinds is not HOURS:
            way.give()
        try:
            with app.app_context():
                busy = do_one(app, kinds)
        except Exception:
            # A database that is away comes back; the worker must still be there then.
            log.exception("the worker stumbled")
            busy = False
        if kinds is HOURS:
            way.taken(busy)
        if not busy:
            stop.wait(pause)
    if kinds is HOURS:
        way.taken(False)


def do_one(app: Flask, kinds: Kinds = ANY) -> bool:
    """Do the job due longest. False when there is none."""
    at = _now(app)
    session = reading()
    session.rollback()
    if not anything_due(session, at, kinds):
        return False
    with saving() as session:
        job = claim(session, at, kinds)
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


def catch_up(app: Flask) -> None:
    """Before anything is served: the published files are those of the newest edition, whatever
    was interrupted. Without an answer from the database, or from the disk, nothing is kept back,
    nor served anew."""
    with app.app_context():
        folder = folder_here()
        try:
            if folder is not None:
                renew_if_made_otherwise(folder, app.config["EDITORIAL"].themes)
                bring_up_to_date(folder)
        except (SQLAlchemyError, OSError):
            log.exception("the published files could not be brought up to date")
        db.session.remove()


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
