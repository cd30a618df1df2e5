"""The agency that is attacked."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.db.ledger.agency import Agency, agency_of
from tests.newsroom import Newsroom


@pytest.fixture
def agency(newsroom: Newsroom, tmp_path: Path) -> Iterator[Agency]:
    with agency_of(newsroom, tmp_path) as one:
        yield one
