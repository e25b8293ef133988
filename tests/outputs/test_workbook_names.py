"""Defined names are names that Excel takes, each once, whatever pages, tables and areas are called."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.support.small import SmallProject
from tests.support.tables import printed_tables
from workbook_builder.commands.build import Order, build
from workbook_builder.grid import defined_name

SPEC = "indicator_specs.yaml"
NAMES = {
    "Data sources": "Data_sources",
    "Kent KPIs - ICS_monthly": "Kent_KPIs___ICS_monthly",
    "St. Mary & Co (East)": "St__Mary___Co__East_",
    "Straße_1": "Straße_1",
    "2024 sources": "_2024_sources",
    "Q1": "_Q1",
    "xfd1048576": "_xfd1048576",
    "R1C1": "_R1C1",
    "rc": "_rc",
    "R": "_R",
    "c12": "_c12",
    "Rates": "Rates",
    "Page_1": "Page_1",
    "Targets1": "Targets1",
}


def names(path: Path) -> list[str]:
    """The defined names as the file has them, without those that XlsxWriter makes for repeated headings."""
    with zipfile.ZipFile(path) as package:
        book = ElementTree.fromstring(package.read("xl/workbook.xml"))
    found = [str(element.get("name")) for element in book.iter() if element.tag.endswith("}definedName")]
    return [name for name in found if not name.startswith("_xlnm.")]


@pytest.mark.parametrize(("text", "name"), NAMES.items(), ids=NAMES)
def test_a_text_becomes_a_name_that_excel_takes(text: str, name: str) -> None:
    assert defined_name(text) == name


@pytest.mark.parametrize("page", [text for text in NAMES if "'" not in text])
def test_a_page_may_be_called_so(small: SmallProject, page: str) -> None:
    small.change(SPEC, "name: Sources", f"name: '{page}'")
    assert NAMES[page] in names(build(Order(small.folder, "2024-11")).file)


def test_each_name_stands_for_one_table(small: SmallProject) -> None:
    districts = "".join(f"\n  - {{name: {name}, level: district}}" for name in ("Eastham", "East-A", "EAST A"))
    small.change(SPEC, "\n  - {name: Eastham, level: district}", districts)
    small.change(SPEC, "exists: [county, district]", "exists: [county, Eastham]")
    small.change(SPEC, "{kind: targets, name: Targets}", "{kind: targets, name: Standards}")
    small.change(SPEC, "{kind: sources, name: Sources}", "{kind: sources, name: Targets}")
    assert sorted(names(build(Order(small.folder, "2024-11")).file)) == [
        *("County_monthly", "Definitions", "EAST_A_plans_2", "EAST_A_social_care_2", "East_A_plans"),
        *("East_A_social_care", "Eastham_plans", "Eastham_social_care", "Targets", "Targets_2"),
    ]


def test_a_table_without_a_row_colours_nothing(small: SmallProject) -> None:
    small.change(SPEC, "  - {name: Eastham, level", "  - {name: Westham, level: district}\n  - {name: Eastham, level")
    small.change(SPEC, "exists: [county, district]", "exists: [county, Eastham]")
    path = build(Order(small.folder, "2024-11")).file
    table = printed_tables(path)["Westham_plans"]
    covered = [cells for area in table.sheet.conditional_formatting for cells in str(area.sqref).split()]
    assert sorted(covered) == [f"{column}{table.bottom}" for column in "KMP"]
    assert list(printed_tables(path)["Westham_social_care"].rows()) == []
