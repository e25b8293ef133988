"""`targets.csv`: what an indicator is judged by in a year. Polarity, target, floor and bands belong to the year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from workbook_builder.inputs.cells import Reader, parse_number
from workbook_builder.inputs.figures import Figure, Missing, Number, Origin, as_written, by_law
from workbook_builder.inputs.tables import Row, TableForm
from workbook_builder.names import folded
from workbook_builder.periods import Frequency, Period
from workbook_builder.problems import quoted
from workbook_builder.specs.catalogue import Indicator, Polarity
from workbook_builder.specs.model import Spec

FORM = TableForm(
    "targets",
    (
        "indicator",
        "year",
        "target",
        "area",
        "polarity",
        "floor",
        "green_from",
        "green_to",
        "amber_from",
        "amber_to",
        "floor_basis",
        "display",
        "decimals",
    ),
    needed=3,
)
Key = tuple[str, str, Period]
_SIGN = re.compile(r"(<=|>=|<|>)\s*(.+)")


class Basis(Enum):
    """Whether a floor standard (or band) was published, or inferred from published ratings."""

    PUBLISHED = "published"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True)
class Band:
    """The values from one end to the other, both included."""

    lowest: Number
    highest: Number


@dataclass(frozen=True, slots=True)
class Target:
    """What figures of one year are rated by: floor for H and L, bands for T.

    `area` is "" where it holds wherever the indicator exists. `sign` is printed before the number ("<=").
    """

    indicator: str
    area: str
    year: Period
    polarity: Polarity | None
    target: Figure
    floor: Number | None
    green: Band | None
    amber: Band | None
    basis: Basis | None
    sign: str
    origin: Origin


def read_target(row: Row, spec: Spec, reader: Reader) -> tuple[Key, Target] | None:
    """The target a row states, by indicator, area ("" for all) and year; None where it cannot be read."""
    before = len(reader.report.problems)
    name = reader.name(row, "indicator", spec.indicator_by_id, "indicator")
    area = reader.place(row, spec) if row.cells.get("area") else ""
    year = reader.period(row, "year", {Frequency.YEAR})
    indicator = spec.indicator_by_id.get(name or "")
    if not indicator or area is None or year is None:
        return None
    if area and not spec.exists(indicator, area):
        reader.refuse_place(row, indicator, area)
        return None
    target = _target(row, indicator, area, year, reader)
    return ((indicator.id, area, year), target) if len(reader.report.problems) == before else None


def _target(row: Row, indicator: Indicator, area: str, year: Period, reader: Reader) -> Target:
    decimals = indicator.decimals
    figure, own = as_written(reader.figure(row, "target", decimals), decimals), reader.whole(row, "decimals")
    figure = figure if own is None else by_law(figure, decimals, own)
    if not row.cells.get("target"):
        remedy = "fill it in, write N/A, or delete the row where there is no target"
        reader.report.add(row.where("target"), "no target", "a number, or N/A", remedy)
    return Target(
        indicator.id,
        area,
        year,
        _polarity(row, reader) or indicator.polarity,
        figure or Missing.NOT_AVAILABLE,
        _standard(row, "floor", decimals, reader),
        _band(row, "green", decimals, reader),
        _band(row, "amber", decimals, reader),
        _basis(row, reader),
        _sign(row, figure, reader),
        row.origin,
    )


def _standard(row: Row, column: str, decimals: int, reader: Reader) -> Number | None:
    number = as_written(reader.number(row, column, decimals), decimals)
    return number if isinstance(number, Number) else None


def _polarity(row: Row, reader: Reader) -> Polarity | None:
    text = row.cells.get("polarity", "").upper()
    if text and text not in Polarity.__members__:
        reader.report.add(row.where("polarity"), quoted(text), "H, L or T", "leave it empty where it does not differ")
        return None
    return Polarity(text) if text else None


def _basis(row: Row, reader: Reader) -> Basis | None:
    text = folded(row.cells.get("floor_basis", ""))
    if text and text not in [basis.value for basis in Basis]:
        allowed = "published or inferred"
        reader.report.add(row.where("floor_basis"), quoted(text), allowed, "write one of the two words")
        return None
    return Basis(text) if text else None


def _band(row: Row, colour: str, decimals: int, reader: Reader) -> Band | None:
    lowest = _standard(row, f"{colour}_from", decimals, reader)
    highest = _standard(row, f"{colour}_to", decimals, reader)
    if bool(row.cells.get(f"{colour}_from")) != bool(row.cells.get(f"{colour}_to")):
        found = f"one end of the {colour} band"
        reader.report.add(row.where(f"{colour}_from"), found, "both ends, or neither", "fill in the other end")
    return Band(lowest, highest) if lowest and highest else None


def _sign(row: Row, figure: Figure | None, reader: Reader) -> str:
    """`<=` of `<= 25`: how a limit is printed, which must be the target's own number."""
    text = row.cells.get("display", "")
    if not text or figure is None:
        return ""
    found = _SIGN.fullmatch(text)
    limit = parse_number(found[2]) if found else None
    if not found or not isinstance(figure, Number) or limit != figure.value:
        allowed = "<, <=, > or >= and the target: <= 25"
        reader.report.add(row.where("display"), quoted(text), allowed, "correct it, or leave it empty")
        return ""
    return found[1]
