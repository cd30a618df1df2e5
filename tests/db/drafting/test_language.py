"""Tags of languages, as RFC 5646 writes them."""

import pytest

from editorial.drafting.language import COMMON, language_tag


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("AZ-cyrl-az", "az-Cyrl-AZ"),
        ("sr_Latn", "sr-Latn"),
        ("es-419", "es-419"),
        ("de-CH-1901", "de-CH-1901"),
        (" sq ", "sq"),
        ("en-x-house", "en-x-house"),
    ],
)
def test_a_tag_is_written_the_usual_way(written: str, tag: str) -> None:
    assert language_tag(written) == tag


@pytest.mark.parametrize(
    "written", ["", "English language", "e", "en-", "en--US", "en-<b>", "a" * 40, "ен", "12"]
)
def test_what_is_no_tag_is_none(written: str) -> None:
    assert language_tag(written) is None


def test_the_common_ones_are_tags() -> None:
    assert [language_tag(tag) for tag in COMMON] == list(COMMON)
