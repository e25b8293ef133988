"""The page in Firefox as Debian has it, with the project as a zip file."""

from __future__ import annotations

import base64
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import firefox
from tests.support.desk import printed
from tests.support.firefox import Firefox
from tests.support.small import SmallProject

pytestmark = pytest.mark.skipif(not firefox.available(), reason=firefox.MISSING)
WORKBOOK = "outputs/Small_Scorecard_2024-11.xlsx"
CAUGHT = """HTMLAnchorElement.prototype.click = () => {}; URL.createObjectURL = blob => (window.saved = blob, "#");
navigator.clipboard.writeText = async text => { window.copied = text; }; 0"""
READ = """new Promise(told => {
    const reader = new FileReader();
    reader.onload = () => told(reader.result.split(",")[1]);
    reader.readAsDataURL(saved);
})"""


@pytest.fixture
def tab(page_file: Path) -> Iterator[Firefox]:
    """A tab that shows the page, ready."""
    with firefox.opened(page_file) as shown:
        shown.wait("document.body.dataset.ready === '1'")
        yield shown


def test_it_builds_the_same_bytes_with_the_same_report_and_asks_for_nothing(
    tab: Firefox, small: SmallProject, tmp_path: Path
) -> None:
    archive = shutil.make_archive(str(tmp_path / "zipped"), "zip", small.folder.parent, small.folder.name)
    _, said = printed(small.folder, "build", "2024-11")
    tab.choose("#zip", Path(archive))
    tab.wait("document.body.dataset.opened === '1'")
    tab.run("document.querySelector('#tab-build').click(), document.querySelector('#panel-build .go').click()")
    tab.wait("document.body.dataset.reports === '1'")
    tab.run(CAUGHT)
    tab.run("document.querySelector('#copy').click(), document.querySelector('#made button').click()")
    tab.wait("window.copied && window.saved")
    assert tab.run("copied") == said
    assert base64.b64decode(tab.run(READ)) == (small.folder / WORKBOOK).read_bytes()
    outside = [address for address in tab.requests if not address.startswith(("blob:", "data:", "about:"))]
    assert outside == []  # of the file itself Firefox does not tell
