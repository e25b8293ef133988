"""A value whose decimal point has slipped is told, and one that is of the size of its like is not."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.reading import OBSERVATIONS
from tests.support.recipes import check
from tests.support.small import SmallProject

DAYS = ("title: Percentage of plans issued in time", "unit: percent\n", "unit: days\n")
steady = st.integers(400, 800)  # tenths: from 40.0 to 80.0 days
few = settings(max_examples=25, deadline=None)


def told(tenths: list[int]) -> list[tuple[str, str]]:
    """The rule and period of each warning about a slipped point in three months of the county's PLANS, in days."""
    with tempfile.TemporaryDirectory() as folder:
        small = SmallProject(Path(folder))
        title, percent, days = DAYS
        spec = small.text("indicator_specs.yaml")
        before, after = spec.split(title)
        small.write("indicator_specs.yaml", f"{before}{title}{after.replace(percent, days, 1)}")
        old = "PLANS,Shire,2024-09,58.0,,,,\nPLANS,Shire,2024-10,60.0,,,,\nPLANS,Shire,2024-11,61.5,123,200,,\n"
        rows = [f"PLANS,Shire,2024-{9 + n:02d},{value / 10:.1f},,,,\n" for n, value in enumerate(tenths)]
        small.change(OBSERVATIONS, old, "".join(rows))
        small.change("inputs/2024-11/targets.csv", "PLANS,2024-25,60,,,50,", "PLANS,2024-25,60,,,70,")
        small.change("indicator_specs.yaml", "polarity: H", "polarity: L")
        found = check(small.folder, "2024-11")
    return [(each.period, each.difference) for each in found if each.rule == "decimal_point"]


@few
@given(series=st.tuples(steady, steady, steady), where=st.integers(0, 2))
def test_one_figure_of_a_steady_series_ten_times_as_large_is_told(series: tuple[int, int, int], where: int) -> None:
    slipped = [value * (10 if n == where else 1) for n, value in enumerate(series)]
    month = ("Sep-24", "Oct-24", "Nov-24")[where]
    others = [value for n, value in enumerate(series) if n != where]
    is_among = min(others) * 0.75 <= series[where] <= max(others) * 1.25
    assert told(slipped) == ([(month, "about 10 times that")] if is_among else [])


@few
@given(series=st.tuples(steady, steady, steady))
def test_figures_of_one_size_are_not_told(series: tuple[int, int, int]) -> None:
    assert told(list(series)) == []
