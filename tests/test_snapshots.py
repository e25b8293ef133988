"""Laid-out sheets as text, compared with the texts in `snapshots/`: a change of the layout shows as a diff.

To renew them after a change that is meant, and then read the diff:

    WORKBOOK_BUILDER_RENEW_SNAPSHOTS=1 python -m pytest tests/test_snapshots.py

(in PowerShell: `$env:WORKBOOK_BUILDER_RENEW_SNAPSHOTS=1; python -m pytest tests/test_snapshots.py`).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

import pytest

from tests.changing import PAGE, change_much, workbook_of
from tests.commented import commented
from tests.laying_out import lay_out
from tests.small import SmallProject
from tests.tables import EXCEPTIONS
from tests.test_exceptions_page import compared
from tests.widened import widen
from workbook_builder.build import scorecard_of
from workbook_builder.grid import Cell, Sheet, Workbook, address
from workbook_builder.outputs.xlsx.numbers import shown
from workbook_builder.styles import load_style

RENEW = "WORKBOOK_BUILDER_RENEW_SNAPSHOTS"
FOLDER = Path(__file__).parent / "snapshots"
SMALL = ["Cover", "Contents", "County", "Eastham", "Targets", "Sources", "Definitions"]
COMMENTED = ["Commentary"]
WIDENED = ["County"]
SHIPPED = ["Swale"]  # several teams of a kind, so tables in parts


def as_text(sheet: Sheet) -> str:
    """A sheet as text: what it shows, a row a line with cells parted by `|`, then formulas, links, sparklines."""
    values = (f"{n:>3} {' | '.join(map(_text, row.cells))}".rstrip() for n, row in enumerate(sheet.rows, 1))
    head = [f"{sheet.name}: {sheet.title}", *(f"{name} = {area.address}" for name, area in sheet.names)]
    return "\n".join([*head, "", *values, "", *_formulas(sheet), ""])


def _text(cell: Cell | None) -> str:
    return shown(cell).replace("\n", "⏎").replace("|", "¦") if cell else ""


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


def sheet_of(workbook: Workbook, name: str) -> Sheet:
    [sheet] = [sheet for sheet in workbook.sheets if sheet.name == name]
    return sheet


@pytest.fixture
def small_workbook(small: SmallProject) -> Workbook:
    """The small project, laid out."""
    return laid_out(small)


def laid_out(small: SmallProject) -> Workbook:
    return lay_out(scorecard_of(small.folder, "2024-11")[0], load_style(small.folder, "kent"))


@pytest.mark.parametrize("name", SMALL)
def test_the_small_project_is_laid_out_as_kept(small_workbook: Workbook, name: str) -> None:
    settled(f"small {name}", as_text(sheet_of(small_workbook, name)))


@pytest.mark.parametrize("name", COMMENTED)
def test_the_small_project_with_commentary_is_laid_out_as_kept(small: SmallProject, name: str) -> None:
    commented(small, "County,Children,REPEAT,Repeat referrals rose.,A team,")
    settled(f"commented {name}", as_text(sheet_of(laid_out(small), name)))


@pytest.mark.parametrize("name", WIDENED)
def test_the_small_project_with_the_optional_columns_is_laid_out_as_kept(small: SmallProject, name: str) -> None:
    settled(f"widened {name}", as_text(sheet_of(laid_out(widen(small)), name)))


def test_what_changed_in_the_small_project_is_laid_out_as_kept(small: SmallProject) -> None:
    change_much(small)
    settled(f"changed {PAGE}", as_text(sheet_of(workbook_of(small), PAGE)))


def test_the_exceptions_of_the_small_project_are_laid_out_as_kept(small: SmallProject) -> None:
    compared(small)
    settled(f"compared {EXCEPTIONS}", as_text(sheet_of(laid_out(small), EXCEPTIONS)))


@pytest.mark.parametrize("name", SHIPPED)
def test_the_shipped_edition_is_laid_out_as_kept(workbook: Workbook, name: str) -> None:
    settled(f"shipped {name}", as_text(sheet_of(workbook, name)))


def test_no_snapshot_is_left_over() -> None:
    kept = {"small": SMALL, "changed": [PAGE], "compared": [EXCEPTIONS], "commented": COMMENTED, "shipped": SHIPPED}
    kept["widened"] = WIDENED
    expected = {f"{which} {name}.txt" for which, names in kept.items() for name in names}
    assert {path.name for path in FOLDER.iterdir()} == expected


def test_every_sheet_of_the_small_project_is_kept(small_workbook: Workbook) -> None:
    assert [sheet.name for sheet in small_workbook.sheets] == SMALL
