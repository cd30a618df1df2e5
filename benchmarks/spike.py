"""An editor's saves while readers saturate nginx: ``python -m benchmarks.spike [--seconds 15]``.

A newsroom of a thousand dispatches behind the real server, nginx with docs/nginx.conf before it, as
many workers each. One person saves a dispatch by its form, over and over; first alone, then while
``wrk`` asks nginx for one article as fast as it is answered. nginx and ``wrk`` share the processors
with the server. The last line is JSON: the 99th percentiles in milliseconds and their ratio.
"""

import argparse
import json
import statistics
import tempfile
import threading
import time
from pathlib import Path

import httpx

from benchmarks.desk_round import Desk
from benchmarks.full_desk import TEXT, build
from benchmarks.served import WORKERS, served
from benchmarks.site import load, running
from tests.databases import SqliteTemplate
from tests.fronts import free_port, nginx_command
from tests.reader import values

SIZE = 1_000


def save_until(desk: Desk, edit: str, until: float) -> list[float]:
    """Milliseconds of each save."""
    took: list[float] = []
    while time.perf_counter() < until:
        desk.author.open(edit)
        form = next(one for one in desk.author.page.all("form") if "headline" in values(one))
        fields = {**values(form), "body": f"{TEXT} {len(took)}", "then": "save"}
        began = time.perf_counter()
        answer = desk.author.client.post(edit, data=fields, follow_redirects=False)
        took.append(1000 * (time.perf_counter() - began))
        assert answer.status_code == 303, answer.text[:500]
    return took


def p99(times: list[float]) -> float:
    """The 99th percentile."""
    return statistics.quantiles(times, n=100)[-1]


def begun(desk: Desk) -> str:
    """The address of a draft's form."""
    desk.author.open("/dispatches/new")
    form = desk.author.form("", headline="")
    desk.author.send(form, slugline="spike", headline="Spike", body=TEXT)
    return "/".join(desk.author.where.split("?")[0].split("/")[:3]) + "/edit"


def measure(folder: Path, seconds: int) -> dict[str, float]:
    """Saves alone, then beside the readers."""
    url = SqliteTemplate(folder).fresh(folder)
    build(url, folder, SIZE)
    with served(url, folder) as server:
        desk = Desk(server.address)
        desk.round(int(time.time()))
        edit = begun(desk)
        pages = folder / "site" / "pages"
        # The story just published, as a file.
        [article] = [
            f"/{page.parent.relative_to(pages)}" for page in pages.glob("news/*/*/index.html")
        ]
        save_until(desk, edit, time.perf_counter() + 2)
        quiet = save_until(desk, edit, time.perf_counter() + seconds)
        port, place = free_port(), folder / "nginx"
        place.mkdir()
        command = nginx_command(place, pages, port, server.port, workers=WORKERS)
        with running(command, port):
            httpx.get(f"http://127.0.0.1:{port}{article}").raise_for_status()
            rates: list[float] = []
            readers = threading.Thread(
                target=lambda: rates.append(load(port, article, seconds).rate)
            )
            readers.start()
            beside = save_until(desk, edit, time.perf_counter() + seconds)
            readers.join()
    return {
        "saves_alone": len(quiet),
        "saves_beside": len(beside),
        "alone_p99_ms": round(p99(quiet), 1),
        "beside_p99_ms": round(p99(beside), 1),
        "ratio": round(p99(beside) / p99(quiet), 2),
        "readers_per_second": round(rates[0]),
    }


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=15)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(measure(Path(folder), given.seconds)))


if __name__ == "__main__":
    main()
