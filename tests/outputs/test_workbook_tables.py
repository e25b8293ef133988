"""The tables of the built workbook: their headings, which follow the month, and the sub-headings of teams."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.small import SmallProject
from tests.support.tables import PrintedTable, printed_tables
from workbook_builder.commands.build import Order, build

FIRST = ["Code", "Indicator", "Polarity", "Data Period", "QPR"]
MADE_OF = ["Numerator", "Denominator", "DOT"]
MONTHS = ["May-24", "Jun-24", "Jul-24", "Aug-24", "Sep-24", "Oct-24"]
QUARTERS = ["Q3\n23-24", "Q4\n23-24", "Q1\n24-25"]
TERMS = ["Autumn\n23-24", "Spring\n23-24", "Summer\n23-24"]
YEARS = ["2020-21", "2021-22", "2022-23"]
THIS = ["Target\n2024-25", "RAG\n2024-25"]
PREVIOUS = ["Target\n2023-24", "RAG\n2023-24"]
COMPARED = ["Benchmark Group\n2023-24\n(SN or SE)", "England\n2023-24"]
SEND_COMPARED = ["South East\nas at 31 December 2023", "England\nas at 31 December 2023"]
QUARTERLY_COMPARED = ["South East\nas at January 2024", "England & Wales\nas at January 2024"]


def outturn(whose: str) -> list[str]:
    return [f"{whose} Outturn\n2023-24"]


def monthly(whose: str, compared: list[str]) -> list[str]:
    return [*FIRST, *MONTHS, "Measure", *MADE_OF, *THIS, *outturn(whose), *PREVIOUS, *compared]


def quarterly(whose: str) -> list[str]:
    return [*FIRST, *QUARTERS, "Rate", *MADE_OF, *THIS, *outturn(whose), *PREVIOUS, *QUARTERLY_COMPARED]


TERMLY = [*FIRST, *TERMS, "Measure", *MADE_OF, "Target\nAutumn\n24-25", "RAG\nAutumn\n24-25"]
ANNUAL = [*FIRST, *YEARS, "Measure", "Numerator", "Denominator", *PREVIOUS, "DOT", "Target\n2024-25", *COMPARED]
HEADINGS = {
    "SEND_monthly": monthly("Kent", SEND_COMPARED),
    "Kent_KPIs___ICS_monthly": monthly("Kent", COMPARED),
    "Kent_KPIs___ICS_quarterly": quarterly("Kent"),
    "Kent_KPIs___Education_monthly": monthly("Kent", COMPARED),
    "Kent_KPIs___Education_termly": TERMLY,
    "Kent_KPIs___Education_annual": ANNUAL,
    "Vulnerable_learners_primary": ANNUAL,
    "Vulnerable_learners_secondary": ANNUAL,
    "Swale_social_care": monthly("District", COMPARED),
    "Swale_quarterly": quarterly("District"),
    "Swale_education_monthly": monthly("District", COMPARED),
    "Swale_education_termly": TERMLY,
    "Swale_education_annual": ANNUAL,
}
GROUPS = {  # over the earlier periods, over the latest, over the rest
    "Swale_social_care": ("Monthly Trends", 6, "Latest Month: Nov-24", 8),
    "Swale_quarterly": ("Quarterly Trends", 3, "Latest Quarter: Q2 24-25", 8),
    "Swale_education_termly": ("Termly Trends", 3, "Latest Term: Autumn 24-25", 3),
    "Swale_education_annual": ("Annual Trends", 3, "Latest Year: 2023-24", 6),
}


@pytest.fixture(scope="module")
def tables(built: Path) -> dict[str, PrintedTable]:
    """The tables with the results of their formulas."""
    return printed_tables(built)


@pytest.mark.parametrize("name", HEADINGS)
def test_the_columns_are_headed_as_published(tables: dict[str, PrintedTable], name: str) -> None:
    assert tables[name].headings == HEADINGS[name]


def test_all_districts_have_the_same_headings(tables: dict[str, PrintedTable]) -> None:
    for name, table in tables.items():
        if name not in HEADINGS:
            alike = re.sub(r".*_(social_care|quarterly|education_\w+)$", r"Swale_\1", name)
            assert table.headings == HEADINGS[alike]


@pytest.mark.parametrize("name", GROUPS)
def test_groups_stand_over_their_columns_without_merged_cells(tables: dict[str, PrintedTable], name: str) -> None:
    trends, earlier, latest, others = GROUPS[name]
    table = tables[name]
    assert table.groups == [""] * len(FIRST) + [trends] * earlier + [latest] * 3 + [""] * others
    upper = table.cells(table.top)
    across = {cell.alignment.horizontal for cell, group in zip(upper, table.groups, strict=True) if group}
    assert across == {"centerContinuous"}
    assert [cell.value for cell in upper if cell.value is not None] == [table.title, trends, latest]
    assert [bool(cell.fill.patternType) for cell in upper] == [bool(group) for group in table.groups]


LATER = {
    "2025-01-22": "2025-06-22",
    "2024-25": "2025-26",
    "2023-24": "2024-25",
    "2024-11": "2025-04",
    "2024-10": "2025-03",
    "2024-09": "2025-02",
}


def test_headings_follow_the_month_of_the_edition(small: SmallProject) -> None:
    for name in ("edition.yaml", "observations.csv", "targets.csv", "benchmarks.csv", "sources.csv"):
        text = small.text(f"inputs/2024-11/{name}")
        small.write(f"inputs/2025-04/{name}", re.sub("|".join(LATER), lambda found: LATER[found[0]], text))
    path = build(Order(small.folder, "2025-04")).file
    for name, table in printed_tables(path).items():
        whose = "Shire" if name == "County_monthly" else "District"
        england = "England" if name == "Eastham_social_care" else "England\n2024-25"  # no figure, no year
        assert table.headings == [
            *(*FIRST, "Feb-25", "Mar-25", "Measure", *MADE_OF, "Target\n2025-26", "RAG\n2025-26"),
            *(f"{whose} Outturn\n2024-25", "Target\n2024-25", "RAG\n2024-25", england),
        ]
        assert set(table.groups) == {"", "Monthly Trends", "Latest Month: Apr-25"}


def test_each_team_has_a_row_that_repeats_the_periods(tables: dict[str, PrintedTable]) -> None:
    teams: dict[str, list[str]] = {}
    for name, table in tables.items():
        for row in table.subheadings():
            said = [cell.value for cell in table.cells(row) if cell.value is not None]
            assert said == [table.sheet.cell(row, 2).value, *MONTHS, "Nov-24"]
            assert [c.column for c in table.cells(row) if c.value is not None] == [2, *range(6, 13)]
            teams.setdefault(name, []).append(str(said[0]))
    assert teams["Sevenoaks_social_care"] == [
        "Sevenoaks North & Tonbridge and Malling CSWT",
        "Sevenoaks South & Tunbridge Wells CSWT",
        "Sevenoaks North & Tonbridge and Malling EHU",
        "Sevenoaks South & Tunbridge Wells EHU",
    ]
    assert sum(map(len, teams.values())) == 28
    assert all(name.endswith("_social_care") for name in teams)
