"""Words as they are looked for."""

import pytest

from editorial.document.fold import fold


@pytest.mark.parametrize(
    ("words", "folded"),
    [
        ("Şükürlü İLHAM Əli", "sukurlu ilham eli"),
        ("Zoë Çelik, naïve", "zoe celik, naive"),
        ("Сергей Їжак", "сергей їжак"),
        ("ﬁve", "five"),
        ("", ""),
    ],
)
def test_latin_letters_lose_their_accents_and_others_keep_their_marks(
    words: str, folded: str
) -> None:
    assert fold(words) == folded
    assert fold(folded) == folded
