"""A file that was acknowledged is there after the power was cut."""

from pathlib import Path

import pytest

from editorial.vault import folder
from editorial.vault.folder import FolderVault


def test_a_new_folder_is_on_disk_before_its_file_is_acknowledged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[Path] = []
    monkeypatch.setattr(folder, "_sync_folder", synced.append)
    vault = FolderVault(tmp_path / "files")
    digest = vault.put(b"The ferry ran.")
    assert synced == [vault.root, vault.root / digest[:2]]
    assert vault.get(digest) == b"The ferry ran."
