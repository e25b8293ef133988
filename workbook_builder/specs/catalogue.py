"""Areas, teams, benchmark groups and indicators, as `indicator_specs.yaml` may state them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, Literal

from workbook_builder.periods import Frequency
from workbook_builder.rating.polarity import Polarity
from workbook_builder.rating.schemes import SCHEMES, is_judged
from workbook_builder.specs.fields import LONGEST_TEXT, STRICT, Id, Name, Reference, SheetName, Text, described
from workbook_builder.specs.noted import Discriminator, Tag

if TYPE_CHECKING:
    SchemeId = str
else:
    SchemeId = Literal[tuple(SCHEMES)]


class Level(Enum):
    """Whether an area is the whole county or one of its districts."""

    COUNTY = "county"
    DISTRICT = "district"


class DataPeriod(Enum):
    """What one figure covers (guidance notes, key to data period)."""

    R12M = "R12M"
    MS = "MS"
    YTD = "YTD"
    Q = "Q"
    T = "T"
    A = "A"

    @cached_property
    def frequency(self) -> Frequency:
        """How often such an indicator has a figure."""
        by_name = {"Q": Frequency.QUARTER, "T": Frequency.TERM, "A": Frequency.YEAR}
        return by_name.get(self.name, Frequency.MONTH)

    @property
    def overlaps(self) -> bool:
        """Whether neighbouring figures share months: they go up or down together, trend or not."""
        return self in (DataPeriod.R12M, DataPeriod.YTD)


class Unit(Enum):
    """What the measure is expressed in."""

    PERCENT = "percent"
    PERCENTAGE_POINTS = "percentage_points"
    DAYS = "days"
    COUNT = "count"
    RATE = "rate"
    POINTS = "points"
    CASES_PER_WORKER = "cases_per_worker"
    MONEY = "money"
    MONEY_THOUSANDS = "money_thousands"
    MONEY_MILLIONS = "money_millions"

    @property
    def dress(self) -> tuple[str, str]:
        """What is printed before and after its numbers: of thousands of pounds `£` and `k`."""
        return {"MONEY": ("£", ""), "MONEY_THOUSANDS": ("£", "k"), "MONEY_MILLIONS": ("£", "m")}.get(
            self.name, ("", "")
        )


_EITHER_SIDE_OF_NOTHING = (Unit.PERCENTAGE_POINTS, Unit.POINTS)
"""Units of differences and of scores around an average, which may be negative."""


class Making(Enum):
    """How numerator and denominator make the measure, if they do."""

    PERCENTAGE = "percentage"
    RATIO = "ratio"
    NONE = "none"
    PER_1000 = "per_1000"
    PER_10000 = "per_10000"
    PER_100000 = "per_100000"
    SHARE_MET = "share_met"

    @property
    def factor(self) -> int:
        """By what numerator over denominator is multiplied; 0 where they make nothing."""
        if self.name.startswith("PER_"):
            return int(self.name.removeprefix("PER_"))
        return {Making.NONE: 0, Making.RATIO: 1}.get(self, 100)

    @property
    def is_percentage(self) -> bool:
        """Whether the measure is so many in a hundred."""
        return self in (Making.PERCENTAGE, Making.SHARE_MET)


def _former_form(value: Any) -> str:
    return "several" if isinstance(value, list | tuple) else "one"


Formerly = Annotated[
    Annotated[Name, Tag("one")] | Annotated[tuple[Name, ...], Tag("several")], Discriminator(_former_form)
]


class _Renamed:
    """What may have been called otherwise."""

    name: str
    formerly: str | tuple[str, ...]

    @property
    def former_names(self) -> tuple[str, ...]:
        """What it was called, or what the places were called that it was made of."""
        return (self.formerly,) if isinstance(self.formerly, str) else self.formerly


@dataclass(frozen=True)
class Area(_Renamed):
    """The county or a district."""

    __pydantic_config__ = STRICT
    name: Annotated[Name, described("As it is printed and as the inputs name it.")]
    level: Annotated[Level, described("county or district.")]
    sheet: Annotated[
        SheetName | None,
        described("What its sheets are called, where its name is too long for one or should be shorter there."),
    ] = None
    formerly: Annotated[
        Formerly, described("Its former name, or names: those of the districts that were merged into it.")
    ] = ()


@dataclass(frozen=True)
class Team(_Renamed):
    """A team that works with children in one or more districts."""

    __pydantic_config__ = STRICT
    name: Annotated[Name, described("As it is printed and as the inputs name it.")]
    kind: Annotated[Id, described("CSWT (social work) or EHU (Early Help): the word tables refer to.")]
    districts: Annotated[tuple[Reference, ...], described("Every district the team serves.", min_length=1)]
    formerly: Annotated[
        Formerly, described("Its former name, or names: those of the teams that were merged into it.")
    ] = ()


@dataclass(frozen=True)
class BenchmarkGroup:
    """Whom the council compares itself with."""

    __pydantic_config__ = STRICT
    id: Annotated[Id, described("The word that column sets and benchmarks.csv refer to.")]
    heading: Annotated[Text, described("Heading of its column; year or date are added by the builder.")]
    members: Annotated[
        str, described("Who is in the group; printed in brackets after the date.", max_length=LONGEST_TEXT)
    ] = ""


@dataclass(frozen=True)
class AddsUp:
    """How districts or teams add up to the county: the share, in per cent, that may belong to none of them."""

    __pydantic_config__ = STRICT
    over: Annotated[Reference, described("district, or a kind of team: the places that are added up.")]
    measure: Annotated[float | None, described("For counts. 0: exactly.", ge=0, le=100)] = None
    numerator: Annotated[float | None, described("0: exactly, but for rounding.", ge=0, le=100)] = None
    denominator: Annotated[float | None, described("0: exactly, but for rounding.", ge=0, le=100)] = None


@dataclass(frozen=True)
class Indicator:
    """One measure of performance."""

    __pydantic_config__ = STRICT
    id: Annotated[Id, described("Unique key; what the inputs call it.")]
    title: Annotated[Text, described("As it is printed.")]
    data_period: Annotated[DataPeriod, described("What one figure covers.")]
    unit: Annotated[Unit, described("What the measure is expressed in.")]
    counted: Annotated[Text, described("Plural noun for what is counted: plans, pupils, days.")]
    decimals: Annotated[int, described("Decimals with which its figures are shown and judged.", ge=0, le=6)]
    measure: Annotated[
        Making,
        described(
            "How numerator and denominator make the measure; share_met: how many of the indicators in `of` are GREEN "
            "or better, in per cent of those that are rated, which the builder counts itself."
        ),
    ]
    source: Annotated[Text, described("The system the figures come from.")]
    definition: Annotated[Text, described("What it counts, in plain English.")]
    exists: Annotated[
        tuple[Reference, ...],
        described("Where it exists: county, district, a kind of team, or names.", min_length=1),
    ]
    code: Annotated[str, described("The printed code; need not be unique.", max_length=LONGEST_TEXT)] = ""
    subject: Annotated[
        str,
        described("What a drafted sentence begins with, before `was`: the percentage of …", max_length=LONGEST_TEXT),
    ] = ""
    polarity: Annotated[Polarity | None, described("H, L or T now; leave out where it is not rated.")] = None
    rating: Annotated[
        SchemeId | None,
        described("How it is rated; left out: by floor where the polarity is H or L, by bands where it is T."),
    ] = None
    of: Annotated[
        tuple[Reference, ...], described("Ids of the indicators whose ratings are counted, with measure: share_met.")
    ] = ()
    qpr: Annotated[bool, described("Ticked as reported in the Quarterly Performance Report.")] = False
    adds_up: Annotated[AddsUp | None, described("How places add up to the county; left out: not at all.")] = None
    target_decimals: Annotated[
        int | None,
        described(
            "Decimals that its targets, floor standards and bands may be written with, where these are not "
            "`decimals`: 0 where they are set in whole numbers; a row of targets may also say so.",
            ge=0,
            le=6,
        ),
    ] = None
    lowest_possible: Annotated[
        float | None,
        described("What no figure can be below; left out: 0 but for points, which may be negative."),
    ] = None
    highest_possible: Annotated[
        float | None, described("What no figure can be above; left out: 100 for percentages, no limit for others.")
    ] = None

    @property
    def possible(self) -> tuple[Decimal | None, Decimal | None]:
        """The lowest and the highest that a figure, standard or benchmark can be; None where nothing limits it."""
        lowest = Decimal(0) if self.unit not in _EITHER_SIDE_OF_NOTHING else None
        highest = Decimal(100) if self.unit is Unit.PERCENT else None
        return (
            lowest if self.lowest_possible is None else Decimal(str(self.lowest_possible)).normalize(),
            highest if self.highest_possible is None else Decimal(str(self.highest_possible)).normalize(),
        )

    @property
    def is_computed(self) -> bool:
        """Whether nobody states anything of it: neither a figure nor a judgement."""
        return self.measure is Making.SHARE_MET and not is_judged(self.rating)

    @property
    def key(self) -> str:
        """What a row is known by: the printed code, or the id where the council prints none."""
        return self.code or self.id
