"""Recordings written down by a program on this machine: a job that says how far it is."""

import logging
import re
import subprocess
import tempfile
import threading
import time
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import IO, Any

from flask import current_app
from sqlalchemy.orm import Session

from editorial.models.person import Person
from editorial.models.saving import reading, saving
from editorial.models.source import Source, SourceKind
from editorial.models.transcription import Transcription
from editorial.outbox.put import put_again
from editorial.pipeline.confidence import viewers_of
from editorial.pipeline.refusal import Refused
from editorial.sources.commands import LONGEST_TITLE, About, Asked, attach_file
from editorial.sources.queries import attach_page, seen_source
from editorial.vault.beside import vault_beside
from editorial.web.clock import now

TRANSCRIBE = "transcribe"
SAID_EVERY = 2.0
STILL_WORKS = timedelta(minutes=2)
MOST_HOURS = 12
LARGEST_TRANSCRIPT = 20_000_000
ORIGIN = "Made by a program from the recording. Nobody has listened whether it is right."
_PROGRESS = re.compile(r"progress (\d{1,3})\b")
log = logging.getLogger("editorial.transcribing")


@dataclass(frozen=True, slots=True)
class Making:
    """How it stands. ``waits``: no worker has begun; ``again``: it may be asked for (again)."""

    percent: int
    waits: bool
    failed: str
    again: bool


def can_transcribe() -> bool:
    """Whether the operator named a program that does it."""
    return bool(current_app.config["TRANSCRIBER"])


def making(session: Session, recording: Source, at: datetime) -> Making | None:
    """How the transcript of that recording stands; None where it can't be made here."""
    if not can_transcribe() or not recording.plays or recording.detached_at is not None:
        return None
    row = session.get(Transcription, recording.id, populate_existing=True)
    if row is None:
        return Making(0, waits=False, failed="", again=True)
    over = row.done_at is not None or bool(row.failed)
    stalled = row.beat_at is not None and row.beat_at < at - STILL_WORKS
    waits = not over and row.beat_at is None
    return Making(row.percent, waits, row.failed, again=over or stalled)


def ask_for_transcript(session: Session, asked: Asked, source_id: uuid.UUID) -> None:
    """Have it made. Asked for twice, it is made once. Raises NotThere or Refused."""
    person = session.get_one(Person, asked.person_id)
    recording = seen_source(session, person, asked.dispatch_id, source_id)
    found = making(session, recording, asked.now)
    if found is None:
        raise Refused("Of this no transcript can be made here.")
    if reasons := attach_page(session, person, asked.dispatch_id, asked.now).refusals:
        raise Refused(*reasons)
    if not found.again:
        return
    row = session.get(Transcription, source_id) or Transcription(recording_id=source_id)
    row.asked_by, row.asked_at, row.beat_at = person.id, asked.now, None
    row.percent, row.failed, row.done_at = 0, "", None
    session.add(row)
    key = f"{TRANSCRIBE}:{source_id}"
    put_again(session, TRANSCRIBE, {"recording": str(source_id)}, asked.now, key=key)


def transcribe(details: dict[str, Any], _now: datetime) -> None:
    """Make it, and put it on the record as whoever asked for it would."""
    key = uuid.UUID(details["recording"])
    session = reading()
    session.rollback()
    row, recording = session.get_one(Transcription, key), session.get_one(Source, key)
    alive = row.beat_at is not None and row.beat_at > now() - STILL_WORKS
    if row.done_at is not None or alive or recording.detached_at is not None:
        return
    digest = recording.digest
    _note(key, 0)
    try:
        with tempfile.TemporaryDirectory(prefix="editorial-") as folder:
            content = _made(key, digest, Path(folder))
        _attach(key, content)
    except Refused as refused:
        _fail(key, " ".join(refused.reasons))


def _made(key: uuid.UUID, digest: str, folder: Path) -> bytes:
    """What the program writes. Raises Refused."""
    path, written = folder / "recording", folder / "transcript.vtt"
    with path.open("wb") as file:
        for piece in vault_beside(reading()).pieces(digest):
            file.write(piece)
    reading().rollback()
    command = [*current_app.config["TRANSCRIBER"], str(path)]
    reached = [0]
    with written.open("wb") as out:
        try:
            # The operator's own command; nothing of a request is in it but a path made here.
            process = subprocess.Popen(  # noqa: S603
                command, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.PIPE, text=True
            )
        except OSError as error:
            log.exception("the transcriber can't be run")
            raise Refused("The program that writes recordings down can’t be run here.") from error
        assert process.stderr is not None
        listener = threading.Thread(target=_listen, args=(process.stderr, reached), daemon=True)
        listener.start()
        _wait(process, key, reached)
        listener.join()
    if process.returncode != 0:
        raise Refused(f"The program that writes recordings down ended with {process.returncode}.")
    if written.stat().st_size > LARGEST_TRANSCRIPT:
        raise Refused("What the program wrote is longer than a transcript can be.")
    return written.read_bytes()


def _listen(told: IO[str], reached: list[int]) -> None:
    for line in told:
        if found := _PROGRESS.search(line):
            reached[0] = min(100, int(found[1]))
        elif line.strip():
            log.info("transcriber: %s", line.strip()[:500])


def _wait(process: subprocess.Popen[str], key: uuid.UUID, reached: list[int]) -> None:
    until = time.monotonic() + MOST_HOURS * 3600
    while True:
        try:
            process.wait(SAID_EVERY)
        except subprocess.TimeoutExpired:
            if time.monotonic() > until:
                process.kill()
            _note(key, reached[0])
        else:
            return


def _note(key: uuid.UUID, percent: int) -> None:
    with saving() as session:
        row = session.get_one(Transcription, key, populate_existing=True)
        row.percent, row.beat_at = percent, now()


def _fail(key: uuid.UUID, why: str) -> None:
    with saving() as session:
        session.get_one(Transcription, key, populate_existing=True).failed = why


def _attach(key: uuid.UUID, content: bytes) -> None:
    with saving() as session:
        row = session.get_one(Transcription, key, populate_existing=True)
        recording = session.get_one(Source, key)
        seen_by = {one.id for one in viewers_of(session, key)} | {recording.added_by}
        about = About(
            kind=SourceKind.RECORDING,
            title=f"{recording.title[: LONGEST_TITLE - 20]}, by machine",
            event=recording.event,
            dated=recording.date,
            origin=ORIGIN,
            terms=recording.terms,
            confidential=recording.confidential,
            viewers=tuple(sorted(seen_by)) if recording.confidential else (),
            recording=key,
        )
        asked = Asked(row.asked_by, recording.dispatch_id, now())
        attach_file(session, asked, content, "transcript.vtt", about, "utf-8")
        row.percent, row.done_at = 100, now()
