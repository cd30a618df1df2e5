"""The table of gates: what must be passed before a text is approved, when, and by whom.

The quotes are always one. Each desk switches on the others; an administrator sees and sets them.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from editorial.workflow.words import Gate, Role


@dataclass(frozen=True, slots=True)
class GateRule:
    """``passed_by``: who may pass it; nobody passes the quotes', which open one by one."""

    gate: Gate
    name: str
    passed_by: frozenset[Role]
    overridden_by: frozenset[Role]
    means: str


MAY_OVERRIDE = frozenset({Role.CHIEF, Role.PUBLISHER})

GATES: tuple[GateRule, ...] = (
    GateRule(
        Gate.QUOTES,
        "quote",
        frozenset(),
        MAY_OVERRIDE,
        "Every quote is borne out by the record or settled by a named person.",
    ),
    GateRule(
        Gate.SECOND_EDITOR,
        "second editor",
        frozenset({Role.EDITOR, Role.CHIEF}),
        MAY_OVERRIDE,
        "Another editor than the one who approves vouches for the text too.",
    ),
    GateRule(
        Gate.LEGAL,
        "legal",
        frozenset({Role.LEGAL}),
        MAY_OVERRIDE,
        "Legal has read exactly this text and its evidence.",
    ),
)
GATE_RULES = {rule.gate: rule for rule in GATES}
WHO_PASSES = {Gate.SECOND_EDITOR: "another editor or chief", Gate.LEGAL: "legal"}


class When(StrEnum):
    """For which texts of a desk a gate is shut."""

    NEVER = "never"
    SOME = "some"
    ALWAYS = "always"


WHEN_WORDS = {
    When.NEVER: "off",
    When.SOME: "when an editor asks, or by language and keyword",
    When.ALWAYS: "for every dispatch",
}


@dataclass(frozen=True, slots=True)
class Switch:
    """How one desk has set one gate. ``languages`` are primary subtags of BCP 47; ``keywords``
    are looked for among the dispatch's and in its words. Both count for SOME only."""

    when: When = When.NEVER
    languages: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The setting in a few words, for the table and the log."""
        if self.when is not When.SOME:
            return WHEN_WORDS[self.when]
        parts = ["when an editor asks"]
        if self.languages:
            parts.append("language " + ", ".join(self.languages))
        if self.keywords:
            parts.append("keyword " + ", ".join(self.keywords))
        return "; ".join(parts)


OFF = Switch()


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a switch looks at: the text as a reader sees it, with the desk's keywords."""

    language: str
    keywords: tuple[str, ...]
    text: str


def name_of(gate: Gate) -> str:
    """The gate in a sentence, before the word “gate”."""
    return GATE_RULES[gate].name


def who_may_pass(gate: Gate) -> str:
    """Who may, in a sentence."""
    return WHO_PASSES[gate]


def why_required(
    gate: Gate, switch: Switch, weighed: Weighed, asked_by: Collection[str] = ()
) -> str | None:
    """Why this text has to pass the gate, as a sentence; None when it does not have to."""
    if gate is Gate.QUOTES:
        return "Every dispatch passes it."
    if asked_by:
        return f"{' and '.join(asked_by)} asked for it."
    if switch.when is When.ALWAYS:
        return "Every dispatch of this desk passes it."
    if switch.when is When.NEVER:
        return None
    primary = weighed.language.split("-")[0].casefold()
    if primary in switch.languages:
        return f"The language of the text is “{weighed.language}”."
    given = {word.casefold() for word in weighed.keywords}
    for keyword in switch.keywords:
        if keyword.casefold() in given:
            return f"“{keyword}” is one of its keywords."
        if _says(weighed.text, keyword):
            return f"The text says “{keyword}”."
    return None


def _says(text: str, keyword: str) -> bool:
    return re.search(rf"\b{re.escape(keyword.strip())}\b", text, re.IGNORECASE) is not None
