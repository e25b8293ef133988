"""A change far outside what the series usually does."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from statistics import median

from workbook_builder.checks.rule import Context, Rule
from workbook_builder.findings import Finding
from workbook_builder.inputs.figures import Number, rounded
from workbook_builder.inputs.observations import Observation
from workbook_builder.specs.catalogue import Making

_FEWEST_CHANGES = 5
_USUAL = Decimal("1.4826")  # makes a median absolute deviation comparable with a standard deviation
_TIMES = 8


def _check(context: Context) -> Iterator[Finding]:
    for _, row in context.measured.values():
        series = [(p, o) for p, o in context.series(row.indicator, row.place) if isinstance(o.measure, Number)]
        if len(series) <= _FEWEST_CHANGES or series[-1][0] != row.latest:
            continue
        values = [_shown(observation) for _, observation in series]
        *earlier, last = [after - before for before, after in pairwise(values)]
        period, now = series[-1]
        earlier = [change for change in earlier if change] or earlier  # some series move only every other month
        assert isinstance(now.measure, Number)
        places = max(1, now.measure.decimals)
        usual = rounded(median([abs(change) for change in earlier]), places)
        most = rounded(usual + _TIMES * _spread(earlier, now, row.indicator.measure), places)
        if abs(last) > most:
            found = f"{now.measure.text}, a change of {last:+,f}"
            expected = f"a change of at most {most:,f}; the usual one is {usual:,f}"
            apart = f"{abs(last) - most:,f} beyond that"
            yield context.finding(row, period, now.origin, found, expected, apart, (now.measure.shown, None))


def _shown(observation: Observation) -> Decimal:
    assert isinstance(observation.measure, Number)
    return observation.measure.shown


def _spread(changes: list[Decimal], latest: Observation, making: Making) -> Decimal:
    """How much the size of changes varies: by the series itself, and at least by two display units or one child."""
    sizes = [abs(change) for change in changes]
    middle = median(sizes)
    spread = _USUAL * median([abs(size - middle) for size in sizes])
    assert isinstance(latest.measure, Number)
    unit = 2 * Decimal(1).scaleb(-latest.measure.decimals)
    whole = latest.denominator
    child = Decimal(0)
    if making is Making.PERCENTAGE and isinstance(whole, Number) and whole.value:
        child = 100 / whole.value
    return max(spread, unit, child)


RULE = Rule(
    "jump",
    "A typing error stands out against what a series usually does (its median absolute deviation).",
    "A measure that moves by 0.3 a month, and by 9.1 in the latest.",
    _check,
    finds="a change far outside the series' own variation",
    remedy="Compare with the source. If it is right, accept the warning with what happened.",
)
