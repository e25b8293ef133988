"""Cells and headings that several kinds of page and column have in common."""

from __future__ import annotations

from workbook_builder.inputs.benchmarks import Benchmark
from workbook_builder.inputs.targets import Target
from workbook_builder.live.following import Ranged, Same
from workbook_builder.live.judging import TARGET, target_id
from workbook_builder.live.references import Ref, Role
from workbook_builder.pages.blocks import Cell
from workbook_builder.pages.values import Absent, Missing, Number, Withheld
from workbook_builder.periods import Period
from workbook_builder.rating.scheme import roles_of
from workbook_builder.specs.catalogue import Indicator


def code_of(indicator: Indicator) -> Cell:
    """The printed code; the id stands in its place where there is none."""
    return Cell(indicator.code or Absent(indicator.id))


def compared(stated: tuple[Period, Benchmark] | None) -> Cell:
    """What a benchmark group achieved; the same statement may hold for many rows."""
    if stated is None:
        return Cell(None)
    return Cell(stated[1].value, fact=(Role("benchmark"), (str(stated[1].origin),)))


def target_cell(target: Target) -> Cell:
    """A target as it stands on the page of targets: a number, words, or the ends of an expected range."""
    if target.band and not target.needs_number:
        ends = target.band
        refs = tuple(Ref(target_id(target), Role(role)) for role in roles_of(target.standards))
        live = Ranged((refs[0], refs[-1]), (ends.lowest.decimals, ends.highest.decimals))
        return Cell(f"{ends.lowest.text} to {ends.highest.text}", live)
    return Cell(stated_target(target), Same(Ref(target_id(target), TARGET)), sign=target.sign)


def stated_target(target: Target) -> Number | Missing | Withheld | str:
    """What is stated as the target: a number, words, or why there is none."""
    is_number = isinstance(target.target, Number)
    return target.in_words.words if target.in_words and not is_number else target.target


def in_parts(period: Period) -> tuple[str, ...]:
    """`Q2` and `24-25`: a period's label in the parts in which it may be broken."""
    return tuple(period.label.split(" "))
