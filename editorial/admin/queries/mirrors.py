"""What administrators see of the mirrors: how each stands, and what was delivered when."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from editorial.models.job import Job
from editorial.models.mirror import Mirror, MirrorKind, MirrorRun, RunOutcome
from editorial.models.site_change import SiteChange
from editorial.pipeline.carry import MIRROR
from editorial.pipeline.refusal import NotThere

RUNS_SHOWN = 30
KIND_WORDS = {
    MirrorKind.FOLDER: "a folder of this machine",
    MirrorKind.BUCKET: "S3-compatible storage",
    MirrorKind.RSYNC: "another machine, by rsync",
}
OUTCOME_WORDS = {
    RunOutcome.RUNNING: "being carried",
    RunOutcome.DONE: "carried",
    RunOutcome.FAILED: "failed",
    RunOutcome.INTERRUPTED: "interrupted",
}


@dataclass(frozen=True, slots=True)
class MirrorRow:
    """A mirror, without its secret. ``behind``: how many editions it lacks. ``tried_next``: when a
    failed run is tried again, None where it was given up or nothing is to be done."""

    id: uuid.UUID
    name: str
    kind: MirrorKind
    kind_words: str
    address: str
    account: str
    has_secret: bool
    paused_at: datetime | None
    last: MirrorRun | None
    last_words: str
    behind: int
    tried_next: datetime | None


def mirror_rows(session: Session) -> tuple[MirrorRow, ...]:
    """Every mirror by name."""
    newest = session.scalar(select(func.max(SiteChange.edition))) or 0
    return tuple(
        _row(session, mirror, newest)
        for mirror in session.scalars(select(Mirror).order_by(Mirror.name))
    )


def mirror_row(session: Session, key: uuid.UUID) -> MirrorRow:
    """One of them. Raises NotThere."""
    for row in mirror_rows(session):
        if row.id == key:
            return row
    raise NotThere


def runs_of(session: Session, key: uuid.UUID) -> tuple[tuple[MirrorRun, str], ...]:
    """The delivery log, newest first, each with its outcome in words."""
    runs = session.scalars(
        select(MirrorRun)
        .where(MirrorRun.mirror_id == key)
        .order_by(MirrorRun.began_at.desc(), MirrorRun.edition.desc())
        .limit(RUNS_SHOWN)
    )
    return tuple((run, OUTCOME_WORDS[run.outcome]) for run in runs)


def _row(session: Session, mirror: Mirror, newest: int) -> MirrorRow:
    runs = runs_of(session, mirror.id)
    last = runs[0][0] if runs else None
    reached = max((run.edition for run, _words in runs), default=0)
    waiting = session.scalar(
        select(func.min(Job.run_at)).where(
            Job.dedupe_key.in_((f"{MIRROR}:{mirror.id}", f"{MIRROR}:{mirror.id}:next")),
            Job.done_at.is_(None),
            Job.given_up_at.is_(None),
        )
    )
    return MirrorRow(
        mirror.id,
        mirror.name,
        mirror.kind,
        KIND_WORDS[mirror.kind],
        mirror.address,
        mirror.account,
        bool(mirror.secret),
        mirror.paused_at,
        last,
        runs[0][1] if runs else "not carried yet",
        newest - reached,
        waiting,
    )
