"""A story that went on to another desk: its first address still leads somewhere."""

import uuid
from pathlib import Path

import pytest
from sqlalchemy import update

from editorial.models.dispatch import Dispatch
from editorial.models.saving import reading, saving
from editorial.site.export import export
from editorial.site.paths import all_paths
from editorial.site.press import bring_up_to_date
from editorial.site.rebuild import rebuild
from editorial.workflow.words import Action, Role
from tests.web.site.test_export import broken_links, certified, file_of
from tests.web.site.test_files import Press, press

__all__ = ["press"]


@pytest.fixture
def moved(press: Press) -> tuple[uuid.UUID, str, str]:
    """Published under Politics, corrected under Economy: its key, both paths."""
    room = press.room
    key, first = press.publish("Rain")
    economy = room.desk("Economy")
    editor = room.person("Ana Peng", Role.EDITOR, desk="Economy")
    author = room.person("Iva Rem", Role.CORRESPONDENT, desk="Economy")
    room.person("Omar Dale", Role.PUBLISHER, desk="Economy")
    with saving() as session:
        session.execute(update(Dispatch).where(Dispatch.id == key).values(desk_id=economy))
    room.act(author, Action.CORRECT, key, "It was dry.")
    room.write(key, author, "It was dry.", headline="Rain")
    room.act(author, Action.FILE, key)
    room.act(editor, Action.CLAIM, key)
    room.act(editor, Action.APPROVE, key)
    publisher = room.person("Lena Orr", Role.PUBLISHER, desk="Economy")
    room.act(publisher, Action.PUBLISH, key)
    bring_up_to_date(press.folder)
    return key, first, first.replace("politics", "economy")


def kill(press: Press, key: uuid.UUID) -> None:
    """By a publisher of the desk where it is now."""
    publisher = press.room.person("Ruth Amsel", Role.PUBLISHER, desk="Economy")
    press.act(publisher, Action.KILL, key, "It was invented.")


def test_the_first_address_leads_on_while_the_story_stands(
    press: Press, moved: tuple[uuid.UUID, str, str]
) -> None:
    _key, first, now = moved
    rebuild(press.folder)
    answer = press.get(first)
    assert (answer.status_code, answer.headers["Location"]) == (301, now)
    assert press.get(now).status_code == 200
    assert list(all_paths(reading())).count(first) == 1


def test_the_notice_of_a_withdrawal_stands_at_every_address(
    press: Press, moved: tuple[uuid.UUID, str, str]
) -> None:
    key, first, now = moved
    kill(press, key)
    for turn in range(2):
        for path in (first, now):
            answer = press.get(path)
            assert answer.status_code == 410, (turn, path)
            assert b"It was invented." in answer.data
        rebuild(press.folder)
    assert press.folder.has(first)
    assert press.get(first.replace("politics", "nowhere")).status_code == 404


def test_an_export_has_a_page_that_leads_on(
    press: Press, moved: tuple[uuid.UUID, str, str], tmp_path: Path
) -> None:
    key, first, now = moved
    certified(press)
    export(press.room.app, tmp_path / "out")
    root = tmp_path / "out" / "site"
    page = file_of(root, first).read_text()
    assert f'<link rel="canonical" href="http://localhost{now}">' in page
    assert "dry" not in page
    assert broken_links(root) == []
    kill(press, key)
    export(press.room.app, tmp_path / "out")
    for path in (first, now):
        assert "It was invented." in file_of(root, path).read_text()
        assert file_of(root, path).with_name("gone.html").exists()
