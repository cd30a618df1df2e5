"""Whom an @ in a comment names."""

import pytest

from editorial.document.mention import mentioned

PEOPLE = {"Ana Peng": 1, "Ana": 2, "ap": 1, "Omar Dale": 3, "Şirin Öz": 4, "": 5}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("@Ana Peng, see this", (1,)),
        ("@ana, and @AP!", (2, 1)),
        ("ask @Omar Dale and @omar dale again", (3,)),
        ("write to desk@ana.example", ()),
        ("@Anatole is not here", ()),
        ("(@şirin öz)", (4,)),
        ("@ nobody", ()),
    ],
)
def test_who_is_named(text: str, found: tuple[int, ...]) -> None:
    assert mentioned(text, PEOPLE) == found
