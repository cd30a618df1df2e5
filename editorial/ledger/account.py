"""The account that the entries give of themselves: states, texts, who wrote and who vouched.

The rules are weighed again from the entries alone, so that a log whose hashes are right can still
be told to say what never may have happened.
"""

from dataclasses import dataclass, field
from typing import Any

from editorial.ledger.fault import Fault
from editorial.ledger.required import Required
from editorial.workflow.words import Gate

NEW_TEXT = frozenset({"file", "revise"})
WITHDRAWS = frozenset({"kill", "take_down"})
ENDS_APPROVAL = NEW_TEXT | {"return", "unapprove", "void", "spike", "reword", "drop"} | WITHDRAWS
AT_A_GATE = frozenset({"pass_gate", "unpass_gate", "override"})
QUOTES, SECOND_EDITOR = Gate.QUOTES.value, Gate.SECOND_EDITOR.value
CHANGE_SETTING = "change_setting"
BEGIN_KEY, ROTATE_KEY, CERTIFY = "begin_log_key", "rotate_log_key", "certify"
KEY_ACTIONS = (BEGIN_KEY, ROTATE_KEY)


@dataclass(frozen=True, slots=True)
class Vouched:
    """A standing approval, as its entry says it."""

    revision: str
    evidence: str | None


@dataclass(frozen=True, slots=True)
class Passed:
    """A gate passed for one text and its evidence, as its entry says it; ``by`` is None where it
    was overridden."""

    vouched: Vouched
    by: str | None


@dataclass(frozen=True, slots=True)
class Published:
    """A text that went live: its digest, when, and under which address."""

    digest: str
    at: str
    address: str | None


