"""What people are told of, which act makes which, and how each is worded."""

from dataclasses import dataclass
from enum import StrEnum

from editorial.workflow.words import Action, State


class Event(StrEnum):
    """What reaches people. A receipt goes to the one who vouched, the others never to the actor."""

    WAITS = "waits"
    RETURNED = "returned"
    APPROVED = "approved"
    PUBLISHED = "published"
    MENTIONED = "mentioned"
    MISSED = "missed"
    RECEIPT = "receipt"


class Channel(StrEnum):
    """How it reaches them; a hook belongs to a desk, the others to a person."""

    PAGE = "page"
    MAIL = "mail"
    HOOK = "hook"


@dataclass(frozen=True, slots=True)
class EventWords:
    """``name`` heads a choice, ``tag`` marks a line, ``what`` says when it comes."""

    name: str
    tag: str
    what: str


EVENT_WORDS: dict[Event, EventWords] = {
    Event.WAITS: EventWords(
        "Waits for you", "waits for you", "something on your desk is yours to take up"
    ),
    Event.RETURNED: EventWords("Returned", "returned", "a text you wrote comes back to you"),
    Event.APPROVED: EventWords("Approved", "approved", "a text you wrote is approved"),
    Event.PUBLISHED: EventWords("Published", "published", "readers see a text of yours"),
    Event.MENTIONED: EventWords("Mentioned", "mentioned you", "someone names you in a comment"),
    Event.MISSED: EventWords(
        "Not published", "lost its hour", "a story of your desk can’t go live at its hour"
    ),
    Event.RECEIPT: EventWords(
        "Receipts", "receipt", "you approved or published: the signed checkpoint to keep"
    ),
}

# What each act makes known.
TOLD_OF: dict[Action, tuple[Event, ...]] = {
    Action.FILE: (Event.WAITS,),
    Action.RELEASE: (Event.WAITS,),
    Action.HAND_ON: (Event.WAITS,),
    Action.UNAPPROVE: (Event.WAITS,),
    Action.VOID: (Event.WAITS,),
    Action.HAND_OVER: (Event.WAITS,),
    Action.RETURN: (Event.RETURNED,),
    Action.APPROVE: (Event.APPROVED, Event.WAITS, Event.RECEIPT),
    Action.PUBLISH: (Event.PUBLISHED, Event.RECEIPT),
}

# Where a person can choose to be told: a receipt is nothing to be told, only to be kept.
OFFERED: dict[Event, tuple[Channel, ...]] = {
    event: (Channel.MAIL,) if event is Event.RECEIPT else (Channel.PAGE, Channel.MAIL)
    for event in Event
}
# What a desk's hook can be told.
HOOKED = (Event.WAITS, Event.RETURNED, Event.APPROVED, Event.PUBLISHED, Event.MISSED)

# The states in which a dispatch still waits for somebody.
WAITING_STATES = frozenset({State.FILED, State.IN_REVIEW, State.APPROVED})
