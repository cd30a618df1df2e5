"""Captions as a record: WebVTT and SubRip, the words in reading order, each cue's time kept.

WebVTT: https://www.w3.org/TR/webvtt1/. SubRip has no standard; its files are blocks of a number, a
line of times and the words.
"""

import html
import itertools
import re
from dataclasses import dataclass

from editorial.pipeline.places import Place, Places
from editorial.pipeline.refusal import Refused

_TIME = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
TIMES = re.compile(rf"^[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}(?:[ \t].*)?$", re.MULTILINE)
_VOICE = re.compile(r"<v(?:\.[^ \t<>\n]*)?[ \t]++([^<>\n]*)>")
_TAG = re.compile(r"</?[a-zA-Z0-9][^<>\n]*>|\{\\[^{}\n]*\}")
_NOT_CUES = ("WEBVTT", "NOTE", "STYLE", "REGION")


@dataclass(frozen=True, slots=True)
class Cue:
    """Words and when they are said, in milliseconds; ``voice`` is who the file says speaks."""

    start: int
    voice: str
    lines: tuple[str, ...]


def are_captions(text: str) -> bool:
    """True when it says so in its first line, or begins as SubRip does."""
    head = text[:4000].lstrip()
    if head.startswith("WEBVTT"):
        return True
    first = TIMES.search(head)
    return first is not None and re.fullmatch(r"\s*\d*\s*", head[: first.start()]) is not None


def captions(text: str) -> tuple[str, Places]:
    """The words as a transcript, a line a line of the file, and which cue each begins.

    A speaker is named where the voice changes, as transcripts name them. Captions that roll, each
    showing again the line before it, are unrolled. Raises Refused when no cue has words.
    """
    cues = _unrolled(_cues(text))
    lines: list[str] = []
    places: list[Place] = []
    length, voice = 0, ""
    for cue in cues:
        places.append(Place(length, cue.start))
        words = list(cue.lines)
        if cue.voice and cue.voice != voice:
            words[0] = f"{cue.voice}:  {words[0]}"
        voice = cue.voice or voice
        for line in words:
            lines.append(line)
            length += len(line) + 1
    if not lines:
        raise Refused("It has the form of captions, but no words. Attach the file that has them.")
    return "\n".join(lines) + "\n", Places("ms", tuple(places))


def _cues(text: str) -> list[Cue]:
    found = []
    for block in re.split(r"\n[ \t]*\n", text):
        times = TIMES.search(block)
        if times is None or block.lstrip().startswith(_NOT_CUES[1:]):
            continue
        cue = _cue(_milliseconds(times), block[times.end() :])
        if cue is not None:
            found.append(cue)
    return found


def _cue(start: int, words: str) -> Cue | None:
    voice = _VOICE.search(words)
    plain = (_plain(line) for line in words.split("\n"))
    lines = tuple(line for line in plain if line)
    name = "" if voice is None else _plain(voice[1]).rstrip(":")
    return Cue(start, name, lines) if lines else None


def _plain(line: str) -> str:
    return html.unescape(_TAG.sub("", line)).replace("\u00a0", " ").strip()


def _milliseconds(times: re.Match[str]) -> int:
    hours, minutes, seconds, rest = times.group(1, 2, 3, 4)
    whole = (int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)
    return whole * 1000 + int(rest.ljust(3, "0"))


def _unrolled(cues: list[Cue]) -> list[Cue]:
    """Without the line that each cue shows again, where most of the file's cues do so."""
    again = sum(one.lines[0] == before.lines[-1] for before, one in itertools.pairwise(cues))
    if again * 2 < len(cues):
        return cues
    found: list[Cue] = []
    last = ""
    for cue in cues:
        lines = cue.lines[1:] if cue.lines[0] == last else cue.lines
        last = cue.lines[-1]
        if lines:
            found.append(Cue(cue.start, cue.voice, lines))
    return found
