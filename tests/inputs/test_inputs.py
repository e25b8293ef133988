"""Figures are read alike in every form in which a table may be written, and have the decimals of their indicator."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.reading import (
    NOVEMBER,
    OBSERVATIONS,
    SOURCES,
    TARGETS,
    figures,
    inputs_of,
    shown,
)
from tests.support.small import SmallProject
from workbook_builder.inputs import Inputs
from workbook_builder.inputs.cells import Reader
from workbook_builder.inputs.figures import Number, Origin
from workbook_builder.inputs.observations import read_observation
from workbook_builder.inputs.tables import Row
from workbook_builder.periods import Period
from workbook_builder.problems import Report
from workbook_builder.specs.catalogue import Indicator, Making
from workbook_builder.specs.model import Spec

LATEST = "PLANS,Shire,2024-11,61.5,123,200,,"


def rewritten(text: str, order: Callable[[list[str]], list[str]], **options: int) -> str:
    """The same table with its columns in another order, or written by other rules."""
    target = io.StringIO(newline="")
    csv.writer(target, **options).writerows(order(row) for row in csv.reader(io.StringIO(text)))  # type: ignore[arg-type]
    return target.getvalue()


def each_line(text: str, header: str, row: str) -> str:
    """The same table with something added at the end of each line."""
    first, *rest = text.splitlines()
    return "\n".join([first + header, *(line + row for line in rest)])


FORMS: dict[str, Callable[[str], str | bytes]] = {
    "with a byte order mark": lambda text: text.encode("utf-8-sig"),
    "in Windows-1252": lambda text: text.encode("cp1252"),
    "with Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "with old Macintosh line ends": lambda text: text.replace("\n", "\r"),
    "without a last line end": lambda text: text.rstrip("\n"),
    "with blank lines": lambda text: "\n \n" + text.replace("\n", "\n\n,,,,,,,\n"),
    "with stray spaces": lambda text: text.replace(",", " ,\u00a0 ").replace("\n", " \n "),
    "in another order": lambda text: rewritten(text, lambda row: row[::-1]),
    "all in quotes": lambda text: rewritten(text, list, quoting=csv.QUOTE_ALL),
    "in small letters": str.lower,
    "in capitals": str.upper,
    "with months as Excel saves them": lambda text: text.replace("2024-09", "Sep-24").replace("2024-10", "oct-24"),
    "with an empty column at the end": lambda text: each_line(text, ",", ","),
    "with empty columns at the end": lambda text: each_line(text, ",,,", ",,,"),
    "with short rows": lambda text: text.replace(",,,,\n", "\n"),
    "with columns to read only": lambda text: each_line(text, ",title,Last_Value", ",Plans; 50%,61 (2024-10)"),
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_a_table_is_read_alike_in_every_form(small: SmallProject, form: Callable[[str], str | bytes]) -> None:
    expected = figures(inputs_of(small))
    assert len(expected) == 16
    small.write(OBSERVATIONS, form(small.text(OBSERVATIONS)))
    assert figures(inputs_of(small)) == expected


def test_a_table_without_its_optional_columns_is_read(small: SmallProject) -> None:
    small.write(OBSERVATIONS, "indicator,area,period,measure\nPLANS,Shire,2024-11,61.5\n")
    assert [shown(o.measure) for o in inputs_of(small).observations.values()] == ["61.5"]


def test_a_table_of_a_header_only_states_nothing(small: SmallProject) -> None:
    small.write(TARGETS, "indicator,year,target\n")
    assert inputs_of(small).targets == {}


def test_a_table_that_is_left_out_states_nothing(small: SmallProject) -> None:
    (small.folder / TARGETS).unlink()
    assert inputs_of(small).targets == {}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_words_are_read_in_the_encodings_that_excel_saves(small: SmallProject, encoding: str) -> None:
    text = "indicator,latest_data,released\nPLANS,Café survey – “spring”,£ 5 à la carte\n"
    small.write(SOURCES, text.encode(encoding))
    source = inputs_of(small).sources["PLANS"]
    assert (source.latest_data, source.released) == ("Café survey – “spring”", "£ 5 à la carte")


@pytest.mark.parametrize(
    ("text", "display"),
    [
        ("62", "62.0"),
        ("62.0", "62.0"),
        ("62.00", "62.0"),
        (".5", "0.5"),
        ("0", "0.0"),
        ("-0.25", "-0.3"),
        ("+4", "4.0"),
        ("−3.5", "-3.5"),
        ("–3.5", "-3.5"),
        ("1,234", "1234.0"),
        ("1,234,567.80", "1234567.8"),
        ("1 234", "1234.0"),
        ("1\u00a0234.5", "1234.5"),
        ("123456789012.345", "123456789012.3"),
        ("59.9666666666667", "60.0"),
        ("n/a", "N/A"),
        ("To Be Supplied", "to be supplied"),
    ],
)
def test_a_figure_has_its_indicators_decimals_however_it_is_written(
    small: SmallProject, text: str, display: str
) -> None:
    small.change(OBSERVATIONS, LATEST, f'PLANS,Shire,2024-11,"{text}",,,,')
    assert latest(inputs_of(small)) == display


@pytest.mark.parametrize(
    ("row", "display"),
    [
        ("61.55,,,,0", "62"),
        ("61.55,,,,1", "61.6"),
        ("61.5,,,,2", "61.50"),
        ("-0.5,,,,0", "-1"),
        (",123,199,,", "61.8"),
        (",123,199,,2", "61.81"),
        (",123,199,,0", "62"),
    ],
)
def test_the_decimals_column_has_the_last_word(small: SmallProject, row: str, display: str) -> None:
    small.change(OBSERVATIONS, LATEST, f"PLANS,Shire,2024-11,{row}")
    assert latest(inputs_of(small)) == display


@pytest.mark.parametrize(
    ("making", "numerator", "denominator", "made"),
    [
        ("percentage", "41", "100", "41.0"),
        ("percentage", "1", "3", "33.3"),
        ("percentage", "1", "16", "6.3"),
        ("percentage", "3", "16", "18.8"),
        ("percentage", "0", "16", "0.0"),
        ("percentage", "1,230", "2 000", "61.5"),
        ("ratio", "49", "4", "12.3"),
        ("ratio", "1230.5", "100", "12.3"),
    ],
)
def test_a_measure_is_made_of_numerator_and_denominator(
    small: SmallProject, making: str, numerator: str, denominator: str, made: str
) -> None:
    small.change("indicator_specs.yaml", "measure: percentage", f"measure: {making}")
    small.change(OBSERVATIONS, LATEST, f'PLANS,Shire,2024-11,,"{numerator}",{denominator},,')
    assert latest(inputs_of(small)) == made


@given(st.integers(0, 99_999), st.integers(1, 99_999))
def test_a_made_percentage_is_rounded_half_up(spec: Spec, numerator: int, denominator: int) -> None:
    indicator = next(i for i in spec.indicators if i.measure is Making.PERCENTAGE and i.decimals == 1)
    place = next(name for name in spec.places if spec.exists(indicator, name))
    cells = {"indicator": indicator.id, "area": place, "period": str(a_period_of(indicator))}
    row = Row({**cells, "numerator": str(numerator), "denominator": str(denominator)}, Origin("a.csv", 2))
    stated = read_observation(row, spec, Reader(Report()))
    tenths = math.floor(Fraction(1000 * numerator, denominator) + Fraction(1, 2))
    assert stated is not None
    assert stated[1].measure == Number(Decimal(tenths) / 10, 1)


def latest(inputs: Inputs) -> str:
    """The county's PLANS of November 2024, as displayed."""
    return shown(inputs.observations["PLANS", "Shire", NOVEMBER].measure)


def a_period_of(indicator: Indicator) -> Period:
    return Period(2023, 1, indicator.data_period.frequency)
