"""How quick a story's quotes are checked, beside rapidfuzz and ``str.find``, on one core.

    python benchmarks/quotes_speed.py [SOURCES.jsonl] [--archive MEGABYTES]

The record is invented: words of syllables as frequent as a language's, recombined so that runs of
words recur. SOURCES (an object with ``text`` a line) recombines those texts instead. A story of 20
quotes (verbatim, with a word changed or dropped, put together from two places, made up) is read
and checked against 5 MB, 50 MB and an archive of a gigabyte in 3,000 sources whose segments and
texts are mapped from files. Milliseconds are CPU time of the whole: finding the quotes and
checking them; the best of five stories, none seen before. The last line is JSON.
"""

import argparse
import json
import mmap
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from rapidfuzz.fuzz import partial_ratio_alignment

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.speech import SYLLABLES, Speech, invented, read
from editorial.quotes import Record, Source, check, extract
from editorial.quotes.archive import Archive
from editorial.quotes.cut import cut
from editorial.quotes.segment import build, merge
from editorial.quotes.tiers import due

QUOTES = 20
STORIES = 5
SOURCES = 3_000


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("sources", nargs="?", type=Path)
    parser.add_argument("--archive", type=int, default=1000, help="megabytes; 0 leaves it out")
    parser.add_argument("--search", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.search:
        print(json.dumps(_search(asked.search)))
        return
    base = read(asked.sources) if asked.sources else invented()
    speech = Speech(base)
    figures: dict[str, float] = {}
    figures |= _against_a_record(speech, 5, beside=True)
    figures |= _against_a_record(speech, 50, beside=False)
    if asked.archive:
        figures |= _against_an_archive(speech, asked.archive)
    print(json.dumps(figures))


def _quotes(texts: Sequence[str], seed: int) -> list[str]:
    """Words of the texts as stories quote them, some of them spoilt."""
    chance = random.Random(seed)

    def words() -> list[str]:
        text = chance.choice(texts)
        begin = chance.randrange(max(1, len(text) - 1_000))
        found = re.sub(r"[\"“”„«»()]|\S*:", " ", text[begin : begin + 600]).split()[1:]
        return found[: chance.randint(6, 45)]

    quotes = []
    for number in range(QUOTES):
        quote = words()
        if number % 5 == 1:
            quote[len(quote) // 2] = "".join(chance.choices(SYLLABLES, k=3))
        elif number % 5 == 2:
            del quote[len(quote) // 3]
        elif number == 3:
            quote = quote[:12] + words()[:12]
        elif number == 8:
            quote = ["".join(chance.choices(SYLLABLES, k=3)) for _ in quote]
        quotes.append(" ".join(quote))
    return quotes


def _story(quotes: Sequence[str]) -> str:
    return "\n\n".join(f"“{quote},” Mayor Ilse Brandt said on Tuesday." for quote in quotes)


def _milliseconds(act: Callable[[], object]) -> float:
    begin = time.process_time()
    act()
    return (time.process_time() - begin) * 1e3


def _against_a_record(speech: Speech, megabytes: int, *, beside: bool) -> dict[str, float]:
    texts = speech.texts(megabytes * 4, megabytes, seed=megabytes)
    size = sum(len(text.encode()) for text in texts)
    segments: list[bytes] = []
    spent = _milliseconds(lambda: segments.extend(build(str(n), t) for n, t in enumerate(texts)))
    sources = [Source.from_text(str(n), text, language="en") for n, text in enumerate(texts)]
    records: list[Record] = []
    opened = _milliseconds(lambda: records.append(Record(sources)))
    record = records[0]
    for quotation in extract(_story(_quotes(texts, 999))):
        check(quotation, record)  # the lexicons are read
    stories = [_quotes(texts, seed) for seed in range(STORIES)]
    found = [_story_against(quotes, lambda each: check(each, record)) for quotes in stories]
    whole, extracting, one = (min(column) for column in zip(*found, strict=True))
    name = f"{megabytes}_mb"
    figures = {
        f"{name}_20_quotes_ms": whole,
        f"{name}_extraction_ms": extracting,
        f"{name}_one_changed_quote_ms": one,
        f"{name}_places_ms": min(
            _milliseconds(lambda quotes=quotes: [record.places(quote) for quote in quotes])  # type: ignore[misc]
            for quotes in stories
        ),
        f"{name}_build_mb_per_s": size / 1e3 / spent,
        f"{name}_record_mb_per_s": size / 1e3 / opened,
        f"{name}_index_to_text": sum(map(len, segments)) / size,
    }
    if beside:
        joined = "\n".join(texts)
        fuzzy = _milliseconds(lambda: [partial_ratio_alignment(q, joined) for q in stories[0]])
        figures[f"{name}_rapidfuzz_ms"] = fuzzy
        figures[f"{name}_times_quicker_than_rapidfuzz"] = fuzzy / whole
        figures[f"{name}_str_find_ms"] = _milliseconds(lambda: [joined.find(q) for q in stories[0]])
    return _shown(figures)


def _story_against(
    quotes: Sequence[str], judge: Callable[..., object]
) -> tuple[float, float, float]:
    """Milliseconds for the whole story, for finding its quotes, and for one quote changed."""
    story = _story(quotes)
    quotations = extract(story[:200])
    extracting = _milliseconds(lambda: quotations.extend(extract(story)))
    quotations = extract(story)
    judging = _milliseconds(lambda: [judge(each) for each in quotations])
    changed = extract(story.replace(quotes[6], quotes[6][8:], 1))[6:7]
    one = _milliseconds(lambda: [judge(each) for each in changed])
    return extracting + judging, extracting, one


def _against_an_archive(speech: Speech, megabytes: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        some, size, spent = _filled(root, speech, megabytes)
        stories = [_quotes(some, seed) for seed in (*range(STORIES), 999)]
        (root / "stories.json").write_text(json.dumps(stories), encoding="utf-8")
        # A process of its own, so that its memory is that of a worker that searches.
        command = [sys.executable, __file__, "--search", folder]
        searched = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
        index = sum(path.stat().st_size for path in root.glob("*.segment"))
    figures = json.loads(searched.stdout) | {
        "archive_mb": size / 1e6,
        "archive_build_and_merge_mb_per_s": size / 1e3 / spent,
        "archive_index_to_text": index / size,
    }
    return _shown(figures)


def _search(root: Path) -> dict[str, float]:
    maps = [_mapped(path) for path in sorted(root.glob("*.segment"))]
    texts = {path.stem: _mapped(path) for path in root.glob("*.txt")}

    def fetch(name: str, start: int, end: int) -> Source:
        return Source.from_text(name, cut(texts[name], start, end), language="en")

    archive = Archive(maps, fetch)
    for each in (*maps, *texts.values()):
        sum(each[:: mmap.PAGESIZE])  # the page cache is warm
    *stories, first = json.loads((root / "stories.json").read_text(encoding="utf-8"))
    for quotation in extract(_story(first)):
        archive.check(quotation)
    found = [_story_against(quotes, archive.check) for quotes in stories]
    whole, extracting, one = (min(column) for column in zip(*found, strict=True))
    places = [_milliseconds(lambda each=each: list(map(archive.places, each))) for each in stories]  # type: ignore[misc]
    return {
        "archive_sources": float(len(texts)),
        "archive_segments": float(len(maps)),
        "archive_20_quotes_ms": whole,
        "archive_extraction_ms": extracting,
        "archive_one_changed_quote_ms": one,
        "archive_places_ms": min(places),
        "archive_search_anonymous_mb": _anonymous() / 1e3,
    }


def _filled(root: Path, speech: Speech, megabytes: int) -> tuple[list[str], int, float]:
    """Write texts and segments, merged as an archive that grows; some of the texts, their bytes,
    and the milliseconds that building and merging took."""
    some: list[str] = []
    size, spent, written = 0, 0.0, 0
    sizes: dict[str, int] = {}
    for group in range(SOURCES // 100):
        texts = speech.texts(100, megabytes * 100 / SOURCES, seed=1_000 + group)
        some += texts[:2]
        for number, text in enumerate(texts):
            name = f"{group:03}-{number:02}"
            content = text.encode()
            (root / f"{name}.txt").write_bytes(content)
            size += len(content)
            begin = time.process_time()
            (root / f"{name}.segment").write_bytes(build(name, text))
            sizes[name] = (root / f"{name}.segment").stat().st_size
            while names := due(sizes):
                written += 1
                _merge_files(root, names, f"m{written:05}", sizes)
            spent += (time.process_time() - begin) * 1e3
    return some, size, spent


def _merge_files(root: Path, names: Sequence[str], merged: str, sizes: dict[str, int]) -> None:
    paths = [root / f"{name}.segment" for name in names]
    with (root / f"{merged}.segment").open("wb") as file:
        for piece in merge([_mapped(path) for path in paths]):
            file.write(piece)
        sizes[merged] = file.tell()
    for name, path in zip(names, paths, strict=True):
        path.unlink()
        del sizes[name]


def _mapped(path: Path) -> memoryview:
    with path.open("rb") as file:
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


def _anonymous() -> int:
    """Kilobytes of memory that belong to no file."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.search(r"RssAnon:\s+(\d+)", status)[1])  # type: ignore[index]


def _shown(figures: dict[str, float]) -> dict[str, float]:
    rounded = {name: round(value, 2) for name, value in figures.items()}
    for name, value in rounded.items():
        print(f"{name:42} {value:10.2f}", flush=True)
    return rounded


if __name__ == "__main__":
    main()
