"""The workbook says of itself what is doubtful in it, and what it was made from."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.support.commands import OUTPUT
from tests.support.excel import to_workbook
from tests.support.laying_out import lay_out
from tests.support.reading import FOLDER, OBSERVATIONS
from tests.support.small import SmallProject
from tests.support.tables import named_areas, printed_tables
from workbook_builder import __version__
from workbook_builder.checks import check_scorecard
from workbook_builder.commands.build import Order, build
from workbook_builder.inputs import Inputs
from workbook_builder.outputs.xlsx import writer as xlsx
from workbook_builder.scorecards import Scorecard
from workbook_builder.styles import Looks, When

SPEC = "indicator_specs.yaml"
EDITION = f"{FOLDER}/edition.yaml"
STYLE = "styles/kent.yaml"
REASON = "The team has corrected the system since."
HEADINGS = [
    "Rule",
    "Page",
    "Indicator",
    "Area or team",
    "Period",
    "Found",
    "Expected",
    "Difference",
    "Status",
    "Stands in",
]


@pytest.fixture
def checked(small: SmallProject) -> SmallProject:
    """The small project with a page `checks`, and a warning that is accepted beside one that is open."""
    last = "      - {kind: definitions, name: Definitions}\n"
    small.change(SPEC, last, f"{last}      - {{kind: checks, name: Checks}}\n")
    small.change(OBSERVATIONS, "PLANS,Shire,2024-11,61.5,123,200", "PLANS,Shire,2024-11,28.1,9,31")
    small.change(OBSERVATIONS, "PLANS,Eastham,2024-11,41.0,41,100", "PLANS,Eastham,2024-11,115.9,131,113")
    small.write(EDITION, f"{small.text(EDITION)}accepted:\n  - {{rule: ratio, indicator: PLANS, reason: {REASON}}}\n")
    return small


def sheet(small: SmallProject, name: str) -> Worksheet:
    """A sheet of the project's workbook, built anew."""
    found = load_workbook(build(Order(small.folder, "2024-11")).file)[name]
    assert isinstance(found, Worksheet)
    return found


def texts(page: Worksheet) -> list[list[str]]:
    """The rows of a sheet that hold anything."""
    rows = [[str(cell) for cell in row if cell is not None] for row in page.iter_rows(values_only=True)]
    return [row for row in rows if row]


@pytest.mark.parametrize(
    ("when", "status", "shown"),
    [
        ("drafts", "draft", True),
        ("drafts", "final", False),
        ("always", "draft", True),
        ("always", "final", True),
        ("never", "draft", False),
        ("never", "final", False),
    ],
)
def test_the_style_says_in_which_editions_the_page_is_shown(
    checked: SmallProject, when: str, status: str, shown: bool
) -> None:
    checked.change(STYLE, "checks_page: drafts", f"checks_page: {when}")
    checked.change(EDITION, "draft", status)
    book = load_workbook(build(Order(checked.folder, "2024-11")).file)
    assert ("Checks" in book.sheetnames) is shown
    assert (["Checks", "Checks"] in texts(book["Contents"])) is shown


def test_the_page_lists_every_warning_with_its_status(checked: SmallProject) -> None:
    title = "PLANS Percentage of plans issued in time"
    rows = texts(sheet(checked, "Checks"))
    assert rows[rows.index(HEADINGS) + 1 :] == [
        [
            *("ratio", "County", title, "Shire", "Nov-24"),
            *("28.1", "29.0, from 9 / 31", "0.88 more than rounding explains", f"accepted: {REASON}"),
            f"{OBSERVATIONS}, row 4",
        ],
        [
            *("numerator_above_denominator", "Eastham", title, "Eastham", "Nov-24"),
            *("a numerator of 131", "at most 113, the denominator", "18 more", "open"),
            f"{OBSERVATIONS}, row 8",
        ],
    ]


