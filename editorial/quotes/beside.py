"""What was found beside a passage."""

from dataclasses import dataclass

from editorial.quotes.finding import DifferenceClass


@dataclass(frozen=True, slots=True)
class Cropped:
    """Words beside the passage that change what it says: ``text[start:end]``, their class, and
    whether they stand to the left; ``adjacent``: a "not" directly before the passage."""

    kind: DifferenceClass
    start: int
    end: int
    left: bool
    adjacent: bool = False
