"""What a user types into the workbook and what it then says, one case a line, recalculated by LibreOffice."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from tests.support.clients import libreoffice
from tests.support.clients.compare import formula_values
from tests.support.editing import Typed
from tests.support.live import Place, Recalculated, TargetSheet, target_sheet_of
from tests.support.tables import book, printed_tables

pytestmark = pytest.mark.skipif(not libreoffice.available(), reason=libreoffice.MISSING)
REFERRALS = (
    "Percentage re-referrals to Children's Social Work Services within 12 months of a previous referral (R12M)"
)
INTERVIEWS = "Percentage of Returner Interviews completed for those with SCS Involvement"
SECOND_PLANS = "Percentage of children becoming subject to a child protection plan for the second or subsequent time"
AUDITS = "Percentage of Case File Audits graded good or outstanding"
CASELOADS = "Average caseloads in the CSWT Teams"
EXCLUSIONS = "Number of pupils permanently excluded from the primary phase - all Year R to Year 6 pupils"
TECH_LEVEL = "Average point score per Tech Level entry at KS5 [School students only]"
EVERYWHERE, THIS_YEAR = "Everywhere", "2024-25"
TITLES = 2  # the column of indicators, on every page


class Row(NamedTuple):
    """A row of figures."""

    table: str
    team: str
    title: str

    def place(self, built: Path, heading: str) -> Place:
        """Sheet and cell in the first column that is headed so."""
        table = printed_tables(built)[self.table]
        cell = table.sheet.cell(table.row(self.team, self.title).number, table.columns_headed(heading)[0])
        return table.sheet.title, cell.coordinate


class Case(NamedTuple):
    """An edit, in a row of figures or to this year's target that holds everywhere, and what a row then says."""

    edited: Row | str
    heading: str
    typed: Typed
    row: Row
    before: tuple[object, str, str]  # target, RAG, DOT
    after: tuple[object, str, str]


def canterbury(title: str) -> Row:
    return Row("Canterbury_social_care", "Canterbury CSWT", title)


TECH = Row("Sevenoaks_education_annual", "", TECH_LEVEL)
EXCLUDED = Row("Canterbury_education_monthly", "", EXCLUSIONS)
CASES = {
    "a worse figure": Case(
        canterbury(REFERRALS), "Measure", 31, canterbury(REFERRALS), (25, "AMBER", "⇧"), (25, "RED", "⇩")
    ),
    "text instead of a figure": Case(
        canterbury(INTERVIEWS),
        "Measure",
        "to be supplied",
        canterbury(INTERVIEWS),
        (90, "GREEN", "⇩"),
        (90, "N/A", "N/A"),
    ),
    "a figure instead of N/A": Case(TECH, "Measure", 36, TECH, (36, "N/A", "N/A"), (36, "GREEN", "N/A")),
    "a higher target": Case(AUDITS, "Target", 101, canterbury(AUDITS), (85, "GREEN", "⇔"), (101, "AMBER", "⇔")),
    "a higher target, on every page": Case(
        AUDITS, "Target", 101, Row("Kent_KPIs___ICS_monthly", "", AUDITS), (85, "GREEN", "⇧"), (101, "AMBER", "⇧")
    ),
    "a floor standard further off": Case(
        CASELOADS, "Floor standard", 25, canterbury(CASELOADS), (18, "RED", "⇧"), (18, "AMBER", "⇧")
    ),
    "a target whose bands move with it": Case(
        SECOND_PLANS, "Target", 16, canterbury(SECOND_PLANS), (20, "AMBER", "⇩"), (16, "GREEN", "⇧")
    ),
    "a target instead of N/A": Case(EXCLUSIONS, "Target", 1, EXCLUDED, ("N/A", "N/A", "⇩"), (1, "RED", "⇩")),
    "its floor standard": Case(EXCLUSIONS, "Floor standard", 1, EXCLUDED, ("N/A", "N/A", "⇩"), (1, "RED", "⇩")),
}


@pytest.fixture(scope="module")
def targets(built: Path) -> TargetSheet:
    """The Targets sheet of the shipped edition."""
    return target_sheet_of(built)


def edited_place(built: Path, targets: TargetSheet, case: Case) -> Place:
    """Where the case is typed."""
    if isinstance(case.edited, Row):
        return case.edited.place(built, case.heading)
    return targets.place(case.edited, EVERYWHERE, THIS_YEAR, case.heading)


@pytest.fixture(scope="module")
def recalculated(built: Path, targets: TargetSheet, tmp_path_factory: pytest.TempPathFactory) -> Recalculated:
    """The workbook with all of these edits."""
    edits = {edited_place(built, targets, case): case.typed for case in CASES.values()}
    return Recalculated(built, tmp_path_factory.mktemp("edited"), edits)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_the_row_says_what_follows_from_the_edit(built: Path, recalculated: Recalculated, case: Case) -> None:
    places = [case.row.place(built, heading) for heading in ("Target", "RAG", "DOT")]
    assert tuple(book(built)[sheet][cell].value for sheet, cell in places) == case.before
    assert tuple(recalculated[place] for place in places) == case.after


@pytest.mark.parametrize(("heading", "end"), {"Green from": 13.5, "Green to": 18.5, "Amber from": 8.5}.items())
def test_the_bands_keep_their_distance_from_the_target(
    recalculated: Recalculated, targets: TargetSheet, heading: str, end: float
) -> None:
    assert recalculated[targets.place(SECOND_PLANS, EVERYWHERE, THIS_YEAR, heading)] == end


def test_an_edit_changes_nothing_else(built: Path, recalculated: Recalculated) -> None:
    titles = {case.row.title for case in CASES.values()}
    for sheet, cell in formula_values(built):
        before = book(built)[sheet]
        counts = sheet in ("Exceptions", "Districts")  # which follow what is edited
        if not counts and recalculated[sheet, cell] != before[cell].value:
            assert before.cell(before[cell].row, TITLES).value in titles, f"{sheet}!{cell}"
