"""How late a story with an hour is: ``python -m benchmarks.due [--stories 50] [--only sqlite]``.

Fifty stories wait for the same second; the real server with two workers serves, one worker
publishes. A reader asks for the next story in their order until it is there. Beside it stands how
long one write to the disk takes that is waited for. The last line is JSON, in milliseconds after
the hour; it exits with 1 when a story is early, missing, or five seconds late.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

import httpx

from benchmarks.served import served
from editorial.models.database import db
from editorial.models.migrating import migrate
from editorial.pipeline.matter import Hour
from editorial.workflow.words import Action, Role
from tests.databases import PostgresqlTemplate, SqliteTemplate
from tests.newsroom import Newsroom

LATEST = 5.0
AHEAD = timedelta(seconds=15)
PATIENCE = 60.0


def schedule(room: Newsroom, stories: int) -> tuple[datetime, list[str]]:
    """Approved stories that wait for one hour; the hour, and where each will be."""
    room.time = datetime.now(UTC)
    author = room.person("Mira Sol", Role.CORRESPONDENT)
    editor = room.person("Ana Peng", Role.EDITOR)
    publisher = room.person("Nia Berg", Role.PUBLISHER)
    keys = []
    for number in range(stories):
        key = room.dispatch(author, headline=f"Rain {number}")
        room.act(author, Action.FILE, key)
        room.act(editor, Action.CLAIM, key)
        room.act(editor, Action.APPROVE, key)
        keys.append(key)
    room.time = datetime.now(UTC)
    hour = (room.time + AHEAD).replace(microsecond=0)
    for key in keys:
        room.act(publisher, Action.SCHEDULE, key, matter=Hour(hour))
    return hour, [f"/news/politics/rain-{number}-{str(key)[:8]}" for number, key in enumerate(keys)]


def seen(address: str, paths: list[str], hour: datetime) -> list[float]:
    """When each page answered, in seconds after the hour."""
    came: list[float] = []
    with httpx.Client(base_url=address) as reader:
        for path in paths:
            while reader.get(path).status_code != 200 and time.time() < hour.timestamp() + PATIENCE:
                time.sleep(0.02)
            came.append(time.time() - hour.timestamp())
    return came


def one_write(folder: Path) -> float:
    """Seconds that the median write takes until it is on the disk."""
    took = []
    for _ in range(20):
        began = time.perf_counter()
        with (folder / "probe").open("wb") as file:
            file.write(b"x" * 20_000)
            file.flush()
            os.fsync(file.fileno())
        took.append(time.perf_counter() - began)
    return median(took)


def measure(url: str, folder: Path, stories: int) -> dict[str, float]:
    """The figures on that database."""
    room = Newsroom(url, folder, SITE_FILES=True)
    with room.app.app_context():
        migrate(db.engine)
        hour, paths = schedule(room, stories)
        db.session.remove()
        db.engine.dispose()
    with served(url, folder) as server:
        came = seen(server.address, paths, hour)
    return {
        "stories": stories,
        "first_ms": round(1000 * min(came), 1),
        "last_ms": round(1000 * max(came), 1),
        "one_write_ms": round(1000 * one_write(folder), 2),
    }


def main() -> int:
    """Run it; 0 when none is early, missing or five seconds late."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=int, default=50)
    parser.add_argument("--only", choices=("sqlite", "postgresql"))
    given = parser.parse_args()
    told: dict[str, dict[str, float]] = {}
    if given.only != "postgresql":
        with tempfile.TemporaryDirectory() as folder:
            url = SqliteTemplate(Path(folder)).fresh(Path(folder))
            told["sqlite"] = measure(url, Path(folder), given.stories)
    if given.only != "sqlite":
        template = PostgresqlTemplate()
        try:
            with tempfile.TemporaryDirectory() as folder:
                told["postgresql"] = measure(template.fresh(), Path(folder), given.stories)
        finally:
            template.stop()
    print(json.dumps(told))
    good = all(one["first_ms"] >= 0 and one["last_ms"] < 1000 * LATEST for one in told.values())
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
