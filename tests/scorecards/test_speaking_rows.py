"""An indicator that stands in several tables of a page: the row in the table that rates it speaks for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.commented import commented
from tests.support.reading import scorecard_of as made_of
from tests.support.recipes import check
from tests.support.returned import typed
from tests.support.small import SmallProject
from tests.support.tables import book
from workbook_builder.commands.build import Order, build
from workbook_builder.commands.collect import collect
from workbook_builder.scorecards.spots import Spot, rated_once, speaking, speaking_on, spots_of

SPEC = "indicator_specs.yaml"
TEXT = "County,Plans,PLANS,Plans were in time.,A team,GREEN; 61.5; 60"
PLAIN = """\
  - id: plain
    columns: [{kind: indicator}, {kind: measure}]
indicators:
"""
GLANCE = """\
          - {id: glance, title: At a glance, columns: plain, year: financial, sections: [{indicators: [PLANS]}]}
"""


@pytest.fixture(name="twice")
def fixture_twice(small: SmallProject) -> SmallProject:
    """The small project with a table that does not rate above the county's table that does."""
    small.change(SPEC, "indicators:\n", PLAIN)
    small.change(SPEC, "        tables:\n", f"        tables:\n{GLANCE}")
    return commented(small, TEXT)


def county(small: SmallProject) -> list[Spot]:
    """The rows of the county's page, from the top."""
    return list(spots_of(next(page for page in made_of(small).pages if page.name == "County")))


def test_a_row_that_is_rated_speaks_before_others_else_the_first(twice: SmallProject) -> None:
    glance, rated, *_ = spots = county(twice)
    assert (glance.is_rating, rated.is_rating) == (False, True)
    assert speaking(spots)["PLANS", "Shire"] is rated
    assert speaking([rated, glance])["PLANS", "Shire"] is rated
    assert speaking([glance, *county(twice)[:1]])["PLANS", "Shire"] is glance
    assert speaking_on(rated.page)["PLANS"] == rated
    assert rated_once(made_of(twice))[0] == rated


def test_the_page_of_commentary_shows_and_links_the_row_that_is_rated(twice: SmallProject) -> None:
    file = build(Order(twice.folder, "2024-11")).file
    linked, shown = (book(file, cached=cached)["Commentary"] for cached in (False, True))
    row = next(cell.row for cell in linked["A"] if cell.value == "PLANS")
    assert [shown.cell(row, column).value for column in (3, 4, 5)] == ["GREEN", 61.5, 60]
    place = str(linked.cell(row, 1).hyperlink.location).rpartition("!")[2].removeprefix("A")
    found = f"INDEX('County'!$M${place}:$M$13,MATCH(\"P1\",'County'!$A${place}:$A$13,0))"
    assert linked.cell(row, 3).value == f'=IF({found}="","",{found})'
    assert book(file)["County"][f"M{place}"].value == "GREEN"


def test_a_text_is_held_against_the_row_that_is_rated(twice: SmallProject) -> None:
    assert check(twice.folder, "2024-11") == ()


def test_what_an_author_saw_is_held_against_the_row_that_is_rated(tmp_path: Path, twice: SmallProject) -> None:
    sent = build(Order(twice.folder, "2024-11")).file
    collected = collect(twice.folder, [typed(sent, tmp_path / "North.xlsx", {"PLANS": "GREEN: As agreed."})])
    assert "figures have changed" not in collected.in_words