def test_the_page_says_so_where_there_is_no_warning(checked: SmallProject) -> None:
    checked.change(OBSERVATIONS, "28.1,9,31", "29.0,9,31")
    checked.change(OBSERVATIONS, "115.9,131,113", "41.0,41,100")
    checked.write(EDITION, checked.text(EDITION).partition("accepted:")[0])
    rows = texts(sheet(checked, "Checks"))
    assert rows[rows.index(HEADINGS) + 1 :] == [["No warning: every rule was applied, and none found anything."]]


def test_the_list_of_warnings_has_a_name(checked: SmallProject) -> None:
    sheet(checked, "Checks")
    area = named_areas(checked.folder / OUTPUT)["Checks"]
    assert [cell.value for cell in area.cells(area.top)] == HEADINGS
    assert [area.sheet.cell(row, area.left).value for row in (area.top + 1, area.bottom)] == [
        "ratio",
        "numerator_above_denominator",
    ]


def test_each_warning_is_linked_to_the_row_it_is_about(
    scorecard: Scorecard, inputs: Inputs, looks: Looks, tmp_path: Path
) -> None:
    findings = check_scorecard(scorecard, inputs)
    shown = lay_out(replace(scorecard, findings=findings), replace(looks, checks_page=When.ALWAYS))
    xlsx.write(shown, looks, tmp_path / "checked.xlsx")
    areas = named_areas(tmp_path / "checked.xlsx")
    rows = {
        (table.sheet.title, row.team, row.title): row.number
        for table in printed_tables(tmp_path / "checked.xlsx").values()
        if table is not areas["Checks"] and table.sheet.title != "Checks"
        for row in table.rows()
    }
    checks = areas["Checks"]
    linked = [checks.sheet.cell(row, 2).hyperlink for row in range(checks.top + 1, checks.bottom + 1)]
    page_areas = {page.name: page.area.name for page in scorecard.pages if page.area}
    expected = [(f.page, rows[f.page, "" if f.place == page_areas[f.page] else f.place, f.title]) for f in findings]
    assert [link.location if link else None for link in linked] == [f"'{page}'!A{row}" for page, row in expected]
    assert any(finding.place.endswith(" CSWT") for finding in findings)


def hashed(small: SmallProject, *names: str) -> list[list[str]]:
    """The lines that name files with the hashes of what they hold."""
    return [[f"{name} (SHA-256 {hashlib.sha256((small.folder / name).read_bytes()).hexdigest()})"] for name in names]


MADE_FROM = f"This workbook is the draft edition of November 2024, built by workbook_builder {__version__} from:"
TABLES = [f"{FOLDER}/{name}.csv" for name in ("observations", "targets", "benchmarks", "sources")]


def test_the_workbook_names_every_file_it_was_made_from(small: SmallProject) -> None:
    lines = texts(sheet(small, "Sources"))
    assert lines[lines.index([MADE_FROM]) + 1 :] == hashed(small, SPEC, EDITION, *TABLES)


def test_the_workbook_names_the_files_of_earlier_editions_and_none_of_later_ones(small: SmallProject) -> None:
    header = small.text(OBSERVATIONS).splitlines()[0]
    small.write("inputs/2024-10/observations.csv", f"{header}\nPLANS,Shire,2024-10,60.0,,,,\n")
    small.write("inputs/2024-12/observations.csv", f"{header}\nPLANS,Shire,2024-12,60.0,,,,\n")
    lines = texts(sheet(small, "Sources"))
    expected = hashed(small, SPEC, "inputs/2024-10/observations.csv", EDITION, *TABLES)
    assert lines[lines.index([MADE_FROM]) + 1 :] == expected


def test_the_workbook_names_a_workbook_of_inputs_and_what_edition_it_is(small: SmallProject) -> None:
    to_workbook(small)
    lines = texts(sheet(small, "Sources"))
    assert lines[lines.index([MADE_FROM]) + 1 :] == hashed(small, SPEC, EDITION, f"{FOLDER}/inputs.xlsx")
