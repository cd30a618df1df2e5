"""The people of the Meridian Wire. They share one password, as this newsroom is for looking."""

from dataclasses import dataclass

from editorial.workflow.words import Role

AGENCY = "Meridian Wire"
TAGLINE = "Reported from Lesnia and its neighbours, every quote checked"
PASSWORD = "northern-lamp-harbour"  # noqa: S105  (printed at every start of the demo)

C, K, E, P = Role.CORRESPONDENT, Role.CHECKER, Role.EDITOR, Role.PUBLISHER
H, L = Role.CHIEF, Role.LEGAL


@dataclass(frozen=True, slots=True)
class SamplePerson:
    """``roles`` by the desk's name; the key “” is the house."""

    name: str
    email: str
    initials: str
    timezone: str
    what: str
    roles: dict[str, tuple[Role, ...]]


DESKS = {
    "Politics": "Government, parliament and the courts of Lesnia.",
    "Economy": "Money, harbours, harvests and work.",
    "Region": "The countries around the Inner Sea.",
}

PEOPLE = {
    "mira": SamplePerson(
        "Mira Solan",
        "mira@meridian.example",
        "ms",
        "Europe/Brussels",
        "correspondent, Politics and Region",
        {"Politics": (C,), "Region": (C,)},
    ),
    "teo": SamplePerson(
        "Teo Varga",
        "teo@meridian.example",
        "tv",
        "Europe/Istanbul",
        "correspondent, Economy and Region",
        {"Economy": (C,), "Region": (C,)},
    ),
    "ilse": SamplePerson(
        "Ilse Brandt",
        "ilse@meridian.example",
        "ib",
        "Europe/Berlin",
        "checker, all desks",
        {"Politics": (K,), "Economy": (K,), "Region": (K,)},
    ),
    "ana": SamplePerson(
        "Ana Peng",
        "ana@meridian.example",
        "ap",
        "Europe/London",
        "editor, Politics and Region",
        {"Politics": (E,), "Region": (E,)},
    ),
    "omar": SamplePerson(
        "Omar Dale",
        "omar@meridian.example",
        "od",
        "Europe/London",
        "editor, all desks",
        {"Politics": (E,), "Economy": (E,), "Region": (E,)},
    ),
    "ruth": SamplePerson(
        "Ruth Okafor",
        "ruth@meridian.example",
        "ro",
        "Europe/London",
        "editor-in-chief: editor, chief and publisher, all desks",
        {"Politics": (E, H, P), "Economy": (E, H, P), "Region": (E, H, P)},
    ),
    "lena": SamplePerson(
        "Lena Hoff",
        "lena@meridian.example",
        "lh",
        "Europe/Berlin",
        "legal, Politics and Economy",
        {"Politics": (L,), "Economy": (L,)},
    ),
    "ada": SamplePerson(
        "Ada Root",
        "ada@meridian.example",
        "ar",
        "UTC",
        "administrator (people, desks, settings; reads no drafts)",
        {"": (Role.ADMINISTRATOR,)},
    ),
}
