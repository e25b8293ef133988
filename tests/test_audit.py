"""The audit finds what the published cells contradict, and nothing else; every kind of contradiction is found.

The November 2024 cells hold real contradictions. `fidelity_differences.yaml` lists those between print and ratings
or arrows, found by comparing print with our own scorecard; the audit must find the same ones from print alone.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.audits import Auditor, Told, added, auditor, cells_file, published, told
from tests.differences import read_listed, row_name
from tests.printed_cells import CELLS, Printed, key_of, printed_rows
from workbook_builder.checks.audit import COMPARISONS
from workbook_builder.findings import Finding
from workbook_builder.inputs import Inputs
from workbook_builder.scorecards.model import Scorecard
from workbook_builder.styles import Looks

LISTED = read_listed(Path(__file__).parent / "fidelity_differences.yaml")
APP17 = "Kent / send monthly / APP17"
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
        "on_nothing": 2,
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


SINGLE_CHANGES: dict[str, tuple[str, dict[str, str], list[Told]]] = {
    "a rating": (
        APP17,
        {"rag": "AMBER"},
        [("SEND", "rating", "Kent", "AMBER for 78.9, target 60", "GREEN: the target is met", "1 step too bad")],
    ),
    "a rating in small letters is the same rating": (APP17, {"rag": "green"}, []),
    "last year's rating": (
        APP17,
        {"prev_rag": "RED"},
        [("SEND", "rating", "Kent", "RED for 51.6, target 45", "GREEN: the target is met", "2 steps too bad")],
    ),
    "no rating where there is something to rate": (
        APP17,
        {"rag": "N/A"},
        [("SEND", "rating", "Kent", "N/A for 78.9, target 60", "GREEN: the target is met", "no rating")],
    ),
    "a word that is no rating": (
        APP17,
        {"rag": "BLUE"},
        [("SEND", "rating", "Kent", "BLUE for 78.9, target 60", "GREEN: the target is met", "not a rating")],
    ),
    "a rating by a floor standard": (
        "Kent / ics monthly / SCS19",
        {"rag": "AMBER"},
        [
            (
                "Kent KPIs - ICS",
                "rating",
                "Kent",
                "AMBER for 72.9, target 85.0",
                "RED: the target is missed, the floor standard of 75.0 too",
                "1 step too good",
            )
        ],
    ),
    "a rating by bands": (
        "Canterbury / ics monthly / Canterbury CSWT / SCS13",
        {"rag": "GREEN"},
        [
            (
                "Canterbury",
                "rating",
                "Canterbury CSWT",
                "GREEN for 17.0, target 20.0",
                "AMBER: 17.5 to 22.5 is GREEN, 12.5 to 27.5 AMBER",
                "1 step too good",
            )
        ],
    ),
    "an arrow": (
        APP17,
        {"dot": "down"},
        [
            (
                "SEND",
                "direction",
                "Kent",
                "worsened, from 76.9 to 78.9",
                "improved: higher is better (H)",
                "a change of +2.0",
            )
        ],
    ),
    "an arrow that is a word": (APP17, {"dot": "improved"}, []),
    "an arrow that is a symbol of the style": (APP17, {"dot": "⇧"}, []),
    "an arrow by the distance to target": (
        "Canterbury / ics monthly / Canterbury CSWT / SCS13",
        {"dot": "up"},
        [
            (
                "Canterbury",
                "direction",
                "Canterbury CSWT",
                "improved, from 17.4 to 17.0",
                "worsened: closer to 20.0 is better (T)",
                "a change of -0.4",
            )
        ],
    ),
    "a rating on a missing figure": (
        "Ashford / ics monthly / Ashford CSWT / SCS18",
        {"rag": "GREEN"},
        [
            (
                "Ashford",
                "on_nothing",
                "Ashford CSWT",
                "GREEN for N/A",
                "N/A: what is missing is not rated",
                "no figure",
            )
        ],
    ),
    "a rating without a target": (
        "Kent / send monthly / APP17-N",
        {"rag": "RED"},
        [("SEND", "on_nothing", "Kent", "RED for 90", "N/A: what is missing is not rated", "no target")],
    ),
    "an arrow on a missing figure": (
        "Ashford / ics monthly / Ashford CSWT / SCS18",
        {"dot": "same"},
        [
            (
                "Ashford",
                "on_nothing",
                "Ashford CSWT",
                "same, from N/A to N/A",
                "N/A: what is missing has no direction",
                "no figure",
            )
        ],
    ),
    "a polarity": (
        APP17,
        {"polarity": "L"},
        [
            (
                "SEND",
                "polarity",
                "Kent",
                "L on 1 row",
                "H, the polarity of 2024-25",
                "ratings beside it that contradict L: 1 of 1",
            )
        ],
    ),
    "a polarity that is not printed says nothing": (APP17, {"polarity": ""}, []),
    "the latest period": (
        "Dover / quarterly / CYPE8",
        {"measure_period": "Q2 23-24"},
        [("Dover", "heading", "Dover", "Q2 23-24", "Q2 24-25", "1 heading")],
    ),
    "an earlier period": (
        "Dover / termly / EY2",
        {"trend_periods": "Autumn 22-23;Spring 23-24;Summer 23-24"},
        [("Dover", "heading", "Dover", "Autumn 22-23", "Autumn 23-24", "1 heading")],
    ),
    "what Excel makes of a month is that month": (APP17, {"measure_period": "24-Nov"}, []),
    "an earlier figure": (
        APP17,
        {"trend": "13.7;38.0;42.1;51.6;64.0;76.9"},
        [("SEND", "other_figure", "Kent", "38.0", "30.8, as the inputs say", "+7.2")],
    ),
    "a figure in another precision is the same figure": (APP17, {"trend": "13.70;30.8;42.1;51.6;64;76.9"}, []),
    "a numerator: the ratio that is off for it is no second finding": (
        APP17,
        {"numerator": "19"},
        [("SEND", "other_figure", "Kent", "a numerator of 19", "90, as the inputs say", "-71")],
    ),
    "an outturn": (
        APP17,
        {"outturn": "51.8"},
        [("SEND", "other_figure", "Kent", "51.8", "51.6, as the inputs say", "+0.2")],
    ),
    "a benchmark": (
        APP17,
        {"national": "53.0"},
        [("SEND", "other_figure", "Kent", "a benchmark of 53.0", "50.3, as the inputs say", "+2.7")],
    ),
    "a figure that is not printed": (
        "Kent / send monthly / APP17-N",
        {"measure": ""},
        [("SEND", "other_figure", "Kent", "an empty cell", "90, as the inputs say", "missing")],
    ),
    "a figure where there is none": (
        "Ashford / ics monthly / Ashford CSWT / SCS18",
        {"numerator": "7"},
        [
            (
                "Ashford",
                "other_figure",
                "Ashford CSWT",
                "a numerator of 7",
                "no figure: the indicator does not exist there",
                "not in the inputs",
            )
        ],
    ),
    "a figure on one of two pages": (
        "Tonbridge and Malling / ics monthly / Sevenoaks North & Tonbridge and Malling CSWT / SCS03",
        {"denominator": "9"},
        [
            (
                "Tonbridge and Malling",
                "stated_twice",
                "Sevenoaks North & Tonbridge and Malling CSWT",
                "a denominator of 9",
                "1,630, as on Sevenoaks (2024-11_cells.csv, row 331, column denominator)",
                "-1,621",
            )
        ],
    ),
    "a target": (
        APP17,
        {"target": "61"},
        [("SEND", "other_target", "Kent", "61", "60, as the inputs say", "+1")],
    ),
    "a target by which the rating is another": (
        APP17,
        {"target": "80"},
        [
            (
                "SEND",
                "rating",
                "Kent",
                "GREEN for 78.9, target 80",
                "AMBER: the target is missed, the floor standard of 30 met",
                "1 step too good",
            ),
            ("SEND", "other_target", "Kent", "80", "60, as the inputs say", "+20"),
        ],
    ),
    "a target that is not printed: the rating goes by ours": (
        APP17,
        {"target": ""},
        [("SEND", "other_target", "Kent", "an empty cell", "60, as the inputs say", "missing")],
    ),
    "a target that nobody has set": (
        "Kent / send monthly / APP17-N",
        {"target": "95"},
        [("SEND", "other_target", "Kent", "95", "no target: the inputs have none", "not in the inputs")],
    ),
    "next year's target": (
        "Kent / annual / EY14",
        {"next_target": "96.0"},
        [("Kent KPIs - Education", "other_target", "Kent", "96.0", "69.0, as the inputs say", "+27.0")],
    ),
    "a limit without its sign is the same target": ("Kent / education monthly / EH43", {"target": "25"}, []),
    "a text among the figures": (
        APP17,
        {"measure": "tbc"},
        [
            (
                "SEND",
                "not_a_figure",
                "Kent",
                '"tbc"',
                "a number, or one of: N/A, to be supplied, new indicator, suppressed",
                "cannot be read",
            )
        ],
    ),
    "an indicator that is unknown": (
        APP17,
        {"id": "APP71"},
        [
            ("SEND", "missing_row", "Kent", "no such row", "the row", "missing"),
            ("Kent", "extra_row", "Kent", "a row", "no such row", "not in this table"),
        ],
    ),
}


@pytest.mark.parametrize(("row", "change", "expected"), SINGLE_CHANGES.values(), ids=SINGLE_CHANGES.keys())
def test_one_changed_cell_is_exactly_what_is_found(
    tmp_path: Path,
    audited: Auditor,
    found: tuple[Finding, ...],
    row: str,
    change: dict[str, str],
    expected: list[Told],
) -> None:
    file = cells_file(tmp_path, published({row: change}))
    assert told(added(found, audited(file))) == expected


def test_every_kind_of_contradiction_is_found_by_one_of_these_tests(found: tuple[Finding, ...]) -> None:
    tried = {finding[1] for _, _, expected in SINGLE_CHANGES.values() for finding in expected}
    assert tried | {finding.rule for finding in found} == {comparison.id for comparison in COMPARISONS}


def test_what_is_illegible_is_no_finding(tmp_path: Path, audited: Auditor, found: tuple[Finding, ...]) -> None:
    blank = {"dot": "", "rag": "", "prev_rag": "", "polarity": ""}
    file = cells_file(tmp_path, [row | blank for row in printed_rows()])
    left = {finding.rule for finding in audited(file)}
    assert left == {finding.rule for finding in found} - {"direction", "on_nothing", "rating", "polarity"}


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
    ids=["table", "team", "page", "rows"],
)
def test_what_is_missing_as_a_whole_is_one_finding(
    tmp_path: Path, audited: Auditor, found: tuple[Finding, ...], dropped: list[Printed], expected: list[Told]
) -> None:
    file = cells_file(tmp_path, without(*dropped))
    now = audited(file)
    assert [one for one in told(now) if one[1] == "missing_row"] == expected
    assert {finding.rule for finding in now} - {finding.rule for finding in found} == {"missing_row"}


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
