"""What people type, and what of it goes on."""

from editorial.web.typed import one_line, some_lines


def test_one_line_stays_one() -> None:
    assert one_line(" Ferry\r\nX-Mail: a\x00b\u2028c ") == "Ferry  X-Mail: a b c"
    assert one_line(None) == ""


def test_several_lines_keep_their_ends_and_nothing_unreadable() -> None:
    assert some_lines("He called.\r\n\x00 Twice.\rSo \n") == "He called.\n  Twice.\nSo"
