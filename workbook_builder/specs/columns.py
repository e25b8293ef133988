"""The column kinds that a column set may list, each with its options.

What a kind says (heading, cell, what that follows) is in `workbook_builder/pages/columns/`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Annotated, Literal

from workbook_builder.specs.fields import LONGEST_TEXT, STRICT, Reference
from workbook_builder.specs.noted import Field


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


@dataclass(frozen=True)
class YearColumn:
    """A target, rating or outturn of one year."""

    __pydantic_config__ = STRICT
    kind: Literal["target", "rag", "outturn"]
    year: Annotated[WhichYear, Field(description="Counted from the year of the latest period.")]


@dataclass(frozen=True)
class BenchmarkColumn:
    """What a benchmark group achieved."""

    __pydantic_config__ = STRICT
    kind: Literal["benchmark"]
    group: Annotated[Reference, Field(description="A benchmark group's id.")]
    dated: Annotated[Dated, Field(description="Statements for a year, or as at a date.")] = Dated.YEAR


Column = Annotated[
    PlainColumn | TrendColumn | DirectionColumn | MeasureColumn | YearColumn | BenchmarkColumn,
    Field(discriminator="kind"),
]
