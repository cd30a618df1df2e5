"""Fifty people typing at once, each in a dispatch they share; beside a plain form's post.

    python -m benchmarks.sync [--people 50] [--seconds 15] [--only sqlite]

Starts the real server with two workers on a fresh database, SQLite and then PostgreSQL. Each
person types a word, sends it with what they have, and takes in what they lack, as a browser does;
beside them go posts of a whole form. Every word has to be in the text at the end. Ends with one
line of JSON; exits 1 when one is lost.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from base64 import b64decode, b64encode
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from benchmarks.real_dispatch import prepare
from editorial.demo.people import PASSWORD
from editorial.document.schema import Doc as Body
from editorial.document.schema import Paragraph, to_json
from editorial.document.schema import Text as Words
from editorial.document.shared import SCHEMA, Shared, Typed
from tests.databases import PostgresqlTemplate, SqliteTemplate
from tests.reader import Reader, values
from tests.server import ROOT, Server

DISPATCHES = 10
HIRE = """
import copy, uuid
from sqlalchemy import select
from editorial.models.grant import Grant
from editorial.models.person import Person
from editorial.models.saving import saving
from editorial.terminal.newsroom import newsroom
from editorial.workflow.words import Role
with newsroom(), saving() as session:
    mira = session.scalars(select(Person).where(Person.email == "mira@meridian.example")).one()
    desk = mira.grants[0].desk_id
    for number in range({people}):
        key = uuid.uuid4()
        session.add(Person(id=key, name=f"Writer {{number}}", created_at=mira.created_at,
            email=f"writer{{number}}@meridian.example", password_hash=mira.password_hash))
        session.flush()
        session.add(Grant(person_id=key, desk_id=desk, role=Role.CORRESPONDENT,
            granted_at=mira.created_at))
"""
THINK = 0.4


@dataclass(slots=True)
class Writer:
    """One person at one page; ``took`` holds the seconds of each sending."""

    client: httpx.Client
    dispatch: str
    token: str
    number: int
    shared: Shared = field(default_factory=Shared)
    seen: int | None = None
    took: list[float] = field(default_factory=list)
    typed: list[str] = field(default_factory=list)

    def send(self, update: bytes | None) -> bool:
        """Give and take once; whether what was given is at the desk."""
        sent = {
            "seen": self.seen,
            "vector": b64encode(self.shared.vector).decode(),
            "update": None if update is None else b64encode(update).decode(),
            "schema": SCHEMA,
            "tab": str(uuid.uuid5(uuid.NAMESPACE_OID, str(self.number))),
        }
        began = time.perf_counter()
        answer = self.client.post(
            f"{self.dispatch}/sync", json=sent, headers={"X-CSRFToken": self.token}
        )
        self.took.append(time.perf_counter() - began)
        if answer.status_code == 429:
            return False
        told = answer.raise_for_status().json()
        self.seen = told["version"]
        if "lacking" in told:
            self.shared.merge(b64decode(told["lacking"]))
        return bool(told.get("taken"))

    def type(self) -> None:
        """A word in a paragraph of one's own, until the desk has it."""
        word = f"w{self.number}x{len(self.typed)}"
        self.typed.append(word)
        now = self.shared.read()
        mine = f"p{self.number}"
        [own] = to_json(Body((Paragraph(mine, (Words(" ".join(self.typed)),)),)))["content"]
        # In its place: who types moves nobody's paragraph.
        blocks = [own if one["attrs"]["id"] == mine else one for one in now.body["content"]]
        if own not in blocks:
            blocks.append(own)
        self.shared.change(Typed(now.fields, {"type": "doc", "content": blocks}))
        while not self.send(self.shared.state):
            pass


