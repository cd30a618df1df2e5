"""The folder of published files by itself."""

import gzip
from pathlib import Path

import pytest

from editorial.site.folder import GONE, INDEX, SMALLEST_PACKED, Folder


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


def names(folder: Folder, path: str) -> list[str]:
    return sorted(file.name for file in folder.file(path).parent.iterdir())


def test_a_notice_stands_in_the_place_of_its_page(folder: Folder) -> None:
    path, page, notice = "/news/politics/rain", b"Deadly" * 100, b"Withdrawn" * 100
    assert folder.put(path, page)
    assert names(folder, path) == [INDEX, f"{INDEX}.gz"]
    assert folder.put(path, notice, gone=True)
    assert names(folder, path) == [GONE, f"{GONE}.gz"]
    assert folder.has(path)
    assert not folder.put(path, notice, gone=True)
    assert folder.put(path, page)
    assert names(folder, path) == [INDEX, f"{INDEX}.gz"]
    assert folder.put(path, notice, gone=True)
    assert folder.drop(path)
    assert names(folder, path) == []
    assert not folder.has(path)
    assert not folder.drop(path)


def test_an_export_has_the_notice_under_both_names(tmp_path: Path) -> None:
    folder = Folder(tmp_path, packed=False)
    path = "/news/politics/rain"
    folder.put(path, b"Deadly")
    assert folder.put(path, b"Withdrawn", gone=True)
    assert names(folder, path) == [GONE, INDEX]
    assert {file.read_bytes() for file in folder.file(path).parent.iterdir()} == {b"Withdrawn"}
    assert not folder.put(path, b"Withdrawn", gone=True)
    assert folder.put(path, b"Back")
    assert names(folder, path) == [INDEX]
