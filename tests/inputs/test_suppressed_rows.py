"""A row that is suppressed states no number, and the report of one that does prints none."""

from __future__ import annotations

import pytest

from tests.support.reading import NOVEMBER, OBSERVATIONS, inputs_of, problems_of
from tests.support.small import SmallProject
from workbook_builder.inputs.figures import Missing

ROW = "PLANS,Eastham,2024-11,41.0,41,100,,"


@pytest.mark.parametrize(
    ("cells", "column", "beside"),
    [
        ("4713,,,suppressed,", "measure", "a measure"),
        (",4713,4719,suppressed,", "numerator", "a numerator and a denominator"),
        (",,4719,suppressed,", "denominator", "a denominator"),
        ("suppressed,4713,,,", "numerator", "a numerator"),
        ("Suppressed,,4719,SUPPRESSED,", "denominator", "a denominator"),
        ("47.1.3,,,suppressed,", "measure", "a measure"),
        (",-4713,,suppressed,", "numerator", "a numerator"),
    ],
)
def test_a_suppressed_row_with_numbers_is_refused_without_printing_them(
    small: SmallProject, cells: str, column: str, beside: str
) -> None:
    small.change(OBSERVATIONS, ROW, f"PLANS,Eastham,2024-11,{cells}")
    [(where, found, allowed, remedy)] = problems_of(small)
    assert where == f"{OBSERVATIONS}, row 8, column {column}"
    assert found == f"suppressed, and beside it {beside}"
    assert allowed == "no measure, numerator or denominator in a row that is suppressed"
    assert remedy.startswith("empty ")
    assert "47" not in found + allowed + remedy


@pytest.mark.parametrize("cells", [",,,suppressed,", "suppressed,suppressed,suppressed,,", ",N/A,N/A,suppressed,"])
def test_a_suppressed_row_without_numbers_is_read(small: SmallProject, cells: str) -> None:
    small.change(OBSERVATIONS, ROW, f"PLANS,Eastham,2024-11,{cells}")
    stated = inputs_of(small).observations["PLANS", "Eastham", NOVEMBER]
    assert stated.measure is Missing.SUPPRESSED


@pytest.mark.parametrize("reason", ["N/A", "to be supplied"])
def test_another_reason_may_stand_beside_numbers(small: SmallProject, reason: str) -> None:
    small.change(OBSERVATIONS, ROW, f"PLANS,Eastham,2024-11,,41,100,{reason},")
    assert len(inputs_of(small).observations) == 16
