"""Column sets, tables, pages and scorecards, as `indicator_specs.yaml` may state them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, Literal

from workbook_builder.periods import YearBasis
from workbook_builder.specs.columns import Column
from workbook_builder.specs.covering import CoveringSpec
from workbook_builder.specs.fields import (
    LONGEST_TEXT,
    STRICT,
    Heading,
    Id,
    Reference,
    SheetName,
    SheetReference,
    Text,
    described,
)
from workbook_builder.specs.licence import Licence
from workbook_builder.specs.noted import Discriminator, Field, Tag
from workbook_builder.specs.plain_kinds import PlainKind


@dataclass(frozen=True)
class ColumnSet:
    """The columns of a kind of table, from left to right."""

    __pydantic_config__ = STRICT
    id: Annotated[Id, described("The word that tables refer to.")]
    columns: Annotated[tuple[Column, ...], described("Column kinds in order.", min_length=1, max_length=60)]


@dataclass(frozen=True)
class RowEntry:
    """An indicator in a table or list, with what differs there."""

    __pydantic_config__ = STRICT
    indicator: Annotated[Reference, described("An indicator's id.")]
    title: Annotated[str, described("Its title here, where it differs.", max_length=LONGEST_TEXT)] = ""
    areas: Annotated[tuple[Reference, ...], described("Only for these areas' pages; all when left out.")] = ()


def _entry_form(value: Any) -> str:
    return "id" if isinstance(value, str) else "entry"


Entry = Annotated[Annotated[Reference, Tag("id")] | Annotated[RowEntry, Tag("entry")], Discriminator(_entry_form)]


def _as_rows(entries: tuple[str | RowEntry, ...]) -> tuple[RowEntry, ...]:
    return tuple(RowEntry(entry) if isinstance(entry, str) else entry for entry in entries)


@dataclass(frozen=True)
class Section:
    """Indicators that stand together; with a kind of team, once for each such team of the district."""

    __pydantic_config__ = STRICT
    indicators: Annotated[tuple[Entry, ...], described("Ids in printed order, or entries with more.", min_length=1)]
    teams: Annotated[Reference, described("A kind of team: the rows are repeated for each such team.")] = ""

    @cached_property
    def rows(self) -> tuple[RowEntry, ...]:
        """The indicators as entries."""
        return _as_rows(self.indicators)


@dataclass(frozen=True)
class TableSpec:
    """One table of a page."""

    __pydantic_config__ = STRICT
    id: Annotated[Id, described("Part of the table's defined name in Excel; unique on its page.")]
    title: Annotated[Text, described("Printed above the table.")]
    columns: Annotated[Reference, described("The id of a column set.")]
    year: Annotated[YearBasis, described("Which year its outturns and targets are those of.")]
    sections: Annotated[tuple[Section, ...], described("Its rows.", min_length=1)]
    notes: Annotated[tuple[Text, ...], described("Printed below the table.")] = ()

    @property
    def rows(self) -> tuple[RowEntry, ...]:
        """Every indicator entry of the table, in order."""
        return tuple(row for section in self.sections for row in section.rows)


@dataclass(frozen=True)
class IndicatorGroup:
    """Indicators that stand under one heading on the lists of sources and definitions."""

    __pydantic_config__ = STRICT
    title: Annotated[Text, described("Heading of the group.")]
    indicators: Annotated[tuple[Entry, ...], described("Ids in printed order, or entries with more.", min_length=1)]
    has_sources: Annotated[bool, described("Whether it stands on the list of sources too.")] = True

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
    title: Annotated[Text, described("Its heading.")]
    paragraphs: Annotated[tuple[Text, ...], described("Running text.")] = ()
    terms: Annotated[tuple[Term, ...], described("Words and their meanings.")] = ()
    drawn_as: Annotated[
        Literal["text", "rag", "travel", "mark"],
        described("Draw the terms as on the pages: ratings, arrows, or the marks in and behind cells."),
    ] = "text"
    footnote: Annotated[str, described("Printed last.", max_length=LONGEST_TEXT)] = ""


@dataclass(frozen=True)
class PlainPage:
    """A page that the builder lays out by itself."""

    __pydantic_config__ = STRICT
    kind: PlainKind
    name: Annotated[SheetName, described("The sheet's tab.")]


@dataclass(frozen=True)
class GuidancePage:
    """The guidance notes."""

    __pydantic_config__ = STRICT
    kind: Literal["guidance"]
    name: Annotated[SheetName, described("The sheet's tab.")]
    sections: Annotated[tuple[GuidanceSection, ...], described("Parts in order.", min_length=1)]


@dataclass(frozen=True)
class CommentarySection:
    """Indicators that are commented on together: a paragraph for each that is rated."""

    __pydantic_config__ = STRICT
    page: Annotated[
        SheetReference, described("The sheet of tables, of one area, on which they stand, as its tab says.")
    ]
    title: Annotated[Heading, described("Heading of the section.")]
    indicators: Annotated[tuple[Reference, ...], described("Ids of indicators of that page.", min_length=1)]


@dataclass(frozen=True)
class CommentaryPage:
    """What is said of the rated indicators, section by section, RED first."""

    __pydantic_config__ = STRICT
    kind: Literal["commentary"]
    name: Annotated[SheetName, described("The sheet's tab.")]
    sections: Annotated[tuple[CommentarySection, ...], described("Parts in order.", min_length=1)]


@dataclass(frozen=True)
class TablesPage:
    """A page of tables: one sheet for each area it names."""

    __pydantic_config__ = STRICT
    kind: Literal["tables"]
    name: Annotated[SheetName, described("The sheet's tab; {area} stands for the area's name, or its `sheet`.")]
    title: Annotated[Text, described("Printed at its top; {area} stands for the area's name.")]
    areas: Annotated[tuple[Reference, ...], described("county, district, or names of areas.", min_length=1)]
    tables: Annotated[tuple[TableSpec, ...], described("Its tables in order.", min_length=1)]


@dataclass(frozen=True)
class ChartSpec:
    """One chart: the trends of a few indicators that are measured alike."""

    __pydantic_config__ = STRICT
    title: Annotated[Text, described("Printed at its top.")]
    indicators: Annotated[
        tuple[Reference, ...],
        described("Ids of its group; the first is what the chart is about.", min_length=1, max_length=4),
    ]


@dataclass(frozen=True)
class ActivityGroup:
    """Indicators of activity that stand together, and the charts of their trends."""

    __pydantic_config__ = STRICT
    title: Annotated[Text, described("Heading of the group.")]
    indicators: Annotated[tuple[Entry, ...], described("Ids in printed order, or entries with more.", min_length=1)]
    charts: Annotated[tuple[ChartSpec, ...], described("Drawn where there are at least two figures.")] = ()

    @cached_property
    def rows(self) -> tuple[RowEntry, ...]:
        """The indicators as entries."""
        return _as_rows(self.indicators)


@dataclass(frozen=True)
class ActivityPage:
    """How much there is to do: figures that are not rated, with charts of their trends, on one printed page."""

    __pydantic_config__ = STRICT
    kind: Literal["activity"]
    name: Annotated[SheetName, described("The sheet's tab.")]
    title: Annotated[Text, described("Printed at its top; {area} stands for the area's name.")]
    area: Annotated[Reference, described("The area whose figures these are.")]
    periods: Annotated[int, described("How many earlier periods.", ge=1, le=24)]
    groups: Annotated[tuple[ActivityGroup, ...], described("Its parts in order.", min_length=1)]
    benchmark: Annotated[Reference, described("A benchmark group's id: its average stands in brackets.")] = ""

    @property
    def rows(self) -> tuple[RowEntry, ...]:
        """Every indicator entry of the page, in order."""
        return tuple(row for group in self.groups for row in group.rows)


Page = Annotated[PlainPage | GuidancePage | CommentaryPage | TablesPage | ActivityPage, Field(discriminator="kind")]


@dataclass(frozen=True)
class ScorecardSpec:
    """One workbook."""

    __pydantic_config__ = STRICT
    id: Annotated[Id, described("Begins the file's name.")]
    title: Annotated[Text, described("Printed on the cover and every page.")]
    produced_by: Annotated[Text, described("The team that answers for it.")]
    contact: Annotated[Text, described("A team's mailbox, never a person.")]
    pages: Annotated[tuple[Page, ...], described("Pages in order.", min_length=1)]
    groups: Annotated[tuple[IndicatorGroup, ...], described("The lists of sources and definitions.")] = ()
    covering: Annotated[CoveringSpec | None, described("The words of its covering report.")] = None
    licence: Annotated[Licence | None, described("Of the data, stated in the output csv; left out: none.")] = None
    style: Annotated[
        Reference, described("Its file of styles/, without the ending; the project's only one when left out.")
    ] = ""
