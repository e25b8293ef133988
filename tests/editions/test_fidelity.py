"""Every cell that was printed in November 2024 is ours too, or listed with the reason why print is wrong.

The differences are listed in `fidelity_differences.yaml`; figures that were printed twice and differently in the
conversion report. An arrow that is blank in the file of printed cells was illegible and is not compared.
"""

from __future__ import annotations

import re
from collections import Counter

import pytest

from tests.support.differences import read_listed, unsettled
from tests.support.places import EDITIONS, PUBLISHED
from tests.support.printed_cells import (
    CATALOGUE,
    FIGURES,
    JUDGED,
    Compared,
    Pair,
    Printed,
    compared,
    key_of,
    our_rows,
    paired,
    printed_rows,
)
from workbook_builder.scorecards.model import Scorecard

LISTED = read_listed(EDITIONS / "fidelity_differences.yaml")
REPORT = (PUBLISHED / "conversion_report.txt").read_text(encoding="utf-8")
ROWS = 552
WITH_PREVIOUS_YEAR = 357  # the rows of the monthly and quarterly tables
PRINTED_FIGURES = 6600
# The published README: the months printed above these two tables are one behind those shown.
LATE_HEADINGS = {("Ashford", "ics monthly"), ("Swale", "education monthly")}


@pytest.fixture(scope="module")
def pairs(scorecard: Scorecard) -> list[Pair]:
    """Printed rows and ours."""
    return paired(printed_rows(), scorecard)


@pytest.fixture(scope="module")
def cells(pairs: list[Pair]) -> list[Compared]:
    """Printed cells and ours."""
    return compared(pairs)


def differing(cells: list[Compared], name: str) -> list[Compared]:
    """The cells of one column of the file that are printed otherwise than ours."""
    return [cell for cell in cells if cell.cell == name and cell.printed != cell.ours]


def test_our_rows_are_the_printed_ones_in_the_printed_order(scorecard: Scorecard) -> None:
    printed = [key_of(row) for row in printed_rows()]
    assert [key for key, _, _ in our_rows(scorecard)] == printed
    assert len(set(printed)) == ROWS


@pytest.mark.parametrize(
    ("name", "count"),
    [
        *((name, ROWS) for name in CATALOGUE),
        ("rag", ROWS),
        ("prev_rag", WITH_PREVIOUS_YEAR),
        ("dot", 234),
    ],
)
def test_a_printed_cell_is_ours_or_a_listed_difference(cells: list[Compared], name: str, count: int) -> None:
    found = [cell.difference for cell in differing(cells, name)]
    assert unsettled(found, [one for one in LISTED if one.cell == name]) == []
    assert len([cell for cell in cells if cell.cell == name]) == count


def test_only_what_is_compared_is_listed() -> None:
    assert Counter(one.cell for one in LISTED) == {"rag": 1, "dot": 7, "polarity": 14, "indicator": 10}


def test_as_many_ratings_are_compared_as_were_printed(cells: list[Compared]) -> None:
    printed = Counter(cell.printed for cell in cells if cell.cell in ("rag", "prev_rag"))
    assert printed == {"GREEN": 279, "AMBER": 208, "RED": 204, "N/A": 218}


def test_where_no_rating_is_printed_there_is_none_of_ours(cells: list[Compared]) -> None:
    unrated = [cell for cell in cells if cell.cell in ("rag", "prev_rag") and cell.printed == "N/A"]
    assert {cell.ours for cell in unrated} == {"N/A"}


def test_a_printed_figure_is_ours_with_its_precision_or_was_dropped_as_a_second_statement(
    cells: list[Compared],
) -> None:
    found = [cell.reported for name in FIGURES for cell in differing(cells, name)]
    dropped = re.findall(r"dropped: (.*, line \d+\));", REPORT)
    assert sorted(found) == sorted(dropped)
    assert len(dropped) == 3


def test_every_printed_figure_is_compared(cells: list[Compared]) -> None:
    figures = [cell for cell in cells if cell.cell in FIGURES and cell.printed and cell.pair.printed[cell.cell]]
    assert len(figures) == PRINTED_FIGURES
    assert f"  {PRINTED_FIGURES} in all\n" in REPORT


def test_nothing_is_printed_in_a_column_that_our_table_lacks(pairs: list[Pair], cells: list[Compared]) -> None:
    ours = {(cell.pair.line, cell.cell) for cell in cells}
    lacking = [
        f"{pair.name}: {name}"
        for pair in pairs
        for name in (*FIGURES, *JUDGED)
        if pair.printed[name] and (pair.line, name) not in ours
    ]
    assert lacking == []


def headings(pair: Pair, late: int) -> list[str]:
    """The labels of the periods that our row shows, or of those so many earlier."""
    earlier = len(pair.printed["trend_periods"].split(";"))
    return [pair.row.latest.back(steps + late).label for steps in range(earlier, -1, -1)]


def test_printed_periods_are_ours_except_on_the_two_tables_that_are_one_month_late(pairs: list[Pair]) -> None:
    late = set()
    for pair in pairs:
        printed = [*pair.printed["trend_periods"].split(";"), pair.printed["measure_period"]]
        if printed != headings(pair, 0):
            assert printed == headings(pair, 1), pair.name
            late.add((pair.printed["page"], pair.printed["section"]))
    assert late == LATE_HEADINGS


@pytest.mark.parametrize(
    ("cell", "printed", "message"),
    [
        ("rag", "RED", "rag printed 'RED', ours 'GREEN'"),
        ("rag", "", "rag printed 'N/A', ours 'GREEN'"),
        ("prev_rag", "AMBER", "prev_rag printed 'AMBER', ours 'GREEN'"),
        ("dot", "same", "dot printed 'same', ours 'improved'"),
        ("polarity", "L", "polarity printed 'L', ours 'H'"),
        ("data_period", "A", "data_period printed 'A', ours 'MS'"),
        ("qpr", "1", "qpr printed '1', ours ''"),
        ("code", "APP18", "code printed 'APP18', ours 'APP17'"),
    ],
)
def test_a_cell_printed_otherwise_is_found(scorecard: Scorecard, cell: str, printed: str, message: str) -> None:
    first, *others = printed_rows()
    changed: list[Printed] = [first | {cell: printed}, *others]
    found = [one.difference for one in differing(compared(paired(changed, scorecard)), cell)]
    listed = [one for one in LISTED if one.cell == cell]
    assert unsettled(found, listed) == [f"not listed: Kent / send monthly / APP17: {message}"]


def test_a_figure_printed_with_another_precision_is_found(scorecard: Scorecard) -> None:
    first, *others = printed_rows()
    cells = compared(paired([first | {"measure": "78.90"}, *others], scorecard))
    assert [one.reported for one in differing(cells, "measure")] == [
        "APP17, Kent, 2024-11, measure 78.90 (Kent, send monthly, line 2)"
    ]


def test_a_listed_difference_that_is_gone_is_found() -> None:
    assert len(unsettled([], LISTED)) == len(LISTED)
    assert all(line.startswith("gone: ") for line in unsettled([], LISTED))
