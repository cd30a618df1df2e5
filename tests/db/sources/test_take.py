"""A file is taken in for what its bytes are; what is dangerous is refused with what to do."""

import zlib
from pathlib import Path

import pytest

from editorial.models.source import Medium
from editorial.pipeline.refusal import Refused
from editorial.sources import extract
from editorial.sources.take import LARGEST, Taken, take
from tests.db.sources.files import archive, docx, pdf, picture, said, sound, written

VARGA = "MINISTER VARGA:  The quay will hold."
SVG = b'<?xml version="1.0"?>\n<!-- a flag -->\n<svg xmlns="s"><script>alert(1)</script></svg>'


def taken(folder: Path, content: bytes, name: str) -> Taken:
    path = folder / "file"
    path.write_bytes(content)
    return take(path, name)


def test_a_pdf_keeps_its_pages_and_reads_the_same_twice(tmp_path: Path) -> None:
    file = pdf([[VARGA, "It is paid (in full)."], ["Second page, the infor-", "mation is here."]])
    first = taken(tmp_path, file, "talk.pdf")
    assert first.text is not None
    assert (first.medium, first.media_type) == (Medium.PDF, "application/pdf")
    assert "It is paid (in full)." in first.text
    assert "the information is here" in first.text
    assert first.places.words(first.text.index("quay")) == "page 1"
    assert first.places.words(first.text.index("information")) == "page 2"
    assert taken(tmp_path, file, "talk.pdf") == first


def test_a_compound_keeps_its_hyphen_at_a_lines_end(tmp_path: Path) -> None:
    lines = ["A well-known quay, a well-", "known lock and a Vesna-", "Tarn line."]
    text = taken(tmp_path, pdf([lines]), "talk.pdf").text
    assert text is not None
    assert "a well-known lock" in text
    assert "Vesna-Tarn line" in text


def test_a_scan_is_kept_and_no_text_claimed(tmp_path: Path) -> None:
    scan = taken(tmp_path, pdf([[]]), "scan.pdf")
    assert (scan.medium, scan.text, scan.claims_text) == (Medium.PDF, None, False)


def test_a_word_document_gives_its_words_with_changes_made(tmp_path: Path) -> None:
    body = said("MINISTER VARGA:  The quay") + (
        "<w:p><w:r><w:t>will</w:t><w:br/><w:t>hold</w:t></w:r>"
        '<w:del w:id="1"><w:r><w:delText> never</w:delText></w:r></w:del>'
        '<w:ins w:id="2"><w:r><w:t xml:space="preserve"> in winter.</w:t></w:r></w:ins></w:p>'
        "<w:tbl><w:tr><w:tc>" + said("left") + "</w:tc><w:tc>" + said("right") + "</w:tc></w:tr>"
        "</w:tbl>"
    )
    word = taken(tmp_path, docx(body), "talk.docx")
    assert word.medium is Medium.WORD
    assert word.text is not None
    assert word.text.startswith("MINISTER VARGA:  The quay\n\nwill\nhold in winter.\n")
    assert "never" not in word.text
    assert "left" in word.text
    assert "right" in word.text


