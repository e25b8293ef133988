"""Shares of ratings: how many of some indicators are GREEN or better, of those that are rated at the same place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from workbook_builder.inputs import observations
from workbook_builder.inputs.figures import Missing, Number, rounded
from workbook_builder.inputs.judging import rated
from workbook_builder.inputs.observations import Observation
from workbook_builder.inputs.targets import Target
from workbook_builder.periods import Period, YearBasis
from workbook_builder.rating.scheme import Rag
from workbook_builder.specs.catalogue import Indicator, Making
from workbook_builder.specs.model import Spec

Judging = Callable[[str, str, Period, YearBasis], Target | None]
Statements = Mapping[observations.Key, Observation]


def with_shares(spec: Spec, stated: Statements, judging: Judging) -> dict[observations.Key, Observation]:
    """The figures, with those that are counted from the ratings of others; each month by what judges that month."""
    known = dict(stated)
    for indicator in spec.indicators:
        if indicator.measure is Making.SHARE_MET:
            known |= dict(_shares(spec, indicator, stated, judging))
    return known


def _shares(
    spec: Spec, indicator: Indicator, stated: Statements, judging: Judging
) -> Iterator[tuple[observations.Key, Observation]]:
    ratings: dict[tuple[str, Period], list[tuple[Rag, Observation]]] = {}
    for (name, place, period), observation in stated.items():
        if name in indicator.of and period.frequency is indicator.data_period.frequency:
            target = judging(name, place, period, spec.year_bases.get(name, YearBasis.FINANCIAL))
            rating = rated(observation, spec.indicator_by_id[name], target)
            ratings.setdefault((place, period), []).append((rating, observation))
    for (place, period), found in ratings.items():
        if spec.exists(indicator, place):
            key = indicator.id, place, period
            own = stated.get(key) or Observation(Missing.NOT_AVAILABLE, None, None, found[0][1].origin)
            yield key, _share(own, [rating for rating, _ in found], indicator.decimals)


def _share(own: Observation, ratings: list[Rag], decimals: int) -> Observation:
    """N/A where nothing is rated; what is suppressed stays so."""
    given = [rating for rating in ratings if rating is not Rag.NOT_RATED]
    if not given or own.measure is Missing.SUPPRESSED:
        return own
    met = sum(rating.meets_target for rating in given)
    share = Number(rounded(Decimal(100 * met) / len(given), decimals), decimals)
    parts = (Number(Decimal(count), 0) for count in (met, len(given)))
    return replace(own, measure=share, numerator=next(parts), denominator=next(parts))
