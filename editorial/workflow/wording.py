"""How states, roles and acts are worded and coloured; the same on every page and in the log."""

from dataclasses import dataclass

from editorial.workflow.words import Action, NoticeKind, Role, State


@dataclass(frozen=True, slots=True)
class StateWords:
    """``name`` as read in a sentence; ``tone`` a design token; ``shape`` a sign beside the word."""

    name: str
    tone: str
    shape: str


@dataclass(frozen=True, slots=True)
class ActionWords:
    """``act`` completes "to … it"; ``button`` is on the page; ``done`` in the log's sentence."""

    act: str
    button: str
    done: str


STATE_WORDS: dict[State, StateWords] = {
    State.DRAFT: StateWords("a draft", "quiet", "○"),
    State.FILED: StateWords("filed", "accent", "◔"),
    State.IN_REVIEW: StateWords("in review", "accent", "◑"),
    State.RETURNED: StateWords("returned", "warn", "↩"),
    State.APPROVED: StateWords("approved", "ok", "✓"),
    State.SCHEDULED: StateWords("scheduled", "ok", "◷"),
    State.DONE: StateWords("done", "ok", "●"),
    State.SPIKED: StateWords("spiked", "quiet", "✕"),
}

ROLE_WORDS: dict[Role, str] = {
    Role.CORRESPONDENT: "correspondent",
    Role.CHECKER: "checker",
    Role.EDITOR: "editor",
    Role.CHIEF: "chief",
    Role.LEGAL: "legal",
    Role.PUBLISHER: "publisher",
    Role.ADMINISTRATOR: "administrator",
}

# A notice's name to readers; with a number where there can be several.
NOTICE_WORDS: dict[NoticeKind, str] = {
    NoticeKind.UPDATE: "update",
    NoticeKind.CORRECTION: "correction",
    NoticeKind.CLARIFICATION: "clarification",
    NoticeKind.KILL: "withdrawal",
    NoticeKind.TAKEDOWN: "takedown",
}

ACTION_WORDS: dict[Action, ActionWords] = {
    Action.FILE: ActionWords("file", "File to the desk", "filed"),
    Action.REVISE: ActionWords("revise", "Freeze this correction", "corrected the text of"),
    Action.CLAIM: ActionWords("claim", "Claim for review", "claimed"),
    Action.RELEASE: ActionWords("release", "Release", "released"),
    Action.HAND_ON: ActionWords("hand on", "Hand to a colleague", "handed"),
    Action.TAKE_OVER: ActionWords("take over", "Take over", "took over"),
    Action.RETURN: ActionWords("return", "Return to the author", "returned"),
    Action.APPROVE: ActionWords("approve", "Approve this text", "approved"),
    Action.UNAPPROVE: ActionWords(
        "unapprove", "Take the approval back", "took back the approval of"
    ),
    Action.VOID: ActionWords("void the approval of", "Void", "voided the approval of"),
    Action.SCHEDULE: ActionWords("schedule", "Schedule", "scheduled"),
    Action.UNSCHEDULE: ActionWords("unschedule", "Take off the schedule", "unscheduled"),
    Action.PUBLISH: ActionWords("publish", "Publish", "published"),
    Action.SPIKE: ActionWords("spike", "Spike", "spiked"),
    Action.UNSPIKE: ActionWords("unspike", "Unspike", "unspiked"),
    Action.SETTLE: ActionWords("settle a quote of", "Settle", "settled a quote of"),
    Action.UNSETTLE: ActionWords(
        "take back a settlement in", "Take back", "took back a settlement in"
    ),
    Action.OVERRIDE: ActionWords(
        "override a gate of", "Override the quote gate", "overrode a gate of"
    ),
    Action.READ_OVERRIDE: ActionWords(
        "read the override of", "I have read it again", "read again, after the override,"
    ),
    Action.PASS_GATE: ActionWords("pass a gate of", "Pass this gate", "passed a gate of"),
    Action.UNPASS_GATE: ActionWords(
        "take back the passing of a gate of", "Take it back", "took back the passing of a gate of"
    ),
    Action.ASK_GATE: ActionWords("ask for a gate of", "Ask for it", "asked for a gate of"),
    Action.UNASK_GATE: ActionWords(
        "take back the asking for a gate of",
        "No longer ask for it",
        "no longer asks for a gate of",
    ),
    Action.ATTACH: ActionWords("attach a source to", "Attach a source", "attached a source to"),
    Action.DETACH: ActionWords("detach a source from", "Detach", "detached a source from"),
    Action.MOVE: ActionWords("move", "Change desk or embargo", "changed desk or embargo of"),
    Action.HAND_OVER: ActionWords("hand over", "Hand over", "handed over"),
    Action.UPDATE: ActionWords("update", "Update", "began an update of"),
    Action.CORRECT: ActionWords("correct", "Correct", "began a correction of"),
    Action.CLARIFY: ActionWords("clarify", "Clarify", "began a clarification of"),
    Action.REWORD: ActionWords(
        "reword the notice of", "Reword the notice", "reworded the notice of"
    ),
    Action.DROP: ActionWords(
        "drop the next version of", "Drop the next version", "dropped the next version of"
    ),
    Action.KILL: ActionWords("kill", "Kill", "killed"),
    Action.TAKE_DOWN: ActionWords("take down", "Take down", "took down"),
}
