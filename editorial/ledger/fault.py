"""What is wrong with a log, in one sentence with its place."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and at which entry (None: not at an entry)."""

    sequence: int | None
    sentence: str

    def __str__(self) -> str:
        """The sentence with its place."""
        return self.sentence if self.sequence is None else f"Entry {self.sequence}: {self.sentence}"
