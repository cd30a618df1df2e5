"""Fixtures for tests that need a database or the app; pure tests load none of it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.databases import PostgresqlTemplate, SqliteTemplate
    from tests.newsroom import Newsroom
    from tests.sample import Sample
    from tests.server import Server

ROOT = Path(__file__).resolve().parents[1]
# One for the whole run and for the servers it starts: thousands of newsrooms are opened.
os.environ.setdefault("EDITORIAL_COMPILED", str(ROOT / ".make" / "compiled"))
CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]

# The daily run tries the same examples every time; the soak looks for new ones.
hypothesis.settings.register_profile("daily", derandomize=True)
hypothesis.settings.register_profile("soak", derandomize=False)
hypothesis.settings.load_profile("soak" if os.environ.get("SOAK") == "full" else "daily")


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> SqliteTemplate:
    from tests.databases import SqliteTemplate

    return SqliteTemplate(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(scope="session")
def postgresql_template() -> Iterator[PostgresqlTemplate]:
    from tests.databases import PostgresqlTemplate

    template = PostgresqlTemplate()
    yield template
    template.stop()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A fresh migrated database; a test that asks for it runs on both kinds."""
    if request.param == "sqlite":
        template: SqliteTemplate = request.getfixturevalue("sqlite_template")
        yield template.fresh(tmp_path)
        return
    postgresql: PostgresqlTemplate = request.getfixturevalue("postgresql_template")
    url = postgresql.fresh()
    yield url
    postgresql.drop(url)


@pytest.fixture
def newsroom(database_url: str, tmp_path: Path) -> Iterator[Newsroom]:
    """A newsroom on each kind of database, with a desk and nobody in it."""
    from tests.newsroom import Newsroom

    room = Newsroom(database_url, tmp_path)
    with room.app.app_context():
        yield room
        room.close()


@pytest.fixture
def sqlite_newsroom(sqlite_template: SqliteTemplate, tmp_path: Path) -> Iterator[Newsroom]:
    """A newsroom on SQLite only, for tests of pages whose rules are tested on both below."""
    from tests.newsroom import Newsroom

    room = Newsroom(sqlite_template.fresh(tmp_path), tmp_path)
    with room.app.app_context():
        yield room
        room.close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A real Chromium; screenshots are kept in ``tests/artefacts``."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=CHROMIUM)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def people(sqlite_template: SqliteTemplate, tmp_path_factory: pytest.TempPathFactory) -> Sample:
    from tests.sample import PEOPLE, Sample

    return Sample(sqlite_template, tmp_path_factory.mktemp("people"), PEOPLE)


@pytest.fixture
def server(people: Sample, tmp_path: Path) -> Iterator[Server]:
    """A real server with the sample agency's people and desks, and no story."""
    server = people.server(tmp_path)
    yield server.start()
    server.stop()
