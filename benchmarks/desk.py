"""How quick the desk is: ``python -m benchmarks.desk [--peer FOLDER] [--rounds N] [--large N]``.

Board, review page, file, approve and publish, over HTTP, with 1,000 dispatches and with 100,000
(1,000,000 entries in the log), on SQLite and on PostgreSQL; as much work is open in both. The last
line is JSON: for each the 95th percentile in milliseconds, and the ratios of the large newsroom's
median and 95th percentile to the small one's. With ``--peer`` (the folder of the peer's setup.sh
and drive.py) create, save, file and approve are measured beside it in the same run, at 1,000, with
as many workers; the ratio of the medians is what counts, as machines are noisy.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from benchmarks.full_desk import TEXT, build
from editorial.demo.people import PASSWORD
from tests.postgres import SAFE, Cluster
from tests.reader import Reader, values
from tests.server import ROOT, Server

SMALL, LARGE = 1_000, 100_000
WORKERS = 2
WARM = 5
PAGES = ("board", "review", "file", "approve", "publish")
BESIDE = {"create": "create_draft", "save": "save_draft", "file": "submit", "approve": "approve"}
Times = dict[str, list[float]]


class Desk:
    """Three people at their browsers."""

    def __init__(self, address: str) -> None:
        self.author, self.editor, self.publisher = (
            Reader(address).sign_in(f"{name}@meridian.example", PASSWORD)
            for name in ("mira", "ana", "ruth")
        )
        self.times: Times = {}

    def round(self, number: int) -> None:
        """One dispatch from its first line to readers."""
        author, editor = self.author, self.editor
        author.open("/dispatches/new")
        form = author.form("", headline="")
        fields = {
            "slugline": f"bench-{number}",
            "headline": f"Bench {number}",
            "dateline_place": "BRUSSELS",
            "dateline_date": "2026-11-20",
            "byline": "Mira",
            "body": TEXT,
        }
        to = form.attributes.get("action") or "/dispatches/new"
        made = self._post("create", author, to, {**values(form), **fields})
        edit = made.headers["location"].split("?")[0].split("#")[0]
        dispatch = "/".join(edit.split("/")[:3])
        self._send_text("save", dispatch, f"{TEXT} more", "save")
        self._send_text("file", dispatch, f"{TEXT} more", "file")
        self._get("board", editor, "/board/politics")
        self._decide("claim", editor, dispatch)
        self._get("review", editor, dispatch)
        self._decide("approve", editor, dispatch)
        self._decide("publish", self.publisher, dispatch)

    def _send_text(self, name: str, dispatch: str, body: str, then: str) -> None:
        edit = f"{dispatch}/edit"
        self.author.open(edit)
        form = next(one for one in self.author.page.all("form") if "headline" in values(one))
        self._post(name, self.author, edit, {**values(form), "body": body, "then": then})

    def _decide(self, action: str, person: Reader, dispatch: str) -> None:
        person.open(dispatch)
        form = person.form("/decision", action=action)
        self._post(action, person, form.attributes["action"], values(form))

    def _get(self, name: str, person: Reader, path: str) -> None:
        answer = self._timed(name, lambda: person.client.get(path))
        assert answer.status_code == 200, (name, answer.status_code)

    def _post(self, name: str, person: Reader, path: str, data: dict[str, str]) -> httpx.Response:
        answer = self._timed(
            name, lambda: person.client.post(path, data=data, follow_redirects=False)
        )
        assert answer.status_code == 303, (name, answer.status_code, answer.text[:2000])
        return answer

    def _timed(self, name: str, call: Callable[[], httpx.Response]) -> httpx.Response:
        began = time.perf_counter()
        answer = call()
        self.times.setdefault(name, []).append(1000 * (time.perf_counter() - began))
        return answer


@contextmanager
def served(url: str, folder: Path) -> Iterator[Server]:
    """The newsroom behind its server, its jobs done by a process of their own."""
    server = Server(url, folder, WORKERS)
    server.environment["EDITORIAL_WORKER"] = "apart"
    server.start()
    worker = subprocess.Popen(
        [str(Path(sys.executable).parent / "editorial"), "worker"],
        cwd=ROOT,
        env=server.environment,
        stdout=subprocess.DEVNULL,
    )
    try:
        yield server
    finally:
        worker.terminate()
        worker.wait()
        server.stop()


def measure(url: str, folder: Path, rounds: int) -> Times:
    """The times of each act and page, in milliseconds, once warm."""
    with served(url, folder) as server:
        desk = Desk(server.address)
        for number in range(WARM):
            desk.round(number)
        desk.times.clear()
        for number in range(rounds):
            desk.round(WARM + number)
        return desk.times


def p95(times: list[float]) -> float:
    """The 95th percentile."""
    return statistics.quantiles(times, n=20)[-1]


def on_one_database(
    name: str, new: Callable[[str], tuple[str, Path]], rounds: int, large: int
) -> tuple[dict[str, object], Times]:
    """Small and large newsroom on one kind of database."""
    found: dict[int, Times] = {}
    for size in (SMALL, large):
        url, folder = new(f"n{size}")
        began = time.perf_counter()
        build(url, folder, size)
        print(f"{name}: {size:,} dispatches in {time.perf_counter() - began:.0f} s", flush=True)
        found[size] = measure(url, folder, rounds)
        for page in PAGES:
            times = found[size][page]
            print(
                f"  {page:8} median {statistics.median(times):6.1f} ms   p95 {p95(times):6.1f} ms",
                flush=True,
            )
    few, many = found[SMALL], found[large]
    figures: dict[str, object] = {
        "p95_ms": {str(size): {p: round(p95(found[size][p]), 1) for p in PAGES} for size in found},
        "p95_ratio": {p: round(p95(many[p]) / p95(few[p]), 2) for p in PAGES},
        "median_ratio": {
            p: round(statistics.median(many[p]) / statistics.median(few[p]), 2) for p in PAGES
        },
    }
    return figures, few


def beside_the_peer(peer: Path, rounds: int, folder: Path, url: str, own: Path) -> dict[str, float]:
    """How many times quicker we are at the median, both measured one after the other."""
    built = folder / "peer"
    subprocess.run(["bash", str(peer / "setup.sh"), str(built), str(SMALL)], check=True)
    with served(url, own) as server:
        desk = Desk(server.address)
        for number in range(rounds + WARM):
            desk.round(1_000_000 + number)
    ours = {name: statistics.median(desk.times[name][WARM:]) for name in BESIDE}
    theirs = _drive(peer, built, rounds)
    for name, their_name in BESIDE.items():
        print(f"  {name:8} {ours[name]:6.1f} ms, the peer {theirs[their_name]:6.1f} ms", flush=True)
    return {name: round(theirs[theirs_] / ours[name], 1) for name, theirs_ in BESIDE.items()}


def _drive(peer: Path, built: Path, rounds: int) -> dict[str, float]:
    port = Server("", built).port
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "peer.settings.bench"}
    serving = subprocess.Popen(
        [
            str(built / "venv/bin/gunicorn"),
            "peer.wsgi:application",
            *("-w", str(WORKERS), "--threads", "4", "-b", f"127.0.0.1:{port}"),
        ],
        cwd=built / "site",
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(f"http://127.0.0.1:{port}/politics/")
        page = "/admin/pages/add/news/articlepage/4/"
        drive = [str(built / "venv/bin/python"), str(peer / "drive.py")]
        done = subprocess.run(
            [*drive, f"http://127.0.0.1:{port}", str(rounds), page],
            check=True,
            capture_output=True,
            text=True,
        )
        answer: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
        return answer
    finally:
        serving.terminate()
        serving.wait()


def _wait_for(address: str) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            httpx.get(address)
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"{address} does not answer")


def main() -> None:
    """Both databases, then the peer."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--peer", type=Path)
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument("--large", type=int, default=LARGE)
    parser.add_argument("--only", choices=("sqlite", "postgresql"))
    given = parser.parse_args()
    figures: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)

        def instance(name: str) -> Path:
            made = folder / name
            made.mkdir()
            return made

        def sqlite(name: str) -> tuple[str, Path]:
            own = instance(f"sqlite-{name}")
            return f"sqlite:///{own / 'desk.db'}", own

        if given.only != "postgresql":
            figures["sqlite"], _ = on_one_database("sqlite", sqlite, given.rounds, given.large)
        if given.only != "sqlite":
            cluster = Cluster(SAFE)
            try:

                def postgresql(name: str) -> tuple[str, Path]:
                    cluster.create(name)
                    return cluster.url(name), instance(f"postgresql-{name}")

                figures["postgresql"], _ = on_one_database(
                    "postgresql", postgresql, given.rounds, given.large
                )
            finally:
                cluster.stop()
        if given.peer is not None:
            url, own = sqlite("beside")
            build(url, own, SMALL)
            figures["times_quicker"] = beside_the_peer(given.peer, given.rounds, folder, url, own)
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
