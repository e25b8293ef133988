"""The rows of a new edition, table by table: what follows on from what is known, and what else it needs."""

from __future__ import annotations

from collections.abc import Iterable

from workbook_builder.commands.new.expected import (
    Row,
    expected_benchmarks,
    expected_commentary,
    expected_observations,
    expected_sources,
    expected_targets,
    row_of,
    target_row,
)
from workbook_builder.commands.new.needed import Needed, find_needed
from workbook_builder.inputs import Inputs, benchmarks, commentary, observations, sources, targets
from workbook_builder.inputs.tables import TableForm
from workbook_builder.periods import parse_period
from workbook_builder.specs.model import Spec

__all__ = ["Row", "tables_of"]


def tables_of(spec: Spec, inputs: Inputs) -> dict[TableForm, list[Row]]:
    """The rows to fill in for an edition of which `inputs` know what was stated before, and its month."""
    month = inputs.edition.month
    figures = list(expected_observations(spec, inputs, month))
    needed = find_needed(spec, inputs, _keys(figures))
    tables = {
        observations.FORM: figures + [_figure(spec, key) for key in (*needed.figures, *needed.outturns)],
        targets.FORM: [*expected_targets(spec, inputs, month), *_targets(spec, needed)],
        benchmarks.FORM: [*expected_benchmarks(spec, inputs, month), *_benchmarks(spec, needed)],
        sources.FORM: list(expected_sources(spec, inputs)),
    }
    if spec.commented:
        tables[commentary.FORM] = list(expected_commentary(spec, inputs))
    return tables


def _keys(rows: Iterable[Row]) -> list[observations.Key]:
    periods = ((row, parse_period(row["period"])) for row in rows)
    return [(row["indicator"], row["area"], period) for row, period in periods if period]


def _figure(spec: Spec, key: observations.Key) -> Row:
    name, place, period = key
    return row_of(spec.indicator_by_id[name], area=place, period=str(period))


def _targets(spec: Spec, needed: Needed) -> list[Row]:
    restated = [target_row(spec, target, target.year) for target in needed.restated]
    return restated + [row_of(spec.indicator_by_id[name], year=str(year)) for name, year in needed.targets]


def _benchmarks(spec: Spec, needed: Needed) -> list[Row]:
    return [
        row_of(spec.indicator_by_id[name], group=group, period=str(year)) for name, group, year in needed.benchmarks
    ]
