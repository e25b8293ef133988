"""Combinations of figures and targets, each with its live formula and what `rating/` says of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from tests.support.judging import CLOSE, HIGH, LOW, as_shown, ends_of, floor_of, number, target
from workbook_builder.grid import address
from workbook_builder.inputs.figures import Figure, Missing, Number
from workbook_builder.inputs.targets import Target
from workbook_builder.rating.expressions import Shown, decimals_of, typed_decimals
from workbook_builder.rating.polarity import Polarity
from workbook_builder.rating.scheme import Band, roles_of
from workbook_builder.rating.schemes import all_standards, rate, rule_of
from workbook_builder.rating.travel import Travel, travel, travel_formula

ARROWS = {Travel.IMPROVED: "⇧", Travel.WORSENED: "⇩", Travel.SAME: "⇔"}
STEPS = (Decimal("0.5"), Decimal("0.05"), Decimal("0.005"), Decimal("0.1"), Decimal("0.001"))
DECIMALS = 1  # of the indicator
Figures = tuple[Figure | None, ...]


@dataclass(frozen=True)
class RatingCase:
    """A figure and what it is judged by."""

    figure: Figure | None
    judge: Target

    @property
    def figures(self) -> Figures:
        """What stands in the row, from its second cell on."""
        limits = (self.judge.target, floor_of(self.judge), *ends_of(self.judge))
        return self.figure, *map(as_shown, limits)

    def formula(self, row: int) -> str:
        """The formula over that row."""
        rule = rule_of(self.judge)
        assert rule
        roles = ("figure", "target", *roles_of(all_standards()))
        known = {"target": self.judge.target, **self.judge.limits}
        cells = {role: address(row, column) for column, role in enumerate(roles, 1)}
        decimals = {role: typed_decimals(known.get(role)) for role in roles}
        return rule.formula(cells, decimals | {"figure": decimals_of(self.figure, DECIMALS)})

    @property
    def expected(self) -> str:
        """The rating."""
        return rate(self.figure, self.judge).value


@dataclass(frozen=True)
class TravelCase:
    """Two figures, the polarity, and for T the target."""

    now: Figure | None
    before: Figure | None
    polarity: Polarity
    stated: Figure | None

    @property
    def figures(self) -> Figures:
        """What stands in the row, from its second cell on."""
        return self.now, self.before, as_shown(self.stated)

    def formula(self, row: int) -> str:
        """The formula over that row."""
        now, before = (
            Shown(address(row, column), decimals_of(figure, DECIMALS))
            for column, figure in enumerate((self.now, self.before), start=1)
        )
        stated = Shown(address(row, 3), typed_decimals(self.stated))
        return travel_formula(now, before, self.polarity, stated if self.stated else None, ARROWS)

    @property
    def expected(self) -> str:
        """The arrow, or N/A."""
        direction = travel(self.now, self.before, self.polarity, self.stated)
        return ARROWS.get(direction, direction.value)


Case = RatingCase | TravelCase

EDGES: list[Case] = [
    *(RatingCase(number(value, 1), HIGH) for value in ("60", "59.95", "59.949", "50", "49.95", "49.94")),
    *(RatingCase(number(value, 1), LOW) for value in ("25", "25.04", "25.05", "30", "30.04", "30.05")),
    *(RatingCase(number(value, 1), CLOSE) for value in ("17.45", "17.44", "22.54", "22.55", "12.45", "27.55")),
    RatingCase(number("0.30000000000000004", 1), target(Polarity.L, number("0.3"), number("0.4"))),
    RatingCase(number("0.3"), target(Polarity.H, number("0.30000000000000004", 1), number("0.1"))),
    RatingCase(number("-0.045", 2), target(Polarity.H, number("-0.04"), number("-0.05"))),
    RatingCase(number("1.005", 2), target(Polarity.H, number("1.01"), number("0.5"))),
    RatingCase(number("2.675", 2), target(Polarity.H, number("2.68"), number("0.5"))),
    RatingCase(number("1234567.125", 2), target(Polarity.H, number("1234567.13"), number("1"))),
    RatingCase(number("0"), target(Polarity.L, number("0"), number("0"))),
    TravelCase(number("0.30000000000000004", 1), number("0.3"), Polarity.H, None),
    TravelCase(number("32.83"), number("32.8"), Polarity.H, None),
    TravelCase(number("32.85"), number("32.8"), Polarity.L, None),
    TravelCase(number("19.9"), number("20.1"), Polarity.T, number("20")),
    TravelCase(number("0.1"), number("0.5"), Polarity.T, number("0.3")),  # 0.3 - 0.1 is not 0.5 - 0.3 in binary
]


def random_cases(count: int, seed: int) -> Iterator[Case]:
    """So many cases of each kind, whose figures lie close together so that edges are met. Some are missing."""
    random = Random(seed)
    for _ in range(count):
        around, step = random.choice((0, 0, 60, 2670, -7)), random.choice(STEPS)
        yield _rating_case(random, around, step)
        now, before, stated = (_figure_or_none(random, around, step) for _ in range(3))
        yield TravelCase(now, before, random.choice(list(Polarity)), stated)


def _rating_case(random: Random, around: int, step: Decimal) -> RatingCase:
    polarity = random.choice(list(Polarity))
    stated, value = _figure(random, around, step), _figure_or_none(random, around, step)
    if polarity is Polarity.T:
        return RatingCase(value, target(polarity, stated, None, *(_band(random, around, step) for _ in range(2))))
    floor = _number(random, around, step) if random.random() < 0.9 else None
    return RatingCase(value, target(polarity, stated, floor))


def _figure_or_none(random: Random, around: int, step: Decimal) -> Figure | None:
    return _figure(random, around, step) if random.random() < 0.95 else None


def _figure(random: Random, around: int, step: Decimal) -> Figure:
    return _number(random, around, step) if random.random() < 0.95 else random.choice(list(Missing))


def _number(random: Random, around: int, step: Decimal) -> Number:
    return Number(around + random.randint(-8, 8) * step, random.randint(0, 3))


def _band(random: Random, around: int, step: Decimal) -> Band | None:
    if random.random() < 0.1:
        return None
    lowest, highest = sorted((_number(random, around, step) for _ in range(2)), key=lambda end: end.value)
    return Band(lowest, highest)
