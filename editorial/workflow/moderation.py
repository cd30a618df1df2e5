"""Who decides on what readers write, and what each decision makes of it."""

from enum import StrEnum

from editorial.workflow.words import ReviewStanding, Role

MODERATORS = frozenset({Role.EDITOR, Role.PUBLISHER})


class Verdict(StrEnum):
    """What the desk says of a reader's review."""

    PUBLISH = "publish"
    REJECT = "reject"
    UNDO = "undo"


STANDING_AFTER = {
    Verdict.PUBLISH: ReviewStanding.PUBLISHED,
    Verdict.REJECT: ReviewStanding.REJECTED,
    Verdict.UNDO: ReviewStanding.WAITING,
}


def may_moderate(roles: frozenset[Role]) -> bool:
    """Whether somebody with these roles on a story's desk decides on its reviews."""
    return bool(roles & MODERATORS)
