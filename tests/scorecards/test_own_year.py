"""A figure is judged by the target of its own year, which stands beside it, and says which period it is of."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.audits import auditor_of
from tests.support.clients import libreoffice
from tests.support.clients.compare import differing_cells
from tests.support.laying_out import lay_out
from tests.support.mixed import mix
from tests.support.reading import scorecard_of
from tests.support.small import SmallProject
from tests.support.tables import PrintedTable, printed_tables
from workbook_builder.commands.build import Order, build
from workbook_builder.outputs.xlsx.numbers import shown
from workbook_builder.rating.scheme import Rag
from workbook_builder.scorecards.exceptions import find_exceptions
from workbook_builder.scorecards.model import Row, Scorecard
from workbook_builder.styles import load_style

YEARLY, QUARTERLY, PLANS = "Percentage yearly", "Percentage quarterly", "Percentage of plans issued in time"


@pytest.fixture
def mixed(small: SmallProject) -> SmallProject:
    return mix(small)


def rows_of(scorecard: Scorecard) -> dict[str, Row]:
    """The rows of the mixed table by title."""
    [table] = [table for page in scorecard.pages for table in page.tables if table.spec.id == "mixed"]
    return {row.title: row for row in table.rows}


def printed(project: SmallProject) -> PrintedTable:
    return printed_tables(build(Order(project.folder, "2024-11")).file)["County_mixed"]


def values(table: PrintedTable, title: str) -> list[object]:
    return [cell.value for cell in table.cells(table.row("", title).number)]


def displayed(project: SmallProject) -> dict[object, list[str]]:
    """What the rows of the mixed table display, by title."""
    book = lay_out(scorecard_of(project), load_style(project.folder, "kent"))
    [sheet] = [sheet for sheet in book.sheets if sheet.name == "County"]
    lines = [[shown(cell) for cell in row.cells if cell] for row in sheet.rows]
    return {line[0]: line for line in lines if len(line) == 10}


def test_each_row_is_rated_by_the_target_of_its_own_year(mixed: SmallProject) -> None:
    rows = rows_of(scorecard_of(mixed))
    assert {title: (row.rating, str(row.year)) for title, row in rows.items()} == {
        PLANS: (Rag.GREEN, "2024-25"),
        YEARLY: (Rag.GREEN, "2023-24"),  # RED by the 80 of 2024-25
        QUARTERLY: (Rag.AMBER, "2023-24"),  # RED by the 55 of 2024-25
    }


def test_an_outturn_of_the_same_year_is_rated_beside_the_latest_figure(mixed: SmallProject) -> None:
    row = rows_of(scorecard_of(mixed))[QUARTERLY]
    judged = {str(period): rating for period, rating in row.ratings.items()}
    assert judged == {"2023-24 Q4": Rag.AMBER, "2023-24": Rag.GREEN}


def test_the_target_shown_is_the_one_that_judges(mixed: SmallProject) -> None:
    table = printed(mixed)
    assert values(table, YEARLY)[2:7] == [71, 75, "⇧", 74, "GREEN"]
    assert values(table, QUARTERLY)[2:] == [40, 44, "⇧", 45, "AMBER", 56, 45, "GREEN"]
    assert values(table, PLANS)[4:7] == ["⇧", 60, "GREEN"]


def test_a_row_whose_period_no_heading_names_prints_it(mixed: SmallProject) -> None:
    lines = displayed(mixed)
    assert lines[YEARLY][2:4] == ["2022-23: 71.0", "2023-24: 75.0"]
    assert lines[YEARLY][5] == "2023-24: 74"
    assert lines[QUARTERLY][2:4] == ["Q3 23-24: 40.0", "Q4 23-24: 44.0"]
    assert lines[QUARTERLY][5] == "2023-24: 45"
    assert [lines[PLANS][n] for n in (2, 3, 5)] == ["60.0", "61.5", "60"]
    assert lines[QUARTERLY][8] == "45"  # its heading says 2023-24


def test_a_note_says_of_which_period_the_others_are(mixed: SmallProject) -> None:
    [table] = [t for page in scorecard_of(mixed).pages for t in page.tables if t.spec.id == "mixed"]
    assert table.notes == (
        "Latest results are of Nov-24, or of the period that stands before them; each is judged by the target of its "
        "own year.",
    )


def test_its_own_target_stands_on_the_page_of_targets(mixed: SmallProject) -> None:
    scorecard = scorecard_of(mixed)
    stated, unshown = (
        {(target.indicator, str(target.year)) for target in targets}
        for targets in (scorecard.targets, scorecard.unshown)
    )
    assert ("YEARLY", "2023-24") in stated - unshown
    assert ("YEARLY", "2024-25") in unshown  # it stands there, with a warning, though nothing shows it


def test_exceptions_count_it_by_its_own_year(mixed: SmallProject) -> None:
    counts = find_exceptions(scorecard_of(mixed)).total.now
    assert counts[Rag.RED] == 1  # PLANS in Eastham


def test_the_workbook_says_the_same_when_it_is_recalculated(mixed: SmallProject, tmp_path: Path) -> None:
    if not libreoffice.available():
        pytest.skip(libreoffice.MISSING)
    file = build(Order(mixed.folder, "2024-11")).file
    assert differing_cells(file, libreoffice.recalculate(file, tmp_path)) == []


def test_an_audit_judges_by_the_same_year(mixed: SmallProject) -> None:
    file = build(Order(mixed.folder, "2024-11")).file
    assert auditor_of(mixed.folder)(file) == ()


def test_a_missing_target_of_its_own_year_is_asked_for(mixed: SmallProject) -> None:
    mixed.change("inputs/2024-11/targets.csv", "YEARLY,2023-24,74", "YEARLY,2022-23,74")
    findings = [f for f in build(Order(mixed.folder, "2024-11")).open_findings if f.rule == "missing_target"]
    assert [finding.found for finding in findings if "yearly" in str(finding)] == ["no target for 2023-24"]
