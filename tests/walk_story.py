"""What was done to one dispatch of a random walk, and who typed its texts."""

import uuid
from dataclasses import dataclass, field

from editorial.workflow.words import Gate

# After these nothing that was vouched for before counts any more.
ENDS = frozenset(
    {
        "file",
        "revise",
        "return",
        "unapprove",
        "void",
        "spike",
        "reword",
        "drop",
        "kill",
        "take_down",
    }
)


@dataclass(frozen=True, slots=True)
class Done:
    """An act that went through, as its entry says it; ``gate`` where it was about one."""

    action: str
    person: uuid.UUID | None
    digest: str | None
    evidence: str | None
    note: str
    gate: str | None


@dataclass(slots=True)
class Story:
    """What was done to one dispatch. ``fresh`` are those who typed since it was last approved,
    ``wrote`` those who typed the text of a digest; ``stood``: its approval was ended by nothing
    but a newer text."""

    key: uuid.UUID
    fresh: set[uuid.UUID] = field(default_factory=set)
    wrote: dict[str, frozenset[uuid.UUID]] = field(default_factory=dict)
    stood: bool = False
    asked: set[Gate] = field(default_factory=set)
    done: list[Done] = field(default_factory=list)

    def types(self, person: uuid.UUID) -> None:
        """Somebody changed the text, or the notice that comes with it."""
        self.fresh = {person} if self.stood else self.fresh | {person}
        self.stood = False
