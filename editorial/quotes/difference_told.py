"""One difference between a quote and the record, in plain words."""

from editorial.quotes.finding import Difference

LONG = 30


def told(one: Difference) -> str:
    """“The record says … where the quote says …”, as a sentence."""
    if one.record and one.quote:
        return f"The record says “{one.record}” where the quote says “{one.quote}”."
    if one.record:
        return f"The quote leaves out “{one.record}”."
    if len(one.quote) > LONG:
        return f"The record has only part of the quote: “{one.quote}” is not in it."
    return f"The quote adds “{one.quote}”."
