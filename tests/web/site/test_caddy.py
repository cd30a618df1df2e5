"""The sample configuration for Caddy, in a real one: it serves as nginx does."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fronts import caddy_command, free_port, serving, telling_app
from tests.web.site.test_files import Press, press
from tests.web.site.test_nginx import (
    Front,
    test_a_file_is_served_as_the_app_serves_it,
    test_a_large_source_reaches_the_app,
    test_a_page_is_a_file_whatever_hangs_on_to_its_address,
    test_a_page_is_asked_for_again_and_packed,
    test_a_withdrawn_story_is_gone_at_once_with_its_reason,
    test_no_path_leads_out_of_the_folder,
    test_styles_scripts_and_fonts_are_files_too,
    test_the_app_is_told_who_asked,
    test_what_is_no_file_is_the_app_s_with_its_address_as_it_came,
)

__all__ = [
    "press",
    "test_a_file_is_served_as_the_app_serves_it",
    "test_a_large_source_reaches_the_app",
    "test_a_page_is_a_file_whatever_hangs_on_to_its_address",
    "test_a_page_is_asked_for_again_and_packed",
    "test_a_withdrawn_story_is_gone_at_once_with_its_reason",
    "test_no_path_leads_out_of_the_folder",
    "test_styles_scripts_and_fonts_are_files_too",
    "test_the_app_is_told_who_asked",
    "test_what_is_no_file_is_the_app_s_with_its_address_as_it_came",
]


@pytest.fixture
def front(press: Press, tmp_path: Path) -> Iterator[Front]:
    folder, port = tmp_path / "caddy", free_port()
    with telling_app() as app_port:
        command = caddy_command(folder, press.folder.pages, port, app_port)
        with serving(command, port, folder) as address:
            yield Front(press, address)
