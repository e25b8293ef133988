"""Makes scorecards up: each child is in a district and with a team, so that every sum is true by construction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random

from workbook_builder.inputs.figures import Missing, Number, Origin, rounded
from workbook_builder.inputs.observations import Key, Observation
from workbook_builder.periods import Period, month
from workbook_builder.specs.catalogue import AddsUp, Area, DataPeriod, Indicator, Level, Making, Team, Unit
from workbook_builder.specs.model import Spec

COUNTY = "Shire"
NOVEMBER = month(2024, 11)
ORIGIN = Origin("observations.csv", 2)
Link = tuple[str, str]
"""A district, and a team that serves it."""
Children = Mapping[Link, tuple[int, int]]
"""Of each link how many children there are, and how many of them are in the numerator."""


@dataclass(frozen=True)
class Made:
    """A scorecard of one indicator: its spec, and the children behind each period."""

    spec: Spec
    children: Mapping[Period, Children]
    unallocated: Mapping[Period, tuple[int, int]]

    @property
    def facts(self) -> dict[Key, Observation]:
        """What the inputs would state."""
        return {
            (self.spec.indicators[0].id, place, period): self.stated(place, period)
            for period in self.children
            for place in self.spec.places
        }

    def stated(self, place: str, period: Period) -> Observation:
        """The figures of a place."""
        own = [n for (district, team), n in self.children[period].items() if place in (district, team, COUNTY)]
        own += [self.unallocated[period]] if place == COUNTY else []
        whole, part = sum(n[0] for n in own), sum(n[1] for n in own)
        return observation(self.spec.indicators[0], part, whole)


def observation(indicator: Indicator, part: int, whole: int) -> Observation:
    """A count, or a percentage of its parts."""
    if indicator.unit is Unit.COUNT:
        return Observation(Number(Decimal(whole), 0), None, None, ORIGIN)
    measure = rounded(Decimal(100 * part) / whole, 1) if whole else None
    figure = Missing.NOT_AVAILABLE if measure is None else Number(measure, 1)
    return Observation(figure, Number(Decimal(part), 0), Number(Decimal(whole), 0), ORIGIN)


def indicator_of(making: Making, allowed: float = 0, data_period: DataPeriod = DataPeriod.MS) -> Indicator:
    """An indicator that adds up over districts, with an allowance in per cent."""
    is_count = making is Making.NONE
    return Indicator(
        id="TOTAL" if data_period is not DataPeriod.MS else "PLANS",
        title="Plans",
        data_period=data_period,
        unit=Unit.COUNT if is_count else Unit.PERCENT,
        counted="plans",
        decimals=0 if is_count else 1,
        measure=making,
        source="Case system",
        definition="Plans.",
        exists=("county", "district", "CSWT"),
        adds_up=AddsUp("district", allowed, allowed, allowed),
    )


def spec_of(districts: int, links: list[tuple[int, int]], *indicators: Indicator) -> Spec:
    """A county with districts, and teams that serve them by `links` (district, team)."""
    names = [f"District {n}" for n in range(districts)]
    areas = (Area(COUNTY, Level.COUNTY), *(Area(name, Level.DISTRICT) for name in names))
    teams = tuple(
        Team(f"Team {t}", "CSWT", tuple(names[d] for d, other in links if other == t))
        for t in sorted({t for _, t in links})
    )
    return Spec(areas, (), (), indicators, (), teams)


def made(random: Random, periods: int = 1) -> Made:
    """A scorecard with two to six districts, and with teams that are one district's, share one or overlap."""
    districts = random.randint(2, 6)
    links = _links(random, districts)
    allowed = random.choice([0, 0, 0, 2.5, 10])
    spec = spec_of(districts, links, indicator_of(random.choice([Making.NONE, Making.PERCENTAGE]), allowed))
    months = [NOVEMBER.back(n) for n in reversed(range(periods))]
    pairs = [(district, team.name) for team in spec.teams for district in team.districts]
    if not spec.teams:
        pairs = [(area.name, "") for area in spec.areas if area.level is Level.DISTRICT]
    children = {period: {pair: _few(random) for pair in pairs} for period in months}
    return Made(spec, children, {period: _unallocated(random, children[period], allowed) for period in months})


def _links(random: Random, districts: int) -> list[tuple[int, int]]:
    kind = random.choice(["none", "same", "overlapping", "overlapping"])
    if kind == "none":
        return []
    links = {(d, d) for d in range(districts)}
    extra = random.randint(1, districts) if kind == "overlapping" else 0
    return sorted(links | {(random.randrange(districts), random.randrange(districts + 2)) for _ in range(extra)})


def _few(random: Random) -> tuple[int, int]:
    whole = random.choice([0, 1, 2, 3, 4, 6, 7, 9, 12, 15, 21, 30, 44, 60])
    return whole, random.choice([0, whole, random.randint(0, whole), random.randint(0, min(whole, 6))])


def _unallocated(random: Random, children: Children, allowed: float) -> tuple[int, int]:
    """At most so many per cent of the county's: of both counts."""
    whole, part = (sum(n[k] for n in children.values()) for k in (0, 1))
    most = [int(allowed * count / 100) for count in (whole, part)]
    return random.randint(0, most[0]), random.randint(0, most[1])


def revised(random: Random, scorecard: Made) -> Made:
    """The scorecard with a few children more or fewer in its first period."""
    period = min(scorecard.children)
    children = dict(scorecard.children[period])
    for link in random.sample(sorted(children), min(2, len(children))):
        whole, part = children[link]
        children[link] = whole + 1, min(part + random.randint(0, 1), whole + 1)
    return replace(scorecard, children={**scorecard.children, period: children})
