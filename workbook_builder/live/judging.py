"""Cells that judge others: ratings, arrows, directions, how many are lacking. They say what `rate` and its like say.

The seam between pages and the rules: a page names the cells by role, the rule writes its formula over them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workbook_builder.inputs.figures import Figure, Number
from workbook_builder.inputs.targets import Target
from workbook_builder.live.references import Places, Ref, Role, RowId
from workbook_builder.ratings import Travel
from workbook_builder.sheets.direction_formula import direction_formula
from workbook_builder.sheets.formulas import Shown, StandardCells, rating_formula, travel_formula
from workbook_builder.sheets.reach_formula import ReachCells, reach_formula
from workbook_builder.specs.catalogue import Polarity

TARGET = Role("target")
STANDARDS = tuple(map(Role, ("floor", "green_from", "green_to", "amber_from", "amber_to")))
"""What a row of targets says beside the target itself."""


@dataclass(frozen=True, slots=True)
class Exact:
    """A figure's cell with the decimals that the figure is displayed with."""

    ref: Ref
    decimals: int

    @staticmethod
    def of(ref: Ref, figure: Figure | None, otherwise: int) -> Exact:
        """The cell of a figure; `otherwise` are the decimals of its indicator, where it is missing."""
        return Exact(ref, figure.decimals if isinstance(figure, Number) else otherwise)

    def shown(self, at: Places) -> Shown:
        """The cell as the formulas want it."""
        return Shown(at.cell(self.ref), self.decimals)


def target_id(target: Target) -> RowId:
    """The row of a target on the page of targets."""
    return "target", target.indicator, target.area, str(target.year)


def _standards(target: Target, at: Places) -> StandardCells:
    """The cells that a target is judged by: its floor standard or, of polarity T, the ends of its bands."""
    id, (floor, *ends) = target_id(target), STANDARDS
    if target.polarity is Polarity.T:
        return StandardCells("", *(at.cell(Ref(id, role)) for role in ends))
    return StandardCells(at.cell(Ref(id, floor)), "", "", "", "")


@dataclass(frozen=True, slots=True)
class Judged:
    """The rating of a figure by the target in its own row, and by the standards of that target.

    `decimals` are those of a standard that is not stated yet.
    """

    figure: Exact
    target: Exact
    stated: Target
    decimals: int

    def formula(self, at: Places) -> str:
        """GREEN, AMBER or RED; N/A where something is missing."""
        figure, target = self.figure.shown(at), self.target.shown(at)
        return rating_formula(figure, target, _standards(self.stated, at), self.stated, self.decimals)


@dataclass(frozen=True, slots=True)
class Moved:
    """The direction of travel from one figure to the next."""

    now: Exact
    before: Exact
    polarity: Polarity
    target: Exact | None

    def formula(self, at: Places) -> str:
        """An arrow as the output spells it."""
        target = self.target.shown(at) if self.target else None
        return travel_formula(self.now.shown(at), self.before.shown(at), self.polarity, target, _arrows(at))


def _arrows(at: Places) -> Mapping[Travel, str]:
    return {travel: at.spelled(travel) for travel in (Travel.IMPROVED, Travel.WORSENED, Travel.SAME)}


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
        return direction_formula(cells, len(self.window), self.polarity, target, self.least)


def going(window: tuple[Ref, ...], polarity: Polarity | None, target: Exact | None, least: float) -> Going | None:
    """Where a window of figures is going; None where no way is better, or nothing says what is close to target."""
    if polarity is None or (polarity is Polarity.T and target is None):
        return None
    return Going(window, polarity, target, least)


@dataclass(frozen=True, slots=True)
class Lacking:
    """How many more or fewer in the numerator would make a percentage GREEN.

    `doubted` is the figure where it is not what numerator and denominator make; `decimals` are those of the
    percentage, `otherwise` those of a standard that is not stated yet.
    """

    numerator: Ref
    denominator: Ref
    decimals: int
    target: Exact
    doubted: Exact | None
    stated: Target
    otherwise: int

    def formula(self, at: Places) -> str:
        """A number with its sign; N/A where it cannot be known."""
        doubted = self.doubted.shown(at) if self.doubted else None
        parts = at.cell(self.numerator), at.cell(self.denominator)
        cells = ReachCells(*parts, self.decimals, self.target.shown(at), _standards(self.stated, at), doubted)
        return reach_formula(cells, self.stated, self.otherwise)
