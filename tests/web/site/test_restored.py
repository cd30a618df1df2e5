"""Published files after a newsroom went back to a backup: none of another history stays."""

import shutil
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import update

from editorial.models.database import db
from editorial.models.saving import reading, saving
from editorial.models.site_change import SiteChange
from editorial.pipeline.public import edition_mark
from editorial.site.export import export
from editorial.site.press import bring_forward, bring_up_to_date
from editorial.workflow.words import Action
from tests.web.site.test_files import Press, press

__all__ = ["press"]


def back_to(press: Press, kept: Path) -> None:
    """The database as it was when it was copied to ``kept``."""
    db.session.remove()
    db.engine.dispose()
    for name in ("editorial.db-wal", "editorial.db-shm"):
        (kept.parent / name).unlink(missing_ok=True)
    shutil.copyfile(kept, kept.parent / "editorial.db")


def copied(folder: Path) -> Path:
    """The database as it is now."""
    reading().rollback()
    kept = folder / "kept.db"
    kept.unlink(missing_ok=True)
    with db.engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql(f"VACUUM INTO '{kept}'")
        connection.exec_driver_sql("BEGIN")
    return kept


def catch_up_by(bring: Callable[[Press], object], press: Press, folder: Path) -> None:
    """A later edition is lost, and a kill comes: no text of either stays."""
    key, path = press.publish("Deadly")
    kept = copied(folder)
    for number in range(3):
        _key, lost = press.publish(f"Lost{number}")
        press.get(lost)
    back_to(press, kept)
    press.act(press.publisher, Action.KILL, key, "It was invented.")
    bring(press)
    assert press.get(path).status_code == 410
    assert not [
        name for name, body in press.bytes().items() if b"Deadly" in body or b"Lost" in body
    ]
    assert press.folder.mark == edition_mark(reading())


def test_a_folder_ahead_of_its_newsroom_is_emptied(press: Press, tmp_path: Path) -> None:
    catch_up_by(lambda made: bring_up_to_date(made.folder), press, tmp_path)


def test_an_act_after_a_backup_empties_it_too(press: Press, tmp_path: Path) -> None:
    catch_up_by(lambda made: bring_forward(made.folder), press, tmp_path)


def test_a_folder_of_another_history_with_the_same_number_is_emptied(press: Press) -> None:
    _key, path = press.publish("Rain")
    press.get(path)
    with saving() as session:
        session.execute(update(SiteChange).values(at=press.room.later(hours=1)))
    assert bring_up_to_date(press.folder) > 0
    assert not press.folder.has(path)
    assert bring_up_to_date(press.folder) == 0


def test_an_export_of_another_history_is_made_anew(press: Press, tmp_path: Path) -> None:
    press.publish("Rain")
    kept = copied(tmp_path)
    press.publish("Lost")
    export(press.room.app, tmp_path / "out")
    back_to(press, kept)
    press.publish("Other")
    export(press.room.app, tmp_path / "out")
    front = (tmp_path / "out" / "site" / "index.html").read_bytes()
    assert b"Other" in front
    assert not [page for page in (tmp_path / "out").rglob("*.html") if b"Lost" in page.read_bytes()]
