"""A figure that may still change is marked wherever it stands, and the note under its table says why."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook

from tests.support.changing import changes_of, follow
from tests.support.commented import commented, said
from tests.support.reading import OBSERVATIONS, inputs_of, problems_of, row_of, scorecard_of
from tests.support.recipes import check
from tests.support.small import SmallProject
from workbook_builder.commands.build import Order, build
from workbook_builder.commentary.figures_seen import differ
from workbook_builder.inputs.figures import Number
from workbook_builder.problems import ProblemsFound
from workbook_builder.rating.scheme import Rag
from workbook_builder.scorecards.changes import Kind
from workbook_builder.scorecards.provisional import PROVISIONAL_MARK
from workbook_builder.styles import load_style

MARK = "‡"
PLANS = "PLANS,Shire,2024-11,61.5,123,200,,"
OCTOBER = "PLANS,Shire,2024-10,60.0,,,,"


def provisional(small: SmallProject, cell: str, row: str = PLANS, status: str = "") -> None:
    """State a row as provisional, in the column of that name or by its status."""
    rows = small.text(OBSERVATIONS).splitlines()
    if not rows[0].endswith(",provisional"):
        rows = [rows[0] + ",provisional", *(f"{line}," for line in rows[1:])]
    at = rows.index(f"{row},")
    fields = [*rows[at].split(",")[:6], status, "", cell]
    small.write(OBSERVATIONS, "\n".join([*rows[:at], ",".join(fields), *rows[at + 1 :]]) + "\n")


def marked(small: SmallProject) -> list[tuple[str, object]]:
    """The cells whose figures are marked, with their sheets."""
    book = load_workbook(build(Order(small.folder, "2024-11")).file)
    cells = [(sheet.title, cell) for sheet in book for row in sheet.iter_rows() for cell in row]
    return [(title, cell.value) for title, cell in cells if f'"{MARK}"' in str(cell.number_format)]


def notes(small: SmallProject) -> list[str]:
    """The notes that say what is provisional."""
    tables = [table for page in scorecard_of(small).pages for table in page.tables]
    told = [note.replace(PROVISIONAL_MARK, MARK) for table in tables for note in table.notes]
    return [note for note in told if note.startswith(MARK)]


@pytest.mark.parametrize(
    ("cell", "status", "note"),
    [
        ("yes", "", f"{MARK} Provisional (P1). What is provisional may change."),
        ("Yes", "", f"{MARK} Provisional (P1). What is provisional may change."),
        ("", "provisional", f"{MARK} Provisional (P1). What is provisional may change."),
        ("not yet validated.", "", f"{MARK} Provisional: not yet validated (P1). What is provisional may change."),
        (
            "late return",
            "Provisional",
            f"{MARK} Provisional: late return (P1). What is provisional may change.",
        ),
    ],
)
def test_a_provisional_figure_is_marked_and_explained(small: SmallProject, cell: str, status: str, note: str) -> None:
    provisional(small, cell, status=status)
    assert marked(small) == [("County", 61.5)]
    assert notes(small) == [note]


@pytest.mark.parametrize("cell", ["", "no", "final"])
def test_a_final_figure_is_not(small: SmallProject, cell: str) -> None:
    provisional(small, cell)
    assert (marked(small), notes(small)) == ([], [])


def test_it_is_rated_as_any_other(small: SmallProject) -> None:
    before = row_of(small, "PLANS", "Shire")
    provisional(small, "yes")
    now = row_of(small, "PLANS", "Shire")
    assert (now.ratings, now.travel, now.to_green) == (before.ratings, before.travel, before.to_green)
    assert now.rating is Rag.GREEN
    figure = now.figure(now.latest)
    assert isinstance(figure, Number)
    assert figure.is_provisional


def test_each_reason_is_told_once_with_its_indicators(small: SmallProject) -> None:
    provisional(small, "not yet validated")
    provisional(small, "not yet validated", "SECOND,Shire,2024-11,21.0,21,100,,")
    provisional(small, "late returns", "REPEAT,Shire,2024-11,28.0,28,100,,")
    assert notes(small) == [
        f"{MARK} Provisional: not yet validated (P1, Percentage of second plans). What is provisional may change.",
        f"{MARK} Provisional: late returns (Percentage of repeat referrals). What is provisional may change.",
    ]


def test_an_earlier_month_is_marked_where_its_column_stands(small: SmallProject) -> None:
    provisional(small, "yes", OCTOBER)
    assert marked(small) == [("County", 60)]


def test_a_draft_says_so_of_each_figure(small: SmallProject) -> None:
    commented(small)
    provisional(small, "yes")
    provisional(small, "yes", OCTOBER)
    text = said(small)["PLANS"]
    assert "was 61.5% (provisional) in November 2024 (123 of 200 plans)" in text
    assert "from 60.0% (provisional) in October 2024" in text
    assert [sheet for sheet, _ in marked(small)] == ["County", "County", "Commentary"]


def test_what_changed_says_which_of_the_figures_was_provisional(small: SmallProject) -> None:
    provisional(small, "yes")
    follow(small, restated="PLANS,Shire,2024-11,45.0,90,200,,\n")
    [revised] = [change for change in changes_of(small)[Kind.REVISED] if change.what == "figure of Nov-24"]
    assert (revised.before, revised.now) == (Number(revised.before.value, 1), Number(revised.now.value, 1))
    assert [value.is_provisional for value in (revised.before, revised.now)] == [True, False]
    found = [each.expected for each in check(small.folder, "2024-12") if each.rule == "revision"]
    assert found == [f"61.5 (provisional), stated in {OBSERVATIONS}, row 4"]


def test_a_figure_that_is_confirmed_has_not_changed(small: SmallProject) -> None:
    provisional(small, "yes")
    follow(small, restated=f"{PLANS}\n")
    assert changes_of(small)[Kind.REVISED] == ()
    assert [each for each in check(small.folder, "2024-12") if each.rule == "revision"] == []


@pytest.mark.parametrize("status", ["to be supplied", "N/A", "suppressed", "new indicator"])
def test_what_is_missing_is_not_provisional(small: SmallProject, status: str) -> None:
    provisional(small, "yes")
    small.change(OBSERVATIONS, "PLANS,Shire,2024-11,61.5,123,200,,,yes", f"PLANS,Shire,2024-11,,,,{status},,yes")
    assert problems_of(small) == [
        (
            f"{OBSERVATIONS}, row 4, column provisional",
            "provisional, and no figure",
            "provisional only beside a figure",
            "fill in the figure, or empty the cell",
        )
    ]


def test_a_mark_that_comes_back_with_a_figure_is_no_change() -> None:
    assert not differ(f"61.5{MARK}", "61.5")
    assert not differ(f"61.5*{MARK}", "61.5")


def test_a_column_of_its_own_is_not_needed(small: SmallProject) -> None:
    assert [key for key, stated in inputs_of(small).observations.items() if stated.provisional is not None] == []


def formats(small: SmallProject) -> set[str]:
    """The number formats of the county's page."""
    sheet = load_workbook(build(Order(small.folder, "2024-11")).file)["County"]
    return {str(cell.number_format) for row in sheet.iter_rows() for cell in row}


