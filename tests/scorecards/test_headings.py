"""A heading is that of the rows printed below it: what is not printed dates, marks and explains nothing."""

from __future__ import annotations

import pytest

from tests.support.reading import BENCHMARKS, OBSERVATIONS, scorecard_of
from tests.support.recipes import check
from tests.support.small import SmallProject
from workbook_builder.scorecards.model import Table

SPEC = "indicator_specs.yaml"
TEAMS_BESIDE_DISTRICT = """\
            sections:
              - indicators: [PLANS]
              - teams: CSWT
                indicators: [REPEAT]
"""
ONE_TABLE = "            sections:\n              - indicators: [PLANS]\n          - id: social_care"
WESTHAM = """\
PLANS,Westham,2024-09,40.0,,,,
PLANS,Westham,2024-10,41.0,,,,
PLANS,Westham,2024-11,41.0,41,100,,
"""


@pytest.fixture
def two_districts(small: SmallProject) -> SmallProject:
    """The project with a second district, Westham, that no team serves; both print PLANS, teams REPEAT."""
    small.change(SPEC, "teams:\n", "  - {name: Westham, level: district}\nteams:\n")
    small.change(SPEC, ONE_TABLE, TEAMS_BESIDE_DISTRICT + "          - id: social_care")
    add(small, OBSERVATIONS, *WESTHAM.splitlines())
    return small


def add(small: SmallProject, file: str, *rows: str) -> None:
    """Add rows to a table of the November folder."""
    small.write(file, small.text(file) + "".join(f"{row}\n" for row in rows))


def table_of(small: SmallProject, page: str, number: int = 0) -> Table:
    """A table of a page."""
    [found] = [p for p in scorecard_of(small).pages if p.name == page]
    return found.tables[number]


def dated(table: Table) -> list[str]:
    """What the benchmark columns are dated."""
    return [period.label for period in table.benchmark_periods.values()]


def rules_told(small: SmallProject) -> list[str]:
    """The rules that warn."""
    return [finding.rule for finding in check(small.folder, "2024-11")]


def test_a_team_that_a_district_does_not_have_dates_none_of_its_benchmarks(two_districts: SmallProject) -> None:
    two_districts.write(BENCHMARKS, "indicator,group,period,value,area\n")
    add(two_districts, BENCHMARKS, "PLANS,england,2022-23,50.3,", "REPEAT,england,2023-24,22.5,")
    assert dated(table_of(two_districts, "Westham")) == ["2022-23"]
    assert dated(table_of(two_districts, "Eastham")) == ["2023-24"]
    assert table_of(two_districts, "Westham").notes == ()
    assert table_of(two_districts, "Eastham").notes == ("England for P1 is that of 2022-23.",)


def test_a_benchmark_is_older_only_than_what_stands_beside_it(two_districts: SmallProject) -> None:
    two_districts.write(BENCHMARKS, "indicator,group,period,value,area\n")
    add(two_districts, BENCHMARKS, "PLANS,england,2022-23,50.3,Westham", "REPEAT,england,2023-24,22.5,")
    assert "older_benchmark" not in rules_told(two_districts)
    add(two_districts, BENCHMARKS, "PLANS,england,2021-22,49.3,Eastham")
    assert rules_told(two_districts).count("older_benchmark") == 1


def test_a_column_in_which_no_figure_stands_has_no_date(small: SmallProject) -> None:
    small.write(BENCHMARKS, "indicator,group,period,value,area\nPLANS,england,2023-24,N/A,\n")
    assert dated(table_of(small, "County")) == []
    assert rules_told(small) == []


def test_a_reason_why_there_is_no_benchmark_makes_no_figure_older(small: SmallProject) -> None:
    small.write(BENCHMARKS, "indicator,group,period,value,area\nPLANS,england,2023-24,N/A,\n")
    add(small, BENCHMARKS, "REPEAT,england,2022-23,22.5,Shire")
    assert dated(table_of(small, "County")) == ["2022-23"]
    assert table_of(small, "County").notes == ()
    assert rules_told(small) == []


def test_teams_with_benchmarks_of_several_years_are_told_apart(small: SmallProject) -> None:
    small.change(
        SPEC, "benchmark_groups:", "  - {name: Far CSWT, kind: CSWT, districts: [Eastham]}\nbenchmark_groups:"
    )
    for month in ("09", "10", "11"):
        add(small, OBSERVATIONS, f"REPEAT,Far CSWT,2024-{month},22.0,,,,")
    small.write(BENCHMARKS, "indicator,group,period,value,area\nREPEAT,england,2023-24,22.5,Far CSWT\n")
    add(small, BENCHMARKS, "REPEAT,england,2022-23,22.5,Eastham CSWT")
    notes = table_of(small, "Eastham", 1).notes
    assert notes == ("England for Percentage of repeat referrals (Eastham CSWT) is that of 2022-23.",)


def test_an_indicator_that_does_not_exist_there_dates_no_table(small: SmallProject) -> None:
    spec = (
        small.text(SPEC).replace("data_period: R12M", "data_period: A").replace("data_period: MS", "data_period: A")
    )
    spec = spec.replace("[PLANS, REPEAT, SECOND]\n            notes", "[REPEAT]\n            notes")
    spec = spec.replace("indicators: [PLANS]\n          - id", "indicators: [PLANS, SECOND]\n          - id")
    small.write(SPEC, spec.replace("exists: [county, CSWT]", "exists: [county]"))
    county = [
        f"{i},Shire,{year},22.0,,,," for i in ("REPEAT", "SECOND") for year in ("2022-23", "2023-24", "2024-25")
    ]
    district = [f"PLANS,Eastham,{year},41.0,,,," for year in ("2021-22", "2022-23", "2023-24")]
    small.write(OBSERVATIONS, small.text(OBSERVATIONS).splitlines()[0] + "\n")
    add(small, OBSERVATIONS, *county, *district)
    assert table_of(small, "County").latest.label == "2024-25"
    assert table_of(small, "Eastham").latest.label == "2023-24"
