"""Which of the targets of a place judges the figure of a period: that of the period itself, else that of its year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workbook_builder.inputs.observations import Observation
from workbook_builder.inputs.targets import Target
from workbook_builder.periods import Frequency, Period, YearBasis
from workbook_builder.rating.scheme import Rag
from workbook_builder.rating.schemes import is_judged, rate
from workbook_builder.specs.catalogue import Indicator

_BASES = {Frequency.QUARTER: YearBasis.FINANCIAL, Frequency.TERM: YearBasis.ACADEMIC}


def judging(targets: Mapping[Period, Target], period: Period, basis: YearBasis) -> Target | None:
    """The target of the period; one that was changed before it in its year; that of its quarter, term or year."""
    own = targets.get(period)
    if own or period.frequency is Frequency.YEAR:
        return own
    changed = [target for target in targets.values() if target.is_change and _is_in_force(target, period, basis)]
    if changed:
        return max(changed, key=lambda target: target.year)
    around = (targets[whole] for whole in _wholes(period, basis) if whole in targets)
    return next(around, None)


def rated(observation: Observation | None, indicator: Indicator, target: Target | None) -> Rag:
    """The rating of a figure: as it was judged, where the indicator is rated so, else by its target."""
    if observation is None:
        return Rag.NOT_RATED
    if is_judged(indicator.rating):
        return observation.judged.rating if observation.judged else Rag.NOT_RATED
    return rate(observation.measure, target)


def _is_in_force(change: Target, period: Period, basis: YearBasis) -> bool:
    """Whether a change of the year's target had been made when the period began."""
    begins = period.first_month(basis)
    return change.year <= begins and change.year.year_of(basis) == period.year_of(basis)


def _wholes(period: Period, basis: YearBasis) -> Iterator[Period]:
    """The quarter or term in which a month lies, then its year."""
    if period.frequency is Frequency.MONTH:
        for frequency, its_basis in _BASES.items():
            last = Period(period.year_of(its_basis).year + 1, 1, frequency).back()
            parts = (last.back(steps) for steps in range(4))
            yield from (part for part in parts if _contains(part, period))
    yield period.year_of(basis)


def _contains(whole: Period, month: Period) -> bool:
    basis = _BASES[whole.frequency]
    return whole.first_month(basis) <= month <= whole.last_month(basis)
