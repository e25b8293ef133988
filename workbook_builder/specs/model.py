"""What `indicator_specs.yaml` may say: frozen dataclasses, checked by pydantic, described for editors.

Each field's description becomes the help that an editor shows (the JSON Schema is made from these classes).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Discriminator, Field, Tag

from workbook_builder.periods import Frequency, YearBasis
from workbook_builder.specs.columns import Column

STRICT = ConfigDict(extra="forbid", strict=True)
Text = Annotated[str, Field(min_length=1, max_length=2000)]
Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$")]
SheetName = Annotated[str, Field(min_length=1, max_length=31, pattern=r"^[^\[\]:*?/\\']+$")]


class Level(Enum):
    """Whether an area is the whole county or one of its districts."""

    COUNTY = "county"
    DISTRICT = "district"


class Polarity(Enum):
    """Which way is better: the highest, the lowest, or closest to target (guidance notes, key to polarity)."""

    H = "H"
    L = "L"
    T = "T"


class DataPeriod(Enum):
    """What one figure covers (guidance notes, key to data period)."""

    R12M = "R12M"
    MS = "MS"
    YTD = "YTD"
    Q = "Q"
    T = "T"
    A = "A"

    @property
    def frequency(self) -> Frequency:
        """How often such an indicator has a figure."""
        by_name = {"Q": Frequency.QUARTER, "T": Frequency.TERM, "A": Frequency.YEAR}
        return by_name.get(self.name, Frequency.MONTH)


class Unit(Enum):
    """What the measure is expressed in."""

    PERCENT = "percent"
    PERCENTAGE_POINTS = "percentage_points"
    DAYS = "days"
    COUNT = "count"
    RATE = "rate"
    POINTS = "points"
    CASES_PER_WORKER = "cases_per_worker"


class Making(Enum):
    """How numerator and denominator make the measure, if they do."""

    PERCENTAGE = "percentage"
    RATIO = "ratio"
    NONE = "none"


def _described(text: str, **more: Any) -> Any:
    return Field(description=text, **more)


@dataclass(frozen=True)
class Area:
    """The county or a district."""

    __pydantic_config__ = STRICT
    name: Annotated[SheetName, _described("As it is printed and as the inputs name it.")]
    level: Annotated[Level, _described("county or district.")]


@dataclass(frozen=True)
class Team:
    """A team that works with children in one or more districts."""

    __pydantic_config__ = STRICT
    name: Annotated[Text, _described("As it is printed and as the inputs name it.")]
    kind: Annotated[Id, _described("CSWT (social work) or EHU (Early Help): the word tables refer to.")]
    districts: Annotated[tuple[str, ...], _described("Every district the team serves.", min_length=1)]


@dataclass(frozen=True)
class BenchmarkGroup:
    """Whom the council compares itself with."""

    __pydantic_config__ = STRICT
    id: Annotated[Id, _described("The word that column sets and benchmarks.csv refer to.")]
    heading: Annotated[Text, _described("Heading of its column; year or date are added by the builder.")]
    members: Annotated[str, _described("Who is in the group; printed in brackets after the date.")] = ""


@dataclass(frozen=True)
class ColumnSet:
    """The columns of a kind of table, from left to right."""

    __pydantic_config__ = STRICT
    id: Annotated[Id, _described("The word that tables refer to.")]
    columns: Annotated[tuple[Column, ...], _described("Column kinds in order.", min_length=1)]


@dataclass(frozen=True)
class Indicator:
    """One measure of performance."""

    __pydantic_config__ = STRICT
    id: Annotated[Id, _described("Unique key; what the inputs call it.")]
    title: Annotated[Text, _described("As it is printed.")]
    data_period: Annotated[DataPeriod, _described("What one figure covers.")]
    unit: Annotated[Unit, _described("What the measure is expressed in.")]
    counted: Annotated[Text, _described("Plural noun for what is counted: plans, pupils, days.")]
    decimals: Annotated[int, _described("Decimal places where a figure states none.", ge=0, le=6)]
    measure: Annotated[Making, _described("How numerator and denominator make the measure.")]
    source: Annotated[Text, _described("The system the figures come from.")]
    definition: Annotated[Text, _described("What it counts, in plain English.")]
    exists: Annotated[
        tuple[str, ...],
        _described("Where it exists: county, district, a kind of team, or names.", min_length=1),
    ]
    code: Annotated[str, _described("The printed code; need not be unique.")] = ""
    polarity: Annotated[Polarity | None, _described("H, L or T now; leave out where it is not rated.")] = None
    qpr: Annotated[bool, _described("Ticked as reported in the Quarterly Performance Report.")] = False


@dataclass(frozen=True)
class RowEntry:
    """An indicator in a table or list, with what differs there."""

    __pydantic_config__ = STRICT
    indicator: Annotated[str, _described("An indicator's id.")]
    title: Annotated[str, _described("Its title here, where it differs.")] = ""
    areas: Annotated[tuple[str, ...], _described("Only for these areas' pages; all when left out.")] = ()


def _entry_form(value: Any) -> str:
    return "id" if isinstance(value, str) else "entry"


Entry = Annotated[Annotated[str, Tag("id")] | Annotated[RowEntry, Tag("entry")], Discriminator(_entry_form)]


def _as_rows(entries: tuple[str | RowEntry, ...]) -> tuple[RowEntry, ...]:
    return tuple(RowEntry(entry) if isinstance(entry, str) else entry for entry in entries)


@dataclass(frozen=True)
class Section:
    """Indicators that stand together; with a kind of team, once for each such team of the district."""

    __pydantic_config__ = STRICT
    indicators: Annotated[tuple[Entry, ...], _described("Ids in printed order, or entries with more.", min_length=1)]
    teams: Annotated[str, _described("A kind of team: the rows are repeated for each such team.")] = ""

    @cached_property
    def rows(self) -> tuple[RowEntry, ...]:
        """The indicators as entries."""
        return _as_rows(self.indicators)


@dataclass(frozen=True)
class TableSpec:
    """One table of a page."""

    __pydantic_config__ = STRICT
    id: Annotated[Id, _described("Part of the table's defined name in Excel; unique on its page.")]
    title: Annotated[Text, _described("Printed above the table.")]
    columns: Annotated[str, _described("The id of a column set.")]
    year: Annotated[YearBasis, _described("Which year its outturns and targets are those of.")]
    sections: Annotated[tuple[Section, ...], _described("Its rows.", min_length=1)]
    notes: Annotated[tuple[Text, ...], _described("Printed below the table.")] = ()

    @property
    def rows(self) -> tuple[RowEntry, ...]:
        """Every indicator entry of the table, in order."""
        return tuple(row for section in self.sections for row in section.rows)


@dataclass(frozen=True)
class IndicatorGroup:
    """Indicators that stand under one heading on the lists of sources and definitions."""

    __pydantic_config__ = STRICT
    title: Annotated[Text, _described("Heading of the group.")]
    indicators: Annotated[tuple[Entry, ...], _described("Ids in printed order, or entries with more.", min_length=1)]

    @cached_property
    def rows(self) -> tuple[RowEntry, ...]:
        """The indicators as entries."""
        return _as_rows(self.indicators)


@dataclass(frozen=True)
class Term:
    """A word and what it means."""

    __pydantic_config__ = STRICT
    term: Text
    meaning: Text


@dataclass(frozen=True)
class GuidanceSection:
    """A part of the guidance notes: paragraphs, then terms with their meanings, then a footnote."""

    __pydantic_config__ = STRICT
    title: Annotated[Text, _described("Its heading.")]
    paragraphs: Annotated[tuple[Text, ...], _described("Running text.")] = ()
    terms: Annotated[tuple[Term, ...], _described("Words and their meanings.")] = ()
    drawn_as: Annotated[
        Literal["text", "rag", "travel"], _described("Draw the terms as on the pages: ratings or arrows.")
    ] = "text"
    footnote: Annotated[str, _described("Printed last.")] = ""


@dataclass(frozen=True)
class PlainPage:
    """A page that the builder lays out by itself."""

    __pydantic_config__ = STRICT
    kind: Literal["cover", "contents", "targets", "sources", "definitions"]
    name: Annotated[SheetName, _described("The sheet's tab.")]


@dataclass(frozen=True)
class GuidancePage:
    """The guidance notes."""

    __pydantic_config__ = STRICT
    kind: Literal["guidance"]
    name: Annotated[SheetName, _described("The sheet's tab.")]
    sections: Annotated[tuple[GuidanceSection, ...], _described("Parts in order.", min_length=1)]


@dataclass(frozen=True)
class TablesPage:
    """A page of tables: one sheet for each area it names."""

    __pydantic_config__ = STRICT
    kind: Literal["tables"]
    name: Annotated[SheetName, _described("The sheet's tab; {area} stands for the area's name.")]
    title: Annotated[Text, _described("Printed at its top; {area} stands for the area's name.")]
    areas: Annotated[tuple[str, ...], _described("county, district, or names of areas.", min_length=1)]
    tables: Annotated[tuple[TableSpec, ...], _described("Its tables in order.", min_length=1)]


Page = Annotated[PlainPage | GuidancePage | TablesPage, Field(discriminator="kind")]


@dataclass(frozen=True)
class ScorecardSpec:
    """One workbook."""

    __pydantic_config__ = STRICT
    id: Annotated[Id, _described("Begins the file's name.")]
    title: Annotated[Text, _described("Printed on the cover and every page.")]
    produced_by: Annotated[Text, _described("The team that answers for it.")]
    contact: Annotated[Text, _described("A team's mailbox, never a person.")]
    pages: Annotated[tuple[Page, ...], _described("Pages in order.", min_length=1)]
    groups: Annotated[tuple[IndicatorGroup, ...], _described("The lists of sources and definitions.")] = ()


@dataclass(frozen=True)
class Spec:
    """The whole of `indicator_specs.yaml`."""

    __pydantic_config__ = STRICT
    areas: Annotated[tuple[Area, ...], _described("The county and its districts.", min_length=1)]
    benchmark_groups: Annotated[tuple[BenchmarkGroup, ...], _described("Whom the council compares itself with.")]
    column_sets: Annotated[tuple[ColumnSet, ...], _described("Kinds of tables.", min_length=1)]
    indicators: Annotated[tuple[Indicator, ...], _described("Every indicator.", min_length=1)]
    scorecards: Annotated[tuple[ScorecardSpec, ...], _described("Workbooks; the first is built.", min_length=1)]
    teams: Annotated[tuple[Team, ...], _described("Teams and the districts they serve.")] = ()

    @cached_property
    def indicator_by_id(self) -> dict[str, Indicator]:
        """Indicators by their id."""
        return {indicator.id: indicator for indicator in self.indicators}

    @cached_property
    def area_by_name(self) -> dict[str, Area]:
        """Areas by name."""
        return {area.name: area for area in self.areas}

    @cached_property
    def team_by_name(self) -> dict[str, Team]:
        """Teams by name."""
        return {team.name: team for team in self.teams}

    @cached_property
    def column_set_by_id(self) -> dict[str, ColumnSet]:
        """Column sets by id."""
        return {column_set.id: column_set for column_set in self.column_sets}

    @cached_property
    def group_by_id(self) -> dict[str, BenchmarkGroup]:
        """Benchmark groups by id."""
        return {group.id: group for group in self.benchmark_groups}

    @cached_property
    def places(self) -> dict[str, set[str]]:
        """Area and team names, each with the words by which an indicator may say that it exists there."""
        areas = {area.name: {area.name, area.level.value} for area in self.areas}
        return areas | {team.name: {team.name, team.kind} for team in self.teams}

    def exists(self, indicator: Indicator, place: str) -> bool:
        """Whether an indicator exists for an area or team."""
        return not self.places[place].isdisjoint(indicator.exists)

    def areas_named(self, words: Iterable[str]) -> list[Area]:
        """The areas that a list of levels and names stands for, in the spec's order."""
        wanted = set(words)
        return [area for area in self.areas if {area.name, area.level.value} & wanted]
