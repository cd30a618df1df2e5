"""Which stretches belong to one quotation: interrupted by its attribution, or over paragraphs."""

from editorial.quotes.paragraphs import Paragraph
from editorial.quotes.piece import Piece

# What may stand between the parts: ", he said on Friday,".
BETWEEN = frozenset("NCPRVxat,pd#-AZ")


def interrupted(first: Piece, second: Piece, between: str, last: str) -> bool:
    """Whether the second stretch goes on with the first after ", he said,".

    ``between`` holds the signs from one to the other, ``last`` the first one's last character.
    """
    if not first.trailed or last in ".?!…" or not between:
        return False
    if between[-1] not in ",-" or not set(between) <= BETWEEN:
        return False
    return sum(s in "Vxv" for s in between) <= 2 and first.speaker == second.speaker


def carried_on(lines: list[Paragraph], first: Piece, second: Piece) -> bool:
    """Whether the second stretch is the next paragraph of a quotation left open."""
    return (
        not first.closed
        and not second.labelled
        and second.paragraph == first.paragraph + 1
        and lines[second.paragraph].reopens
        and lines[second.paragraph].spans[0].start == second.start
    )
