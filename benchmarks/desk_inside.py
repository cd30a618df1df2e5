"""The acts of the desk inside one process: their time of the processor, and how often each asks the
database. Unlike seconds on the clock these can be read on a machine that others use too."""

import statistics
import time
from pathlib import Path

import httpx
from flask import Flask
from sqlalchemy import event

from benchmarks.desk_round import Desk
from editorial.app import create_app
from editorial.config import Config
from editorial.models.database import db
from editorial.worker import do_one

WARM = 3


def inside(url: str, folder: Path, rounds: int) -> dict[str, dict[str, float]]:
    """Milliseconds (least, median) and questions of each act; the jobs of a round as ``jobs``."""
    config = Config(
        production=False,
        database_url=url,
        secret_key="a benchmark's secret, long enough",
        instance=folder,
        mail_url=f"file://{folder / 'mail'}",
        public_url="http://localhost",
        trusted_proxies=0,
        worker_inside=False,
        files="",
    )
    app = create_app(config)
    asked: dict[str, int] = {}
    desk = Desk("http://localhost", httpx.WSGITransport(app=app), time.process_time)

    def count(*_given: object) -> None:
        asked[desk.doing] = asked.get(desk.doing, 0) + 1

    jobs: list[float] = []
    for number in range(WARM + rounds):
        if number == WARM:
            desk.times.clear()
            with app.app_context():
                event.listen(db.engine, "before_cursor_execute", count)
        desk.round(int(time.time() * 1000) % 1_000_000_000)
        began = time.process_time()
        while _one_job(app):
            pass
        jobs.append(1000 * (time.process_time() - began))
    desk.times["jobs"] = jobs[WARM:]
    with app.app_context():
        db.engine.dispose()
    return {
        name: {
            "least_ms": round(min(times), 1),
            "median_ms": round(statistics.median(times), 1),
            "questions": round(asked.get(name, 0) / rounds, 1),
        }
        for name, times in desk.times.items()
    }


def _one_job(app: Flask) -> bool:
    with app.app_context():
        return do_one(app)
