"""The index on disk: filled, merged, damaged, lost and filled again."""

import json
import threading
from pathlib import Path

import pytest

from editorial.archive.fill import Filled, fill
from editorial.archive.folder import Busy, Folder
from editorial.archive.texts import Text
from editorial.quotes.index import Index
from editorial.vault.folder import FolderVault

WORDS = ("harbour", "lantern", "orchard", "granite", "thimble", "sparrow", "juniper", "copper")


class Newspaper:
    """A vault with some texts, and the index beside it."""

    def __init__(self, root: Path, count: int = 8) -> None:
        self.vault = FolderVault(root / "files")
        self.folder = Folder(root / "index")
        self.texts = [Text(self.vault.put(self.words(n).encode()), "utf-8") for n in range(count)]

    def words(self, number: int) -> str:
        return f"SPEAKER:  The {WORDS[number % 8]} number {number} was sold in spring.\n"

    def fill(self, first: int = 0, last: int | None = None, *, anew: bool = False) -> Filled:
        return fill(self.folder, self.vault, lambda: self.texts[first:last], anew=anew)

    def held(self) -> list[str]:
        return sorted(Index(self.folder.segments().values()).sources)

    def keys(self) -> list[str]:
        return sorted(text.key for text in self.texts)

    def files(self) -> set[str]:
        return {path.name for path in self.folder.root.glob("*.segment")}


@pytest.fixture
def paper(tmp_path: Path) -> Newspaper:
    return Newspaper(tmp_path)


def test_texts_attached_one_by_one_are_all_found(paper: Newspaper) -> None:
    for last in range(1, 9):
        assert paper.fill(last=last).added == 1
    assert paper.held() == paper.keys()
    index = Index(paper.folder.segments().values())
    place = index.places("The thimble number 4 was sold in spring")[0]
    assert place.source == paper.texts[4].key


def test_segments_merge_as_the_archive_grows_and_nothing_else_stays_on_disk(
    paper: Newspaper,
) -> None:
    for last in range(1, 9):
        paper.fill(last=last)
        assert paper.files() == set(paper.folder.named())
    assert len(paper.folder.named()) < 4


def test_what_is_indexed_already_is_not_built_again(paper: Newspaper) -> None:
    paper.fill()
    before = paper.folder.named()
    assert paper.fill() == Filled(0, ())
    assert paper.folder.named() == before


def test_a_lost_folder_loses_nothing(paper: Newspaper) -> None:
    paper.fill()
    for path in paper.folder.root.iterdir():
        path.unlink()
    paper.folder.root.rmdir()
    assert paper.folder.segments() == {}
    assert paper.fill().added == 8
    assert paper.held() == paper.keys()


def test_a_half_written_segment_is_left_out_and_built_again(paper: Newspaper) -> None:
    paper.fill()
    for name in paper.folder.named():
        path = paper.folder.root / name
        path.write_bytes(path.read_bytes()[:-7])
    assert paper.held() == []
    assert paper.fill().added == 8
    assert paper.held() == paper.keys()


def test_what_a_writer_left_behind_when_it_died_counts_for_nothing(paper: Newspaper) -> None:
    paper.fill(last=3)
    (paper.folder.root / "tmpdied.segment").write_bytes(b"quotes")
    (paper.folder.root / "manifest.new").write_text("{")
    assert len(paper.held()) == 3
    paper.fill()
    assert paper.held() == paper.keys()
    assert "tmpdied.segment" not in paper.files()


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"segments": ["x"]}', "null"])
def test_a_damaged_manifest_is_an_empty_index(paper: Newspaper, damage: str) -> None:
    paper.fill()
    (paper.folder.root / "manifest.json").write_text(damage)
    assert paper.held() == []
    assert paper.fill().added == 8
    assert paper.held() == paper.keys()


def test_an_index_folded_by_other_tables_of_letters_is_made_anew(paper: Newspaper) -> None:
    paper.fill()
    manifest = paper.folder.root / "manifest.json"
    told = json.loads(manifest.read_text())
    manifest.write_text(json.dumps({**told, "made_with": [1, "3.2.0"]}))
    assert paper.held() == []
    assert paper.fill().added == 8


def test_a_file_that_is_missing_does_not_hold_up_the_others(paper: Newspaper) -> None:
    gone = Text("0" * 64, "utf-8")
    paper.texts.insert(3, gone)
    assert paper.fill() == Filled(8, (gone,))


def test_a_rebuild_drops_what_is_on_no_record_any_more(paper: Newspaper) -> None:
    paper.fill()
    dropped = paper.texts.pop(2)
    assert dropped.key in paper.held()
    assert paper.fill(anew=True).added == 7
    assert paper.held() == paper.keys()
    assert paper.files() == set(paper.folder.named())


def test_readers_keep_the_index_they_opened_while_another_is_put_in_its_place(
    paper: Newspaper,
) -> None:
    paper.fill(last=1)
    opened = Index(paper.folder.segments().values())
    paper.fill(anew=True)
    assert opened.places("The harbour number 0 was sold")[0].source == paper.texts[0].key


def test_a_rebuild_is_asked_as_it_was_until_it_is_done(paper: Newspaper) -> None:
    paper.fill(last=5)
    held: list[int] = []
    fill(
        paper.folder,
        paper.vault,
        lambda: paper.texts,
        anew=True,
        progress=lambda *_: held.append(len(paper.held())),
    )
    assert held == [5] * 8 + [8]


def test_a_second_writer_is_turned_away_until_the_first_is_done(paper: Newspaper) -> None:
    with paper.folder.alone(), pytest.raises(Busy):
        paper.fill()
    assert paper.fill().added == 8


def test_workers_that_merge_at_once_lose_no_segment(tmp_path: Path) -> None:
    paper = Newspaper(tmp_path, count=40)
    start = threading.Barrier(4)

    def work(worker: int) -> None:
        start.wait()
        for number in range(worker, 40, 4):
            while True:
                try:
                    paper.fill(number, number + 1)
                    break
                except Busy:
                    continue

    workers = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for worker in workers:
        worker.start()
    while any(worker.is_alive() for worker in workers):
        # A reader meanwhile never meets a segment that is not there.
        assert len(paper.folder.segments()) <= 8
    for worker in workers:
        worker.join()
    assert paper.held() == paper.keys()
    assert paper.files() == set(paper.folder.named())
