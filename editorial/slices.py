"""The slices, in one list: a desk's word each; and the jobs they know how to do."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from flask import Blueprint

BLUEPRINTS: tuple[Blueprint, ...] = ()

JOBS: dict[str, Callable[[dict[str, Any], datetime], None]] = {}
