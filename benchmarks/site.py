"""What a page costs: ``python -m benchmarks.site [--stories 1000,100000] [--peer DIR/site]``.
``--stages first,publish,pages,publishing,nginx`` picks what is measured, for a run of minutes.

In one run, with the same server and the same number of workers: article, front page, section and
feed of newsrooms of each size, beside (a) a Flask view that returns a constant of the article's
size, (b) the peer, (c) nginx with a static file. Needs ``wrk``; with ``nginx`` also the columns it
serves. Only the ratios mean something. The last line is one line of JSON.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from editorial.models.database import db
from editorial.models.migrating import migrate
from editorial.models.saving import reading
from editorial.site.paths import Touched
from editorial.site.press import bring_up_to_date, folder_here, press
from editorial.site.render import render
from editorial.workflow.words import Role
from tests.bulk import publish_in_bulk
from tests.fronts import free_port, nginx_command
from tests.newsroom import Newsroom

ROOT = Path(__file__).resolve().parents[1]
WORKERS, THREADS, CONNECTIONS = 2, 2, 8
STAGES = ("first", "publish", "pages", "publishing", "nginx")
FAMILIES = ("article", "front", "section", "feed")
RATE = re.compile(r"Requests/sec:\s+([\d.]+)")
P99 = re.compile(r"99%\s+([\d.]+)(us|ms|s)")
UNIT = {"us": 0.001, "ms": 1.0, "s": 1000.0}
CONSTANT = """
from flask import Flask, Response
app = Flask(__name__)
BODY = b"x" * {size}
@app.get("/")
def constant():
    return Response(BODY, content_type="text/html; charset=utf-8")
"""
# A plain file, in the same server as the pages.
PLAIN = "location = /constant {{ alias {place}/constant.html; }}"


@dataclass(frozen=True, slots=True)
class Load:
    """Answers a second, and the time within which 99 of 100 came, in milliseconds."""

    rate: float
    p99: float


@contextmanager
def running(command: list[str], port: int, **options: Any) -> Iterator[subprocess.Popen[bytes]]:
    """A server, from its first answer on."""
    options |= {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, start_new_session=True, **options) as process:
        try:
            for _ in range(600):
                try:
                    httpx.get(f"http://127.0.0.1:{port}/", timeout=5)
                    break
                except httpx.TransportError:
                    time.sleep(0.1)
            yield process
        finally:
            process.terminate()
            process.wait(20)


def gunicorn(program: str, port: int, python: Path = Path(sys.executable)) -> list[str]:
    """The same server for all that is served by Python."""
    return [
        str(python.parent / "gunicorn"),
        *("--workers", str(WORKERS), "--threads", str(THREADS)),
        *("--bind", f"127.0.0.1:{port}", program),
    ]


def load(port: int, path: str, seconds: int) -> Load:
    """Ask for one page as fast as it is answered."""
    told = subprocess.run(
        [
            "wrk",
            "--latency",
            "-t1",
            f"-c{CONNECTIONS}",
            f"-d{seconds}s",
            f"http://127.0.0.1:{port}{path}",
        ],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    rate, late = RATE.search(told), P99.search(told)
    if rate is None or late is None or "Non-2xx" in told:
        raise RuntimeError(f"{path}: {told}")
    return Load(float(rate[1]), float(late[1]) * UNIT[late[2]])


def memory(process: subprocess.Popen[bytes]) -> float:
    """The largest resident set among the workers, in megabytes."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    sizes = [
        int(re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{child}/status").read_text())[1])  # type: ignore[index]  # Linux always says it
        for child in children
    ]
    return max(sizes) / 1024


def measure(stories: int, folder: Path, seconds: int, stages: set[str]) -> dict[str, Any]:
    """One newsroom of that size, served by the app and by nginx."""
    url = f"sqlite:///{folder / 'editorial.db'}"
    room = Newsroom(url, folder, SITE_FILES=True)
    port = free_port()
    found: dict[str, Any] = {"stories": stories}
    with room.app.app_context():
        room.app.config["PUBLIC_URL"] = f"http://127.0.0.1:{port}"
        migrate(db.engine)
        paths = publish_in_bulk(room, stories)
        pages = {
            "article": paths[-1],
            "front": "/",
            "section": "/news/politics",
            "feed": "/feed.atom",
        }
        here = folder_here()
        assert here is not None
        bring_up_to_date(here)
        if "first" in stages:
            found["first_ms"] = first_render(room, paths)
        with here.locked():
            press(here, Touched(now=set(pages.values())))
        if "publish" in stages:
            found["publish_ms"], found["rewritten"] = publish_one(room)
        db.session.remove()
        db.engine.dispose()
    environment = {
        **os.environ,
        "EDITORIAL_ENV": "development",
        "EDITORIAL_INSTANCE": str(folder),
        "DATABASE_URL": url,
        "PUBLIC_URL": f"http://127.0.0.1:{port}",
        "EDITORIAL_WORKER": "apart",
    }
    with running(gunicorn("wsgi:app", port), port, cwd=ROOT, env=environment) as server:
        for name in FAMILIES if "pages" in stages else FAMILIES[:1]:
            httpx.get(f"http://127.0.0.1:{port}{pages[name]}", timeout=60)
            found[name] = load(port, pages[name], seconds)
        found["memory_mb"] = memory(server)
        if "publishing" in stages:
            found["while_publishing"] = load_while_publishing(room, port, pages["article"], seconds)
    found["size"] = len(here.file(pages["article"]).read_bytes())
    if "nginx" in stages and shutil.which("nginx"):
        found["nginx"] = by_nginx(here.pages, pages, folder, seconds)
    return found


