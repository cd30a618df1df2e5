"""``editorial restore`` beside the files of another history."""

from pathlib import Path

from click.testing import CliRunner

from editorial.backup.write import write_backup
from editorial.cli import main
from editorial.models.database import db
from editorial.models.saving import reading
from editorial.pipeline.public import newest_edition
from editorial.site.folder import Folder
from editorial.vault.beside import vault_beside
from editorial.workflow.words import Role
from tests.databases import SqliteTemplate
from tests.newsroom import Newsroom


def test_the_published_files_are_those_of_the_backup(
    sqlite_template: SqliteTemplate, tmp_path: Path
) -> None:
    room = Newsroom(sqlite_template.fresh(tmp_path), tmp_path)
    with room.app.app_context():
        author = room.person("Mira Sol", Role.CORRESPONDENT)
        room.publish(author)
        edition = newest_edition(room.read())
        write_backup(db.engine, vault_beside(reading()), tmp_path / "backup.tar.gz", room.time)
        room.close()
    folder = Folder(tmp_path / "site")
    folder.put("/", b"Lost")
    folder.set_mark(f"{edition + 7} of another history")
    new = tmp_path / "new"
    new.mkdir()
    surroundings = {
        "EDITORIAL_ENV": "development",
        "EDITORIAL_INSTANCE": str(new),
        "EDITORIAL_SITE": str(tmp_path / "site"),
        "DATABASE_URL": f"sqlite:///{new / 'editorial.db'}",
        "PUBLIC_URL": "http://localhost",
    }
    done = CliRunner().invoke(main, ["restore", str(tmp_path / "backup.tar.gz")], env=surroundings)
    assert done.exit_code == 0, done.output
    assert not folder.has("/")
    assert folder.edition == edition + 1