def on_the_page(small: SmallProject) -> set[str]:
    """The texts of the county's page."""
    sheet = load_workbook(build(Order(small.folder, "2024-11")).file)["County"]
    return {str(cell.value) for row in sheet.iter_rows() for cell in row}


def test_a_style_may_have_a_mark_of_its_own(small: SmallProject) -> None:
    provisional(small, "yes")
    small.change("styles/kent.yaml", 'small: "†"', 'small: "†", provisional: "¶"')
    assert '#,##0.0"¶"' in formats(small)
    assert "¶ Provisional (P1). What is provisional may change." in on_the_page(small)


def test_the_usual_mark_gives_way_to_that_of_figures_rated_on_few(small: SmallProject) -> None:
    provisional(small, "yes")
    small.change("styles/kent.yaml", 'small: "†"', 'small: "‡"')
    assert '#,##0.0"§"' in formats(small)
    assert "§ Provisional (P1). What is provisional may change." in on_the_page(small)


@pytest.mark.parametrize(("mark", "found"), [("†", '"†"'), ("*", '"*"'), ("p", '"p"')])
def test_a_mark_that_says_something_else_is_refused(small: SmallProject, mark: str, found: str) -> None:
    small.change("styles/kent.yaml", 'small: "†"', f'small: "†", provisional: "{mark}"')
    with pytest.raises(ProblemsFound) as raised:
        load_style(small.folder, "kent")
    assert [problem.found for problem in raised.value.problems] == [found]
