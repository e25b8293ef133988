"""What a column kind gives to the table: headings, cells, and what its figures are, for formulas beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from workbook_builder.grid import Cell, Style, address
from workbook_builder.inputs.figures import Figure, Missing
from workbook_builder.inputs.observations import Observation
from workbook_builder.inputs.targets import Target
from workbook_builder.periods import Frequency, Period
from workbook_builder.rating.expressions import Cells, Decimals, Shown, decimals_of, typed_decimals
from workbook_builder.rating.travel import Travel
from workbook_builder.scorecards.model import Row, Table
from workbook_builder.sheets.cells import figure_cell
from workbook_builder.specs.columns import WhichYear
from workbook_builder.specs.model import Spec


class Role(Enum):
    """What formulas may look for in a row."""

    FIGURE = "figure"
    TARGET = "target"
    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"


Shows = tuple[Role, Period]


@dataclass(frozen=True)
class TargetRows:
    """Where each target stands on the Targets sheet."""

    sheet: str
    rows: Mapping[tuple[str, str, Period], int]
    cells: Callable[[str, int], Cells]

    def of(self, key: tuple[str, str, Period]) -> Cells:
        """The cells of a target and of its standards, by role."""
        return self.cells(self.sheet, self.rows[key])


@dataclass(frozen=True)
class TableSetting:
    """What a column kind may draw on: the table, the spec, the symbols, and the rows of the Targets sheet.

    `small` is the mark of figures that are rated on few; `sparklines`: whether the style wants them.
    """

    table: Table
    catalogue: Spec
    arrows: Mapping[Travel, str]
    tick: str
    small: str
    target_rows: TargetRows
    sparklines: bool = False


@dataclass(frozen=True)
class RowPlace:
    """Where a row stands on the sheet, which column shows what, and which show its trend up to the latest figure."""

    row: int
    columns: Mapping[Shows, int]
    window: range = range(0)

    def cell(self, role: Role, period: Period) -> str | None:
        """The address of the figure or target of a period, or None where the table does not show it."""
        column = self.columns.get((role, period))
        return None if column is None else address(self.row, column)

    def shown(self, row: Row, role: Role, period: Period, figure: Figure | None) -> Shown | None:
        """The cell with the decimals its figure is displayed with, or None where the table does not show it."""
        cell = self.cell(role, period)
        return Shown(cell, decimals_of(figure, row.indicator.decimals)) if cell else None

    def target(self, target: Target | None) -> Shown | None:
        """The cell of a target with the decimals it is judged with; None where the table shows none."""
        cell = self.cell(Role.TARGET, target.year) if target else None
        return Shown(cell, typed_decimals(target.target)) if target and cell else None


def judging_cells(target: Target, beside: Shown, setting: TableSetting) -> tuple[Cells, Decimals]:
    """The cells of what judges a row, by role, and the decimals with which they are judged.

    The target is the one `beside` the figure, its standards are those of the Targets sheet.
    """
    cells = setting.target_rows.of((target.indicator, target.area, target.year))
    decimals = {role: typed_decimals(target.limits.get(role)) for role in cells}
    return {**cells, "target": beside.cell}, {**decimals, "target": beside.decimals}


@dataclass(frozen=True)
class Slot:
    """One column of a table.

    `group` stands over neighbouring columns of the same group; `repeated` is printed again in the sub-heading
    row of each team; `shows` says what a row's cell is, for the formulas beside it; `marks` says that its cells
    hold ratings or arrows, to be coloured by what they say; `names_row` that they say what the row is about,
    `codes_row` by which code it is found; `rates` that they rate this edition's figures; `is_trend` that they are
    figures of a trend, `plots` that a sparkline of it is drawn over them.
    """

    heading: str
    cell: Callable[[Row, RowPlace], Cell]
    group: str = ""
    repeated: str = ""
    shows: Callable[[Row], Shows] | None = None
    marks: Style | None = None
    names_row: bool = False
    codes_row: bool = False
    rates: bool = False
    is_trend: bool = False
    plots: bool = False


def window_of(slots: Sequence[Slot]) -> range:
    """The columns of the trend and of the latest figure beside it; none in a table without a trend."""
    trend = [column for column, slot in enumerate(slots) if slot.is_trend]
    return range(trend[0], trend[-1] + 2) if trend else range(0)


def sparkline_slot(beside: Slot) -> Slot:
    """A column of empty cells beside the latest figure, over which its trend is drawn."""
    return Slot("Trend", lambda row, place: Cell(None, Style.SPARKLINE), beside.group, plots=True)


def figure_slot(
    heading: str, group: str, period: Period, repeated: str, setting: TableSetting, is_trend: bool = False
) -> Slot:
    """A column of one dated period's figures; the latest is marked where it is rated on few."""
    return Slot(
        heading,
        lambda row, place: measure_cell(row, period, setting),
        group,
        repeated,
        lambda row: (Role.FIGURE, period),
        is_trend=is_trend,
    )


def part_slot(heading: str, setting: TableSetting, role: Role, part: Callable[[Observation], Figure | None]) -> Slot:
    """A column of what the latest figures are made of; where a figure is missing, the reason why."""

    def cell(row: Row, place: RowPlace) -> Cell:
        latest = row.figures.get(row.latest)
        if latest is None or isinstance(latest.measure, Missing):
            return stating(figure_cell(row.figure(row.latest)), row, role, row.latest)
        return stating(figure_cell(part(latest)), row, role, row.latest)

    return Slot(heading, cell, latest_group(setting), shows=lambda row: (role, row.latest))


def measure_cell(row: Row, period: Period, setting: TableSetting, previous: bool = False, when: str = "") -> Cell:
    """The figure of a period; the latest is marked where it is rated on few."""
    cell = figure_cell(row.figure(period), previous, mark=mark_of(row, period, setting), when=when)
    return stating(cell, row, Role.FIGURE, period)


def stating(cell: Cell, row: Row, role: Role, period: Period) -> Cell:
    """The cell as one that states a fact, which other tables may show too; what does not exist states none."""
    return replace(cell, fact=(role, row.indicator.id, row.place, period)) if row.exists else cell


def mark_of(row: Row, period: Period, setting: TableSetting) -> str:
    """The mark of a latest figure that is rated on few."""
    return setting.small if row.is_small and period == row.latest else ""


def unheaded(row: Row, period: Period, setting: TableSetting) -> str:
    """The period of a figure as it is printed before it, where the row's are not those that the table is about."""
    return period.label if row.latest != setting.table.latest else ""


def latest_group(setting: TableSetting) -> str:
    """`Latest Month: Nov-24`, over the measure and what it is made of."""
    latest = setting.table.latest
    return f"Latest {latest.frequency.noun}: {latest.label}"


def trend_group(setting: TableSetting) -> str:
    """`Monthly Trends`, over the earlier periods."""
    return f"{setting.table.latest.frequency.adjective} Trends"


def year_label(setting: TableSetting, which: WhichYear) -> str:
    """The year in a heading of a target or rating; of a termly table the term."""
    latest = setting.table.latest
    termly = latest.frequency is Frequency.TERM and which is WhichYear.THIS
    return in_lines(latest) if termly else setting.table.year_at(which).label


def in_lines(period: Period) -> str:
    """`Q2` above `24-25`: a period's label as a narrow heading."""
    return period.label.replace(" ", "\n")


def dated(heading: str, when: str) -> str:
    """A heading with its year or date on a line of its own, so that no year is broken at its hyphen."""
    return f"{heading}\n{when}".rstrip()
