"""Rows of figures, the live formula of a column and what the builder says of it: how many for GREEN, directions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from tests.rating.test_to_green import made
from tests.support.judging import CLOSE, HIGH, LOW, as_shown, ends_of, floor_of, number, target
from workbook_builder.grid import address
from workbook_builder.inputs.figures import Figure, Missing, Number, rounded
from workbook_builder.inputs.targets import Target
from workbook_builder.rating.expressions import Shown, decimals_of, typed_decimals
from workbook_builder.rating.polarity import Polarity
from workbook_builder.rating.scheme import Band, roles_of
from workbook_builder.rating.schemes import all_standards, rule_of
from workbook_builder.rating.to_green import Percentage, to_green
from workbook_builder.rating.to_green_formula import PercentageCells, to_green_formula
from workbook_builder.rating.trend import trend_formula, trend_of

DECIMALS = 1  # of the indicator
Figures = tuple[Figure | None, ...]


@dataclass(frozen=True)
class ReachCase:
    """A figure, its numerator and denominator, and what it is judged by."""

    measure: Figure
    part: Figure | None
    whole: Figure | None
    judge: Target

    @property
    def figures(self) -> Figures:
        """What stands in the row, from its second cell on."""
        limits = (self.judge.target, floor_of(self.judge), *ends_of(self.judge))
        return self.part, self.whole, self.measure, *map(as_shown, limits)

    def formula(self, row: int) -> str:
        """The formula over that row."""
        rule = rule_of(self.judge)
        assert rule
        part, whole, measure = (address(row, column) for column in range(1, 4))
        figure = Shown(measure, decimals_of(self.measure, DECIMALS))
        doubtful = figure if Percentage(self.measure, self.part, self.whole).is_contradicted else None
        roles = ("target", *roles_of(all_standards()))
        known = {"target": self.judge.target, **self.judge.limits}
        cells = {role: address(row, column) for column, role in enumerate(roles, 4)}
        decimals = {role: typed_decimals(known.get(role)) for role in roles}
        return to_green_formula(PercentageCells(part, whole, figure.decimals, doubtful), rule, cells, decimals)

    @property
    def expected(self) -> object:
        """How many more or fewer, or N/A."""
        found = to_green(Percentage(self.measure, self.part, self.whole), self.judge)
        return found.lacking if found else "N/A"


@dataclass(frozen=True)
class DirectionCase:
    """A window of figures, and what they are judged by."""

    window: Figures
    polarity: Polarity
    goal: Figure
    least: float

    @property
    def figures(self) -> Figures:
        """What stands in the row, from its second cell on."""
        return as_shown(self.goal), *self.window

    def formula(self, row: int) -> str:
        """The formula over that row."""
        goal = Shown(address(row, 1), typed_decimals(self.goal))
        cells = f"{address(row, 2)}:{address(row, 1 + len(self.window))}"
        return trend_formula(cells, len(self.window), self.polarity, goal, self.least)

    @property
    def expected(self) -> object:
        """The direction in words."""
        return trend_of(self.window, self.polarity, self.goal, self.least).value


Case = ReachCase | DirectionCase


def _figured(part: int, whole: int, judge: Target, decimals: int = 1) -> ReachCase:
    return ReachCase(made(part, whole, decimals), number(str(part)), number(str(whole)), judge)


def _line(texts: str, polarity: Polarity, least: float = 5) -> DirectionCase:
    return DirectionCase(tuple(map(number, texts.split())), polarity, number("20.0"), least)


EDGES: list[Case] = [
    *(_figured(part, 2000, HIGH) for part in (1198, 1199, 1200)),  # 59.95 is shown as 60.0
    *(_figured(part, 2000, LOW) for part in (500, 501, 502)),
    *(_figured(part, 100_000, CLOSE) for part in (17_449, 17_450, 22_549, 22_550, 99_999, 0)),
    *(_figured(part, 3, CLOSE) for part in range(4)),  # nothing is in the band
    *(_figured(part, 7, target(Polarity.H, number(goal), number("0")), 0) for goal in ("57.14", "57", "58", "101")
      for part in (0, 4, 7)),
    *(_figured(part, 299_999, target(Polarity.L, number(goal, 2), number("99")), 2) for goal in ("0", "0.01", "33.33")
      for part in (0, 1, 99_999, 299_999)),
    ReachCase(number("50.1"), number("100"), number("200"), HIGH),  # not what they make
    ReachCase(number("50.0"), number("100"), number("0"), HIGH),
    ReachCase(number("50.0"), number("100.5"), number("201"), HIGH),
    ReachCase(number("150.0"), number("300"), number("200"), HIGH),
    *(_line("97.5 98.75 100 101.25 102.5", polarity, least) for polarity in Polarity for least in (4.9, 5, 5.1)),
    *(_line("0.1 0.1 0.1 0.1 0.1 0.1 0.1", polarity) for polarity in Polarity),
    *(_line(texts, Polarity.H) for texts in ("0 0 0 0 1", "0 0 0 0 0 1", "0 0 0 2 1", "0 0 0 0 0", "-5 -4 -3 -2 -1")),
    *(_line(texts, Polarity.T) for texts in ("30 28 27 26 24", "10 11 13 14 16", "15 17 20 23 25", "21 22 24 25")),
    _line("1234567.1 1234567.2 1234567.3 1234567.4 1234567.5", Polarity.H),
]  # fmt: skip


def random_cases(count: int, seed: int) -> Iterator[Case]:
    """So many cases of each kind; some of their figures are missing."""
    random = Random(seed)
    for _ in range(count):
        yield _reach_case(random)
        yield _direction_case(random)


def _reach_case(random: Random) -> ReachCase:
    whole = random.choice((7, 19, 100, 1_000, 4_321, 300_000))
    part, decimals = random.randint(0, whole), random.randint(0, 2)
    measure = made(part, whole, decimals)
    if random.random() < 0.05:
        measure = Number(measure.value + Decimal(1).scaleb(-decimals), decimals)
    first, second = (
        number(str(count)) if random.random() < 0.97 else random.choice(list(Missing)) for count in (part, whole)
    )
    return ReachCase(measure, first, second, _target(random, measure))


def _target(random: Random, measure: Number) -> Target:
    """A target close to the figure, so that edges are met."""
    step, decimals = random.choice((Decimal("0.05"), Decimal("0.5"), Decimal(3))), random.randint(0, 2)
    ends = sorted(measure.value + random.randint(-8, 8) * step for _ in range(2))
    lowest, highest = (Number(rounded(end, decimals), decimals) for end in ends)
    polarity = random.choice(list(Polarity))
    if polarity is Polarity.T:
        bands = Band(lowest, highest), Band(lowest, highest)
        return target(polarity, lowest, None, *(band if random.random() < 0.95 else None for band in bands))
    floor = number("50") if random.random() < 0.95 else None
    return target(polarity, lowest if random.random() < 0.95 else Missing.NOT_AVAILABLE, floor)


def _direction_case(random: Random) -> DirectionCase:
    start, slope, noise = random.choice((60, 2670, 0, -7)), random.randint(-20, 20), random.choice((0, 5, 40))
    tenths = [start * 10 + slope * n + random.randint(-noise, noise) for n in range(7)]
    window = [
        Number(Decimal(t) / 10, 1) if random.random() < 0.93 else random.choice([*Missing, None]) for t in tenths
    ]
    goal = number(str(start + random.randint(-5, 5))) if random.random() < 0.95 else Missing.NOT_AVAILABLE
    return DirectionCase(tuple(window), random.choice(list(Polarity)), goal, random.choice((0.1, 2.5, 5, 20)))
