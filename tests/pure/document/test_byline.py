"""Names in a byline, and words in an address."""

import pytest

from editorial.document.byline import LONGEST, LONGEST_IN_BYTES, names, words_slug


@pytest.mark.parametrize(
    ("byline", "named"),
    [
        ("Mira Sol", ("Mira Sol",)),
        ("By Mira Sol and Omar Din", ("Mira Sol", "Omar Din")),
        ("Mira Sol, Omar Din and Ada Berg", ("Mira Sol", "Omar Din", "Ada Berg")),
        ("Mira Sol, Port Vesna", ("Mira Sol, Port Vesna",)),
        ("Анна Коваль и Омар Дин", ("Анна Коваль", "Омар Дин")),
        ("Leyla Əliyeva və Mira Sol", ("Leyla Əliyeva", "Mira Sol")),
        ("Byron Anders", ("Byron Anders",)),
        ("Mira Sol & Mira Sol", ("Mira Sol",)),
        ("  ", ()),
    ],
)
def test_a_byline_names_each_person_once(byline: str, named: tuple[str, ...]) -> None:
    assert names(byline) == named


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("Mira Sol", "mira-sol"),
        ("Leyla Əliyeva", "leyla-eliyeva"),
        ("İlham Şükürlü", "ilham-sukurlu"),
        ("Zoë O’Neill-Vance", "zoe-oneill-vance"),
        ("Анна Коваль", "анна-коваль"),
        ("a/b?c#d_e", "a-b-c-d-e"),
        ("…", ""),
        ("..", ""),
    ],
)
def test_words_become_a_part_of_an_address(words: str, slug: str) -> None:
    assert words_slug(words) == slug


def test_an_address_is_bounded() -> None:
    assert len(words_slug("long " * 100)) <= LONGEST


@pytest.mark.parametrize("letters", ["ковальчук ", "記者の名前 ", "𐌰𐌱𐌲𐌳 "])
def test_an_address_is_no_longer_than_a_file_system_takes(letters: str) -> None:
    slug = words_slug(letters * 40)
    assert 100 < len(slug.encode()) <= LONGEST_IN_BYTES
    assert slug == slug.strip("-�")
