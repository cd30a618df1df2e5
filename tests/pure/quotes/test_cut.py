"""A stretch of UTF-8 is the slice of the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.quotes import cut as module
from editorial.quotes.cut import cut

TEXTS = st.text(st.characters(codec="utf-8"))


@given(TEXTS, st.integers(0, 60), st.integers(0, 60))
def test_a_cut_is_a_slice(text: str, start: int, end: int) -> None:
    assert cut(text.encode(), start, end) == text[start:end]


def test_blocks_do_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_BLOCK", 3)
    text = "Öğle — «мир» 漢字 🗞 end"
    for start in range(len(text) + 1):
        assert cut(memoryview(text.encode()), start, start + 5) == text[start : start + 5]


def test_offsets_before_the_text_are_refused() -> None:
    with pytest.raises(ValueError, match="start of the text"):
        cut(b"text", -1, 2)
