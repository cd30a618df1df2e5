"""Colours as they are typed, mixed, and told apart."""

import pytest

from editorial.palette.colour import colour, contrast, mix


@pytest.mark.parametrize("typed", ["#1F4E79", " 1f4e79", "#1f4e79 "])
def test_a_colour_is_six_digits_however_it_is_typed(typed: str) -> None:
    assert colour(typed) == "#1f4e79"


@pytest.mark.parametrize("typed", ["", "#fff", "red", "#1f4e7g", "#1f4e79;}", "#1f4e79ff"])
def test_anything_else_is_none(typed: str) -> None:
    with pytest.raises(ValueError):
        colour(typed)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)
    assert contrast("#ffffff", "#777777") == contrast("#777777", "#ffffff")
    assert contrast("#123456", "#123456") == 1


def test_a_mix_lies_between() -> None:
    assert mix("#000000", "#ffffff", 0.5) == "#808080"
    assert mix("#102030", "#ffffff", 0) == "#102030"
    assert mix("#102030", "#ffffff", 1) == "#ffffff"
