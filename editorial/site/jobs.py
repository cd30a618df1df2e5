"""Bringing the published files up to date where the process that acted could not; and mirrors."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from editorial.pipeline.carry import MIRROR
from editorial.pipeline.public import PRESS
from editorial.site.mirrors.run import carry_mirror
from editorial.site.press import bring_up_to_date, folder_here


def press(_details: dict[str, Any], _now: datetime) -> None:
    """All editions that wait, at once; the jobs of those after the first find nothing to do."""
    folder = folder_here()
    if folder is not None:
        bring_up_to_date(folder)


JOBS: dict[str, Callable[[dict[str, Any], datetime], None]] = {PRESS: press, MIRROR: carry_mirror}
