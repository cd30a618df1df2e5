"""Writes a recording down: ``python -m editorial.sources.whisper MODEL RECORDING``.

A process of its own, on a model that lies on this machine; it asks no network. It writes WebVTT,
and on standard error how far it is: ``progress 42``. Needs the extra ``transcribe``.
"""

import os
import sys
from collections.abc import Iterable
from typing import Protocol, TextIO


class Segment(Protocol):
    """Words, and the seconds between which they are said."""

    start: float
    end: float
    text: str


def write_down(segments: Iterable[Segment], duration: float, out: TextIO, told: TextIO) -> None:
    """Each segment as a cue, as soon as it is heard."""
    out.write("WEBVTT\n\n")
    for one in segments:
        words = " ".join(one.text.replace("-->", "→").split())
        if words:
            out.write(f"{stamp(one.start)} --> {stamp(one.end)}\n{words}\n\n")
        if duration:
            told.write(f"progress {min(99, int(100 * one.end / duration))}\n")
            told.flush()
    out.flush()


def stamp(seconds: float) -> str:
    """As WebVTT writes a time."""
    whole = round(seconds * 1000)
    hours, minutes = whole // 3_600_000, whole // 60_000 % 60
    return f"{hours:02}:{minutes:02}:{whole // 1000 % 60:02}.{whole % 1000:03}"


def main() -> None:
    """Run it."""
    os.environ["HF_HUB_OFFLINE"] = "1"
    from faster_whisper import WhisperModel  # an extra: not everyone has it

    model = WhisperModel(sys.argv[1], local_files_only=True)
    segments, about = model.transcribe(sys.argv[2], vad_filter=False)
    write_down(segments, about.duration, sys.stdout, sys.stderr)


if __name__ == "__main__":
    main()
