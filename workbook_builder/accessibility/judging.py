"""The judgement: every point of the checklist held against a workbook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from workbook_builder.accessibility.areas import Area, joined
from workbook_builder.accessibility.point import Place, Point, Verdict
from workbook_builder.accessibility.points import POINTS
from workbook_builder.accessibility.reading import read_workbook
from workbook_builder.accessibility.workbook import Workbook

MOST_FOUND = 200_000


@dataclass(frozen=True)
class Found:
    """One thing that was found of a point: the same of all of its cells. `cells` as `A1:C5`; none: sheet or file."""

    sheet: str
    cells: tuple[str, ...]
    found: str
    verdict: Verdict


@dataclass(frozen=True)
class Judged:
    """What a point came to."""

    point: Point
    verdict: Verdict
    found: tuple[Found, ...]


@dataclass(frozen=True)
class Judgement:
    """What all points came to, in the order of the checklist."""

    file: str
    points: tuple[Judged, ...]

    @property
    def passes(self) -> bool:
        """Whether no essential point fails; what a person must look at is open."""
        return not any(one.point.is_essential and one.verdict is Verdict.FAIL for one in self.points)

    def count(self, verdict: Verdict, is_essential: bool) -> int:
        """How many of the essential points, or of the desirable ones, came to this."""
        return sum(one.verdict is verdict and one.point.is_essential is is_essential for one in self.points)


def judge_file(path: Path) -> Judgement:
    """The judgement on a file. Raises `ProblemsFound` where it is no workbook, or cannot be read."""
    return judge(read_workbook(path))


def judge(workbook: Workbook) -> Judgement:
    """The judgement on a workbook."""
    return Judgement(workbook.name, tuple(_judged(point, workbook) for point in POINTS))


def _judged(point: Point, workbook: Workbook) -> Judged:
    found = tuple(_together(islice(point.find(workbook), MOST_FOUND)))
    worst = max((one.verdict for one in found), key=list(Verdict).index, default=Verdict.PASS)
    return Judged(point, worst, found)


def _together(places: Iterable[Place]) -> Iterator[Found]:
    """The same thing found in many cells of a sheet, as one."""
    alike: dict[tuple[str, str, Verdict], list[Area]] = {}
    for place in places:
        alike.setdefault((place.sheet, place.found, place.verdict), []).extend([place.area] if place.area else [])
    for (sheet, found, verdict), areas in alike.items():
        yield Found(sheet, tuple(area.address for area in joined(areas)), found, verdict)
