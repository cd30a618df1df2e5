"""Finding quotations in a story, and checking them against the record. Pure: no I/O."""

from editorial.quotes.extract import extract
from editorial.quotes.quotation import Kind, Part, Quotation

__all__ = ["Kind", "Part", "Quotation", "extract"]
