"""Which gates a text had to pass, as the log's other entries say: the settings of its desk, who
asked for one, and what was filed. What an approval says of them itself is not asked.

Keywords are labels of the desk and stand in no entry: a gate that a keyword shut is known from the
approval alone.
"""

from dataclasses import dataclass, field
from typing import Any

from editorial.workflow.gates import OFF, Switch, Weighed, When, why_required
from editorial.workflow.words import Gate


@dataclass(slots=True)
class Required:
    """``switches`` by desk and gate, ``desks`` and ``asked`` by dispatch, ``languages`` by dispatch
    and the digest of its text."""

    switches: dict[tuple[str, str], Switch] = field(default_factory=dict)
    desks: dict[str, str] = field(default_factory=dict)
    languages: dict[tuple[str, str], str] = field(default_factory=dict)
    asked: set[tuple[str, str]] = field(default_factory=set)

    def hear_setting(self, details: dict[str, Any]) -> None:
        """A setting was changed; only those of gates are of interest."""
        if "gate" in details and "desk_id" in details:
            self.switches[details["desk_id"], details["gate"]] = Switch(
                When(details["when"]), tuple(details["languages"])
            )

    def hear(self, dispatch: str, said: dict[str, Any]) -> None:
        """An act that says where the dispatch is, in what language, or who asks for a gate."""
        action, details, revision = said["action"], said["details"], said.get("revision")
        if "desk_id" in details:
            self.desks[dispatch] = details["desk_id"]
        if "language" in details and revision is not None:
            self.languages[dispatch, revision["digest"]] = details["language"]
        if action == "ask_gate":
            self.asked.add((dispatch, details["gate"]))
        elif action == "unask_gate":
            self.asked.discard((dispatch, details["gate"]))

    def of(self, dispatch: str, digest: str) -> set[str]:
        """The gates beside the quotes' that this text of the dispatch had to pass by now."""
        desk = self.desks.get(dispatch, "")
        weighed = Weighed(self.languages.get((dispatch, digest), ""), (), "")
        return {
            gate.value
            for gate in Gate
            if gate is not Gate.QUOTES
            and why_required(
                gate,
                self.switches.get((desk, gate.value), OFF),
                weighed,
                ("someone",) if (dispatch, gate.value) in self.asked else (),
            )
        }
