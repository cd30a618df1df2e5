"""The folder of published files by itself."""

import gzip
from pathlib import Path

import pytest

from editorial.site.folder import SMALLEST_PACKED, Folder


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


@pytest.mark.parametrize("path", ["/sitemaps/1.xml", "/search/1.json", "/news/politics/rain"])
def test_a_page_that_became_small_is_not_there_packed_as_it_was(folder: Folder, path: str) -> None:
    folder.put(path, b"Deadly" * SMALLEST_PACKED)
    packed = folder.file(path).with_name(folder.file(path).name + ".gz")
    assert b"Deadly" in gzip.decompress(packed.read_bytes())
    folder.put(path, b"[]")
    assert not packed.exists()
    assert folder.file(path).read_bytes() == b"[]"
