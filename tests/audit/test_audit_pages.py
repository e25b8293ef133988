"""The audit looks at what is printed on every page, in every kind of column, in any order and style."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.styles import PatternFill

from tests.house.test_extensions import from_target
from tests.support.audits import auditor_of, complete
from tests.support.clients import libreoffice
from tests.support.editing import Typed, edit_cells
from tests.support.every_page import EDITION, every_page
from tests.support.small import SmallProject
from workbook_builder.audit import Edition, audit
from workbook_builder.audit.workbook import read_pages
from workbook_builder.commands.build import Order, build
from workbook_builder.findings import Finding
from workbook_builder.inputs.opening import Cell, Sheet, Workbook, open_workbook
from workbook_builder.pages import columns
from workbook_builder.problems import Report
from workbook_builder.specs.schema import json_schema

DOCUMENT = Path("docs/audit.md")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> SmallProject:
    """The project with every kind of page and column."""
    return every_page(SmallProject(tmp_path_factory.mktemp("every") / "project"))


@pytest.fixture(scope="module")
def file(project: SmallProject) -> Path:
    """Its workbook, as it was built."""
    return build(Order(project.folder, EDITION)).file


@pytest.fixture(scope="module")
def edition(project: SmallProject) -> Edition:
    """What it is audited against."""
    return complete(project.folder, EDITION)


@pytest.fixture(scope="module")
def opened(file: Path) -> Workbook:
    """The workbook, open."""
    book = open_workbook(file)
    assert isinstance(book, Workbook)
    return book


def audited(book: Workbook, edition: Edition) -> tuple[Finding, ...]:
    """What an audit finds in an open workbook, without what would stop it."""
    report = Report()
    printed = read_pages(book, "book.xlsx", edition, report)
    report.raise_if_any()
    return audit(edition, printed)


def typed(book: Workbook, sheet: str, address: str, value: object) -> Workbook:
    """The workbook with another value in a cell."""
    sheets = [_typed(one, address, value) if one.title == sheet else one for one in book.sheets]
    return Workbook(tuple(sheets), book.names, book.is_recalculated)


def _typed(sheet: Sheet, address: str, value: object) -> Sheet:
    [cell] = [cell for cell in sheet.cells if cell.address == address]
    rows = {**sheet.rows, cell.row: {**sheet.rows[cell.row], cell.column: replace(cell, value=value)}}
    return replace(sheet, rows=rows)


def found(book: Workbook, sheet: str, text: object, column: str = "", under: str = "") -> Cell:
    """The cell that holds a text or, of a row that holds it, the cell in a column of that heading."""
    cells = [cell for cell in book.by_title[sheet].cells if cell.value == text]
    assert cells, (sheet, text)
    if not column:
        return cells[0]
    headings = [c for c in book.by_title[sheet].cells if str(c.value).replace("\n", " ") == column]
    place = next(heading.column for heading in reversed(headings) if heading.row < cells[0].row)
    return book.by_title[sheet].cell(cells[0].row, place)


def test_the_project_has_every_kind_of_page_and_column(edition: Edition) -> None:
    schema = json_schema(type(edition.scorecard.catalogue))["$defs"]
    kinds = set(schema["ScorecardSpec"]["properties"]["pages"]["items"]["discriminator"]["mapping"])
    assert {page.kind for page in edition.pages} == kinds
    shown = {column.kind for page in edition.pages for table in page.tables for column in table.columns}
    assert set(columns.KINDS) <= shown


def test_a_workbook_with_every_kind_of_page_and_column_contradicts_nothing(
    opened: Workbook, edition: Edition
) -> None:
    assert audited(opened, edition) == ()


STYLES = {
    "as it is": {},
    "with lines": {"sparklines: false": "sparklines: true"},
    "with other arrows and marks": {'"⇧"': '"▲"', '"⇩"': '"▼"', '"⇔"': '"►"', '"✓"': '"●"', '"†"': '"‡"'},
    "with the page of checks": {"checks_page: drafts": "checks_page: always"},
    "without the page of checks": {"checks_page: drafts": "checks_page: never"},
    "in large letters": {"size: 10.5": "size: 14"},
}


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES.keys())
@pytest.mark.parametrize("seed", [None, 1, 2])
def test_columns_in_any_order_and_any_style_contradict_nothing(
    small: SmallProject, seed: int | None, style: dict[str, str]
) -> None:
    every_page(small, seed, style)
    book = build(Order(small.folder, EDITION)).file
    assert auditor_of(small.folder, EDITION)(book) == ()


def samples(book: Workbook) -> Iterator[tuple[str, Cell]]:
    """Of each sheet and column the first three and the last two cells, and every cell of the first ten rows."""
    for sheet in book.sheets:
        by_column: defaultdict[int, list[Cell]] = defaultdict(list)
        for cell in sheet.cells:
            by_column[cell.column].append(cell)
        for cells in by_column.values():
            chosen = {c.address: c for c in (*cells[:3], *cells[-2:], *(c for c in cells if c.row <= 10))}
            yield from ((sheet.title, cell) for cell in chosen.values())


def other(value: Any) -> Any:
    """Another value of the same kind."""
    return value + 3 if isinstance(value, int | float) else "Something else"


PROVENANCE = re.compile(r"This workbook is the |.* \(SHA-256 ")


def test_another_value_in_any_cell_of_any_page_is_found(opened: Workbook, edition: Edition) -> None:
    """But for how the workbook was made, as the document says; a lost heading of rated figures is a problem."""
    unseen = []
    for sheet, cell in samples(opened):
        if cell.value in (None, "") or PROVENANCE.match(str(cell.value)):
            continue
        report = Report()
        printed = read_pages(typed(opened, sheet, cell.address, other(cell.value)), "book.xlsx", edition, report)
        if not report.problems and not audit(edition, printed):
            unseen.append((sheet, cell.address, cell.value))
    assert unseen == []


PLANS = "Percentage of plans issued in time"
ONE_CELL: dict[str, tuple[str, str, str, object, list[tuple[str, str, str]]]] = {
    "the month in a title": (
        "County",
        "DRAFT - not for publication: Small Scorecard - December 2024",
        "",
        "DRAFT - not for publication: Small Scorecard - November 2024",
        [
            (
                "other_text",
                '"DRAFT - not for publication: Small Scorecard - November 2024"',
                '"DRAFT - not for publication: Small Scorecard - December 2024"',
            )
        ],
    ),
    "a figure of activity": ("Activity", "Number of visits", "Oct-24", 11, [("other_figure", "11", "10")]),
    "a title of activity": (
        "Activity",
        "Number of visits",
        "Monthly indicator",
        "Visits",
        [("other_text", "Visits", "Number of visits")],
    ),
    "a trend direction": ("County", PLANS, "Trend Direction", "improving", [("stale", "improving", "N/A")]),
    "what is lacking for GREEN": (
        "County",
        PLANS,
        "More (+) or fewer (-) for GREEN",
        7,
        [("stale", "7", "N/A")],
    ),
    "a rating on Commentary": ("Commentary", PLANS, "Rating", "RED", [("stale", "RED", "GREEN")]),
    "a figure on Commentary": ("Commentary", PLANS, "Latest figure", 99.5, [("stale", "99.5", "61.4")]),
    "a source": (
        "Sources",
        PLANS,
        "Source",
        "Another system",
        [("other_text", "Another system", "Case system")],
    ),
    "a definition": (
        "Definitions",
        PLANS,
        "Definition",
        "Plans.",
        [("other_text", "Plans.", "Plans issued in time as a percentage of all plans.")],
    ),
    "a floor": ("Targets", PLANS, "Floor standard", 40, [("other_target", "40", "45")]),
}


@pytest.mark.parametrize(("sheet", "row", "column", "value", "expected"), ONE_CELL.values(), ids=ONE_CELL.keys())
def test_one_edited_cell_of_any_page_is_told_in_its_words(
    opened: Workbook,
    edition: Edition,
    sheet: str,
    row: str,
    column: str,
    value: object,
    expected: list[tuple[str, str, str]],
) -> None:
    cell = found(opened, sheet, row, column)
    told = audited(typed(opened, sheet, cell.address, value), edition)
    assert [(f.rule, f.found, f.expected) for f in told if f.page == sheet] == expected


def test_a_count_of_exceptions_is_that_of_the_printed_ratings(opened: Workbook, edition: Edition) -> None:
    cell = found(opened, "Exceptions", "County", "RED")
    [told, *others] = audited(typed(opened, "Exceptions", cell.address, 7), edition)
    assert (told.rule, told.found, told.where) == ("stale", "7", f"book.xlsx, sheet Exceptions, cell {cell.address}")
    assert {finding.rule for finding in others} <= {"stale"}


def edited(file: Path, folder: Path, sheet: str, address: str, value: Typed) -> Path:
    """The workbook with another value in a cell, calculated and saved by LibreOffice."""
    return libreoffice.recalculate(edit_cells(file, folder / "edited.xlsx", {(sheet, address): value}), folder)


@pytest.mark.skipif(not libreoffice.available(), reason=libreoffice.MISSING)
@pytest.mark.parametrize(
    ("sheet", "row", "column", "value", "rules"),
    [
        ("County", PLANS, "Numerator", 50, {"other_figure"}),
        ("County", PLANS, "Measure", 12.5, {"other_figure"}),
        ("Targets", PLANS, "Target", 99, {"other_target"}),
    ],
)
def test_what_follows_an_edited_cell_is_no_contradiction(
    opened: Workbook,
    edition: Edition,
    file: Path,
    tmp_path: Path,
    sheet: str,
    row: str,
    column: str,
    value: Typed,
    rules: set[str],
) -> None:
    """Ratings, directions, counts and what is repeated elsewhere are those of the figure that was typed."""
    saved = open_workbook(edited(file, tmp_path, sheet, found(opened, sheet, row, column).address, value))
    assert isinstance(saved, Workbook)
    assert {finding.rule for finding in audited(saved, edition)} == rules


def test_a_new_kind_of_column_is_audited_without_a_change_of_the_audit(
    small: SmallProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Figures that the audit judges are those of kinds that it knows; whatever else a kind says is compared."""
    monkeypatch.setitem(columns.KINDS, "qpr", from_target)
    book = open_workbook(build(Order(small.folder, "2024-11")).file)
    made = complete(small.folder)
    assert isinstance(book, Workbook)
    assert audited(book, made) == ()
    cell = found(book, "Eastham", "Percentage of plans issued in time", "From target")
    [told] = audited(typed(book, "Eastham", cell.address, 3), made)
    assert (told.rule, told.found, told.expected, told.difference) == ("stale", "3.0", "-19.0", "+22.0")


