"""A vault is a vault, wherever it keeps its files."""

import hashlib
import io
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from editorial.backup.restore import restore_backup
from editorial.backup.write import write_backup
from editorial.config import Misconfigured, from_environment
from editorial.models.database import db
from editorial.models.saving import reading, saving
from editorial.models.source import Source
from editorial.vault.beside import vault_at, vault_beside
from editorial.vault.files import PIECE, MissingFile, Vault
from editorial.workflow.words import Role
from tests.databases import SqliteTemplate
from tests.db.sources.files import sound
from tests.newsroom import Newsroom, hidden_fields
from tests.storage import bucket

SAYS = b"The ferry ran."


@pytest.fixture(scope="module")
def storage() -> Iterator[str]:
    with bucket() as address:
        yield address


@pytest.fixture(params=["folder", "bucket"])
def vault(request: pytest.FixtureRequest, tmp_path: Path) -> Vault:
    if request.param == "folder":
        return vault_at(str(tmp_path / "files"))
    address: str = request.getfixturevalue("storage")
    return vault_at(address.replace("/files?", f"/{uuid.uuid4().hex}?"))


def test_what_is_put_twice_is_kept_once_under_its_digest(vault: Vault, tmp_path: Path) -> None:
    digest = vault.put(SAYS)
    file = tmp_path / "ferry"
    file.write_bytes(SAYS)
    assert digest == hashlib.sha256(SAYS).hexdigest() == vault.put(SAYS) == vault.put_file(file)
    assert file.exists()
    assert list(vault.digests()) == [digest]
    assert vault.get(digest) == SAYS
    assert vault.size(digest) == len(SAYS)


@pytest.mark.parametrize(
    ("start", "stop", "found"),
    [(0, None, SAYS), (4, 9, b"ferry"), (10, None, b"ran."), (10, 99, b"ran."), (5, 5, b"")],
)
def test_any_stretch_can_be_read(vault: Vault, start: int, stop: int | None, found: bytes) -> None:
    assert b"".join(vault.pieces(vault.put(SAYS), start, stop)) == found


def test_a_large_file_is_read_a_piece_at_a_time(vault: Vault, tmp_path: Path) -> None:
    file = tmp_path / "talk"
    file.write_bytes(b"words " * (9 * PIECE // 6))
    digest = vault.put_file(file)
    pieces = list(vault.pieces(digest))
    assert max(map(len, pieces)) <= PIECE
    assert hashlib.sha256(b"".join(pieces)).hexdigest() == digest


def test_what_is_not_there_is_told_at_once(vault: Vault) -> None:
    gone = hashlib.sha256(b"gone").hexdigest()
    for ask in (vault.get, vault.size, vault.pieces):
        with pytest.raises(MissingFile, match="missing"):
            ask(gone)
    for name in ("../../etc/passwd", "A" * 64, gone[:-1]):
        with pytest.raises(MissingFile, match="not a digest"):
            vault.size(name)


def test_a_newsroom_keeps_and_plays_its_files_in_a_bucket(
    storage: str, sqlite_template: SqliteTemplate, tmp_path: Path
) -> None:
    room = Newsroom(sqlite_template.fresh(tmp_path), tmp_path, files=storage)
    with room.app.app_context():
        author = room.person("Mira Sol", Role.CORRESPONDENT)
        dispatch = room.dispatch(author, "Words.")
        url, browser = f"/dispatches/{dispatch}/sources/new", room.client(author)
        filled = {"kind": "recording", "terms": "on_the_record", "encoding": ""}
        data = {**hidden_fields(browser.get(url).text, url), **filled}
        sent = {**data, "files": (io.BytesIO(sound()), "talk.wav")}
        answer = browser.client.post(url, data=sent, content_type="multipart/form-data")
        played = browser.get(f"{answer.location}/recording", headers={"Range": "bytes=44-99"})
        assert (played.status_code, played.data) == (206, sound()[44:100])
        assert not (tmp_path / "files").exists()
        room.close()


@pytest.mark.parametrize("back", [False, True])
def test_a_backup_goes_from_a_folder_to_a_bucket_and_back(
    storage: str, sqlite_template: SqliteTemplate, tmp_path: Path, back: bool
) -> None:
    bucket_address = storage.replace("/files?", f"/{uuid.uuid4().hex}?")
    addresses = ["", bucket_address][:: -1 if back else 1]
    path = tmp_path / "newsroom.tar.gz"
    room = Newsroom(sqlite_template.fresh(tmp_path), tmp_path, files=addresses[0])
    with room.app.app_context():
        author = room.person("Mira Sol", Role.CORRESPONDENT)
        room.attach(room.dispatch(author, "“It ran,” he said."), author, "VARGA:  It ran.")
        write_backup(db.engine, vault_beside(reading()), path, datetime.now(UTC))
        room.close()
    (tmp_path / "other").mkdir()
    database = sqlite_template.fresh(tmp_path / "other")
    other = Newsroom(database, tmp_path / "other", files=addresses[1])
    with other.app.app_context():
        with saving() as session:
            restored = restore_backup(session, vault_beside(session), path, datetime.now(UTC))
            assert restored.entries == 1
        source = other.read().scalars(select(Source)).one()
        assert vault_beside(reading()).get(source.digest) == b"VARGA:  It ran."
        other.close()


def test_one_setting_says_where_files_lie(tmp_path: Path) -> None:
    def told(**environment: str) -> str:
        here = {"EDITORIAL_ENV": "development", "EDITORIAL_INSTANCE": str(tmp_path)}
        return from_environment({**here, **environment}).vault

    assert told() == str(tmp_path / "files")
    assert told(EDITORIAL_FILES=str(tmp_path / "elsewhere")) == str(tmp_path / "elsewhere")
    assert told(EDITORIAL_FILES="s3://news/x?region=eu") == "s3://news/x?region=eu"
    with pytest.raises(Misconfigured, match="s3://bucket"):
        told(EDITORIAL_FILES="gs://news")
