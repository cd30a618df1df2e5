"""How quick the desk is: ``python -m benchmarks.desk``, whole or by stages.

Board, review page, file, approve and publish, over HTTP, with 1,000 dispatches and with 100,000
(1,000,000 entries in the log), on SQLite and on PostgreSQL; as much work is open in both. The last
line is JSON: for each the 95th percentile in milliseconds, and the ratios of each larger newsroom's
median and 95th percentile to the first one's.

``--only sqlite`` or ``postgresql`` takes one database, ``--sizes 1000`` one size, ``--sizes ""``
none. ``--inside`` measures the processor's time and the questions to the database in this process,
for machines that others use too. With ``--peer`` (the folder of the peer's setup.sh and drive.py;
``--peer-built`` where it is set up already) create, save, file and approve are measured beside it
in the same run, at 1,000, with as many workers; the ratio of the medians is what counts. Building
takes 2 ms of the processor a dispatch; ``--keep`` names a folder where newsrooms on SQLite stay.
"""

import argparse
import json
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.desk_inside import inside
from benchmarks.desk_peer import SIZE, beside_the_peer
from benchmarks.desk_round import Desk, Times
from benchmarks.full_desk import build
from benchmarks.served import served
from tests.postgres import SAFE, Cluster

SIZES = "1000,100000"
WARM = 5
PAGES = ("board", "review", "file", "approve", "publish")
New = Callable[[int], tuple[str, Path]]


def measure(url: str, folder: Path, rounds: int) -> Times:
    """The times of each act and page, in milliseconds, once warm."""
    with served(url, folder) as server:
        desk = Desk(server.address)
        # Those of an earlier run on the same newsroom have other numbers.
        first = int(time.time()) * 1000
        for number in range(WARM):
            desk.round(first + number)
        desk.times.clear()
        for number in range(rounds):
            desk.round(first + WARM + number)
        return desk.times


def p95(times: list[float]) -> float:
    """The 95th percentile."""
    return statistics.quantiles(times, n=20)[-1]


def on_one_database(name: str, new: New, given: argparse.Namespace) -> dict[str, object]:
    """The newsrooms of each size on one kind of database."""
    found: dict[int, Times] = {}
    processor: dict[str, object] = {}
    for size in given.sizes:
        url, folder = new(size)
        built(name, url, folder, size)
        if given.inside:
            processor[str(size)] = inside(url, folder, given.rounds)
            print(f"  {json.dumps(processor[str(size)])}", flush=True)
            continue
        found[size] = measure(url, folder, given.rounds)
        for page in PAGES:
            times = found[size][page]
            print(
                f"  {page:8} median {statistics.median(times):6.1f} ms   p95 {p95(times):6.1f} ms",
                flush=True,
            )
    if given.inside:
        return processor
    return {
        "p95_ms": {str(size): {p: round(p95(found[size][p]), 1) for p in PAGES} for size in found},
        "p95_ratio": _ratios(found, p95),
        "median_ratio": _ratios(found, statistics.median),
    }


def _ratios(
    found: dict[int, Times], figure: Callable[[list[float]], float]
) -> dict[str, dict[str, float]]:
    first, *others = found
    return {
        str(size): {p: round(figure(found[size][p]) / figure(found[first][p]), 2) for p in PAGES}
        for size in others
    }


def built(name: str, url: str, folder: Path, size: int) -> None:
    """Build the newsroom, unless an earlier run left it here whole."""
    mark = folder / "built"
    if mark.exists():
        return
    began = time.perf_counter()
    build(url, folder, size)
    mark.touch()
    print(f"{name}: {size:,} dispatches in {time.perf_counter() - began:.0f} s", flush=True)


def read_arguments() -> argparse.Namespace:
    """What to measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peer", type=Path)
    parser.add_argument("--peer-built", type=Path)
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument(
        "--sizes", type=lambda text: [int(one) for one in text.split(",") if one], default=SIZES
    )
    parser.add_argument("--only", choices=("sqlite", "postgresql"))
    parser.add_argument("--inside", action="store_true")
    parser.add_argument("--keep", type=Path)
    return parser.parse_args()


def main() -> None:
    """Both databases, then the peer."""
    given = read_arguments()
    figures: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)

        def sqlite(size: int) -> tuple[str, Path]:
            own = (given.keep or folder) / f"sqlite-{size}"
            own.mkdir(parents=True, exist_ok=True)
            return f"sqlite:///{own / 'desk.db'}", own

        if given.only != "postgresql" and given.sizes:
            figures["sqlite"] = on_one_database("sqlite", sqlite, given)
        if given.only != "sqlite" and given.sizes:
            figures["postgresql"] = on_postgresql(folder, given)
        if given.peer is not None:
            url, own = sqlite(SIZE)
            built("beside the peer", url, own, SIZE)
            where = given.peer_built or folder / "peer"
            figures["times_quicker"] = beside_the_peer(given.peer, given.rounds, where, url, own)
    print(json.dumps(figures))


def on_postgresql(folder: Path, given: argparse.Namespace) -> dict[str, object]:
    """The same on a cluster of its own."""
    cluster = Cluster(SAFE)

    def new(size: int) -> tuple[str, Path]:
        own = folder / f"postgresql-{size}"
        own.mkdir()
        cluster.create(f"n{size}")
        return cluster.url(f"n{size}"), own

    try:
        return on_one_database("postgresql", new, given)
    finally:
        cluster.stop()


if __name__ == "__main__":
    main()
