"""What an edition needs beyond the series that it continues: the edition is made on trial, and says what it lacks.

So are found a new indicator, district or team, a first edition's every row, and targets that were announced without
the standards that their year is now rated by.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from workbook_builder.commands.new.due import basis_of, last_ended
from workbook_builder.disclosure import disclose
from workbook_builder.inputs import Inputs
from workbook_builder.inputs.figures import Number, Origin
from workbook_builder.inputs.observations import Key, Observation
from workbook_builder.inputs.targets import Target
from workbook_builder.periods import Frequency, Period
from workbook_builder.scorecards import Trial, try_scorecard
from workbook_builder.scorecards.model import Row, Table
from workbook_builder.specs.columns import BenchmarkColumn, Dated, YearColumn
from workbook_builder.specs.model import Spec

TargetKey = tuple[str, Period]
BenchmarkKey = tuple[str, str, Period]
_ROUNDS = 10  # a figure that is asked for may bring its table to a later period, which then lacks others


@dataclass(frozen=True)
class Needed:
    """What is to be stated: figures, targets anew, and what has never been stated.

    `outturns` and `benchmarks` are those of a first edition only.
    """

    figures: tuple[Key, ...]
    restated: tuple[Target, ...]
    targets: tuple[TargetKey, ...]
    outturns: tuple[Key, ...] = ()
    benchmarks: tuple[BenchmarkKey, ...] = ()


def find_needed(spec: Spec, inputs: Inputs, continued: Iterable[Key]) -> Needed:
    """What an edition, whose own figures `inputs` lack, needs besides the figures that are `continued`."""
    known = _with_figures(spec, inputs, continued)
    figures: dict[Key, None] = {}
    for _ in range(_ROUNDS):
        trials = [try_scorecard(spec, disclose(spec, known), card) for card in spec.scorecards]
        asked = (key for trial in trials for key in trial.figures if not spec.indicator_by_id[key[0]].is_computed)
        lacking = {_due(spec, known, key): None for key in asked}
        if not lacking:
            break
        figures |= lacking
        known = _with_figures(spec, known, lacking)
    restated = dict.fromkeys(target for trial in trials for target in trial.standards)
    needed = Needed(_in_order(spec, figures), tuple(restated), tuple(_new_targets(trials, inputs)))
    if inputs.observations:
        return needed
    outturns = {key: None for key in _outturns(spec, trials, inputs.edition.month) if key not in figures}
    benchmarks = tuple(_benchmarks(spec, trials, inputs.edition.month))
    return replace(needed, outturns=_in_order(spec, outturns), benchmarks=benchmarks)


def _with_figures(spec: Spec, inputs: Inputs, keys: Iterable[Key]) -> Inputs:
    """The inputs as if these figures were filled in."""
    stated = {
        key: Observation(Number(Decimal(1), spec.indicator_by_id[key[0]].decimals), None, None, Origin("", 0))
        for key in keys
    }
    return replace(inputs, observations=inputs.observations | stated)


def _due(spec: Spec, inputs: Inputs, key: Key) -> Key:
    """The figure with which a series begins, where it has none yet: before it, there is a new indicator."""
    name, place, period = key
    frequency = period.frequency
    if any(known.frequency is frequency for known in inputs.series.get((name, place), ())):
        return key
    begun = [known for (one, _), periods in inputs.series.items() if one == name for known in periods]
    latest = max((known for known in begun if known.frequency is frequency), default=None)
    return name, place, latest or last_ended(inputs.edition.month, frequency, basis_of(spec, name))


def _in_order(spec: Spec, keys: Iterable[Key]) -> tuple[Key, ...]:
    """The figures in the order of the spec's indicators and places."""
    names, places = list(spec.indicator_by_id), list(spec.places)
    return tuple(sorted(keys, key=lambda key: (names.index(key[0]), places.index(key[1]), key[2])))


def _rows(trials: Iterable[Trial]) -> Iterator[tuple[Table, Row]]:
    for trial in trials:
        for table in (table for page in trial.scorecard.pages for table in page.tables):
            yield from ((table, row) for row in table.rows if row.exists)


def _new_targets(trials: Iterable[Trial], inputs: Inputs) -> Iterator[TargetKey]:
    """The targets that tables show of rated indicators of which nothing has been stated so far."""
    known = {key[0] for key in (*inputs.observations, *inputs.targets)}
    found: dict[TargetKey, None] = {}
    for table, row in _rows(trials):
        if row.indicator.polarity and row.indicator.id not in known:
            years = [table.year_at(column.year) for column in _years(table) if column.kind == "target"]
            shown = (year for year in sorted(years) if year >= row.year or not inputs.observations)
            found |= {(row.indicator.id, year): None for year in shown}
    yield from found


def _years(table: Table) -> Iterator[YearColumn]:
    return (column for column in table.columns.columns if isinstance(column, YearColumn))


def _outturns(spec: Spec, trials: Iterable[Trial], month: Period) -> Iterator[Key]:
    """The outturns that tables show of years that have ended."""
    for table, row in _rows(trials):
        for column in (column for column in _years(table) if column.kind == "outturn"):
            year = table.year_at(column.year)
            if year.last_month(basis_of(spec, row.indicator.id)) <= month:
                yield row.indicator.id, row.place, year


def _benchmarks(spec: Spec, trials: Iterable[Trial], month: Period) -> Iterator[BenchmarkKey]:
    """The benchmarks of the last year that has ended, for columns that show those of years."""
    found: dict[BenchmarkKey, None] = {}
    for table, row in _rows(trials):
        year = last_ended(month, Frequency.YEAR, basis_of(spec, row.indicator.id))
        columns = (column for column in table.columns.columns if isinstance(column, BenchmarkColumn))
        found |= {(row.indicator.id, c.group, year): None for c in columns if c.dated is Dated.YEAR}
    yield from found
