"""``editorial index rebuild`` as an operator uses it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from editorial.archive.beside import index_beside
from editorial.cli import main
from editorial.quotes.index import Index
from editorial.workflow.words import Role
from tests.databases import SqliteTemplate
from tests.newsroom import Newsroom


class Desk:
    def __init__(self, url: str, folder: Path) -> None:
        self.surroundings = {
            "EDITORIAL_ENV": "development",
            "EDITORIAL_INSTANCE": str(folder),
            "DATABASE_URL": url,
            "PUBLIC_URL": "http://localhost",
        }
        self.room = Newsroom(url, folder)
        with self.room.app.app_context():
            author = self.room.person("Mira Sol", Role.CORRESPONDENT)
            dispatch = self.room.dispatch(author)
            for words in ("The quay will hold.", "The ferry leaves at seven."):
                self.room.attach(dispatch, author, f"VARGA:  {words}\n")
            self.folder = index_beside(self.room.read())
            self.room.close()

    def rebuild(self) -> Result:
        return CliRunner().invoke(main, ["index", "rebuild"], env=self.surroundings)

    def held(self) -> int:
        return len(Index(self.folder.segments().values()).sources)


@pytest.fixture
def desk(sqlite_template: SqliteTemplate, tmp_path: Path) -> Desk:
    return Desk(sqlite_template.fresh(tmp_path), tmp_path)


def test_one_command_makes_the_index_again_from_the_sources(desk: Desk) -> None:
    for _ in range(2):
        told = desk.rebuild()
        assert told.exit_code == 0, told.output
        assert "2 sources" in told.output
        assert desk.held() == 2


def test_a_file_that_is_gone_is_named_and_the_others_are_indexed(desk: Desk) -> None:
    gone = next((desk.folder.root.parent / "files").glob("??/*"))
    gone.unlink()
    told = desk.rebuild()
    assert told.exit_code == 0
    assert f"The file {gone.name} can't be read" in told.output
    assert desk.held() == 1


def test_while_a_worker_writes_it_says_so(desk: Desk) -> None:
    with desk.folder.alone():
        told = desk.rebuild()
    assert told.exit_code == 1
    assert "A worker is writing the index" in told.output
