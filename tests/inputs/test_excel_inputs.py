"""The sheets of an inputs.xlsx say the same as CSV files, whatever Excel made of what was typed into them."""

from __future__ import annotations

import warnings
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.support.commented import commented, said
from tests.support.excel import (
    TABLES,
    Typed,
    as_excel,
    as_text,
    change,
    latest,
    plant,
    plant_text,
    stated,
    to_workbook,
)
from tests.support.reading import inputs_of, shown
from tests.support.small import SmallProject
from workbook_builder.inputs.shown import decimals_of
from workbook_builder.periods import month


@pytest.mark.parametrize("typed", [as_text, as_excel])
def test_sheets_say_the_same_as_csv_files(small: SmallProject, typed: Typed) -> None:
    expected = stated(inputs_of(small))
    to_workbook(small, typed)
    assert stated(inputs_of(small)) == expected


def test_some_tables_may_be_sheets_and_others_files(small: SmallProject) -> None:
    expected = stated(inputs_of(small))
    to_workbook(small, tables=("observations", "sources"))
    assert stated(inputs_of(small)) == expected


def test_a_sheet_is_known_by_its_name_in_any_case_and_others_are_not_read(small: SmallProject) -> None:
    expected = stated(inputs_of(small))
    path = to_workbook(small)
    book = load_workbook(path)
    book["observations"].title = " Observations "
    book.create_sheet("Notes", 0)["A1"] = "to do"
    book.save(path)
    assert stated(inputs_of(small)) == expected


@pytest.mark.parametrize(
    ("value", "number_format", "display"),
    [
        (62, "0", "62.0"),
        (62, "0.0", "62.0"),
        (62, "0.00", "62.0"),
        (62, "General", "62.0"),
        (61.25, "General", "61.3"),
        (61.25, "0.0", "61.3"),
        (61.25, "0", "61.3"),
        (61.8 + 4e-14, "General", "61.8"),
        (123 / 199 * 100, "General", "61.8"),
        (123 / 199 * 100, "0.00", "61.8"),
        (1 / 30000, "0.000", "0.0"),
        (1234, "#,##0", "1234.0"),
        (1234.5, "#,##0.0", "1234.5"),
        (61.25, "#,##0.00;[Red]-#,##0.00", "61.3"),
        (61.25, '_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-', "61.3"),
        (61.25, '0.0" days in 100"', "61.3"),
        (61.25, '0.0"%"', "61.3"),
        (61.25, "0.0##", "61.3"),
        (61.25, "0.00E+00", "61.3"),
        (61.25, "@", "61.3"),
        ("62.00", "@", "62.0"),
        ("61.25", "General", "61.3"),
        ("1,234", "@", "1234.0"),
    ],
)
def test_a_figure_has_the_decimals_of_its_indicator_whatever_excel_displays(
    small: SmallProject, value: Any, number_format: str, display: str
) -> None:
    change(to_workbook(small), {"D4": (value, number_format)})
    assert latest(inputs_of(small)) == display


@pytest.mark.parametrize(
    ("number_format", "decimals"),
    [
        ("General", None),
        ("@", None),
        ("# ?/?", None),
        ("0", 0),
        ("#,##0_);(#,##0)", 0),
        ("0.000", 3),
        ("[$£-809]#,##0.00", 2),
        ("0." + "0" * 30, 30),
    ],
)
def test_a_number_format_displays_so_many_decimals(number_format: str, decimals: int | None) -> None:
    assert decimals_of(number_format) == decimals


def test_a_figure_may_be_displayed_with_as_many_decimals_as_excel_allows(small: SmallProject) -> None:
    change(to_workbook(small), {"D4": (123456789, "0." + "0" * 30)})
    assert Decimal(latest(inputs_of(small))) == 123456789


@pytest.mark.parametrize(
    ("value", "number_format"),
    [
        (datetime(2024, 11, 1), "mmm\\-yy"),
        (datetime(2024, 11, 1), "dd/mm/yyyy"),
        (date(2024, 11, 1), "yyyy\\-mm"),
        (datetime(2024, 11, 1), "mm-dd-yy"),
        (datetime(2024, 11, 30), "mmm\\-yy"),
        (datetime(2024, 11, 30), "[$-809]mmmm yyyy;@"),
        ("Nov-24", "@"),
        ("2024-11", "@"),
    ],
)
def test_a_month_is_read_whatever_excel_made_of_it(small: SmallProject, value: Any, number_format: str) -> None:
    expected = stated(inputs_of(small))
    change(to_workbook(small), {"C4": (value, number_format)})
    assert stated(inputs_of(small)) == expected


def test_a_day_is_the_date_of_a_benchmark(small: SmallProject) -> None:
    change(to_workbook(small), {"C2": (datetime(2023, 12, 31), "dd/mm/yyyy")}, "benchmarks")
    assert [str(key[3]) for key in inputs_of(small).benchmarks] == ["2023-12-31"]


@pytest.mark.parametrize(
    ("value", "display"),
    [("61.5", "61.5"), ("61.500000000000007", "61.5"), ("61.45", "61.5"), ("123456789.10000001", "123456789.1")],
)
def test_a_formula_counts_with_the_value_it_was_saved_with(small: SmallProject, value: str, display: str) -> None:
    plant(to_workbook(small), "D4", f'<c r="D4" s="2"><f>100*E4/F4</f><v>{value}</v></c>')
    assert latest(inputs_of(small)) == display


def test_a_formula_whose_result_is_no_text_is_an_empty_cell(small: SmallProject) -> None:
    plant(to_workbook(small), "E4", '<c r="E4" t="str"><f>IF(TRUE,"","x")</f><v></v></c>')
    observation = inputs_of(small).observations["PLANS", "Shire", month(2024, 11)]
    assert (observation.numerator, shown(observation.denominator)) == (None, "200")


def test_a_line_end_that_excel_saved_in_code_is_a_line_end(small: SmallProject) -> None:
    commented(small, "County,Plans,PLANS,Text.,,")
    change(to_workbook(small, tables=(*TABLES, "commentary")), {"D2": ("One._x000D_\nTwo.", "General")}, "commentary")
    assert " ".join(said(small)["PLANS"].split()) == "GREEN: One. Two."


def test_formats_beyond_the_table_do_no_harm(small: SmallProject) -> None:
    expected = stated(inputs_of(small))
    change(to_workbook(small), {"J40": (None, "0.0"), "A20": ("  ", "General")})
    assert stated(inputs_of(small)) == expected


def test_a_cell_at_the_far_end_of_a_sheet_does_no_harm(small: SmallProject) -> None:
    expected = stated(inputs_of(small))
    change(to_workbook(small), {"XFD1048576": (" ", "General")})
    assert stated(inputs_of(small)) == expected


def test_what_openpyxl_warns_of_does_not_reach_the_user(small: SmallProject) -> None:
    path = to_workbook(small)
    plant_text(path, "xl/styles.xml", "<cellStyles.*</cellStyles>", "")
    with pytest.warns(UserWarning, match="no default style"):
        load_workbook(path)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert latest(inputs_of(small)) == "61.5"


def test_a_workbook_that_is_saved_again_is_read_again(small: SmallProject) -> None:
    path = to_workbook(small)
    assert latest(inputs_of(small)) == "61.5"
    change(path, {"D4": (62.5, "0.0")})
    assert latest(inputs_of(small)) == "62.5"
