"""Pages as text, and what is live in their sheets, compared with the texts in `snapshots/`: a change shows as a diff.

To renew them after a change that is meant, and then read the diff:

    WORKBOOK_BUILDER_RENEW_SNAPSHOTS=1 python -m pytest tests/pages/test_snapshots.py

(in PowerShell: `$env:WORKBOOK_BUILDER_RENEW_SNAPSHOTS=1; python -m pytest tests/pages/test_snapshots.py`).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

import pytest

from tests.pages.test_exceptions_page import compared
from tests.support.changing import PAGE, change_much, december
from tests.support.commented import commented
from tests.support.recipes import scorecard_of
from tests.support.small import SmallProject
from tests.support.tables import EXCEPTIONS
from tests.support.widened import widen
from workbook_builder.grid import Sheet, address
from workbook_builder.outputs import xlsx
from workbook_builder.outputs.text import page_as_text
from workbook_builder.pages import make_pages
from workbook_builder.scorecards import Scorecard
from workbook_builder.styles import Looks, load_style

RENEW = "WORKBOOK_BUILDER_RENEW_SNAPSHOTS"
FOLDER = Path(__file__).parent / "snapshots"
LIVE = "(live)"
SMALL = ["Cover", "Contents", "County", "Eastham", "Targets", "Sources", "Definitions"]
COMMENTED = ["Commentary"]
WIDENED = ["County"]
SHIPPED = ["Swale"]  # several teams of a kind, so tables in parts


def live_text(sheet: Sheet) -> str:
    """What is live in a sheet: where its names stand, its formulas, links and sparklines, a line each."""
    names = (f"{name} = {area.address}" for name, area in sheet.names)
    return "\n".join([*names, "", *_formulas(sheet), ""])


def _formulas(sheet: Sheet) -> Iterator[str]:
    for row, column, cell in sheet.cells():
        if cell.formula or cell.link:
            yield f"{address(row, column)} {cell.formula or '-> ' + cell.link} ({cell.style.value})"
    for line in sheet.sparklines:
        yield f"{address(line.row, line.column)} sparkline of {line.points.address}"


def settled(name: str, text: str) -> None:
    """Compare a text with the snapshot of that name, or renew the snapshot where that is asked for."""
    path = FOLDER / f"{name}.txt"
    if os.environ.get(RENEW):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    kept = path.read_text(encoding="utf-8") if path.exists() else ""
    diff = unified_diff(kept.splitlines(), text.splitlines(), f"kept in {path.name}", "laid out now", "", "", 0, "")
    if kept != text:
        pytest.fail("\n".join([*diff, f"If that is meant, set {RENEW}=1 and run this test again."]), pytrace=False)


def settled_page(name: str, scorecard: Scorecard, looks: Looks) -> None:
    """Compare what the page `small County` says, and what is live in its sheet, with what was kept."""
    publication = make_pages(scorecard)
    [page] = [page for page in publication.pages if page.name == name.partition(" ")[2]]
    settled(name, page_as_text(page))
    [sheet] = [sheet for sheet in xlsx.lay_out(publication, looks).sheets if sheet.name == page.name]
    if any(cell.formula or cell.link for _, _, cell in sheet.cells()):
        settled(f"{name} {LIVE}", live_text(sheet))


def kept(small: SmallProject, name: str) -> None:
    settled_page(name, scorecard_of(small.folder, "2024-11")[0], load_style(small.folder, "kent"))


@pytest.mark.parametrize("name", SMALL)
def test_the_small_project_says_what_was_kept(small: SmallProject, name: str) -> None:
    kept(small, f"small {name}")


@pytest.mark.parametrize("name", COMMENTED)
def test_the_small_project_with_commentary_says_what_was_kept(small: SmallProject, name: str) -> None:
    commented(small, "County,Children,REPEAT,Repeat referrals rose.,A team,")
    kept(small, f"commented {name}")


@pytest.mark.parametrize("name", WIDENED)
def test_the_small_project_with_the_optional_columns_says_what_was_kept(small: SmallProject, name: str) -> None:
    kept(widen(small), f"widened {name}")


def test_what_changed_in_the_small_project_says_what_was_kept(small: SmallProject) -> None:
    change_much(small)
    settled_page(f"changed {PAGE}", december(small), load_style(small.folder, "kent"))


def test_the_exceptions_of_the_small_project_say_what_was_kept(small: SmallProject) -> None:
    compared(small)
    kept(small, f"compared {EXCEPTIONS}")


@pytest.mark.parametrize("name", SHIPPED)
def test_the_shipped_edition_says_what_was_kept(scorecard: Scorecard, looks: Looks, name: str) -> None:
    settled_page(f"shipped {name}", scorecard, looks)


def test_no_snapshot_is_left_over() -> None:
    names = {"small": SMALL, "changed": [PAGE], "compared": [EXCEPTIONS], "commented": COMMENTED, "shipped": SHIPPED}
    names["widened"] = WIDENED
    expected = {f"{which} {name}.txt" for which, pages in names.items() for name in pages}
    assert {path.name for path in FOLDER.iterdir() if LIVE not in path.stem} == expected
    assert {path.name.replace(f" {LIVE}", "") for path in FOLDER.iterdir()} == expected


def test_every_page_of_the_small_project_is_kept(small: SmallProject) -> None:
    publication = make_pages(scorecard_of(small.folder, "2024-11")[0])
    assert [page.name for page in publication.pages] == SMALL