def _coloured(book: Any) -> None:
    book["County"]["A1"].fill = PatternFill("solid", fgColor="FF0000")


def _hidden(book: Any) -> None:
    book["County"].column_dimensions["C"].hidden = True
    book["County"].row_dimensions[8].hidden = True


def _added(book: Any) -> None:
    book["County"].cell(1, 40).value = "A note beside the table"
    book["County"].cell(200, 1).value = "A note below it"
    book.create_sheet("Own notes")["A1"].value = "A sheet of one's own"


def _reordered(book: Any) -> None:
    book.move_sheet("Targets", -3)


def _made_otherwise(book: Any) -> None:
    for cell in (cell for row in book["Sources"].iter_rows() for cell in row if PROVENANCE.match(str(cell.value))):
        cell.value = "Something else"


def _without_links(book: Any) -> None:
    for sheet in book:
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.hyperlink):
            cell.hyperlink = None


def _without_charts(book: Any) -> None:
    for sheet in book:
        sheet._charts = []


def _printed_otherwise(book: Any) -> None:
    book["County"].oddFooter.center.text = "Another footer"
    book.properties.title = "Another title"


NOT_LOOKED_AT: dict[str, Callable[[Any], None]] = {
    "Colours, fonts, widths": _coloured,
    "Hidden rows and columns": _hidden,
    "What somebody added": _added,
    "The order of sheets": _reordered,
    "How the workbook was made": _made_otherwise,
    "Links": _without_links,
    "Charts and small lines": _without_charts,
    "Headers, footers and print settings": _printed_otherwise,
    "Formulas": lambda book: None,  # opened with their values only, and saved
}


def test_the_document_lists_what_is_not_looked_at(root: Path) -> None:
    text = (root / DOCUMENT).read_text(encoding="utf-8")
    part = text.split("\n## What it does not look at\n")[1].split("\n## ")[0]
    assert re.findall(r"^- \*\*(.+?)\*\*", part, flags=re.MULTILINE) == list(NOT_LOOKED_AT)


@pytest.mark.parametrize("change", NOT_LOOKED_AT.values(), ids=NOT_LOOKED_AT.keys())
def test_what_is_listed_is_not_looked_at(
    file: Path, edition: Edition, tmp_path: Path, change: Callable[[Any], None]
) -> None:
    book = load_workbook(file, data_only=True)
    change(book)
    book.save(tmp_path / "edited.xlsx")
    saved = open_workbook(tmp_path / "edited.xlsx")
    assert isinstance(saved, Workbook)
    assert audited(saved, edition) == ()
