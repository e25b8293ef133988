"""Figures of pages of activity are compared with the previous edition's too: what changed, and two rules."""

from __future__ import annotations

import re

import pytest

from tests.support.changing import ACTIVITY, PAGE, add_activity, add_page, changes_of, follow, workbook_of
from tests.support.recipes import check
from tests.support.small import SmallProject
from workbook_builder.inputs.figures import Missing, Number
from workbook_builder.scorecards.changes import Change, Kind

NOVEMBER = "VISITS,Shire,2024-10,500,,,,\nVISITS,Shire,2024-11,510,,,,\n"
DECEMBER = "VISITS,Shire,2024-12,520,,,,\n"
EDITION = "inputs/2024-12/edition.yaml"


def make(small: SmallProject, december: str, november: str = NOVEMBER) -> SmallProject:
    """The project with a page of activity in two editions, and these figures."""
    follow(small)
    add_activity(small, november, december)
    return small


def told(changes: tuple[Change, ...]) -> list[tuple[str, str, str, str, str]]:
    """What, page, title, before and now."""
    return [(c.what, c.page, c.title, _said(c.before), _said(c.now)) for c in changes]


def _said(value: object) -> str:
    if isinstance(value, Number):
        return str(value.shown)
    return value.value if isinstance(value, Missing) else str(value)


def test_a_month_that_only_adds_its_own_figures_changes_nothing(small: SmallProject) -> None:
    make(small, DECEMBER)
    assert changes_of(small) == dict.fromkeys(Kind, ())
    assert check(small.folder, "2024-12") == ()


def test_a_figure_that_is_stated_otherwise_is_revised(small: SmallProject) -> None:
    changes = changes_of(make(small, DECEMBER + "VISITS,Shire,2024-11,505,,,,\nVISITS,Shire,2024-10,500.0,,,,\n"))
    expected = ("figure of Nov-24", ACTIVITY, "Number of visits", "510", "505")
    assert told(changes[Kind.REVISED]) == [expected]
    assert [kind for kind, found in changes.items() if found] == [Kind.REVISED]


def test_a_row_with_a_short_title_is_told_by_its_full_one(small: SmallProject) -> None:
    make(small, DECEMBER + "VISITS,Shire,2024-11,505,,,,\n")
    small.change("indicator_specs.yaml", "[VISITS, PLACES]", "[{indicator: VISITS, title: All}, PLACES]")
    [change] = changes_of(small)[Kind.REVISED]
    assert change.title == "Number of visits"


def test_a_figure_that_was_to_be_supplied_is_now_supplied(small: SmallProject) -> None:
    changes = changes_of(make(small, DECEMBER + "PLACES,Shire,2024-25 Autumn,455,,,,\n"))
    expected = ("figure of Autumn 24-25", ACTIVITY, "Number of places", "to be supplied", "455")
    assert told(changes[Kind.SUPPLIED]) == [expected]
    assert [kind for kind, found in changes.items() if found] == [Kind.SUPPLIED]


def test_the_county_s_activity_is_told_before_the_districts_rows(small: SmallProject) -> None:
    rows = "VISITS,Shire,2024-11,505,,,,\nPLANS,Shire,2024-10,59.0,,,,\nPLANS,Eastham,2024-10,42.0,,,,\n"
    found = changes_of(make(small, DECEMBER + rows))[Kind.REVISED]
    assert [change.row for change in found] == [("PLANS", "Shire"), ("VISITS", "Shire"), ("PLANS", "Eastham")]


def test_a_figure_in_a_table_too_is_told_once(small: SmallProject) -> None:
    make(small, DECEMBER + "PLANS,Shire,2024-10,59.0,,,,\n")
    for file in ("indicator_specs.yaml", "inputs/2024-11/indicator_specs.yaml"):
        small.change(file, "indicators: [VISITS, PLACES]", "indicators: [PLANS, VISITS, PLACES]")
    assert told(changes_of(small)[Kind.REVISED]) == [
        ("figure of Oct-24", "County", "P1 Percentage of plans issued in time", "60.0", "59.0")
    ]


def test_a_month_that_only_the_activity_shows_is_told_of_it(small: SmallProject) -> None:
    make(small, DECEMBER + "PLANS,Shire,2024-09,57.0,,,,\n")
    for file in ("indicator_specs.yaml", "inputs/2024-11/indicator_specs.yaml"):
        small.change(file, "indicators: [VISITS, PLACES]", "indicators: [PLANS, VISITS, PLACES]")
    [change] = changes_of(small)[Kind.REVISED]
    assert (change.what, change.page) == ("figure of Sep-24", ACTIVITY)


