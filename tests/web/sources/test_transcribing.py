"""A recording written down by the operator's program: a real command, and what becomes of it."""

import io
import sys
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import select

from editorial.config import from_environment
from editorial.models.saving import saving
from editorial.models.source import Medium, Source, SourceKind
from editorial.models.transcription import Transcription
from editorial.sources.transcribing import ORIGIN
from editorial.sources.whisper import write_down
from editorial.worker import do_one
from editorial.workflow.words import Role
from tests.databases import SqliteTemplate
from tests.db.sources.files import sound
from tests.newsroom import Newsroom
from tests.web.sources.test_files import attach, source

PROGRAM = """
import pathlib, sys, time
assert pathlib.Path(sys.argv[2]).read_bytes()[:4] == b"RIFF"
if sys.argv[1] == "fails":
    sys.exit("no such model")
print("progress 42", file=sys.stderr, flush=True)
if sys.argv[1] != "empty":
    print("WEBVTT\\n\\n00:00:01.000 --> 00:00:02.500\\nThe quay will hold.\\n")
"""


class Studio:
    """A newsroom with a recording, and a program that writes it down."""

    def __init__(self, room: Newsroom, program: Path) -> None:
        self.room, self.program = room, program
        mira = room.person("Mira Sol", Role.CORRESPONDENT)
        self.mira: uuid.UUID = mira.id
        self.browser = room.client(mira)
        self.dispatch: uuid.UUID = room.dispatch(mira, "“The quay will hold,” Varga said.")

    def record(self, **typed: str) -> str:
        return attach(self.browser, self.dispatch, sound(), "talk.wav", kind="recording", **typed)

    def runs(self, how: str) -> None:
        self.room.app.config["TRANSCRIBER"] = (sys.executable, str(self.program), how)

    def work(self) -> None:
        while do_one(self.room.app):
            pass

    def row(self) -> Transcription:
        return self.room.read().scalars(select(Transcription)).one()


@pytest.fixture
def studio(sqlite_template: SqliteTemplate, tmp_path: Path) -> Iterator[Studio]:
    room = Newsroom(sqlite_template.fresh(tmp_path), tmp_path)
    program = tmp_path / "program.py"
    program.write_text(PROGRAM)
    with room.app.app_context():
        yield Studio(room, program)
        room.close()


def test_a_recording_is_written_down_and_its_quotes_play(studio: Studio) -> None:
    place = studio.record()
    assert "written down here" not in studio.browser.get(place).text
    studio.runs("well")
    assert "Have it written down here" in studio.browser.get(place).text
    for _ in range(2):
        studio.browser.post(f"{place}/transcript", page=place)
    assert "as soon as the machine is free" in studio.browser.get(place).text
    studio.work()
    made = source(studio.room, Medium.CAPTIONS)
    assert (made.kind, made.origin, made.title) == (
        SourceKind.RECORDING,
        ORIGIN,
        "talk, by machine",
    )
    assert made.added_by == studio.mira
    shown = studio.browser.get(place).text
    assert "talk, by machine" in shown.split("Written down")[1]
    assert "data-making" not in shown
    story = studio.browser.get(f"/dispatches/{studio.dispatch}").text
    assert "in the record, word for word" in story
    assert ", 0:00:01</a>" in story
    assert (studio.row().percent, studio.row().failed) == (100, "")


def test_how_far_it_is_is_shown(studio: Studio) -> None:
    place = studio.record()
    studio.runs("well")
    studio.browser.post(f"{place}/transcript", page=place)
    with saving() as session:
        row = session.scalars(select(Transcription)).one()
        row.percent, row.beat_at = 42, studio.room.time
    shown = studio.browser.get(place).text
    assert 'value="42"' in shown
    assert "Have it written down" not in shown
    # Another worker lets the one that works be; one that fell silent is asked again.
    studio.work()
    assert studio.row().done_at is None
    studio.room.later(minutes=5)
    assert "Have it written down" in studio.browser.get(place).text
    studio.browser.post(f"{place}/transcript", page=place)
    studio.work()
    assert studio.row().done_at == studio.room.time


@pytest.mark.parametrize(
    ("how", "said"), [("fails", "ended with 1"), ("empty", "empty"), ("gone", "can’t be run")]
)
def test_a_program_that_fails_says_so_and_attaches_nothing(
    studio: Studio, how: str, said: str
) -> None:
    place = studio.record()
    studio.runs(how)
    if how == "gone":
        studio.room.app.config["TRANSCRIBER"] = ("/nowhere/at/all",)
    studio.browser.post(f"{place}/transcript", page=place)
    studio.work()
    shown = studio.browser.get(place).text
    assert "No transcript was made." in shown
    assert said in shown
    assert "Try again" in shown
    assert len(studio.room.read().scalars(select(Source)).all()) == 1


def test_a_confidential_recording_has_a_confidential_transcript(studio: Studio) -> None:
    ana = studio.room.person("Ana Peng", Role.EDITOR)
    place = studio.record(seen_by="named")
    studio.runs("well")
    other = studio.room.client(ana)
    assert other.post(f"{place}/transcript", page="/profile").status_code == 404
    studio.browser.post(f"{place}/transcript", page=place)
    studio.work()
    made = source(studio.room, Medium.CAPTIONS)
    assert made.confidential
    assert other.get(f"/dispatches/{studio.dispatch}/sources/{made.id}").status_code == 404


@dataclass
class Said:
    """As the library gives it."""

    start: float
    end: float
    text: str


def test_segments_become_cues_and_progress() -> None:
    out, told = io.StringIO(), io.StringIO()
    write_down(
        [
            Said(0, 1.5, " The quay\nwill --> hold."),
            Said(3599.9996, 3601, " Yes."),
            Said(3601, 7200, ""),
        ],
        7200,
        out,
        told,
    )
    assert out.getvalue() == (
        "WEBVTT\n\n00:00:00.000 --> 00:00:01.500\nThe quay will → hold.\n\n"
        "01:00:00.000 --> 01:00:01.000\nYes.\n\n"
    )
    assert told.getvalue() == "progress 0\nprogress 50\nprogress 99\n"


def test_the_surroundings_name_the_program(tmp_path: Path) -> None:
    given = {"EDITORIAL_ENV": "development", "EDITORIAL_INSTANCE": str(tmp_path)}
    assert from_environment(given).transcriber == ()
    # A model without the package it needs: the page says nothing.
    assert from_environment({**given, "EDITORIAL_WHISPER": "/srv/model"}).transcriber == ()
    command = {**given, "EDITORIAL_TRANSCRIBER": "write-down --voice 'a b'"}
    assert from_environment(command).transcriber == ("write-down", "--voice", "a b")
