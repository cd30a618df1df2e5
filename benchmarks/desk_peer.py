"""The same acts in the peer (its folder holds setup.sh and drive.py), after ours in one run."""

import json
import os
import statistics
import subprocess
import time
from pathlib import Path

import httpx

from benchmarks.desk_round import Desk
from benchmarks.served import WORKERS, served
from tests.server import Server

SIZE = 1_000
WARM = 5
BESIDE = {"create": "create_draft", "save": "save_draft", "file": "submit", "approve": "approve"}


def beside_the_peer(peer: Path, rounds: int, built: Path, url: str, own: Path) -> dict[str, float]:
    """How many times quicker we are at the median, both measured one after the other."""
    if not (built / "ready").exists():
        subprocess.run(["bash", str(peer / "setup.sh"), str(built), str(SIZE)], check=True)
        (built / "ready").touch()
    with served(url, own) as server:
        desk = Desk(server.address)
        for number in range(rounds + WARM):
            desk.round(int(time.time()) * 1000 + number)
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
