"""A picture as it may be shown: decoded, turned upright, written anew without what it carried."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editorial.pipeline.refusal import Refused

# Pillow is large, and most processes are given no picture.
if TYPE_CHECKING:
    from PIL import Image

LARGEST_PICTURE = 15 * 1024 * 1024
MOST_PIXELS = 60_000_000
LONGEST_EDGE = 3200
MEDIA_TYPES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}


@dataclass(frozen=True, slots=True)
class CleanPicture:
    """``content`` holds pixels and nothing else: no place, device, preview or colour profile."""

    content: bytes
    media_type: str
    width: int
    height: int


def clean(content: bytes) -> CleanPicture:
    """Read a JPEG, PNG or WebP and write it anew, at most 3,200 pixels an edge, in sRGB.

    Raises Refused with a sentence. Size and format are judged by the header, before any pixel is
    unpacked; other decoders are never asked.
    """
    from PIL import Image

    if len(content) > LARGEST_PICTURE:
        raise Refused("The picture is larger than 15 MB.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=tuple(MEDIA_TYPES)) as image:
                return _clean(image)
    except Refused:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Refused(_TOO_MANY) from error
    # A decoder meets a broken file with whatever its parsing trips over.
    except Exception as error:
        raise Refused("It is not a picture that can be read: JPEG, PNG or WebP.") from error


def _clean(image: Image.Image) -> CleanPicture:
    from PIL import Image, ImageOps

    kind = image.format or ""
    if image.width * image.height > MOST_PIXELS:
        raise Refused(_TOO_MANY)
    profile = image.info.get("icc_profile")
    image.draft("RGB", (LONGEST_EDGE, LONGEST_EDGE))  # a JPEG is unpacked no larger than needed
    upright = ImageOps.exif_transpose(image)
    upright.thumbnail((LONGEST_EDGE, LONGEST_EDGE))
    plain = _in_srgb(upright, profile, keep_alpha=kind != "JPEG")
    bare = Image.frombytes(plain.mode, plain.size, plain.tobytes())
    written = io.BytesIO()
    if kind == "PNG":
        bare.save(written, "PNG", optimize=True)
    else:
        bare.save(written, kind, quality=88)
    return CleanPicture(written.getvalue(), MEDIA_TYPES[kind], bare.width, bare.height)


def _in_srgb(image: Image.Image, profile: object, *, keep_alpha: bool) -> Image.Image:
    """The pixels as RGB (or RGBA) of the common colour space; a broken profile is left out."""
    from PIL import ImageCms

    has_alpha = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
    mode = "RGBA" if has_alpha and keep_alpha else "RGB"
    if isinstance(profile, bytes) and image.mode in ("RGB", "RGBA", "CMYK"):
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            output = "RGB" if image.mode == "CMYK" else image.mode
            converted = ImageCms.profileToProfile(
                image, source, ImageCms.createProfile("sRGB"), outputMode=output
            )
        except (ImageCms.PyCMSError, OSError, ValueError):
            converted = None
        if converted is not None:
            return converted.convert(mode)
    return image.convert(mode)


_TOO_MANY = "The picture has more than 60 million pixels."
