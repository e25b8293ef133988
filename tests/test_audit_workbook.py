"""An .xlsx in the builder's own layout is audited too: as it was built it is right, and each hand edit is found."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest

from tests.audits import Auditor, Told, auditor, told
from tests.editing import Typed, edit_cells
from tests.small import SmallProject
from tests.tables import PrintedTable, printed_tables
from workbook_builder.auditing import AuditOrder, audit_file
from workbook_builder.build import Order, build
from workbook_builder.checks import check_scorecard
from workbook_builder.findings import Finding
from workbook_builder.inputs import Inputs
from workbook_builder.problems import ProblemsFound
from workbook_builder.scorecards.model import Scorecard
from workbook_builder.styles import Looks

FEBRUARY = Path(__file__).parent / "february_2018"
ASHFORD = "Ashford_social_care"
CSWT, EHU = "Ashford CSWT", "Ashford EHU"
REPEAT = "Percentage of re-referrals to Children's Social Work Services within 12 months of a previous referral"


@pytest.fixture(scope="module")
def audited(scorecard: Scorecard, inputs: Inputs, looks: Looks) -> Auditor:
    """Audits a workbook against November 2024."""
    return auditor(scorecard, inputs, looks)


@pytest.fixture(scope="module")
def found(audited: Auditor, built: Path) -> tuple[Finding, ...]:
    """What the audit finds in the workbook as it was built."""
    return audited(built)


def test_the_november_workbook_holds_only_the_ratios_that_its_inputs_are_warned_of(
    scorecard: Scorecard, inputs: Inputs, found: tuple[Finding, ...]
) -> None:
    warned = {(f.rule, f.indicator, f.place, f.found, f.expected) for f in check_scorecard(scorecard, inputs)}
    assert len(found) == 5
    assert {(f.rule, f.indicator, f.place, f.found, f.expected) for f in found} == {
        one for one in warned if one[0] in ("ratio", "unit_slip")
    }


def test_a_workbook_as_it_was_built_contradicts_nothing(small: SmallProject) -> None:
    file = build(Order(small.folder, "2024-11")).file
    assert audit_file(AuditOrder(small.folder, "2024-11", file)) == ()


def test_another_layout_contradicts_nothing_either(root: Path, tmp_path: Path) -> None:
    project = shutil.copytree(FEBRUARY, tmp_path / "project")
    shutil.copytree(root / "styles", project / "styles", dirs_exist_ok=True)
    file = build(Order(project, "2018-02")).file
    assert audit_file(AuditOrder(project, "2018-02", file)) == ()
