"""The column kinds that a column set may list, each with its options.

What a kind says (heading, cell, what that follows) is in `workbook_builder/pages/columns/`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Annotated, Any, Literal

from workbook_builder.periods import Period, parse_period
from workbook_builder.specs.fields import LONGEST_TEXT, STRICT, Reference
from workbook_builder.specs.noted import Discriminator, Field, Tag


class WhichYear(Enum):
    """A year, counted from the one in which the table's latest period lies."""

    THIS = "this"
    PREVIOUS = "previous"
    NEXT = "next"

    @property
    def steps_back(self) -> int:
        """How many years before this one."""
        return {"this": 0, "previous": 1, "next": -1}[self.value]


class Dated(Enum):
    """Which benchmark statements a column shows: those for a year, or those as at a date or month."""

    YEAR = "year"
    AS_AT = "as_at"


@dataclass(frozen=True)
class PlainColumn:
    """A column without options."""

    __pydantic_config__ = STRICT
    kind: Literal[
        "code",
        "indicator",
        "polarity",
        "data_period",
        "qpr",
        "numerator",
        "denominator",
        "dot",
        "latest",
        "earlier",
        "to_green",
    ]


@dataclass(frozen=True)
class TrendColumn:
    """The periods before the latest, one column each."""

    __pydantic_config__ = STRICT
    kind: Literal["trend"]
    periods: Annotated[int, Field(ge=1, le=24, description="How many earlier periods.")]


@dataclass(frozen=True)
class NumbersColumn:
    """The numerators of the latest periods, one column each."""

    __pydantic_config__ = STRICT
    kind: Literal["numbers"]
    periods: Annotated[int, Field(ge=1, le=25, description="Of how many periods, the latest among them.")]
    heading: Annotated[str, Field(description="What stands above them.", max_length=LONGEST_TEXT)] = "Number"


@dataclass(frozen=True)
class DirectionColumn:
    """Where the periods shown are going: improving, worsening or no clear trend."""

    __pydantic_config__ = STRICT
    kind: Literal["direction"]
    least: Annotated[
        float, Field(ge=0.1, le=100, description="By how much they must change, in per cent of their mean size.")
    ] = 5


@dataclass(frozen=True)
class MeasureColumn:
    """The latest figure, its period standing above it."""

    __pydantic_config__ = STRICT
    kind: Literal["measure"]
    heading: Annotated[str, Field(description="What the figure is called.", max_length=LONGEST_TEXT)] = "Measure"


def _year_form(value: Any) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        return "steps"
    return "named" if isinstance(value, str) and value[:1] in _DIGITS_OR_SIGNS else "word"


_DIGITS_OR_SIGNS = frozenset("0123456789+-")
Steps = Annotated[int, Field(ge=-20, le=20)]
NamedYear = Annotated[str, Field(pattern=r"^(?:[+-][1-9]\d?|(?:19|20)\d\d-\d\d)$")]
Which = Annotated[
    Annotated[WhichYear, Tag("word")] | Annotated[NamedYear, Tag("named")] | Annotated[Steps, Tag("steps")],
    Discriminator(_year_form),
]
"""A year: a word, one that is named, or so many years after (before) that of the latest period."""


def year_at(which: WhichYear | str | int, this: Period) -> Period:
    """The year that is meant, where `this` is that of the table's latest period."""
    if isinstance(which, WhichYear):
        return this.back(which.steps_back)
    named = parse_period(str(which)) if isinstance(which, str) and which[0] not in "+-" else None
    return named or this.back(-int(which))


def in_words(which: WhichYear | str | int) -> str:
    """The year as the spec states it: `this`, `+2`, `2019-20`."""
    if isinstance(which, WhichYear):
        return which.value
    return which if isinstance(which, str) else f"{which:+d}"


@dataclass(frozen=True)
class YearColumn:
    """A target, rating or outturn of one year."""

    __pydantic_config__ = STRICT
    kind: Literal["target", "rag", "outturn"]
    year: Annotated[
        Which,
        Field(
            description="this, previous or next, counted from the year of the latest period; or so many years after "
            "it: +2; or one by name: 2019-20. What is of `this` year goes by what judges the latest figure: the "
            "target of its month, quarter or term where one is stated, else of its year."
        ),
    ]

    @property
    def is_this(self) -> bool:
        """Whether it is about what judges the latest figure."""
        return self.year is WhichYear.THIS


@dataclass(frozen=True)
class BenchmarkColumn:
    """What a benchmark group achieved."""

    __pydantic_config__ = STRICT
    kind: Literal["benchmark"]
    group: Annotated[Reference, Field(description="A benchmark group's id.")]
    dated: Annotated[Dated, Field(description="Statements for a year, or as at a date.")] = Dated.YEAR


Column = Annotated[
    PlainColumn | TrendColumn | NumbersColumn | DirectionColumn | MeasureColumn | YearColumn | BenchmarkColumn,
    Field(discriminator="kind"),
]
