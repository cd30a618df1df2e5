"""One run of one mirror: the newest edition exported, carried there, and written down."""

import fcntl
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from flask import Flask, current_app
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from editorial.models.mirror import Mirror, MirrorKind, MirrorRun, RunOutcome
from editorial.models.saving import reading, saving
from editorial.outbox.put import put
from editorial.pipeline.carry import MIRROR
from editorial.pipeline.public import newest_edition
from editorial.pipeline.sealed import Unreadable, unseal
from editorial.site.export import export
from editorial.site.mirrors.bucket import BucketMirror
from editorial.site.mirrors.folder import carry_to_folder
from editorial.site.mirrors.rsync import carry_by_rsync
from editorial.site.mirrors.tree import Carried, NotCarried
from editorial.vault.beside import instance_beside

MOST_RUNS_KEPT = 200
# By then the log has signed what was just published, and its certificate can be carried.
SIGNED_WITHIN = timedelta(seconds=30)
UNFORESEEN = "It is tried again by itself. If it stays so, tell whoever runs the newsroom."
INTERRUPTED = "Its worker ended in the middle. The next run looks at what is there."


class AlreadyRunning(Exception):
    """Another worker is at this mirror; the job comes again."""


def carry_mirror(details: dict[str, Any], now: datetime) -> None:
    """Bring the mirror up to date, where it is not. Raises what kept it from that, to be tried
    again, twice as late each time."""
    key = uuid.UUID(details["mirror"])
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]  # a proxy's own
    folder = instance_beside(reading()) / "mirrors"
    folder.mkdir(parents=True, exist_ok=True)
    with _alone(folder / f"{key}.lock", wait=False):
        run = _begin(key, now, again=bool(details.get("again")))
        if run is None:
            return
        try:
            edition, done = _carry(app, reading().get_one(Mirror, key), folder)
        except NotCarried as error:
            _end(run, now, RunOutcome.FAILED, error=str(error), advice=error.advice)
            raise
        except BaseException as error:
            said = f"{type(error).__name__}: {error}"
            _end(run, now, RunOutcome.FAILED, error=said, advice=UNFORESEEN)
            raise
        if details.get("again") and not (done.written or done.removed):
            _forget(run)
        else:
            _end(run, now, RunOutcome.DONE, edition=edition, done=done)
    if done.uncertified and not details.get("again"):
        told = {"mirror": str(key), "again": True}
        with saving() as session:
            name = f"{MIRROR}:{key}:again:{edition}"
            put(session, MIRROR, told, now, run_at=now + SIGNED_WITHIN, dedupe_key=name)


def _begin(key: uuid.UUID, now: datetime, *, again: bool) -> uuid.UUID | None:
    """Write down that a run begins; None where there is nothing to do. ``again``: for certificates,
    which are no edition."""
    with saving() as session:
        mirror = session.get(Mirror, key, populate_existing=True)
        if mirror is None or mirror.paused_at is not None:
            return None
        stopped = session.execute(
            update(MirrorRun)
            .where(MirrorRun.mirror_id == key, MirrorRun.outcome == RunOutcome.RUNNING)
            .values(outcome=RunOutcome.INTERRUPTED, ended_at=now, error=INTERRUPTED)
            .returning(MirrorRun.id)
        ).first()
        if stopped is None and not (mirror.compare or again) and _is_up_to_date(session, key):
            return None
        run = MirrorRun(id=uuid.uuid4(), mirror_id=key, began_at=now)
        session.add(run)
        return run.id


def _is_up_to_date(session: Session, key: uuid.UUID) -> bool:
    """Whether the last run ended well and has the newest edition."""
    last = session.scalars(
        select(MirrorRun)
        .where(MirrorRun.mirror_id == key)
        .order_by(MirrorRun.began_at.desc(), MirrorRun.edition.desc())
        .limit(1)
    ).first()
    newest = newest_edition(session)
    return last is not None and last.outcome is RunOutcome.DONE and last.edition >= newest


def _carry(app: Flask, mirror: Mirror, folder: Path) -> tuple[int, Carried]:
    if not app.config["PUBLIC_URL"]:
        raise NotCarried("There is no PUBLIC_URL.", "Set PUBLIC_URL: pages name the site by it.")
    if mirror.kind is MirrorKind.FOLDER:
        made = carry_to_folder(app, Path(mirror.address))
        return made.edition, Carried(len(made.changed), len(made.dropped), made.uncertified)
    try:
        secret = unseal(app.config["SECRET_KEY"], mirror.secret)
    except Unreadable as error:
        raise NotCarried(
            "The secret can't be read: SECRET_KEY is another one now.", "Type the secret anew."
        ) from error
    key, kind, address, account = mirror.id, mirror.kind, mirror.address, mirror.account
    compare = mirror.compare
    # The tree must stay while it is carried; the next export would take it away.
    with _alone(folder / "tree.lock", wait=True):
        made = export(app, folder / "tree")
        root = (folder / "tree" / "site").resolve()
        reading().rollback()
        if kind is MirrorKind.RSYNC:
            done = carry_by_rsync(root, address, secret)
        else:
            bucket = BucketMirror(address, account, secret, folder / f"{key}.json")
            done = bucket.carry(root, compare=compare)
        return made.edition, replace(done, uncertified=made.uncertified)


def _end(
    run_id: uuid.UUID,
    now: datetime,
    outcome: RunOutcome,
    *,
    edition: int = 0,
    done: Carried | None = None,
    error: str = "",
    advice: str = "",
) -> None:
    clock = current_app.config.get("CLOCK")
    with saving() as session:
        run = session.get(MirrorRun, run_id, populate_existing=True)
        if run is None:
            # The mirror was dropped meanwhile.
            return
        run.outcome, run.edition = outcome, edition
        run.ended_at = clock() if clock is not None else datetime.now(now.tzinfo)
        run.error, run.advice = error[:2000], advice
        if done is not None:
            run.written, run.removed = done.written, done.removed
            session.get_one(Mirror, run.mirror_id).compare = False
        kept = (
            select(MirrorRun.id)
            .where(MirrorRun.mirror_id == run.mirror_id)
            .order_by(MirrorRun.began_at.desc())
            .limit(MOST_RUNS_KEPT)
        )
        session.execute(
            delete(MirrorRun)
            .where(MirrorRun.mirror_id == run.mirror_id, MirrorRun.id.not_in(kept))
            .execution_options(synchronize_session=False)
        )


def _forget(run_id: uuid.UUID) -> None:
    """A run that found nothing to carry tells nobody anything."""
    with saving() as session:
        session.execute(delete(MirrorRun).where(MirrorRun.id == run_id))


@contextmanager
def _alone(path: Path, *, wait: bool) -> Iterator[None]:
    """Nobody else, in any process of this machine, meanwhile. Raises AlreadyRunning."""
    with path.open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError as error:
            raise AlreadyRunning("Another worker is at this mirror.") from error
        yield
