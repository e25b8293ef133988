"""`targets.csv`: what an indicator is judged by in a year, or in a month, quarter or term.

Polarity, target and its standards belong to that period.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import Enum
from functools import cached_property

from workbook_builder.inputs.cells import Reader, parse_number
from workbook_builder.inputs.figures import Figure, Missing, Number, Origin, as_written, by_law, dressed
from workbook_builder.inputs.limits import meanings_of, read_limits
from workbook_builder.inputs.setting import MONITORING, Agreed, InWords, read_agreed, read_words
from workbook_builder.inputs.tables import Row, TableForm
from workbook_builder.names import folded
from workbook_builder.periods import Frequency, Period, YearBasis
from workbook_builder.problems import quoted
from workbook_builder.rating.expressions import Known
from workbook_builder.rating.polarity import LETTERS, Polarity
from workbook_builder.rating.scheme import Band, Scheme, Standard, roles_of
from workbook_builder.rating.schemes import all_standards, needs_target, scheme_for, standards_of
from workbook_builder.specs.catalogue import Indicator
from workbook_builder.specs.model import Spec

FORM = TableForm.described(
    "targets",
    "what a year's figures are judged by",
    {
        "indicator": "of which indicator",
        "year": "for which year; or for which month, quarter or term, whose figures are then judged by it instead",
        "target": "a number, or `N/A`; `= England`: what that benchmark group achieves; `monitoring only`: the "
        "figure is shown and not rated; where there is no target there is no row. Empty where an expected range, "
        "which needs none, is what rates",
        "area": "the area or team for which it differs; empty: wherever the indicator exists",
        "polarity": "H, L or T, only where it was another that year than the spec's",
        **{role: text for standard in all_standards() for role, text in meanings_of(standard).items()},
        "floor_basis": "`published` or `inferred`",
        "display": "how a limit is printed: `<= 25`",
        "decimals": "decimals to show the target with, where those it is written with are not meant, or are meant "
        "though its indicator has others: 0 for a target that was set as 60; what is beside it may have as many",
        "from": "where the year's target was changed: the month from which this one counts, up to the end of the "
        "year or the next change; the row of the year itself stays",
        "reason": "why figures are monitored only; printed below their table",
        "basis": "how the target was set, in words; printed with the definitions, as the next two",
        "agreed_by": "which committee or post agreed it, never a person",
        "agreed_on": "when: 2017-10-03, or a month or year",
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

    `area` is "" where it holds wherever the indicator exists. `sign` is printed before the number ("<="). `year` may
    be a shorter period: the month, quarter or term that it is for; where it `is_change` of the year's target, the
    month from which it counts. `in_words` is what is stated instead of a number, `agreed` how it was set.
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
    is_change: bool = False
    in_words: InWords | None = None
    agreed: Agreed = field(default_factory=Agreed)

    @property
    def is_monitored(self) -> bool:
        """Whether figures are shown and not rated, because nobody wants them to be."""
        return self.in_words is not None and self.in_words.words == MONITORING

    @property
    def label(self) -> str:
        """For when it is, as it is printed: `2024-25`, `Nov-24`, `from Nov-24`."""
        return f"from {self.year.label}" if self.is_change else self.year.label

    @cached_property
    def known(self) -> Known:
        """The target and its standards, by role."""
        return {**self.limits, "target": self.target if isinstance(self.target, Number) else None}

    @property
    def is_set(self) -> bool:
        """Whether it states what its scheme judges by: a number or, where the scheme needs none, its standards."""
        return isinstance(self.target, Number) or not self.needs_number

    @property
    def needs_number(self) -> bool:
        """Whether its scheme rates nothing without a target, so that an empty one would be missed."""
        return needs_target(self.scheme, self.polarity)

    @property
    def band(self) -> Band | None:
        """The band, where its scheme asks for a single one and no more."""
        limits = [standard.of(self.limits) for standard in self.standards]
        return limits[0] if len(limits) == 1 and isinstance(limits[0], Band) else None

    @property
    def standards(self) -> tuple[Standard, ...]:
        """What its scheme asks for beside it."""
        return standards_of(self.scheme)

    def followed(self, benchmark: Figure | None) -> Target:
        """The same with what its benchmark group has achieved, as far as anybody has stated that."""
        assert self.in_words is not None
        return replace(self, target=benchmark, sign=self.in_words.words) if isinstance(benchmark, Number) else self

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
    indicator = spec.indicator_by_id.get(name or "")
    year = _period(row, indicator, spec, reader) if indicator else None
    if not indicator or area is None or year is None:
        return None
    if area and not spec.exists(indicator, area):
        reader.refuse_place(row, indicator, area)
        return None
    target = _target(row, indicator, area, year, spec, reader)
    return ((indicator.id, area, year), target) if len(reader.report.problems) == before else None


_SHORTER = {
    Frequency.MONTH: (Frequency.YEAR, Frequency.QUARTER, Frequency.TERM, Frequency.MONTH),
    Frequency.QUARTER: (Frequency.YEAR, Frequency.QUARTER),
    Frequency.TERM: (Frequency.YEAR, Frequency.TERM),
}
"""For which periods targets may be stated, by how often the indicator has a figure."""


def _period(row: Row, indicator: Indicator, spec: Spec, reader: Reader) -> Period | None:
    """The year, or the shorter period, that a target is for; of a change the month from which it counts."""
    stated = reader.period(row, "year", _SHORTER.get(indicator.data_period.frequency, (Frequency.YEAR,)))
    if stated is None or not row.cells.get("from"):
        return stated
    since = reader.period(row, "from", {Frequency.MONTH})
    basis = spec.year_bases.get(indicator.id, YearBasis.FINANCIAL)
    if since and (stated.frequency is not Frequency.YEAR or since.year_of(basis) != stated):
        allowed = f"a month of the year {stated}" if stated.frequency is Frequency.YEAR else "a year in `year`"
        reader.report.add(row.where("from"), f"{quoted(str(since))} of {stated}", allowed, "correct one of the two")
        return None
    return since


def _target(row: Row, indicator: Indicator, area: str, year: Period, spec: Spec, reader: Reader) -> Target:
    decimals, words = indicator.decimals, read_words(row, spec, reader)
    stated = None if words else reader.figure(row, "target", decimals)
    figure, own = as_written(stated, decimals), reader.whole(row, "decimals")
    figure = figure if own is None else by_law(figure, decimals, own)
    polarity = _polarity(row, reader) or indicator.polarity
    scheme = scheme_for(indicator.rating, polarity)
    if not row.cells.get("target") and needs_target(scheme, polarity):
        remedy = "fill it in, write N/A, or delete the row where there is no target"
        reader.report.add(row.where("target"), "no target", "a number, or N/A", remedy)
    return Target(
        indicator=indicator.id,
        area=area,
        year=year,
        polarity=polarity,
        scheme=scheme,
        target=dressed(figure, indicator.unit.dress) or Missing.NOT_AVAILABLE,
        limits=dict(read_limits(row, indicator, own, reader)),
        basis=_basis(row, reader),
        sign=_sign(row, figure, reader),
        origin=row.origin,
        is_change=bool(row.cells.get("from")),
        in_words=words,
        agreed=read_agreed(row, reader),
    )


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
