"""A sample dispatch and how far it has come."""

from dataclasses import dataclass

from editorial.models.source import SourceKind, Terms
from editorial.workflow.words import State


@dataclass(frozen=True, slots=True)
class SampleSource:
    """One item of a sample's record."""

    title: str
    text: str
    kind: SourceKind = SourceKind.TRANSCRIPT
    terms: Terms = Terms.ON_THE_RECORD
    event: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class SamplePicture:
    """``scene`` is one of ``scenes.SCENES``."""

    scene: str
    alt: str
    caption: str
    credit: str = "Illustration: Meridian Wire"


@dataclass(frozen=True, slots=True)
class Story:
    """``author`` is a key of ``people.PEOPLE``. ``settled`` maps the first words of a quote to the
    reason somebody vouched with; ``overridden`` is a publisher's reason, ``reason`` that of a
    return or a spike. ``corrected`` is a changed text that an editor froze, so that a second one
    has to approve. ``hours_ago`` is when it was filed."""

    desk: str
    slugline: str
    headline: str
    summary: str
    place: str
    author: str
    body: str
    state: State
    sources: tuple[SampleSource, ...] = ()
    urgency: int = 5
    hours_ago: float = 5
    language: str = "en"
    keywords: tuple[str, ...] = ()
    ednote: str = ""
    reason: str = ""
    settled: tuple[tuple[str, str], ...] = ()
    overridden: str = ""
    corrected: str = ""
    picture: SamplePicture | None = None
