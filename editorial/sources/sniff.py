"""What a file is, by its own bytes: its name is only believed where it says the same.

A file that can be read as two things at once is refused: what a person sees in it need not be what
a program would run.
"""

import re
from dataclasses import dataclass
from pathlib import PurePath

from editorial.models.source import Medium
from editorial.pipeline.promised import PROMISED
from editorial.pipeline.refusal import Refused

HEAD, TAIL = 4096, 66_000


@dataclass(frozen=True, slots=True)
class Found:
    """``name`` is what a person calls it: "a PDF"."""

    medium: Medium
    media_type: str
    name: str


TEXT = Found(Medium.TEXT, "text/plain", "a text file")
PDF = Found(Medium.PDF, "application/pdf", "a PDF")
WORD = Found(
    Medium.WORD,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "a Word document",
)
JPEG = Found(Medium.PICTURE, "image/jpeg", "a JPEG picture")
PNG = Found(Medium.PICTURE, "image/png", "a PNG picture")
WEBP = Found(Medium.PICTURE, "image/webp", "a WebP picture")
WAV = Found(Medium.AUDIO, "audio/wav", "a WAV recording")
MP3 = Found(Medium.AUDIO, "audio/mpeg", "an MP3 recording")
FLAC = Found(Medium.AUDIO, "audio/flac", "a FLAC recording")
OGG = Found(Medium.AUDIO, "audio/ogg", "an Ogg recording")
OGG_VIDEO = Found(Medium.VIDEO, "video/ogg", "an Ogg video")
M4A = Found(Medium.AUDIO, "audio/mp4", "an MP4 recording")
MP4 = Found(Medium.VIDEO, "video/mp4", "an MP4 video")
WEBM = Found(Medium.VIDEO, "video/webm", "a WebM recording")

REFUSED = (
    (b"\xd0\xcf\x11\xe0", "It is an old Word document. Save it as .docx, or paste its words."),
    (b"{\\rtf", "It is an RTF document. Save it as .docx or plain text, or paste its words."),
    (b"GIF8", "It is a GIF picture. Save it as PNG or JPEG."),
    (b"\x7fELF", "It is a program, and no source."),
    (b"MZ", "It is a program, and no source."),
    (b"Rar!", "It is an archive. Unpack it, and attach what is in it."),
    (b"7z\xbc\xaf", "It is an archive. Unpack it, and attach what is in it."),
    (b"\x1f\x8b", "It is an archive. Unpack it, and attach what is in it."),
)
# A comment ends at the first "-->": could it reach to a later one, there would be too many ways.
_MARKUP = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<!--(?:(?!-->).)*-->\s*|<!doctype[^>]*>\s*)*"
    rb"<(svg|html|head|body|script|iframe)\b",
    re.IGNORECASE | re.DOTALL,
)
_DOCTYPE = re.compile(rb"^(?:\xef\xbb\xbf)?\s*<!doctype\s+(html|svg)", re.IGNORECASE)
_ACTIVE = re.compile(rb"<(?:script|svg|html|iframe)[\s>/]|<!doctype\s", re.IGNORECASE)
ZIP_END = b"PK\x05\x06"


def sniff(head: bytes, tail: bytes, filename: str) -> Found:
    """What it is. ``head`` and ``tail`` are its first HEAD and last TAIL bytes. Raises Refused."""
    if filename:
        # Pasted words are only words.
        _refuse_markup(head)
    for first_bytes, reason in REFUSED:
        if head.startswith(first_bytes) and not _is_words(head):
            raise Refused(reason)
    found = _by_bytes(head)
    if found is not TEXT:
        _refuse_two_in_one(found, head, tail)
    _refuse_a_lie(found, filename)
    return found


def _by_bytes(head: bytes) -> Found:
    if head.startswith(b"%PDF-"):
        return PDF
    if head.startswith(b"PK\x03\x04"):
        return WORD
    if head.startswith(b"\xff\xd8\xff"):
        return JPEG
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return WEBP
    return _recording(head)


def _recording(head: bytes) -> Found:
    if head.startswith(b"RIFF") and head[8:12] == b"WAVE":
        return WAV
    if head.startswith(b"fLaC"):
        return FLAC
    if head.startswith(b"OggS"):
        return OGG_VIDEO if b"theora" in head[:256] else OGG
    if head[4:8] == b"ftyp":
        return M4A if head[8:11] == b"M4A" else MP4
    if head.startswith(b"\x1aE\xdf\xa3"):
        if b"webm" not in head[:128]:
            raise Refused("It is a Matroska video, which browsers don’t play. Save it as MP4.")
        return WEBM
    # An MPEG frame: eleven set bits, layer III, no reserved rate.
    frame = len(head) > 3 and head[0] == 0xFF and head[1] & 0xE6 == 0xE2 and head[2] & 0xF0 < 0xF0
    return MP3 if head.startswith(b"ID3") or frame else TEXT


def _refuse_markup(head: bytes) -> None:
    markup = _DOCTYPE.match(head) or _MARKUP.match(head)
    if markup is None:
        return
    if markup[1].lower() == b"svg":
        raise Refused(
            "It is an SVG drawing, which can carry a program. Save it as PNG, and attach that."
        )
    raise Refused(
        "It is a web page, which can carry a program. Paste its words, or save it as a PDF."
    )


def _refuse_two_in_one(found: Found, head: bytes, tail: bytes) -> None:
    """A picture with an archive behind it, a PDF that a browser would take for a page."""
    other = ""
    if found.medium is not Medium.WORD and _ends_as_archive(tail):
        other = "an archive"
    elif found.medium in (Medium.PDF, Medium.PICTURE) and _ACTIVE.search(head[:1024]):
        other = "a web page"
    elif found.medium is Medium.PICTURE and (b"%PDF-" in head[:1024] or _ACTIVE.search(tail)):
        other = "something else"
    if other:
        raise Refused(
            f"It is {found.name} and {other} in one file, as no honest program makes them. "
            "Open it, save it anew, and attach that."
        )


def _ends_as_archive(tail: bytes) -> bool:
    """The end of a ZIP's table of contents, and after it just the comment that it announces."""
    at = tail.rfind(ZIP_END)
    if at < 0 or len(tail) < at + 22:
        return False
    return int.from_bytes(tail[at + 20 : at + 22], "little") == len(tail) - at - 22


def _refuse_a_lie(found: Found, filename: str) -> None:
    ending = PurePath(filename.lower()).suffix
    promised = PROMISED.get(ending)
    if promised is None or found.medium in promised:
        return
    raise Refused(
        f"Its name ends in {ending}, but it is {_unless_text(found)}. "
        "Look whether it is the right file; if so, give it its right ending."
    )


def _unless_text(found: Found) -> str:
    return "not such a file" if found is TEXT else found.name


def _is_words(head: bytes) -> bool:
    """Two letters can begin a text too: "MZ" is somebody's initials."""
    return len(head) > 8 and all(byte in b"\t\n\r\f" or byte >= 0x20 for byte in head[:256])