def test_an_indicator_of_the_activity_is_new_dropped_or_defined_otherwise(small: SmallProject) -> None:
    make(small, DECEMBER)
    small.change("indicator_specs.yaml", "definition: Visits.", "definition: Visits and calls.")
    small.change("indicator_specs.yaml", "indicators: [VISITS, PLACES]", "indicators: [VISITS]")
    changes = changes_of(small)
    [redefined], [dropped] = changes[Kind.REDEFINED], changes[Kind.DROPPED]
    assert (redefined.page, redefined.row, redefined.now) == (ACTIVITY, ("VISITS", "Shire"), "Visits and calls.")
    assert (dropped.page, dropped.title) == (ACTIVITY, "Number of places")


def test_a_row_new_on_the_activity_is_told(small: SmallProject) -> None:
    make(small, DECEMBER)
    small.change("indicator_specs.yaml", "indicators: [VISITS, PLACES]", "indicators: [PLANS, VISITS, PLACES]")
    [added] = changes_of(small)[Kind.ADDED]
    assert (added.what, added.page, added.row) == ("new on this page", ACTIVITY, ("PLANS", "Shire"))


def test_its_changes_link_to_its_row(small: SmallProject) -> None:
    make(small, DECEMBER + "VISITS,Shire,2024-11,505,,,,\nPLACES,Shire,2024-25 Autumn,455,,,,\n")
    add_page(small)
    sheets = {sheet.name: sheet for sheet in workbook_of(small).sheets}
    links = {cell.link for _, _, cell in sheets[PAGE].cells() if cell.value == ACTIVITY and cell.link}
    rows = [int(found[1]) for link in links if (found := re.fullmatch(rf"'{ACTIVITY}'!A(\d+)", link))]
    titles = [sheets[ACTIVITY].rows[row - 1].cells[1] for row in sorted(rows)]
    assert [title.value for title in titles if title] == ["Number of visits", "Number of places"]


def test_a_revision_of_the_activity_is_a_warning(small: SmallProject) -> None:
    make(small, DECEMBER + "VISITS,Shire,2024-11,505,,,,\nPLACES,Shire,2024-25 Autumn,455,,,,\n")
    [found] = check(small.folder, "2024-12")
    assert (found.rule, found.page, found.indicator, found.period) == ("revision", ACTIVITY, "VISITS", "Nov-24")
    assert (found.found, found.difference) == ("505", "-5")
    assert found.expected == "510, stated in inputs/2024-11/observations.csv, row 19"


@pytest.mark.parametrize(("latest", "rules"), [("9000", ["jump"]), ("586", []), ("587", ["jump"])])
def test_a_jump_of_the_activity_is_a_warning(small: SmallProject, latest: str, rules: list[str]) -> None:
    months = ("05", "06", "07", "08", "09", "10", "11")
    known = "".join(f"VISITS,Shire,2024-{month},{500 + 10 * n},,,,\n" for n, month in enumerate(months))
    make(small, f"VISITS,Shire,2024-12,{latest},,,,\n", known)
    found = check(small.folder, "2024-12")
    assert [(each.rule, each.page, each.indicator) for each in found] == [
        (rule, ACTIVITY, "VISITS") for rule in rules
    ]


def test_a_warning_of_the_activity_can_be_accepted_and_an_idle_acceptance_is_told(small: SmallProject) -> None:
    make(small, DECEMBER + "VISITS,Shire,2024-11,505,,,,\n")
    accepted = "accepted:\n  - {rule: revision, indicator: VISITS, reason: Counted again.}\n"
    small.write(EDITION, small.text(EDITION) + accepted)
    assert [(each.rule, each.accepted) for each in check(small.folder, "2024-12")] == [("revision", "Counted again.")]
    small.change("inputs/2024-12/observations.csv", "VISITS,Shire,2024-11,505,,,,\n", "")
    assert [each.rule for each in check(small.folder, "2024-12")] == ["acceptance"]


def test_an_indicator_that_comes_to_an_area_s_page_is_not_new(small: SmallProject) -> None:
    make(small, DECEMBER)
    for file in ("indicator_specs.yaml", "inputs/2024-11/indicator_specs.yaml"):
        spec, listed, end = small.text(file).rpartition("[PLANS, REPEAT, SECOND]")
        small.write(file, f"{spec}{listed[:-1]}, VISITS]{end}")
    small.change("indicator_specs.yaml", "- indicators: [PLANS]\n", "- indicators: [PLANS, VISITS]\n")
    changes = changes_of(small, "Eastham")
    [(kind, [change])] = [(kind, found) for kind, found in changes.items() if found]
    assert (kind, change.what, change.page) == (Kind.ADDED, "new on this page", "Eastham")
