"""`targets.csv`: what an indicator is judged by in a year. Polarity, target and its standards belong to the year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import Enum
from functools import cached_property

from workbook_builder.inputs.cells import Reader, parse_number
from workbook_builder.inputs.figures import Figure, Missing, Number, Origin, as_written, by_law
from workbook_builder.inputs.tables import Row, TableForm
from workbook_builder.names import folded
from workbook_builder.periods import Frequency, Period
from workbook_builder.problems import quoted
from workbook_builder.rating.expressions import Known
from workbook_builder.rating.polarity import LETTERS, Polarity
from workbook_builder.rating.scheme import Scheme, Standard, roles_of
from workbook_builder.rating.schemes import all_standards, scheme_for, standards_of
from workbook_builder.specs.catalogue import Indicator
from workbook_builder.specs.model import Spec

LIMITS = roles_of(all_standards())


def _meanings(standard: Standard) -> dict[str, str]:
    """What the columns of a standard mean: a number that is to be met, or a band from one number to another."""
    name, rating = standard.name, standard.rating.value
    if len(standard.roles) == 1:
        return {standard.roles[0]: f"the {name}: a figure that meets it but not the target is {rating}"}
    lowest, highest = standard.roles
    return {
        lowest: f"where the {name} begins: a figure within it, ends included, is {rating}",
        highest: "where it ends",
    }


FORM = TableForm.described(
    "targets",
    "what a year's figures are judged by",
    {
        "indicator": "of which indicator",
        "year": "for which year",
        "target": "a number, or `N/A`; where there is no target there is no row",
        "area": "the area or team for which it differs; empty: wherever the indicator exists",
        "polarity": "H, L or T, only where it was another that year than the spec's",
        **{role: text for standard in all_standards() for role, text in _meanings(standard).items()},
        "floor_basis": "`published` or `inferred`",
        "display": "how a limit is printed: `<= 25`",
        "decimals": "decimals to show the target with, where those it is written with are not meant, or are meant "
        "though its indicator has others: 0 for a target that was set as 60; what is beside it may have as many",
    },
    needed=3,
)
Key = tuple[str, str, Period]
_SIGN = re.compile(r"(<=|>=|<|>)\s*(.+)")


class Basis(Enum):
    """Whether a floor standard (or band) was published, or inferred from published ratings."""

    PUBLISHED = "published"
    INFERRED = "inferred"


@dataclass(frozen=True)
class Target:
    """What figures of one year are rated by: `limits` are the numbers that its scheme asks for, by role (`floor`).

    `area` is "" where it holds wherever the indicator exists. `sign` is printed before the number ("<=").
    """

    indicator: str
    area: str
    year: Period
    polarity: Polarity | None
    scheme: Scheme | None
    target: Figure
    limits: Mapping[str, Number] = field(hash=False)
    basis: Basis | None
    sign: str
    origin: Origin

    @cached_property
    def known(self) -> Known:
        """The target and its standards, by role."""
        return {**self.limits, "target": self.target if isinstance(self.target, Number) else None}

    @property
    def standards(self) -> tuple[Standard, ...]:
        """What its scheme asks for beside it."""
        return standards_of(self.scheme)

    def moved(self, target: Number) -> Target:
        """The same with another number; what follows the target keeps its distance from it."""
        by = target.value - self.target.value if isinstance(self.target, Number) else Decimal()
        following = roles_of([standard for standard in self.standards if standard.follows_target])
        limits = {
            role: Number(limit.value + by, max(limit.decimals, target.decimals)) if role in following else limit
            for role, limit in self.limits.items()
        }
        return replace(self, target=target, limits=limits)


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
    polarity = _polarity(row, reader) or indicator.polarity
    return Target(
        indicator=indicator.id,
        area=area,
        year=year,
        polarity=polarity,
        scheme=scheme_for(indicator.rating, polarity),
        target=figure or Missing.NOT_AVAILABLE,
        limits=dict(_limits(row, decimals, own, reader)),
        basis=_basis(row, reader),
        sign=_sign(row, figure, reader),
        origin=row.origin,
    )


def _limit(row: Row, column: str, decimals: int, own: int | None, reader: Reader) -> Number | None:
    number = as_written(reader.number(row, column, decimals), decimals)
    if not isinstance(number, Number):
        return None
    is_meant = own is not None and number.stated is not None and number.stated <= max(own, decimals)
    return replace(number, stated=None) if is_meant else number


def _polarity(row: Row, reader: Reader) -> Polarity | None:
    text = row.cells.get("polarity", "").upper()
    if text and text not in Polarity.__members__:
        reader.report.add(row.where("polarity"), quoted(text), LETTERS, "leave it empty where it does not differ")
        return None
    return Polarity(text) if text else None


def _basis(row: Row, reader: Reader) -> Basis | None:
    text = folded(row.cells.get("floor_basis", ""))
    if text and text not in [basis.value for basis in Basis]:
        allowed = "published or inferred"
        reader.report.add(row.where("floor_basis"), quoted(text), allowed, "write one of the two words")
        return None
    return Basis(text) if text else None


def _limits(row: Row, decimals: int, own: int | None, reader: Reader) -> Iterator[tuple[str, Number]]:
    """Every number that any scheme asks for, by role; a band has both ends or neither."""
    for standard in all_standards():
        ends = {role: _limit(row, role, decimals, own, reader) for role in standard.roles}
        if len({bool(row.cells.get(role)) for role in standard.roles}) > 1:
            found = f"one end of the {standard.name}"
            reader.report.add(row.where(standard.roles[0]), found, "both ends, or neither", "fill in the other end")
        yield from ((role, end) for role, end in ends.items() if end and all(ends.values()))


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