def first_render(room: Newsroom, paths: list[str]) -> float:
    """Milliseconds of the median page that was never asked for."""
    spent = []
    for path in paths[:40]:
        began = time.perf_counter()
        page = render(room.app, path)
        spent.append((time.perf_counter() - began) * 1000)
        assert page.status == 200
    return sorted(spent)[len(spent) // 2]


def publish_one(room: Newsroom) -> tuple[float, int]:
    """Milliseconds from the act to the files, and how many files it rewrote."""
    here = folder_here()
    assert here is not None
    author = room.person(f"Author {time.time_ns()}", Role.CORRESPONDENT)
    before = reading()
    before.rollback()
    began = time.perf_counter()
    room.publish(author, "It rained.", headline=f"Rain {time.time_ns()}")
    rewritten = bring_up_to_date(here)
    return (time.perf_counter() - began) * 1000, rewritten


def load_while_publishing(room: Newsroom, port: int, path: str, seconds: int) -> Load:
    """The same load while another process publishes story after story."""
    stop = threading.Event()

    def go_on() -> None:
        with room.app.app_context():
            while not stop.is_set():
                publish_one(room)
                db.session.remove()

    publishing = threading.Thread(target=go_on)
    publishing.start()
    try:
        return load(port, path, seconds)
    finally:
        stop.set()
        publishing.join()


def by_nginx(pages: Path, paths: dict[str, str], folder: Path, seconds: int) -> dict[str, Any]:
    """The same files by nginx as docs/nginx.conf sets it up, beside one static file of the
    article's size."""
    port, place = free_port(), folder / "nginx"
    place.mkdir(exist_ok=True)
    size = len((pages / paths["article"][1:] / "index.html").read_bytes())
    (place / "constant.html").write_bytes(b"x" * size)
    plain = PLAIN.format(place=place)
    command = nginx_command(place, pages, port, free_port(), more=plain, workers=WORKERS)
    with running(command, port):
        return {
            "constant": load(port, "/constant", seconds),
            "article": load(port, paths["article"], seconds),
        }


def constant(size: int, seconds: int) -> Load:
    """A Flask view that does nothing."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "constant.py").write_text(CONSTANT.format(size=size))
        port = free_port()
        with running(gunicorn("constant:app", port), port, cwd=folder):
            return load(port, "/", seconds)


def peer(site: Path, seconds: int) -> tuple[Load, float]:
    """The peer's article, and how long one takes alone, in milliseconds."""
    port = free_port()
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "peer.settings.bench"}
    python = site.parent / "venv" / "bin" / "python"
    program = gunicorn("peer.wsgi:application", port, python)
    with running(program, port, cwd=site, env=environment):
        path = "/politics/dispatch-1/"
        spent = []
        with httpx.Client() as client:
            for number in range(2, 42):
                began = time.perf_counter()
                client.get(f"http://127.0.0.1:{port}/politics/dispatch-{number}/")
                spent.append((time.perf_counter() - began) * 1000)
        return load(port, path, seconds), sorted(spent)[len(spent) // 2]


def main() -> None:
    """Measure, print a table, end with JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", default="1000")
    parser.add_argument("--peer", type=Path)
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--stages", default=",".join(STAGES), help="of " + ", ".join(STAGES))
    asked = parser.parse_args()
    told: list[dict[str, Any]] = []
    for stories in map(int, asked.stories.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            stages = set(asked.stages.split(","))
            told.append(measure(stories, Path(folder), asked.seconds, stages))
    beside = constant(told[0]["size"], asked.seconds)
    result: dict[str, Any] = {"constant_rate": beside.rate, "sizes": []}
    if asked.peer:
        other, alone = peer(asked.peer, asked.seconds)
        result |= {"peer_rate": other.rate, "peer_ms": alone}
    for one in told:
        result["sizes"].append(summary(one, beside, result))
    for row in result["sizes"]:
        print("  ".join(f"{name} {value}" for name, value in row.items()))
    print(json.dumps(result))


def summary(one: dict[str, Any], beside: Load, result: dict[str, Any]) -> dict[str, Any]:
    """The ratios of one size."""
    row: dict[str, Any] = {"stories": one["stories"]}
    row |= {name: round(one[name].rate / beside.rate, 2) for name in FAMILIES if name in one}
    row |= {"p99_ms": round(one["article"].p99, 2), "memory_mb": round(one["memory_mb"])}
    for name in ("first_ms", "publish_ms", "rewritten"):
        if name in one:
            row[name] = round(one[name], 1)
    if "while_publishing" in one:
        row["p99_publishing_ms"] = round(one["while_publishing"].p99, 2)
    if "nginx" in one:
        served = one["nginx"]
        row["nginx"] = round(served["article"].rate / served["constant"].rate, 2)
    if "peer_rate" in result:
        row["article_to_peer"] = round(one["article"].rate / result["peer_rate"], 1)
        if "first_ms" in one:
            row["peer_to_first"] = round(result["peer_ms"] / one["first_ms"], 1)
    return row


if __name__ == "__main__":
    main()
