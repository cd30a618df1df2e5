"""The slices, in one list: a desk's word each; and the jobs they know how to do."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from flask import Blueprint

from editorial.accounts.jobs import JOBS as ACCOUNTS_JOBS
from editorial.accounts.views import bp as accounts
from editorial.admin.views import bp as admin
from editorial.board.views import bp as board
from editorial.budget.views import bp as budget
from editorial.drafting.jobs import JOBS as DRAFTING_JOBS
from editorial.drafting.share_views import bp as drafting
from editorial.history.views import bp as history
from editorial.publishing.jobs import JOBS as PUBLISHING_JOBS
from editorial.publishing.views import bp as publishing
from editorial.readers.views import bp as readers
from editorial.review.preview_views import bp as review
from editorial.site.jobs import JOBS as SITE_JOBS
from editorial.site.views import bp as site
from editorial.sources.jobs import JOBS as SOURCES_JOBS
from editorial.sources.transcript_views import bp as sources
from editorial.telling.jobs import JOBS as TELLING_JOBS
from editorial.telling.views import bp as telling
from editorial.transparency.jobs import JOBS as TRANSPARENCY_JOBS
from editorial.transparency.views import bp as transparency

BLUEPRINTS: tuple[Blueprint, ...] = (
    accounts,
    admin,
    board,
    budget,
    drafting,
    history,
    publishing,
    readers,
    review,
    site,
    sources,
    telling,
    transparency,
)

JOBS: dict[str, Callable[[dict[str, Any], datetime], None]] = {
    **ACCOUNTS_JOBS,
    **DRAFTING_JOBS,
    **PUBLISHING_JOBS,
    **SITE_JOBS,
    **SOURCES_JOBS,
    **TELLING_JOBS,
    **TRANSPARENCY_JOBS,
}
