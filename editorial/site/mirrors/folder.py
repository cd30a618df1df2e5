"""A mirror in a folder of this machine: a disk, a stick, what another program serves."""

import errno
from pathlib import Path

from flask import Flask

from editorial.site.export import export
from editorial.site.mirrors.tree import NotCarried
from editorial.site.tree import Exported

ADVICE = {
    errno.ENOSPC: "The disk is full; make room.",
    errno.EACCES: "Let the account that runs the newsroom write there.",
    errno.EROFS: "The disk can only be read; mount it to be written.",
    errno.EPERM: "The disk knows no links (FAT): give it a file system that does, such as ext4.",
    errno.EIO: "The disk does not answer; see whether it is whole.",
}


def carry_to_folder(app: Flask, target: Path) -> Exported:
    """``target/site`` becomes the newest edition from one moment to the next. Raises NotCarried."""
    if not target.parent.is_dir():
        raise NotCarried(
            f"There is no folder {target.parent}.", "Mount the disk, or make the folder."
        )
    try:
        return export(app, target)
    except OSError as error:
        raise NotCarried(
            f"The folder could not be written: {error.strerror or error}.",
            ADVICE.get(error.errno or 0, "See whether the disk is there and whole."),
        ) from error