@pytest.mark.parametrize(
    ("content", "name", "medium", "media_type"),
    [
        (sound(), "talk.wav", Medium.AUDIO, "audio/wav"),
        (b"ID3\x04" + bytes(60), "talk.mp3", Medium.AUDIO, "audio/mpeg"),
        (b"\xff\xfb\x90\x64" + bytes(60), "talk", Medium.AUDIO, "audio/mpeg"),
        (b"fLaC" + bytes(60), "talk.flac", Medium.AUDIO, "audio/flac"),
        (b"OggS" + bytes(60), "talk.opus", Medium.AUDIO, "audio/ogg"),
        (b"\0\0\0\x18ftypM4A " + bytes(60), "talk.m4a", Medium.AUDIO, "audio/mp4"),
        (b"\0\0\0\x18ftypisom" + bytes(60), "talk.mp4", Medium.VIDEO, "video/mp4"),
        (b"\x1aE\xdf\xa3\x9fB\x82\x84webm" + bytes(60), "talk.webm", Medium.VIDEO, "video/webm"),
    ],
)
def test_a_recording_is_kept_under_the_type_of_its_bytes(
    tmp_path: Path, content: bytes, name: str, medium: Medium, media_type: str
) -> None:
    found = taken(tmp_path, content, name)
    assert (found.medium, found.media_type, found.text) == (medium, media_type, None)
    assert not found.claims_text


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_is_shown_without_what_it_carried(tmp_path: Path, kind: str) -> None:
    content = picture(kind)
    assert b"Meridian Optics" in content
    found = taken(tmp_path, content, f"page.{kind.lower()}")
    assert found.view is not None
    assert b"Meridian" not in found.view
    assert b"Exif" not in found.view
    assert not found.claims_text


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        (SVG, "flag.svg", "SVG drawing, which can carry a program. Save it as PNG"),
        (b"\xef\xbb\xbf  <svg onload='alert(1)'/>", "talk.txt", "SVG drawing"),
        (b"<!DOCTYPE html><p>Words", "talk.txt", "web page.*Paste its words"),
        (b"\xd0\xcf\x11\xe0" + bytes(99), "talk.doc", "old Word document. Save it as .docx"),
        (b"MZ\x90\x00" + bytes(99), "talk.txt", "a program"),
        (pdf([[VARGA]]) + archive(), "talk.pdf", "a PDF and an archive in one file"),
        (picture() + archive(), "page.jpg", "JPEG picture and an archive in one"),
        (
            picture("PNG") + b"<script>alert(1)</script>",
            "page.png",
            "PNG picture and a web page in one",
        ),
        (pdf([[VARGA]], b"%<html><script>x</script>\n"), "talk.pdf", "and a web page in one"),
        (sound() + archive(), "talk.wav", "WAV recording and an archive"),
        (picture(), "talk.pdf", r"ends in \.pdf, but it is a JPEG picture"),
        (b"Words.", "talk.docx", r"ends in \.docx, but it is not such a file"),
        (pdf([[VARGA]]), "talk.mp3", r"ends in \.mp3, but it is a PDF"),
        (archive("notes.txt", b"words"), "notes.zip", "an archive and no Word document"),
        (docx(said("x"))[:-40], "talk.docx", "damaged"),
        (b"%PDF-1.4\nnothing of the kind", "talk.pdf", "can’t be read.*save it anew"),
        (b"GIF89a" + bytes(99), "page.gif", "GIF picture. Save it as PNG"),
    ],
)
def test_what_is_dangerous_or_lies_is_refused_with_what_to_do(
    tmp_path: Path, content: bytes, name: str, reason: str
) -> None:
    with pytest.raises(Refused, match=reason):
        taken(tmp_path, content, name)


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    bomb = docx(said("x"), {"word/media/a.bin": bytes(extract.MOST_UNPACKED + 1)})
    assert len(bomb) < 2_000_000
    with pytest.raises(Refused, match="Unpacked it would be"):
        taken(tmp_path, bomb, "talk.docx")
    crowd = docx(said("x"), {f"word/{n}.xml": b"" for n in range(extract.MOST_MEMBERS + 1)})
    with pytest.raises(Refused, match="parts, which no document is"):
        taken(tmp_path, crowd, "talk.docx")


def test_entities_that_multiply_are_refused(tmp_path: Path) -> None:
    levels = "".join(
        f'<!ENTITY e{n} "{"".join(f"&e{n - 1};" for _ in range(10))}">' for n in range(1, 12)
    )
    body = (
        f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e0 "quay">{levels}]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:body><w:p><w:r><w:t>&e11;</w:t></w:r></w:p></w:body></w:document>"
    )
    content = docx("", {"word/document.xml": body.encode()})
    with pytest.raises(Refused, match=r"can’t be read|longer|memory"):
        taken(tmp_path, content, "talk.docx")


def test_a_pdf_of_a_million_pages_is_refused(tmp_path: Path) -> None:
    """One page, which a tree of ten branches at each of six levels shows a million times."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    for level in range(6):
        kids = b" ".join([b"%d 0 R" % (level + 3)] * 10)
        objects.append(b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, 10 ** (6 - level)))
    objects.append(b"<< /Type /Page /MediaBox [0 0 9 9] >>")
    with pytest.raises(Refused, match=r"pages|can’t be read|longer|memory"):
        taken(tmp_path, written(objects), "talk.pdf")


def test_more_pages_than_anyone_reads_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"more than 2,000 pages\. Attach only the part"):
        taken(tmp_path, pdf([["x"]] * (extract.MOST_PAGES + 1)), "talk.pdf")


def test_a_stream_without_end_is_refused(tmp_path: Path) -> None:
    squeezed = zlib.compress(bytes(250_000_000), 9)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(squeezed)
        + squeezed
        + b"\nendstream",
    ]
    with pytest.raises(Refused, match=r"can’t be read|longer|memory"):
        taken(tmp_path, written(objects), "talk.pdf")


def test_what_is_too_large_says_how_large_it_may_be(tmp_path: Path) -> None:
    path = tmp_path / "file"
    with path.open("wb") as file:
        file.write(b"%PDF-1.4\n")
        file.truncate(LARGEST[Medium.PDF] + 1)
    with pytest.raises(Refused, match=r"a PDF larger than 100 MB\. Attach the part"):
        take(path, "talk.pdf")