@dataclass(slots=True)
class Account:
    """What the entries read so far say. Dispatches are named by id, texts by digest.

    ``frozen`` gives the digest of each numbered revision, ``live`` what readers are shown,
    ``published`` every text of a dispatch that went live, in order, ``withdrawn`` what was taken
    from them, ``notices`` the digest of each numbered notice, ``keys`` each signing key with the
    entry it is in force from, ``certified`` every entry that certifies, with what it says of other
    entries. ``gates`` gives who passed or overrode each gate of a dispatch last, ``required`` which
    ones it had to pass. ``settings`` gives the value of each setting of the house that was changed,
    ``latest`` the latest time and the entry that says it.
    """

    states: dict[str, str] = field(default_factory=dict)
    frozen: dict[tuple[str, int], str] = field(default_factory=dict)
    live: dict[str, str] = field(default_factory=dict)
    published: dict[str, list[Published]] = field(default_factory=dict)
    withdrawn: set[str] = field(default_factory=set)
    notices: dict[tuple[str, str, int], str] = field(default_factory=dict)
    authors: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    vouched: dict[str, Vouched] = field(default_factory=dict)
    gates: dict[tuple[str, str], Passed] = field(default_factory=dict)
    keys: list[tuple[int, str]] = field(default_factory=list)
    certified: list[tuple[int, dict[str, Any]]] = field(default_factory=list)
    required: Required = field(default_factory=Required)
    settings: dict[str, Any] = field(default_factory=dict)
    latest: tuple[str, int] = ("", 0)

    def hear(self, sequence: int, said: dict[str, Any]) -> Fault | None:
        """Take the next entry in; the fault when it can't follow from those before."""
        dispatch = said.get("dispatch")
        if dispatch is None:
            return self._hear_house_event(sequence, said)
        if said.get("to") is None:
            return None
        self.required.hear(dispatch, said)
        return (
            self._states_go_on(sequence, dispatch, said)
            or self._revision_keeps_its_digest(sequence, dispatch, said)
            or self._two_people(sequence, dispatch, said)
        )

    def key_at(self, size: int) -> str | None:
        """The vkey in force when the log had ``size`` entries."""
        return next((key for since, key in reversed(self.keys) if since <= size), None)

    def _hear_house_event(self, sequence: int, said: dict[str, Any]) -> Fault | None:
        action, details = said["action"], said["details"]
        if action == CHANGE_SETTING:
            self.required.hear_setting(details)
            if "key" in details:
                self.settings[details["key"]] = details.get("after")
        elif action == CERTIFY:
            self.certified.append((sequence, details))
        elif action in KEY_ACTIONS:
            present = self.keys[-1][1] if self.keys else None
            if details.get("before") != present:
                return Fault(sequence, "it replaces a signing key that was not in force.")
            self.keys.append((sequence, details["key"]))
        return None

    def _states_go_on(self, sequence: int, dispatch: str, said: dict[str, Any]) -> Fault | None:
        before = self.states.get(dispatch, "draft")
        if said["from"] != before:
            return Fault(
                sequence,
                f"it says the dispatch was {said['from']}, but entries before say {before}.",
            )
        self.states[dispatch] = said["to"]
        return None

    def _revision_keeps_its_digest(
        self, sequence: int, dispatch: str, said: dict[str, Any]
    ) -> Fault | None:
        revision = said.get("revision")
        if revision is None:
            return None
        key = (dispatch, revision["number"])
        if self.frozen.setdefault(key, revision["digest"]) != revision["digest"]:
            return Fault(sequence, "it names a revision by another digest than an earlier entry.")
        return None

    def _two_people(self, sequence: int, dispatch: str, said: dict[str, Any]) -> Fault | None:
        action = said["action"]
        if action in ENDS_APPROVAL:
            self.vouched.pop(dispatch, None)
        if action in WITHDRAWS:
            return self._withdraw(sequence, dispatch, said)
        if action == "reword":
            self._reword(dispatch, said)
            return None
        if action in AT_A_GATE:
            return self._at_a_gate(sequence, dispatch, said)
        if action not in NEW_TEXT and action not in ("approve", "publish"):
            return None
        if said.get("revision") is None:
            return Fault(sequence, "it names no text.")
        digest = said["revision"]["digest"]
        if action in NEW_TEXT:
            self.authors[dispatch, digest] = said["details"].get("authors", [])
        elif action == "approve":
            return self._approve(sequence, dispatch, digest, said)
        else:
            stands = self.vouched.get(dispatch)
            if stands != Vouched(digest, said["evidence"]):
                return Fault(
                    sequence, "it publishes a text that no approval names with this evidence."
                )
            self.live[dispatch] = digest
            self.published.setdefault(dispatch, []).append(
                Published(digest, said.get("at", ""), said["details"].get("address"))
            )
            self.withdrawn.discard(dispatch)
            return self._gates_are_passed(sequence, dispatch, said) or self._hear_notice(
                sequence, dispatch, said
            )
        return None

    def _withdraw(self, sequence: int, dispatch: str, said: dict[str, Any]) -> Fault | None:
        if self.live.pop(dispatch, None) is None:
            return Fault(sequence, "it withdraws a story that readers did not see.")
        self.withdrawn.add(dispatch)
        return self._hear_notice(sequence, dispatch, said)

    def _reword(self, dispatch: str, said: dict[str, Any]) -> None:
        """Who worded the notice vouches for it no more than for a text they wrote."""
        if said.get("revision") is not None:
            key = (dispatch, said["revision"]["digest"])
            self.authors[key] = [*self.authors.get(key, []), said["actor"]["id"]]

    def _hear_notice(self, sequence: int, dispatch: str, said: dict[str, Any]) -> Fault | None:
        notice = said["details"].get("notice")
        if notice is None:
            return None
        key = (dispatch, notice["kind"], notice["number"])
        if key in self.notices:
            return Fault(sequence, "it publishes a notice under a number that was given before.")
        self.notices[key] = notice["digest"]
        return None

    def _approve(
        self, sequence: int, dispatch: str, digest: str, said: dict[str, Any]
    ) -> Fault | None:
        authors = self.authors.get((dispatch, digest))
        if not authors:
            return Fault(sequence, "it approves a text whose authors no filing names.")
        if said["actor"]["id"] is None or said["actor"]["id"] in authors:
            return Fault(sequence, "it approves a text by one who wrote it.")
        self.vouched[dispatch] = Vouched(digest, said["evidence"])
        return self._gates_are_passed(sequence, dispatch, said)

    def _at_a_gate(self, sequence: int, dispatch: str, said: dict[str, Any]) -> Fault | None:
        gate, actor = said["details"]["gate"], said["actor"]["id"]
        if said["action"] == "unpass_gate":
            self.gates.pop((dispatch, gate), None)
            return None
        if said.get("revision") is None:
            return Fault(sequence, "it names no text.")
        digest = said["revision"]["digest"]
        if actor is None or actor in self.authors.get((dispatch, digest), [actor]):
            return Fault(sequence, f"it lets a text pass the gate “{gate}” by one who wrote it.")
        self.gates[dispatch, gate] = Passed(
            Vouched(digest, said["evidence"]), None if said["action"] == "override" else actor
        )
        return None

    def _gates_are_passed(self, sequence: int, dispatch: str, said: dict[str, Any]) -> Fault | None:
        """Those that the entry says had to be passed, and those that it should have named by what
        earlier ones say. That of the quotes lies in the evidence, which the approval names."""
        digest = said["revision"]["digest"]
        text = Vouched(digest, said["evidence"])
        named = set(said["saw"].get("gates", ())) - {QUOTES}
        for gate in sorted(named | self.required.of(dispatch, digest)):
            passed = self.gates.get((dispatch, gate))
            if passed is None or passed.vouched != text:
                return Fault(
                    sequence, f"it lets a text on that nobody passed the gate “{gate}” for."
                )
            if (
                gate == SECOND_EDITOR
                and said["action"] == "approve"
                and passed.by == said["actor"]["id"]
            ):
                return Fault(sequence, "it is approved by the second editor alone.")
        return None
