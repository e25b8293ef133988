"""A copy of the shipped project with made-up figures for its whole page of activity. Never shipped."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

from workbook_builder.periods import Frequency, Period, month
from workbook_builder.specs import load_spec
from workbook_builder.specs.catalogue import Indicator, Unit
from workbook_builder.specs.model import Spec
from workbook_builder.specs.pages import ActivityPage

FOLDER = "inputs/2024-11"
LATEST = {Frequency.MONTH: month(2024, 11), Frequency.TERM: Period(2024, 1, Frequency.TERM)}
PERIODS = 7
SIZES = {"CYPE13": 128000, "CYPE14": 110000, "CYPE15": 5900, "FD01-C": 6200, "SCS01": 10900}


def activity_page(spec: Spec) -> ActivityPage:
    """The page of the shipped spec."""
    [page] = [page for page in spec.scorecards[0].pages if isinstance(page, ActivityPage)]
    return page


def copied(root: Path, folder: Path) -> Path:
    """The shipped project in a folder of its own."""
    for name in ("inputs", "styles"):
        shutil.copytree(root / name, folder / name)
    shutil.copy(root / "indicator_specs.yaml", folder)
    return folder


def with_figures(root: Path, folder: Path, gaps: dict[tuple[str, str], str] | None = None) -> Path:
    """The shipped project with a figure for every indicator and period of the page, but for the `gaps`.

    A gap is given by indicator and period, with its status ("": no row at all).
    """
    project = copied(root, folder)
    page = activity_page(spec := load_spec(root))
    for row in page.rows:
        indicator = spec.indicator_by_id[row.indicator]
        if not indicator.id.startswith("APP17"):  # whose figures are published
            _state(project, page.area, indicator, gaps or {})
            _state_average(project, indicator)
    return project


def made_up(indicator: Indicator) -> list[float]:
    """Seven figures, the earliest first: a level of the indicator's own that moves a little up and down."""
    seed = sum(map(ord, indicator.id)) * 7919
    size = SIZES.get(indicator.id, 20 + seed % (70 if indicator.unit is Unit.PERCENT else 900))
    moves = [(seed >> n) % 9 - 4 for n in range(PERIODS)]
    return [round(size * (1 + move / 100), indicator.decimals) for move in moves]


def _state(project: Path, area: str, indicator: Indicator, gaps: dict[tuple[str, str], str]) -> None:
    latest = LATEST[indicator.data_period.frequency]
    with (project / FOLDER / "observations.csv").open("a", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        for steps, value in enumerate(reversed(made_up(indicator))):
            period = str(latest.back(steps))
            status = gaps.get((indicator.id, period))
            if status is None:
                figure = f"{value:.{indicator.decimals}f}"
                writer.writerow([indicator.id, area, period, figure, "", "", "", ""])
            elif status:
                writer.writerow([indicator.id, area, period, "", "", "", status, ""])


def _state_average(project: Path, indicator: Indicator) -> None:
    if indicator.unit is Unit.PERCENT:
        period = "2023-24" if indicator.data_period.frequency is Frequency.TERM else "2024-08-31"
        with (project / FOLDER / "benchmarks.csv").open("a", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerow([indicator.id, "england", "", period, "23.8"])
