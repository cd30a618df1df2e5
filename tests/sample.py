"""The sample agency in an instance folder of its own, filled once and copied for each server."""

import shutil
import subprocess
import sys
from pathlib import Path

from tests.databases import SqliteTemplate
from tests.server import ROOT, Server

PEOPLE = "fill_people"
STORIES = "fill"


class Sample:
    """``what`` is PEOPLE, people and desks without a story, or STORIES, all of it."""

    def __init__(self, template: SqliteTemplate, folder: Path, what: str) -> None:
        self._folder = folder
        script = (
            "from editorial.terminal.newsroom import newsroom\n"
            f"from editorial.demo.fill import {what}\n"
            f"with newsroom():\n    {what}()\n"
        )
        run(Server(template.fresh(folder), folder), script)

    def server(self, folder: Path) -> Server:
        """A server on a copy in ``folder``, not started."""
        shutil.copytree(self._folder, folder, dirs_exist_ok=True)
        return Server(f"sqlite:///{folder / 'editorial.db'}", folder)


def run(server: Server, script: str) -> None:
    """Run Python as the server's operator would."""
    subprocess.run([sys.executable, "-c", script], env=server.environment, cwd=ROOT, check=True)
