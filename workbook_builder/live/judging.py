"""Cells that judge others: ratings, arrows, directions, how many are lacking.

The seam between pages and the rules of rating: a page names the cells by role, the rule writes its formula over them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workbook_builder.figures import Figure
from workbook_builder.inputs.targets import Target
from workbook_builder.live.references import Places, Ref, Role, RowId
from workbook_builder.rating.expressions import Cells, Decimals, Shown, decimals_of, typed_decimals
from workbook_builder.rating.polarity import Polarity
from workbook_builder.rating.scheme import Rule
from workbook_builder.rating.schemes import rule_of
from workbook_builder.rating.to_green_formula import PercentageCells, to_green_formula
from workbook_builder.rating.travel import Travel, travel_formula
from workbook_builder.rating.trend import trend_formula

TARGET = Role("target")
"""What a row of targets says first; its standards play the roles that the schemes of rating ask for."""


@dataclass(frozen=True, slots=True)
class Exact:
    """A number's cell with the decimals with which the number is judged."""

    ref: Ref
    decimals: int

    @staticmethod
    def of_figure(ref: Ref, figure: Figure | None, otherwise: int) -> Exact:
        """The cell of a figure, judged as displayed; `otherwise` are the decimals of its indicator."""
        return Exact(ref, decimals_of(figure, otherwise))

    @staticmethod
    def of_limit(ref: Ref, limit: Figure | None) -> Exact:
        """The cell of a target or standard, judged as typed."""
        return Exact(ref, typed_decimals(limit))

    def shown(self, at: Places) -> Shown:
        """The cell as the formulas want it."""
        return Shown(at.cell(self.ref), self.decimals)


def target_id(target: Target) -> RowId:
    """The row of a target on the page of targets."""
    return "target", target.indicator, target.area, str(target.year)


@dataclass(frozen=True, slots=True)
class Judge:
    """What a row is judged by: the target `beside` its figure, and the standards that the rule asks for, by role."""

    rule: Rule
    beside: Exact
    standards: Mapping[str, Exact]

    def cells(self, at: Places) -> tuple[Cells, Decimals]:
        """The cells by role, and the decimals with which they are judged."""
        exact = {**self.standards, TARGET.name: self.beside}
        cells = {role: at.cell(one.ref) for role, one in exact.items()}
        return cells, {role: one.decimals for role, one in exact.items()}


def judge_of(target: Target | None, beside: Exact | None) -> Judge | None:
    """What judges a row, by the target that its table shows; None where it shows none, or that does not rate."""
    rule = rule_of(target)
    if rule is None or target is None or beside is None:
        return None
    id, asked = target_id(target), [role for role in rule.needs if role in _limits(target)]
    standards = {role: Exact.of_limit(Ref(id, Role(role)), target.limits.get(role)) for role in asked}
    return Judge(rule, beside, standards)


def _limits(target: Target) -> frozenset[str]:
    return frozenset(role for standard in target.standards for role in standard.roles)


@dataclass(frozen=True, slots=True)
class Judged:
    """The rating of a figure."""

    figure: Exact
    judge: Judge

    def formula(self, at: Places) -> str:
        """GREEN, AMBER or RED; N/A where something is missing."""
        cells, decimals = self.judge.cells(at)
        figure = self.figure.shown(at)
        return self.judge.rule.formula({**cells, "figure": figure.cell}, {**decimals, "figure": figure.decimals})


@dataclass(frozen=True, slots=True)
class Moved:
    """The direction of travel from one figure to the next."""

    now: Exact
    before: Exact
    polarity: Polarity
    target: Exact | None

    def formula(self, at: Places) -> str:
        """An arrow as the output spells it."""
        arrows = {travel: at.spelled(travel) for travel in (Travel.IMPROVED, Travel.WORSENED, Travel.SAME)}
        target = self.target.shown(at) if self.target else None
        return travel_formula(self.now.shown(at), self.before.shown(at), self.polarity, target, arrows)


@dataclass(frozen=True, slots=True)
class Going:
    """Where neighbouring figures are going, in words; a change of `least` per cent is worth one."""

    window: tuple[Ref, ...]
    polarity: Polarity
    target: Exact | None
    least: float

    def formula(self, at: Places) -> str:
        """`improving`, `worsening` or `no clear trend`."""
        (cells,) = at.runs(self.window)
        target = self.target.shown(at) if self.target else None
        return trend_formula(cells, len(self.window), self.polarity, target, self.least)


def going(window: tuple[Ref, ...], polarity: Polarity | None, target: Exact | None, least: float) -> Going | None:
    """Where a window of figures is going; None where no way is better, or nothing says what is close to target."""
    if polarity is None or (polarity.is_nearest_best and target is None):
        return None
    return Going(window, polarity, target, least)


@dataclass(frozen=True, slots=True)
class Lacking:
    """How many more or fewer in the numerator would make a percentage GREEN.

    `decimals` are those of the percentage; it is `doubted` where it is not what numerator and denominator make.
    """

    numerator: Ref
    denominator: Ref
    decimals: int
    doubted: Exact | None
    judge: Judge

    def formula(self, at: Places) -> str:
        """A number with its sign; N/A where it cannot be known."""
        doubted = self.doubted.shown(at) if self.doubted else None
        stated = PercentageCells(at.cell(self.numerator), at.cell(self.denominator), self.decimals, doubted)
        return to_green_formula(stated, self.judge.rule, *self.judge.cells(at))
