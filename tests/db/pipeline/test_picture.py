"""Pictures come out as pixels and nothing else, or not at all."""

import io
import struct
import zlib
from typing import Any

import pytest
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from editorial.pipeline.picture import LARGEST_PICTURE, LONGEST_EDGE, clean
from editorial.pipeline.refusal import Refused


def picture(
    kind: str = "JPEG", size: tuple[int, int] = (64, 40), mode: str = "RGB", **more: Any
) -> bytes:
    written = io.BytesIO()
    Image.new(mode, size, "red" if mode in ("RGB", "RGBA") else 0).save(written, kind, **more)
    return written.getvalue()


def with_place(kind: str) -> bytes:
    exif = Image.Exif()
    exif[0x010F] = "Secretcam"
    exif[0x0112] = 6  # taken with the camera on its side
    exif.get_ifd(0x8825)[2] = (40.0, 24.0, 30.0)
    return picture(kind, exif=exif)


@pytest.mark.parametrize(
    ("kind", "media_type"), [("JPEG", "image/jpeg"), ("PNG", "image/png"), ("WEBP", "image/webp")]
)
def test_place_and_device_go_and_the_picture_stands_upright(kind: str, media_type: str) -> None:
    found = clean(with_place(kind))
    assert (found.media_type, found.width, found.height) == (media_type, 40, 64)
    assert b"Secretcam" not in found.content
    with Image.open(io.BytesIO(found.content)) as image:
        assert not image.getexif()
        assert "icc_profile" not in image.info


def test_words_hidden_in_a_png_go() -> None:
    info = PngInfo()
    info.add_text("Author", "a confidential source")
    info.add_itxt("XML:com.adobe.xmp", "<x>GPS 40.4</x>")
    found = clean(picture("PNG", pnginfo=info))
    assert b"confidential" not in found.content
    assert b"GPS" not in found.content


def test_what_is_appended_to_a_picture_goes() -> None:
    found = clean(picture("JPEG") + b"<script>alert(1)</script>PK\x03\x04")
    assert b"script" not in found.content


def test_the_same_picture_becomes_the_same_bytes() -> None:
    assert clean(with_place("JPEG")) == clean(with_place("JPEG"))


@pytest.mark.parametrize(("kind", "mode"), [("PNG", "RGBA"), ("WEBP", "RGBA"), ("PNG", "LA")])
def test_transparency_stays(kind: str, mode: str) -> None:
    found = clean(picture(kind, mode=mode))
    with Image.open(io.BytesIO(found.content)) as image:
        opacity = image.convert("RGBA").getchannel("A").getextrema()
        assert opacity == ((255, 255) if mode == "RGBA" else (0, 0))


@pytest.mark.parametrize(
    ("kind", "mode"),
    [("JPEG", "CMYK"), ("JPEG", "L"), ("PNG", "P"), ("PNG", "1"), ("PNG", "I;16")],
)
def test_every_usual_mode_is_read(kind: str, mode: str) -> None:
    assert clean(picture(kind, mode=mode)).width == 64


def test_a_colour_profile_is_applied_and_dropped() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert clean(picture("JPEG", icc_profile=profile)).width == 64
    assert clean(picture("JPEG", icc_profile=b"no profile at all")).width == 64


def test_a_large_picture_is_made_smaller() -> None:
    found = clean(picture("JPEG", (6000, 3000)))
    assert (found.width, found.height) == (LONGEST_EDGE, LONGEST_EDGE // 2)


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes whose header claims any size."""

    def chunk(name: bytes, body: bytes) -> bytes:
        checksum = struct.pack(">I", zlib.crc32(name + body))
        return struct.pack(">I", len(body)) + name + body + checksum

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = zlib.compress(b"\x00" * 1000)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (bomb(60_000, 60_000), "60 million pixels"),
        (bomb(9_000, 9_000), "60 million pixels"),
        (bomb(100, 100), "can be read"),
        (picture("JPEG", (400, 400))[:600], "can be read"),
        (picture("GIF"), "can be read"),
        (picture("TIFF"), "can be read"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "can be read"),
        (b"%!PS-Adobe-3.0 EPSF-3.0", "can be read"),
        (b"", "can be read"),
        (b"\xff\xd8\xff" + b"\x00" * 100, "can be read"),
        (b"\xff" * (LARGEST_PICTURE + 1), "15 MB"),
    ],
)
def test_what_is_dangerous_or_broken_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        clean(content)
