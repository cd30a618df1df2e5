"""A real server and a real Chromium; screenshots are kept in ``tests/artefacts``."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.databases import SqliteTemplate
from tests.server import ROOT, Server

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]
FILL = """
from editorial.terminal.newsroom import newsroom
from editorial.demo.fill import fill_people
with newsroom():
    fill_people()
"""


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def server(sqlite_template: SqliteTemplate, tmp_path: Path) -> Iterator[Server]:
    """The sample agency's people and desks, and no story."""
    server = Server(sqlite_template.fresh(tmp_path), tmp_path)
    subprocess.run([sys.executable, "-c", FILL], env=server.environment, cwd=ROOT, check=True)
    yield server.start()
    server.stop()
