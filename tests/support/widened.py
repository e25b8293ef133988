"""The small project with the optional columns, sparklines, and figures for seven months."""

from __future__ import annotations

from tests.support.reading import OBSERVATIONS
from tests.support.small import SmallProject

SPEC = "indicator_specs.yaml"
STYLE = "styles/kent.yaml"

_SERIES = {
    ("PLANS", "Shire"): ("47.0", "49.0", "50.0", "53.0", "58.0", "60.0", "61.5,123,200"),
    ("PLANS", "Eastham"): ("44.0", "44.0", "44.0", "43.5", "40.0", "41.0", "41.0,41,100"),
    ("REPEAT", "Shire"): ("20.0", "21.0", "22.0", "23.0", "24.0", "25.0", "28.0,28,100"),
    ("REPEAT", "Eastham CSWT"): ("22.0", "22.0", "22.0", "22.0", "22.0", "", ""),
    ("SECOND", "Shire"): ("27.0", "26.0", "", "25.0", "24.0", "23.0", "24.0,24,100"),
}


def widen(small: SmallProject) -> SmallProject:
    """Add the columns and figures; the indicator that is best close to its target is no longer a rolling one."""
    small.change(SPEC, "{kind: trend, periods: 2}", "{kind: trend, periods: 6}")
    small.change(SPEC, "      - {kind: dot}\n", "      - {kind: dot}\n      - {kind: direction}\n")
    small.change(
        SPEC, "      - {kind: rag, year: this}\n", "      - {kind: rag, year: this}\n      - {kind: to_green}\n"
    )
    small.change(SPEC, "    polarity: T\n    data_period: R12M", "    polarity: T\n    data_period: MS")
    small.change(STYLE, "sparklines: false", "sparklines: true")
    small.write(OBSERVATIONS, "".join(_rows()))
    return small


def _rows() -> list[str]:
    rows = ["indicator,area,period,measure,numerator,denominator,status,decimals\n"]
    for (indicator, place), figures in _SERIES.items():
        for month, figure in enumerate(figures, start=5):
            stated = figure if "," in figure else f"{figure},,"
            reason = "" if figure else "to be supplied"
            rows.append(f"{indicator},{place},2024-{month:02},{stated},{reason},\n")
    return rows
