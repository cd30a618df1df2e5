"""What an approval would name, shown once more before it is given."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from editorial.models.person import Person
from editorial.pipeline.gather import Situation
from editorial.workflow.gates import name_of


@dataclass(frozen=True, slots=True)
class Vouched:
    """What an approval names, shown once more before it is given."""

    number: int
    revision_digest: str
    evidence_digest: str
    authors: tuple[str, ...]
    figures: tuple[str, ...]
    gates: tuple[str, ...]
    sources: int


def vouched(session: Session, situation: Situation) -> Vouched | None:
    revision, evidence = situation.revision, situation.evidence
    if revision is None or situation.content is situation.written:
        return None
    return Vouched(
        number=revision.number,
        revision_digest=revision.digest,
        evidence_digest=evidence.digest,
        authors=_names(session, situation.authors),
        figures=_figures(evidence.figures),
        gates=_gates(situation),
        sources=len(evidence.sources),
    )


def _gates(situation: Situation) -> tuple[str, ...]:
    """Each gate in words: who passed or overrode it."""
    overridden = situation.evidence.figures["overridden"]
    stands = "overridden" if overridden else "passed"
    said = ["quotes " + ("open" if situation.facts.open_quotes else stands)]
    for one in situation.gates:
        if one.why is None:
            continue
        name = name_of(one.gate)
        if one.passed is not None:
            said.append(f"{name} passed by {one.passed.person.name}")
        elif one.overridden is not None:
            said.append(f"{name} overridden by {one.overridden.person.name}")
        else:
            said.append(f"{name} not passed")
    return tuple(said)


def _names(session: Session, people: Iterable[uuid.UUID]) -> tuple[str, ...]:
    found = session.scalars(
        select(Person.name).where(Person.id.in_(list(people))).order_by(Person.name)
    )
    return tuple(found)


def _figures(figures: dict[str, int]) -> tuple[str, ...]:
    """The quotes in words: how many, and how each came to stand."""
    if not figures["total"]:
        return ("no quotes",)
    words = {
        "verbatim": "word for word",
        "light_edit": "lightly edited",
        "settled": "vouched for by name",
        "overridden": "passed by an override",
    }
    still_open = figures["total"] - sum(figures[name] for name in words)
    said = [f"{figures[name]} {words[name]}" for name in words if figures[name]]
    return (*said, f"{still_open} open") if still_open else tuple(said)
