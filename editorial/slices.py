"""The slices, in one list: a desk's word each; and the jobs they know how to do."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from flask import Blueprint

from editorial.publishing.jobs import JOBS as PUBLISHING_JOBS
from editorial.publishing.views import bp as publishing
from editorial.review.views import bp as review
from editorial.site.views import bp as site
from editorial.sources.views import bp as sources

BLUEPRINTS: tuple[Blueprint, ...] = (
    publishing,
    review,
    site,
    sources,
)

JOBS: dict[str, Callable[[dict[str, Any], datetime], None]] = {
    **PUBLISHING_JOBS,
}
