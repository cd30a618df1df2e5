"""Finding quotations in a story, and checking them against the record. Pure: no I/O."""

from editorial.quotes.check import check
from editorial.quotes.extract import extract
from editorial.quotes.finding import Difference, Finding, Passage
from editorial.quotes.openness import can_be_settled, is_open
from editorial.quotes.quotation import Kind, Part, Quotation
from editorial.quotes.record import Record
from editorial.quotes.source import Source

__all__ = [
    "Difference",
    "Finding",
    "Kind",
    "Part",
    "Passage",
    "Quotation",
    "Record",
    "Source",
    "can_be_settled",
    "check",
    "extract",
    "is_open",
]
