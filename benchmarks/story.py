"""The real dispatch of ``shared/real``, cut as a desk would: headline once, without the briefs."""

from dataclasses import dataclass
from pathlib import Path

SECTION = "Politics"
# The editorial quotes the same appearance: another outlet's report, not the record itself.
KINDS = {
    "record-press-availability-opening.txt": "transcript",
    "record-before-meeting-kuleba.txt": "transcript",
    "record-voa-editorial.txt": "report",
}

Records = list[tuple[str, bytes, str]]


@dataclass(frozen=True, slots=True)
class Story:
    """``body`` is a line a paragraph."""

    headline: str
    body: str


def story_of(folder: Path) -> Story:
    """The dispatch. The page repeats its headline, and ends with briefs of the section."""
    lines = (folder / "dispatch.txt").read_text(encoding="utf-8").splitlines()
    lines = lines[: lines.index(SECTION)]
    headline = lines[0]
    body = [line for line in lines[1:] if line.strip() and line != headline]
    return Story(headline, "\n".join(body))


def records_of(folder: Path) -> Records:
    """The files of the record as they came: name, bytes, kind."""
    return [(name, (folder / name).read_bytes(), kind) for name, kind in KINDS.items()]
