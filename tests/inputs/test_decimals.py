"""The decimals of an indicator are the law: its figures are shown, compared and judged with them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.check_cases.case import HEADER
from tests.support.reading import BENCHMARKS, OBSERVATIONS, TARGETS, inputs_of, row_of
from tests.support.recipes import check
from tests.support.small import SmallProject
from workbook_builder.inputs.cells import Reader
from workbook_builder.inputs.figures import Number, Origin, as_written, by_law
from workbook_builder.inputs.observations import read_observation
from workbook_builder.inputs.tables import Row
from workbook_builder.periods import year
from workbook_builder.problems import Report
from workbook_builder.rating.polarity import Polarity
from workbook_builder.rating.scheme import Rag
from workbook_builder.rating.travel import Travel, travel
from workbook_builder.specs.catalogue import Indicator
from workbook_builder.specs.model import Spec

OCTOBER = "inputs/2024-10/observations.csv"
LATEST, BEFORE = "REPEAT,Shire,2024-11,28.0,28,100,,", "REPEAT,Shire,2024-10,21.0,,,,"


def stated(project: SmallProject, before: str, now: str) -> None:
    """The county's REPEAT, of which lower is better, in October and November."""
    project.change(OBSERVATIONS, BEFORE, f"REPEAT,Shire,2024-10,{before}")
    project.change(OBSERVATIONS, LATEST, f"REPEAT,Shire,2024-11,{now}")


@pytest.mark.parametrize(
    ("before", "now", "arrow"),
    [
        ("10.0,,,,", "10.4,,,,", Travel.WORSENED),
        ("10,,,,", "10.4,,,,", Travel.WORSENED),
        ("10.4,,,,", "10,,,,", Travel.IMPROVED),
        ("10,,,,", "10,,,,", Travel.SAME),
        ("10,,,,", "10.04,,,,", Travel.SAME),
        ("10.04999999,,,,", "10.05000001,,,,", Travel.WORSENED),
        ("10,,,,0", "10.4,,,,", Travel.SAME),
        ("10.4,,,,", "10,,,,0", Travel.SAME),
        ("10,,,,0", "10.5,,,,", Travel.WORSENED),
    ],
)
def test_an_arrow_never_turns_on_a_zero_that_excel_dropped(
    small: SmallProject, before: str, now: str, arrow: Travel
) -> None:
    stated(small, before, now)
    assert row_of(small, "REPEAT", "Shire").travel is arrow


def test_10_0_restated_as_10_is_no_revision_and_before_10_4_it_is_a_change(small: SmallProject) -> None:
    small.write(OCTOBER, f"{HEADER}REPEAT,Shire,2024-10,10.0,,,,\n")
    stated(small, "10,,,,", "10.4,,,,")
    assert inputs_of(small).revisions == ()
    assert row_of(small, "REPEAT", "Shire").travel is Travel.WORSENED
    (told,) = check(small.folder, "2024-11")
    assert (told.rule, told.indicator, told.period, told.where, told.found) == (
        "precision",
        "REPEAT",
        "Oct-24",
        "inputs/2024-11/observations.csv, row 10",
        "10, stated without decimals",
    )


def test_a_calculated_figure_is_rated_as_it_is_shown(small: SmallProject) -> None:
    small.change(OBSERVATIONS, "PLANS,Shire,2024-11,61.5,123,200,,", "PLANS,Shire,2024-11,59.9666666666667,,,,")
    row = row_of(small, "PLANS", "Shire")
    figure = row.figure(row.latest)
    assert isinstance(figure, Number)
    assert (figure.text, figure.written) == ("60.0", "59.9666666666667")
    assert row.rating is Rag.GREEN


def test_standards_are_shown_and_judged_as_they_are_written(small: SmallProject) -> None:
    small.change(TARGETS, "PLANS,2024-25,60,,,50,", "PLANS,2024-25,61.55,,,50.0,")
    row = row_of(small, "PLANS", "Shire")
    target = row.targets[year(2024)]
    assert isinstance(target.target, Number)
    assert (target.target.text, target.limits["floor"].text) == ("61.55", "50.0")
    assert row.rating is Rag.AMBER  # 61.5 does not meet 61.55


def test_a_benchmark_has_the_decimals_of_its_indicator_or_its_own(small: SmallProject) -> None:
    small.write(
        BENCHMARKS,
        "indicator,group,period,value,area,decimals\n"
        "PLANS,england,2023-24,50,,\nPLANS,england,2022-23,50,,0\nPLANS,england,2021-22,49.55,,\n",
    )
    values = [benchmark.value for benchmark in inputs_of(small).benchmarks.values()]
    assert [value.text for value in values if isinstance(value, Number)] == ["50.0", "50", "49.6"]


LAWS = st.integers(0, 3)
VALUES = st.decimals(-999, 999, places=4, allow_nan=False, allow_infinity=False)


@st.composite
def figures(draw: st.DrawFn) -> tuple[str, str]:
    """A figure as somebody may write it, 0s at its end or not, and the decimals of its row, mostly none."""
    text = f"{round(draw(VALUES), draw(st.integers(0, 4))):f}"
    dropped = text.rstrip("0").rstrip(".") if "." in text and draw(st.booleans()) else text
    return dropped, draw(st.sampled_from(["", "", "", "0", "1", "2"]))


def half_up(text: str, decimals: int) -> Decimal:
    """Rounded as on paper."""
    return Decimal(text).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


@given(law=LAWS, now=figures(), before=figures())
def test_an_arrow_compares_what_is_shown_at_the_coarser_of_both_by_law(
    law: int, now: tuple[str, str], before: tuple[str, str]
) -> None:
    own = [int(decimals) if decimals else law for _, decimals in (now, before)]
    new, old = (half_up(text, min(own)) for text, _ in (now, before))
    read = [
        by_law(Number(Decimal(text), len(text.partition(".")[2])), law, int(decimals) if decimals else None)
        for text, decimals in (now, before)
    ]
    expected = Travel.SAME if new == old else Travel.IMPROVED if new > old else Travel.WORSENED
    assert travel(read[0], read[1], Polarity.H, None) is expected


@given(written=figures())
def test_zeros_at_the_end_of_a_figure_make_no_difference(spec: Spec, written: tuple[str, str]) -> None:
    text, decimals = written
    longer = f"{text}00" if "." in text else f"{text}.00"
    assert observed(spec, text, decimals) == observed(spec, longer, decimals)


def observed(spec: Spec, measure: str, decimals: str) -> object:
    """What a row with this measure states."""
    indicator: Indicator = next(i for i in spec.indicators if i.decimals == 1 and i.polarity)
    place = next(name for name in spec.places if spec.exists(indicator, name))
    cells = {
        "indicator": indicator.id,
        "area": place,
        "period": "2023-24",
        "measure": measure,
        "decimals": decimals,
    }
    report = Report()
    found = read_observation(Row(cells, Origin("a.csv", 2)), spec, Reader(report))
    assert report.problems == []
    assert found is not None
    return found[1].measure


@given(law=LAWS, value=VALUES, decimals=st.integers(0, 14))
def test_a_standard_is_exact_unless_it_was_calculated(law: int, value: Decimal, decimals: int) -> None:
    number = as_written(Number(value, decimals), law)
    assert isinstance(number, Number)
    assert (number.value, number.decimals) == (value, decimals if decimals <= 6 else law)
