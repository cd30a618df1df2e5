"""Files as they come: real encodings of the languages we write in, and what is no text."""

import pytest

from editorial.sources.decode import Unreadable, decode, readings

AZERBAIJANI = (
    "Nazir sabah qonşu ölkəyə gedir. “Biz geri çəkilməyəcəyik, çünki işığı söndürmək olmaz”, dedi."
)
# Windows-1254 has no ə; writers of its day put ä.
AZERBAIJANI_1254 = AZERBAIJANI.replace("ə", "ä").replace("“", '"').replace("”", '"')
TURKISH = (
    "Bakan dün akşam yaptığı açıklamada, “görüşmelerin süreceğini” söyledi. İş dünyası bekliyor."
)
UKRAINIAN = (
    "Міністр заявив: «Переговори триватимуть, і ніхто не поступиться». Їхній візит був короткий."
)
RUSSIAN = "Министр заявил: «Переговоры продолжатся, и мы не отступим». Это было вечером."
FRENCH = "La ministre a déclaré : « Les négociations continueront », malgré l’hiver à Sélène."
GERMAN = "Der Minister erklärte: „Größere Übel als dieses“ – und schwieg für den Rest des Abends."
SPANISH = "«Mañana habrá más niños en la escuela», dijo la señora Ibáñez en la reunión."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (AZERBAIJANI_1254, "cp1254"),
        (TURKISH, "cp1254"),
        (UKRAINIAN, "cp1251"),
        (RUSSIAN, "cp1251"),
        (FRENCH, "cp1252"),
        (GERMAN, "cp1252"),
        (SPANISH, "cp1252"),
        ("He said: “We won’t stop.” Then – silence.", "cp1252"),
        ("L'été à Évian, señor", "cp1252"),
        ("işıq", "cp1254"),
        ("Їй", "cp1251"),
    ],
)
def test_a_windows_code_page_is_guessed_and_said_to_be_a_guess(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding) == (text, encoding)
    assert not decoded.certain


@pytest.mark.parametrize("text", [AZERBAIJANI, TURKISH, UKRAINIAN, RUSSIAN, FRENCH, "plain"])
@pytest.mark.parametrize("prefix", [b"", b"\xef\xbb\xbf"])
def test_utf8_is_certain_with_and_without_its_mark(text: str, prefix: bytes) -> None:
    decoded = decode(prefix + text.encode())
    assert (decoded.text, decoded.encoding, decoded.certain) == (text, "utf-8", True)


@pytest.mark.parametrize("text", [AZERBAIJANI, UKRAINIAN, "Short."])
@pytest.mark.parametrize("order", ["le", "be"])
def test_utf16_is_read_with_its_mark_and_without(text: str, order: str) -> None:
    mark = b"\xff\xfe" if order == "le" else b"\xfe\xff"
    content = text.encode(f"utf-16-{order}")
    marked, unmarked = decode(mark + content), decode(content)
    assert (marked.text, marked.encoding, marked.certain) == (text, "utf-16", True)
    assert (unmarked.text, unmarked.encoding, unmarked.certain) == (text, f"utf-16-{order}", False)


def test_line_ends_become_line_feeds() -> None:
    assert decode(b"one\r\ntwo\rthree\n").text == "one\ntwo\nthree\n"


@pytest.mark.parametrize("text", [AZERBAIJANI, UKRAINIAN, FRENCH, "He said: “No.”", "café"])
def test_utf8_that_was_cut_off_is_refused_and_not_read_as_a_code_page(text: str) -> None:
    content = text.encode()
    while content.decode(errors="ignore") == content.decode(errors="replace"):
        content = content[:-1]
    with pytest.raises(Unreadable, match="damaged at line 1"):
        decode(content)


def test_utf8_with_a_broken_byte_inside_is_refused_with_its_line() -> None:
    content = UKRAINIAN.encode() + b"\nsecond\n" + b"\xd0" + UKRAINIAN.encode()
    with pytest.raises(Unreadable, match="damaged at line 3"):
        decode(content)


def test_ukrainian_pairs_that_happen_to_be_utf8_are_still_read_as_windows() -> None:
    text = "Рівень і Віра, Піднесення і Зірка: усі вони були тут, казав Сірко."
    assert decode(text.encode("cp1251")).text == text


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04....", "Word document"),
        (b"{\\rtf1 Hello}", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Word"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x02", "not a text file"),
        (bytes(range(256)) * 20, "not a text file"),
        (b"words\x01\x02\x03words", "not a text file"),
        (b"\xff\xfeH\x00i\x00!", "cut off"),
        (("lost \ufffd " * 40).encode(), "damaged before"),
        (b"\xff\xfe\x00\x00H\x00\x00\x00", "not a text file"),
    ],
)
def test_what_is_no_text_is_refused_with_what_to_do(content: bytes, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        decode(content)


def test_a_person_who_knows_the_encoding_is_believed_where_it_fits() -> None:
    content = "Þórður sagði það.".encode("cp1252")
    assert decode(content, "cp1252").text == "Þórður sagði það."
    with pytest.raises(Unreadable, match="byte 1 does not fit"):
        decode(content, "utf-8")
    with pytest.raises(Unreadable, match="one of the encodings offered"):
        decode(content, "rot13")


def test_a_person_is_offered_only_readings_that_make_sense() -> None:
    assert "cp1251" in readings(UKRAINIAN.encode("cp1251"))
    assert "utf-8" not in readings(UKRAINIAN.encode("cp1251"))


@pytest.mark.parametrize("byte", range(1, 256))
def test_any_byte_among_words_is_read_or_refused_in_a_sentence(byte: int) -> None:
    content = b"words " + bytes([byte]) + b" words"
    try:
        text = decode(content).text
    except Unreadable as refused:
        text = ""
        said = refused.reasons[0]
    else:
        said = "."
    assert said.endswith(".")
    assert text == "" or text.startswith("words ")
