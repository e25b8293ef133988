"""The output `csv`: what the pages show as tidy tables, read by the programs that will read them."""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from pathlib import Path

import pandas as pd
import polars as pl
import pytest
from frictionless import Package

from tests.support.commented import commented
from tests.support.recipes import scorecard_of
from tests.support.small import SmallProject
from workbook_builder.commands.build import Order, build
from workbook_builder.outputs.data.resource import number, status, text, word
from workbook_builder.pages import make_pages
from workbook_builder.pages.values import Missing, Number, Rag, Travel

KEY = ["page", "table", "area", "indicator", "period", "benchmark"]
LICENCE = "    licence: {name: OGL-UK-3.0, title: Open Government Licence, path: https://example.org/ogl}\n"


def data_of(small: SmallProject) -> Path:
    return build(Order(small.folder, "2024-11", to="csv")).file


def rows_of(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="session")
def november(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of the November 2024 edition."""
    return build(Order(root, "2024-11", output=tmp_path_factory.mktemp("made") / "data", to="csv")).file


def test_frictionless_finds_the_package_valid(november: Path) -> None:
    report = Package(str(november / "datapackage.json")).validate()
    assert report.valid, report.flatten(["rowNumber", "fieldNumber", "type", "message"])[:5]
    names = [task.name for task in report.tasks]
    assert names[:5] == ["figures", "commentary", "targets", "sources", "definitions"]
    assert {name.partition("_")[0] for name in names[5:]} == {"exceptions", "changes", "all"}


def test_every_figure_that_a_page_shows_stands_in_the_data(november: Path, root: Path) -> None:
    shown = {
        (*row.id[1:], role.when): (number(cell.value), status(cell.value))
        for page in make_pages(scorecard_of(root, "2024-11")[0]).pages
        for table in page.tables
        for row in table.rows
        for cell, roles in zip(row.cells, row.roles, strict=False)
        for role in roles
        if row.id[0] == "row" and role.name == "figure" and cell.value is not None
    }
    stated = {
        (row["page"], row["table"], row["indicator"], row["area"], row["period"]): (
            row["measure"] or None,
            row["status"],
        )
        for row in rows_of(november, "figures")
        if row["status"] and not row["benchmark"]
    }
    assert len(shown) > 3000
    assert stated == shown


def test_a_benchmark_stands_with_whose_it_is_and_of_when(november: Path) -> None:
    rows = [row for row in rows_of(november, "figures") if (row["page"], row["indicator"]) == ("SEND", "APP17")]
    said = {(row["benchmark"], row["period"], row["measure"], row["is_latest"]) for row in rows if row["benchmark"]}
    assert said == {
        ("South East", "31 December 2023", "46.1", "false"),
        ("England", "31 December 2023", "50.3", "false"),
    }


def test_every_line_of_a_list_stands_in_the_data_with_the_row_it_speaks_of(november: Path, root: Path) -> None:
    gathering = [
        (page.kind, table)
        for page in make_pages(scorecard_of(root, "2024-11")[0]).pages
        for table in page.tables
        if page.kind in ("exceptions", "changes")
    ]
    assert len(gathering) > 5
    figures = {tuple(row[name] for name in KEY[:4]) for row in rows_of(november, "figures")}
    for kind, table in gathering:
        lines = rows_of(november, kind if table.id == kind else f"{kind}_{table.id}")
        assert len(lines) == sum(1 for _ in table.rows)
        spoken = {tuple(line[name] for name in ("in_page", "in_table", "area", "indicator_id")) for line in lines}
        assert spoken - figures <= {("", "", "", "")}


def test_a_list_says_in_numbers_what_it_shows_in_numbers(november: Path) -> None:
    ratings = rows_of(november, "exceptions_ratings")
    assert len(ratings) > 10
    for page in ratings:
        assert int(page["rated_now"]) == int(page["red"]) + int(page["amber"]) + int(page["green"])


def test_pandas_and_polars_read_the_same_numbers(november: Path) -> None:
    types = {field["name"]: field["type"] for field in fields_of(november)}
    one, other = pd.read_csv(november / "figures.csv"), pl.read_csv(november / "figures.csv")
    numbers = [name for name, type_ in types.items() if type_ == "number"]
    assert {str(one[name].dtype) for name in numbers} == {"float64"}
    assert {other[name].dtype for name in numbers} == {pl.Float64()}
    for name in numbers:
        assert one[name].sum() == pytest.approx(other[name].sum())
        assert one[name].isna().sum() == other[name].null_count()
    assert one["status"].isna().sum() == other["status"].null_count() == 0
    assert not one.duplicated(KEY).any()


def fields_of(folder: Path, name: str = "figures") -> list[dict[str, str]]:
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    schema = next(one["schema"] for one in package["resources"] if one["name"] == name)
    fields: list[dict[str, str]] = schema["fields"]
    return fields


def test_a_latest_figure_has_what_it_is_made_of_and_judged_by(small: SmallProject) -> None:
    rows = rows_of(data_of(small), "figures")
    (latest,) = (
        row for row in rows if (row["indicator"], row["area"], row["period"]) == ("PLANS", "Shire", "2024-11")
    )
    said = {name: latest[name] for name in ("measure", "status", "numerator", "denominator", "target", "floor")}
    assert said == {
        "measure": "61.5",
        "status": "shown",
        "numerator": "123.0",
        "denominator": "200.0",
        "target": "60.0",
        "floor": "50.0",
    }
    assert (latest["rating"], latest["direction"], latest["is_latest"]) == ("GREEN", "improved", "true")
    assert (latest["polarity"], latest["data_period"], latest["in_quarterly_report"]) == ("H", "MS", "true")


def test_a_year_before_is_judged_by_its_own_target(small: SmallProject) -> None:
    rows = rows_of(data_of(small), "figures")
    (year,) = (
        row
        for row in rows
        if (row["indicator"], row["area"], row["period"]) == ("PLANS", "Shire", "2023-24") and not row["benchmark"]
    )
    assert [year[name] for name in ("measure", "target", "floor", "rating", "is_latest")] == [
        *("50.0", "55.0", "45.0", "AMBER", "false")
    ]


def test_a_missing_figure_has_its_reason_and_no_number(small: SmallProject) -> None:
    rows = rows_of(data_of(small), "figures")
    missing = {(row["period"], row["status"], row["measure"]) for row in rows if row["area"] == "Eastham CSWT"}
    assert {("2024-10", "not available", ""), ("2024-11", "to be supplied", "")} <= missing


@pytest.mark.parametrize("value", [Missing.NOT_AVAILABLE, Rag.NOT_RATED, Travel.UNKNOWN])
def test_no_word_is_one_that_programs_read_as_nothing(value: Missing | Rag | Travel) -> None:
    assert word(value) not in (None, "", "N/A")


def test_a_suppressed_figure_is_told_nowhere(small: SmallProject) -> None:
    small.change(
        "inputs/2024-11/observations.csv", "SECOND,Shire,2024-11,21.0,21,100,,", "SECOND,Shire,2024-11,,,,suppressed,"
    )
    rows = rows_of(data_of(small), "figures")
    (row,) = (row for row in rows if (row["indicator"], row["area"], row["period"]) == ("SECOND", "Shire", "2024-11"))
    assert [row[name] for name in ("measure", "status", "numerator", "denominator", "rating")] == [
        *("", "suppressed", "", "", "not rated")
    ]


def test_commentary_says_whether_it_is_a_draft(small: SmallProject) -> None:
    rows = rows_of(data_of(commented(small, "County,Plans,PLANS,Plans were in time.,,")), "commentary")
    said = {row["indicator"]: (row["rating"], row["is_draft"]) for row in rows}
    assert said == {"PLANS": ("GREEN", "false"), "REPEAT": ("AMBER", "true"), "SECOND": ("GREEN", "true")}
    assert rows[0]["text"] == "GREEN: Plans were in time."


@pytest.mark.parametrize("said", ["=1+1", "+44", "-", "@x", "'=1", "\t=1"])
def test_no_program_takes_a_text_for_a_formula(small: SmallProject, said: str) -> None:
    assert text(said) == f"'{said}"
    small.change("indicator_specs.yaml", "title: Percentage of plans issued in time", "title: '=1+1'")
    titles = {row["title"] for row in rows_of(data_of(small), "figures")}
    assert "'=1+1" in titles
    assert "=1+1" not in titles


def test_a_licence_is_stated_where_the_spec_has_one(small: SmallProject) -> None:
    without = json.loads((data_of(small) / "datapackage.json").read_text(encoding="utf-8"))
    small.change("indicator_specs.yaml", "    pages:\n", f"{LICENCE}    pages:\n")
    stated = json.loads((data_of(small) / "datapackage.json").read_text(encoding="utf-8"))
    assert "licenses" not in without
    assert stated["licenses"] == [
        {"name": "OGL-UK-3.0", "path": "https://example.org/ogl", "title": "Open Government Licence"}
    ]
    assert "inputs/2024-11/observations.csv" in {source["path"] for source in stated["sources"]}


def test_a_whole_number_is_written_with_a_decimal() -> None:
    assert number(Number(Decimal("1234"), 0)) == "1234.0"
    assert number(Number(Decimal("61.5"), 1)) == "61.5"
