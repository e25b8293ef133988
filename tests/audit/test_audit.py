"""The audit finds what the published cells contradict, and nothing else; every kind of contradiction is found.

The November 2024 cells hold real contradictions. `fidelity_differences.yaml` lists those between print and ratings
or arrows, found by comparing print with our own scorecard; the audit must find the same ones from print alone.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.support.audit_changes import APP17, SINGLE_CHANGES, Found
from tests.support.audits import Auditor, Told, added, auditor, cells_file, published, told
from tests.support.differences import read_listed, row_name
from tests.support.places import EDITIONS
from tests.support.printed_cells import CELLS, Printed, key_of, printed_rows
from workbook_builder.audit import COMPARISONS
from workbook_builder.findings import Finding
from workbook_builder.inputs import Inputs
from workbook_builder.scorecards.model import Scorecard
from workbook_builder.styles import Looks

LISTED = read_listed(EDITIONS / "fidelity_differences.yaml")
EARLIER_MONTHS = ("trend_periods", "trend")


@pytest.fixture(scope="module")
def audited(scorecard: Scorecard, inputs: Inputs, looks: Looks) -> Auditor:
    """Audits a file against November 2024."""
    return auditor(scorecard, inputs, looks)


@pytest.fixture(scope="module")
def found(audited: Auditor) -> tuple[Finding, ...]:
    """What the audit finds in the published cells."""
    return audited(CELLS)


def test_the_published_cells_hold_nineteen_contradictions(found: tuple[Finding, ...]) -> None:
    assert Counter(finding.rule for finding in found) == {
        "direction": 6,
        "rated_without_data": 2,
        "ratio": 4,
        "stated_twice": 3,
        "heading": 2,
        "polarity": 1,
        "unit_slip": 1,
    }


def test_ratings_and_arrows_are_found_wrong_exactly_where_ours_differ(found: tuple[Finding, ...]) -> None:
    rows = [row_name(*key_of(row)) for row in printed_rows()]
    places = [re.fullmatch(r".*, row (\d+), column (\w+)", finding.where) for finding in found]
    judged = {(rows[int(place[1]) - 2], place[2]) for place in places if place and place[2] in ("rag", "dot")}
    assert judged == {(one.row, one.cell) for one in LISTED if one.cell in ("rag", "dot")}


def test_a_polarity_is_one_finding_however_many_rows_print_it(found: tuple[Finding, ...]) -> None:
    [polarity] = [finding for finding in found if finding.rule == "polarity"]
    rows = [one for one in LISTED if one.cell == "polarity"]
    assert polarity.found == f"L on {len(rows)} rows"
    assert polarity.difference == f"ratings beside it that contradict L: {len(rows)} of {len(rows)}"


def test_findings_are_in_the_order_of_pages(scorecard: Scorecard, found: tuple[Finding, ...]) -> None:
    pages = [page.name for page in scorecard.pages]
    order = [pages.index(finding.page) for finding in found]
    assert order == sorted(order)


@pytest.mark.parametrize(("row", "change", "expected"), SINGLE_CHANGES.values(), ids=SINGLE_CHANGES.keys())
def test_one_changed_cell_is_exactly_what_is_found(
    tmp_path: Path,
    audited: Auditor,
    found: tuple[Finding, ...],
    row: str,
    change: dict[str, str],
    expected: list[Found],
) -> None:
    new = added(found, audited(cells_file(tmp_path, published({row: change}))))
    assert [(f.rule, f.found, f.expected, f.difference) for f in new] == expected
    assert all(finding.place in row.split(" / ") for finding in new)


def test_an_unknown_indicator_is_a_row_too_many_and_one_too_few(
    tmp_path: Path, audited: Auditor, found: tuple[Finding, ...]
) -> None:
    assert told(added(found, audited(cells_file(tmp_path, published({APP17: {"id": "APP71"}}))))) == [
        ("SEND", "missing_row", "Kent", "no such row", "the row", "missing"),
        ("Kent", "extra_row", "Kent", "a row", "no such row", "not in this table"),
    ]


def test_every_kind_of_contradiction_is_tried(found: tuple[Finding, ...]) -> None:
    """What only workbooks print is tried in `test_audit_pages`."""
    tried = {rule for _, _, expected in SINGLE_CHANGES.values() for rule, *_ in expected}
    tried |= {finding.rule for finding in found} | {"missing_row", "extra_row", "other_text", "stale"}
    assert tried == {comparison.id for comparison in COMPARISONS}


def test_what_is_illegible_is_no_finding(tmp_path: Path, audited: Auditor, found: tuple[Finding, ...]) -> None:
    blank = {"dot": "", "rag": "", "prev_rag": "", "polarity": ""}
    file = cells_file(tmp_path, [row | blank for row in printed_rows()])
    left = {finding.rule for finding in audited(file)}
    assert left == {finding.rule for finding in found} - {"direction", "rated_without_data", "rating", "polarity"}


def of_table(page: str, section: str) -> list[Printed]:
    """The published rows of one table."""
    return [row for row in printed_rows() if (row["page"], row["section"]) == (page, section)]


def without(*dropped: Printed) -> list[Printed]:
    """The published rows, without some."""
    return [row for row in printed_rows() if row not in dropped]


@pytest.mark.parametrize(
    ("dropped", "expected"),
    [
        (
            of_table("Dover", "quarterly"),
            [("Dover", "missing_row", "Dover", "no such table", "1 row", "missing")],
        ),
        (
            of_table("Kent", "annual"),
            [("Kent KPIs - Education", "missing_row", "Kent", "no such table", "16 rows", "missing")],
        ),
        (
            [row for row in printed_rows() if row["team"] == "Thanet EHU"],
            [("Thanet", "missing_row", "Thanet EHU", "no such team", "5 rows", "missing")],
        ),
        (
            [row for row in printed_rows() if row["page"] == "Gravesham"],
            [("Gravesham", "missing_row", "Gravesham", "no such page", "37 rows", "missing")],
        ),
        (
            of_table("Thanet", "annual")[:2],
            [("Thanet", "missing_row", "Thanet", "no such row", "the row", "missing")] * 2,
        ),
    ],
    ids=["table", "table whose rows stand elsewhere too", "team", "page", "rows"],
)
def test_what_is_missing_as_a_whole_is_one_finding(
    tmp_path: Path, audited: Auditor, dropped: list[Printed], expected: list[Told]
) -> None:
    file = cells_file(tmp_path, without(*dropped))
    now = audited(file)
    assert [one for one in told(now) if one[1] == "missing_row"] == expected
    assert "extra_row" not in {finding.rule for finding in now}


def test_rows_that_the_scorecard_lacks_are_found(
    tmp_path: Path, audited: Auditor, found: tuple[Finding, ...]
) -> None:
    [row] = of_table("Dover", "quarterly")
    others = [row | {"page": "Dovr"}, row, row | {"team": "Dover CSWT 2"}, row | {"team": "Dover CSWT 2", "id": "X"}]
    file = cells_file(tmp_path, [*printed_rows(), *others])
    assert told(added(found, audited(file))) == [
        (
            "Dover",
            "extra_row",
            "Dover CSWT 2",
            '2 rows of the team "Dover CSWT 2"',
            "no such team: perhaps Dover CSWT",
            "unknown",
        ),
        (
            "Dover",
            "extra_row",
            "Dover",
            "a row",
            "no such row",
            "a second time (first in 2024-11_cells.csv, row 199)",
        ),
        ("Dovr", "extra_row", "Dovr", '1 row of the page "Dovr"', "no such page: perhaps Dover", "unknown"),
    ]


def test_sections_may_be_called_otherwise(tmp_path: Path, audited: Auditor, found: tuple[Finding, ...]) -> None:
    """Which table a row stands in follows from the rows beside it."""
    rows = [row | {"section": f"table {len(row['section'])}"} for row in printed_rows()]
    assert added(found, audited(cells_file(tmp_path, rows))) == []


def moved_back(row: Printed, figures: bool) -> Printed:
    """A monthly row with the headings of the month before and, perhaps, its figures too: those of Apr-24 are gone."""
    months, values = (row[column].split(";") for column in EARLIER_MONTHS)
    back = row | {"trend_periods": ";".join(["Apr-24", *months[:-1]]), "measure_period": months[-1]}
    if not figures:
        return back
    blank = {"numerator": "", "denominator": "", "dot": "", "rag": "", "prev_rag": ""}
    return back | blank | {"trend": ";".join(["", *values[:-1]]), "measure": values[-1]}


@pytest.mark.parametrize(
    ("figures", "difference"),
    [
        (False, "1 month behind, but the figures below them are those of May-24 to Nov-24"),
        (True, "1 month behind, and so are the figures below them"),
    ],
)
def test_stale_headings_are_one_finding_that_says_whether_the_figures_are_stale_too(
    tmp_path: Path, audited: Auditor, found: tuple[Finding, ...], figures: bool, difference: str
) -> None:
    old = of_table("Dover", "education monthly")
    rows = [moved_back(row, figures) if row in old else row for row in printed_rows()]
    new = added(found, audited(cells_file(tmp_path, rows)))
    heading = ("Dover", "heading", "Dover", "Apr-24 to Oct-24", "May-24 to Nov-24", difference)
    assert told(new) == [heading]


def test_what_is_stale_is_judged_by_its_own_figures(
    tmp_path: Path, audited: Auditor, found: tuple[Finding, ...]
) -> None:
    old = of_table("Dover", "education monthly")
    rows = [
        moved_back(row, figures=True) | ({"rag": "BLUE"} if row["id"] == "CYPE22" else {}) if row in old else row
        for row in printed_rows()
    ]
    [_, rating] = added(found, audited(cells_file(tmp_path, rows)))
    [october] = [row["measure"] for row in rows if (row["page"], row["id"]) == ("Dover", "CYPE22")]
    assert rating.found == f"BLUE for {october}, target 60"


def test_a_target_is_one_finding_however_many_rows_print_it(
    tmp_path: Path, audited: Auditor, found: tuple[Finding, ...]
) -> None:
    rows = [row | {"target": "84.9"} if row["id"] == "SCS40" else row for row in printed_rows()]
    new = added(found, audited(cells_file(tmp_path, rows)))
    assert told(new) == [
        ("Kent KPIs - ICS", "other_target", "Kent", "84.9 on 16 rows", "85.0, as the inputs say", "-0.1")
    ]


def test_bands_move_with_the_printed_target(tmp_path: Path, audited: Auditor, found: tuple[Finding, ...]) -> None:
    """17.0 is AMBER for a target of 20.0 (17.5 to 22.5 is GREEN), and GREEN for a target of 19.0."""
    row = "Canterbury / ics monthly / Canterbury CSWT / SCS13"
    file = cells_file(tmp_path, published({row: {"target": "19.0"}}))
    expected = "GREEN: 16.5 to 21.5 is GREEN, 11.5 to 26.5 AMBER"
    assert ("rating", expected) in [(one.rule, one.expected) for one in added(found, audited(file))]
