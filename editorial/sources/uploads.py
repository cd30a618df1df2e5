"""Files on their way: begun, grown piece by piece, taken up again after a broken link.

What has arrived lies beside the vault, on this machine's disk, until it is attached. How much has
arrived is the length of that file and nothing else, so a broken request loses no byte of it.
"""

import fcntl
import os
import shutil
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from editorial.models.person import Person
from editorial.models.upload import Upload
from editorial.outbox.put import put
from editorial.pipeline.gather import gather
from editorial.pipeline.refusal import NotThere, Refused
from editorial.sources.commands import Asked, bare_name
from editorial.sources.queries import seen_dispatch
from editorial.sources.take import LARGEST_RECORDING, MEGABYTE
from editorial.vault.beside import instance_beside
from editorial.workflow.decide import decide
from editorial.workflow.words import Action

DROP_UPLOAD = "drop_upload"
KEPT_FOR = timedelta(days=7)
MOST_WAITING = 30
# Never fill the disk that the newsroom works on.
LEFT_FREE = 512 * MEGABYTE
PIECE = 64 * 1024


class Elsewhere(Refused):
    """The piece does not begin where the file ends; ``arrived`` is where that is."""

    def __init__(self, arrived: int) -> None:
        super().__init__("More or less of it has arrived than this page knows of. Ask, and go on.")
        self.arrived = arrived


class Stream(Protocol):
    """What a request's body is read from."""

    def read(self, size: int, /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file on its way to one dispatch; ``percent`` of it have arrived."""

    id: uuid.UUID
    filename: str
    size: int
    arrived: int

    @property
    def whole(self) -> bool:
        """All of it is here."""
        return self.arrived == self.size

    @property
    def percent(self) -> int:
        """Rounded down, so that 100 means all."""
        return self.arrived * 100 // self.size if self.size else 100


def begin(session: Session, asked: Asked, filename: str, size: int) -> uuid.UUID:
    """Begin a file of ``size`` bytes. Raises NotThere or Refused."""
    person = session.get_one(Person, asked.person_id)
    dispatch = seen_dispatch(session, person, asked.dispatch_id)
    decision = decide(Action.ATTACH, gather(session, dispatch, person, asked.now).facts)
    if not decision.allowed:
        raise Refused(*decision.reasons)
    if size > LARGEST_RECORDING:
        raise Refused(
            f"It is larger than {LARGEST_RECORDING // MEGABYTE:,} MB. "
            "Save it smaller, or attach the part that matters."
        )
    folder = _folder(session)
    folder.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(folder).free < size + LEFT_FREE:
        raise Refused("There is no room left for it where files arrive. Tell the administrator.")
    mine = select(func.count()).select_from(Upload).where(Upload.person_id == person.id)
    if (session.scalar(mine) or 0) >= MOST_WAITING:
        raise Refused(
            f"{MOST_WAITING} of your files are on their way already. Attach them, or give them up."
        )
    upload = Upload(
        id=uuid.uuid4(),
        dispatch_id=dispatch.id,
        person_id=person.id,
        filename=bare_name(filename),
        size=size,
        begun_at=asked.now,
        touched_at=asked.now,
    )
    session.add(upload)
    session.flush()
    (folder / str(upload.id)).touch()
    _ask_to_drop(session, upload, asked.now)
    return upload.id


def find(session: Session, asked: Asked, upload_id: uuid.UUID) -> Upload:
    """A person's own upload to that dispatch. Raises NotThere."""
    person = session.get_one(Person, asked.person_id)
    seen_dispatch(session, person, asked.dispatch_id)
    upload = session.get(Upload, upload_id)
    if upload is None or (upload.person_id, upload.dispatch_id) != (
        asked.person_id,
        asked.dispatch_id,
    ):
        raise NotThere
    return upload


def arrived(session: Session, upload: Upload) -> int:
    """How many bytes of it are here."""
    try:
        return path_of(session, upload).stat().st_size
    except FileNotFoundError:
        return 0


def path_of(session: Session, upload: Upload) -> Path:
    """Where they lie."""
    return _folder(session) / str(upload.id)


def grow(path: Path, size: int, offset: int, stream: Stream) -> int:
    """Add what ``stream`` holds from ``offset`` on, at most up to ``size``; how much is here then.

    On disk when it returns, and when the stream breaks off too. Raises Elsewhere.
    """
    with path.open("ab") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Elsewhere(os.fstat(file.fileno()).st_size) from error
        here = os.fstat(file.fileno()).st_size
        if here != offset:
            raise Elsewhere(here)
        try:
            while here < size and (piece := stream.read(min(PIECE, size - here))):
                file.write(piece)
                here += len(piece)
        finally:
            file.flush()
            os.fsync(file.fileno())
    return here


def waiting(session: Session, person_id: uuid.UUID, dispatch_id: uuid.UUID) -> tuple[Waiting, ...]:
    """A person's files on their way to the dispatch, oldest first."""
    rows: Sequence[Upload] = session.scalars(
        select(Upload)
        .where(Upload.person_id == person_id, Upload.dispatch_id == dispatch_id)
        .order_by(Upload.begun_at, Upload.id)
    ).all()
    return tuple(Waiting(row.id, row.filename, row.size, arrived(session, row)) for row in rows)


def drop(session: Session, upload: Upload) -> None:
    """Forget it, and what has arrived of it."""
    session.delete(upload)
    session.flush()
    path_of(session, upload).unlink(missing_ok=True)


def drop_old(session: Session, upload_id: uuid.UUID, now: datetime) -> None:
    """Forget one that nobody went on with; ask again later for one that somebody did."""
    upload = session.get(Upload, upload_id)
    if upload is None:
        return
    if upload.touched_at + KEPT_FOR <= now:
        drop(session, upload)
    else:
        _ask_to_drop(session, upload, now)


def _ask_to_drop(session: Session, upload: Upload, now: datetime) -> None:
    at = upload.touched_at + KEPT_FOR
    key = f"{DROP_UPLOAD}:{upload.id}:{at.isoformat()}"
    put(session, DROP_UPLOAD, {"upload": str(upload.id)}, now, run_at=at, dedupe_key=key)


def _folder(session: Session) -> Path:
    return instance_beside(session) / "uploads"
