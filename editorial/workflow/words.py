"""The words the rules are written in: states, what readers see, roles, acts."""

from enum import StrEnum


class State(StrEnum):
    """The state of the work on a dispatch's next text."""

    DRAFT = "draft"
    FILED = "filed"
    IN_REVIEW = "in_review"
    RETURNED = "returned"
    APPROVED = "approved"
    SCHEDULED = "scheduled"
    DONE = "done"
    SPIKED = "spiked"


class Live(StrEnum):
    """What readers see of a dispatch, apart from the state of the work."""

    NOTHING = "nothing"
    REVISION = "revision"
    WITHDRAWAL = "withdrawal"


class Role(StrEnum):
    """What a person may do on a desk; the administrator's grant belongs to no desk."""

    CORRESPONDENT = "correspondent"
    CHECKER = "checker"
    EDITOR = "editor"
    CHIEF = "chief"
    LEGAL = "legal"
    PUBLISHER = "publisher"
    ADMINISTRATOR = "administrator"


DESK_ROLES = (
    Role.CORRESPONDENT,
    Role.CHECKER,
    Role.EDITOR,
    Role.CHIEF,
    Role.LEGAL,
    Role.PUBLISHER,
)


class Gate(StrEnum):
    """A check that must be passed before a text is approved, and again before it is published."""

    QUOTES = "quotes"
    SECOND_EDITOR = "second_editor"
    LEGAL = "legal"


class SettlementKind(StrEnum):
    """How someone knows that a quote holds, where the record does not tell."""

    HEARD = "heard"
    CALL_BACK = "call_back"
    SECONDARY_ACCEPTED = "secondary_accepted"
    RECORD_ERRS = "record_errs"


class NoticeKind(StrEnum):
    """What readers are told of a published story that changed."""

    UPDATE = "update"
    CORRECTION = "correction"
    CLARIFICATION = "clarification"
    KILL = "kill"
    TAKEDOWN = "takedown"


class Action(StrEnum):
    """Everything that can be done to a dispatch and that the log knows."""

    FILE = "file"
    REVISE = "revise"
    CLAIM = "claim"
    RELEASE = "release"
    HAND_ON = "hand_on"
    TAKE_OVER = "take_over"
    RETURN = "return"
    APPROVE = "approve"
    UNAPPROVE = "unapprove"
    VOID = "void"
    SCHEDULE = "schedule"
    UNSCHEDULE = "unschedule"
    PUBLISH = "publish"
    SPIKE = "spike"
    UNSPIKE = "unspike"
    SETTLE = "settle"
    UNSETTLE = "unsettle"
    OVERRIDE = "override"
    READ_OVERRIDE = "read_override"
    PASS_GATE = "pass_gate"  # noqa: S105  (no password)
    UNPASS_GATE = "unpass_gate"
    ASK_GATE = "ask_gate"
    UNASK_GATE = "unask_gate"
    ATTACH = "attach"
    DETACH = "detach"
    MOVE = "move"
    HAND_OVER = "hand_over"
    UPDATE = "update"
    CORRECT = "correct"
    CLARIFY = "clarify"
    REWORD = "reword"
    DROP = "drop"
    KILL = "kill"
    TAKE_DOWN = "take_down"


class ReviewStanding(StrEnum):
    """How a reader's review stands: readers see the published ones."""

    WAITING = "waiting"
    PUBLISHED = "published"
    REJECTED = "rejected"