def main() -> int:
    """Run it; 0 when nothing is lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=15)
    parser.add_argument("--only", choices=("sqlite", "postgresql"))
    given = parser.parse_args()
    told: dict[str, dict[str, Any]] = {}
    if given.only != "postgresql":
        with tempfile.TemporaryDirectory() as folder:
            url = SqliteTemplate(Path(folder)).fresh(Path(folder))
            told["sqlite"] = measure(url, Path(folder), given.people, given.seconds)
    if given.only != "sqlite":
        template = PostgresqlTemplate()
        try:
            with tempfile.TemporaryDirectory() as folder:
                url = template.fresh()
                told["postgresql"] = measure(url, Path(folder), given.people, given.seconds)
        finally:
            template.stop()
    print(json.dumps({**told, "load": round(os.getloadavg()[0], 1)}))
    return 1 if any(one["lost"] for one in told.values()) else 0


def measure(url: str, instance: Path, people: int, seconds: float) -> dict[str, Any]:
    """The figures on that database."""
    server = Server(url, instance, workers=2)
    prepare(server)
    hire(server, people)
    server.start()
    try:
        return run(server, people, seconds)
    finally:
        server.stop()


def hire(server: Server, people: int) -> None:
    """Correspondents with the sample password: a person may send only so often."""
    program = HIRE.format(people=people)
    subprocess.run([sys.executable, "-c", program], env=server.environment, cwd=ROOT, check=True)


def run(server: Server, people: int, seconds: float) -> dict[str, Any]:
    """Let them type; the figures."""
    readers = [
        Reader(server.address).sign_in(f"writer{number}@meridian.example", PASSWORD)
        for number in range(people)
    ]
    dispatches = [begin(readers[0], number) for number in range(DISPATCHES)]
    writers = []
    for number in range(people):
        reader, dispatch = readers[number], dispatches[number % DISPATCHES]
        reader.open(f"{dispatch}/edit")
        form = next(f for f in reader.page.all("form") if "headline" in values(f))
        token = values(form)["csrf_token"]
        client = httpx.Client(base_url=server.address, cookies=reader.client.cookies, timeout=180)
        writers.append(Writer(client, dispatch, token, number))
    until = time.perf_counter() + seconds
    posts: list[float] = []
    threads = [threading.Thread(target=write, args=(one, until)) for one in writers]
    threads.append(threading.Thread(target=post, args=(readers[0], until, posts)))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    lost = 0
    for writer in writers:
        writer.send(None)
        words = json.dumps(writer.shared.read().body)
        lost += sum(word not in words for word in writer.typed)
    took = sorted(second for writer in writers for second in writer.took)
    posts.sort()
    return {
        "people": people,
        "sent": len(took),
        "words": sum(len(writer.typed) for writer in writers),
        "lost": lost,
        "median_ms": ms(statistics.median(took)),
        "p95_ms": ms(took[int(len(took) * 0.95)]),
        "form_median_ms": ms(statistics.median(posts)),
        "form_p95_ms": ms(posts[int(len(posts) * 0.95)]),
        "ratio": round(statistics.median(took) / statistics.median(posts), 2),
    }


def write(writer: Writer, until: float) -> None:
    """Type until then, with a pause between words as a person makes."""
    writer.send(None)
    while time.perf_counter() < until:
        writer.type()
        time.sleep(THINK)


def post(reader: Reader, until: float, took: list[float]) -> None:
    """Save a dispatch of one's own by its form, over and over."""
    dispatch = begin(reader, DISPATCHES)
    while time.perf_counter() < until:
        reader.open(f"{dispatch}/edit")
        form = next(f for f in reader.page.all("form") if "headline" in values(f))
        fields = {**values(form), "body": f"It rained {len(took)} times."}
        began = time.perf_counter()
        answer = reader.client.post(f"{dispatch}/edit", data=fields, follow_redirects=False)
        took.append(time.perf_counter() - began)
        assert answer.status_code == 303, answer.text[:300]


def begin(reader: Reader, number: int) -> str:
    """A draft; its path."""
    reader.open("/dispatches/new")
    form = next(f for f in reader.page.all("form") if "headline" in values(f))
    reader.send(form, slugline=f"sync-{number}", headline="Rain", body="It rained all night.")
    return "/".join(reader.where.split("?")[0].split("/")[:3])


def ms(seconds: float) -> float:
    return round(seconds * 1000, 1)


if __name__ == "__main__":
    sys.exit(main())
