"""What is read of an attribution, in places of a frame (see ``frame``)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """Places of speaker and cue in a frame (``cue`` -1: none), and how sure the reading is."""

    speaker: int
    cue: int
    confidence: float
    outer: int = -1
