"""An act that may not happen now, with its reasons as sentences for the person who asked."""


class Refused(Exception):
    """``reasons`` are shown on the page, beside what was typed."""

    def __init__(self, *reasons: str) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons


class Stale(Refused):
    """The page was older than the dispatch; the reason says who moved it meanwhile."""

    WORDS = "This page was older than the dispatch. "


class NotThere(Refused):
    """No such thing for this person: forbidden and missing look the same."""

    def __init__(self) -> None:
        super().__init__("There is nothing at this address for you.")
