"""Whatever stands in a file of printed cells or in a cell of a workbook, an audit ends with findings or problems."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook as Book

from tests.audit.test_audit_pages import typed
from tests.support.audits import Auditor, auditor, cells_file, complete
from tests.support.every_page import EDITION, every_page
from tests.support.reading import inputs_of, scorecard_of
from tests.support.small import SmallProject
from workbook_builder.audit import Edition, audit
from workbook_builder.audit.cell_text import text_of
from workbook_builder.audit.cells_file import COLUMNS
from workbook_builder.audit.printed import figure_of
from workbook_builder.audit.workbook import read_pages
from workbook_builder.commands.build import Order, build
from workbook_builder.findings import Finding
from workbook_builder.inputs.figures import Missing, Number
from workbook_builder.inputs.opening import Workbook, open_workbook
from workbook_builder.problems import ProblemsFound, Report
from workbook_builder.styles import Looks

SENSIBLE = [
    *("County", "Shire", "Eastham", "Eastham CSWT", "PLANS", "REPEAT", "SECOND", "monthly", "H", "T"),
    *(
        "Sep-24;Oct-24",
        "58.0;60.0",
        "N/A;",
        "Nov-24",
        "61.5",
        "0",
        "-1",
        "<= 25",
        "1e9",
        "GREEN",
        "up",
        "same",
        "N/A",
    ),
]
CELLS = st.one_of(st.sampled_from(SENSIBLE), st.text(max_size=12), st.just(""))
ROWS = st.lists(st.fixed_dictionaries(dict.fromkeys(COLUMNS, CELLS)), min_size=1, max_size=4)


@pytest.fixture
def audited(small: SmallProject, looks: Looks) -> Auditor:
    """Audits a file against the small project."""
    return auditor(scorecard_of(small), inputs_of(small), looks)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=ROWS)
def test_any_text_in_any_cell_ends_in_findings_or_problems(
    tmp_path: Path, audited: Auditor, rows: list[dict[str, str]]
) -> None:
    findings: tuple[Finding, ...] = ()
    with suppress(ProblemsFound):
        findings = audited(cells_file(tmp_path, rows))
    assert all(finding.rule and finding.found and finding.expected for finding in findings)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)))
def test_any_bytes_end_in_problems(tmp_path: Path, audited: Auditor, content: bytes) -> None:
    for name in ("cells.csv", "scorecard.xlsx"):
        file = tmp_path / name
        file.write_bytes(content)
        with pytest.raises(ProblemsFound):
            audited(file)


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (61.55, "0.0", "61.6"),
        (61.55, "General", "61.55"),
        (28, "#,##0.0", "28.0"),
        (28, '#,##0.0"*"', "28.0"),
        (28, '#,##0.0"†"', "28.0"),
        (25, '"<= "#,##0', "25"),
        (1234567, "#,##0", "1234567"),
        (0.616, "0.0%", "61.6%"),
        (None, "0.0", ""),
        ("  two\n lines ", "0.0", "two lines"),
        (datetime(2024, 11, 1), "mmm-yy", "Nov-24"),
        (datetime(2024, 11, 24), "d-mmm", "2024-11-24"),
        (True, "General", "True"),
        ("#DIV/0!", "0.0", "#DIV/0!"),
    ],
)
def test_a_cell_is_read_as_it_is_displayed(value: Any, number_format: str, shown: str) -> None:
    cell = Book().worksheets[0].cell(1, 1, value)
    cell.number_format = number_format
    assert text_of(cell) == shown


@example(1e300)
@given(st.floats(allow_nan=False, allow_infinity=False))
def test_any_number_in_a_workbook_can_be_displayed(value: float) -> None:
    cell = Book().worksheets[0].cell(1, 1, value)
    cell.number_format = "0.0"
    assert isinstance(figure_of(text_of(cell)), Number | None)


@pytest.mark.parametrize(
    ("text", "is_number"), [("<= 25", True), ("1,234", True), ("n/a", False), ("−3.2", True), ("", False)]
)
def test_limits_and_thousands_are_numbers(text: str, is_number: bool) -> None:
    figure = figure_of(text)
    assert isinstance(figure, Number) is is_number
    assert figure is None or isinstance(figure, Number | Missing)


VALUES = st.one_of(
    st.sampled_from([None, "", "N/A", "GREEN", "RED", "⇧", "to be supplied", "suppressed", "#REF!", True, 0, -1]),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=8),
)


@pytest.fixture(scope="module")
def every(tmp_path_factory: pytest.TempPathFactory) -> tuple[Workbook, Edition]:
    """A workbook with every kind of page and column, and its edition."""
    small = every_page(SmallProject(tmp_path_factory.mktemp("every") / "project"))
    book = open_workbook(build(Order(small.folder, EDITION)).file)
    assert isinstance(book, Workbook)
    return book, complete(small.folder, EDITION)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_anything_typed_into_cells_of_a_workbook_ends_in_findings_or_problems(
    every: tuple[Workbook, Edition], data: st.DataObject
) -> None:
    book, edition = every
    for _ in range(data.draw(st.integers(1, 5))):
        sheet = data.draw(st.sampled_from(book.sheets))
        cell = data.draw(st.sampled_from(list(sheet.cells)))
        book = typed(book, sheet.title, cell.address, data.draw(VALUES))
    report = Report()
    printed = read_pages(book, "book.xlsx", edition, report)
    if not report.problems:
        assert all(finding.rule and finding.found and finding.expected for finding in audit(edition, printed))
