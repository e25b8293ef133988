"""Sections of the page of commentary: each names its sheet and indicators that have a row there."""

from __future__ import annotations

import pytest

from tests.support.commented import COMMENTARY, commented, paragraphs, said
from tests.support.reading import problems_of, scorecard_of
from tests.support.recipes import check
from tests.support.small import SmallProject

SPEC = "indicator_specs.yaml"


@pytest.mark.parametrize("exists", ["district", "Eastham"])
def test_an_indicator_that_the_page_has_no_row_of_cannot_be_commented_on(small: SmallProject, exists: str) -> None:
    small.change(SPEC, "exists: [county, district]", f"exists: [{exists}]")
    (told,) = problems_of(commented(small, "County,Plans,PLANS,Plans were in time.,,"))
    assert told[0].startswith(SPEC)
    assert told[0].endswith("Commentary → sections → Plans → indicators → PLANS")
    assert told[1:] == ('"PLANS"', "an indicator that exists for Shire", "correct its `exists`, or remove it here")


def test_an_indicator_that_stands_on_the_page_of_other_areas_only_cannot_be_commented_on(small: SmallProject) -> None:
    row = "- indicators: [{indicator: PLANS, areas: [Eastham]}, REPEAT, SECOND]"
    small.change(SPEC, "- indicators: [PLANS, REPEAT, SECOND]", row)
    (told,) = problems_of(commented(small))
    assert told[1:3] == ('"PLANS"', "an indicator of the page County: REPEAT, SECOND")


def of_teams(small: SmallProject) -> SmallProject:
    """The project with a text on an indicator of Eastham's team, which its own page shows."""
    small.change(SPEC, "areas: [district]", "areas: [Eastham]")
    commented(small, "Eastham,Children,REPEAT,Nobody has counted.,,")
    small.change(SPEC, "page: County\n            title: Children\n", "page: Eastham\n            title: Children\n")
    small.change(SPEC, "[REPEAT, SECOND]\n      - {kind: targets", "[REPEAT]\n      - {kind: targets")
    return small


def test_an_indicator_of_teams_can_be_commented_on_where_its_team_has_it(small: SmallProject) -> None:
    told = [(paragraph.row.place, paragraph.text) for paragraph in paragraphs(of_teams(small))]
    assert told[1:] == [("Eastham CSWT", "Nobody has counted.")]


def test_a_benchmark_of_a_team_heads_its_column_and_is_known_to_its_text(small: SmallProject) -> None:
    benchmarks = "inputs/2024-11/benchmarks.csv"
    small.write(benchmarks, f"{small.text(benchmarks)}REPEAT,england,2022-23,20.4,Eastham CSWT\n")
    assert check(of_teams(small).folder, "2024-11") == ()
    table = next(
        table for page in scorecard_of(small).pages for table in page.tables if table.spec.id == "social_care"
    )
    assert [str(period) for period in table.benchmark_periods.values()] == ["2022-23"]


def test_a_section_names_its_page_as_its_tab_is_called(small: SmallProject) -> None:
    before = said(commented(small, "County,Plans,PLANS,Plans were in time.,,"))
    small.change(SPEC, "        name: County\n", '        name: "{area} plans"\n')
    allowed = "a page of tables of one area: Shire plans, Eastham"
    assert {each[1:3] for each in problems_of(small)} == {('"County"', allowed)}
    small.write(SPEC, small.text(SPEC).replace("- page: County\n", '- page: "{area} plans"\n'))
    assert {each[3] for each in problems_of(small)} == {'did you mean "Shire plans"?'}
    small.write(SPEC, small.text(SPEC).replace('- page: "{area} plans"\n', "- page: Shire plans\n"))
    small.write(COMMENTARY, small.text(COMMENTARY).replace("County", "Shire plans"))
    assert said(small) == before
