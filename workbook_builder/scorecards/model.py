"""What stands on a scorecard: pages, tables, rows with their figures, ratings and directions of travel."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from workbook_builder.findings import Finding
from workbook_builder.inputs import InputFile
from workbook_builder.inputs.edition import Edition
from workbook_builder.inputs.figures import Origin
from workbook_builder.inputs.sources import Source
from workbook_builder.inputs.targets import Target
from workbook_builder.periods import Period
from workbook_builder.rating.scheme import Rag
from workbook_builder.rating.schemes import in_order, is_judged, ratings_given
from workbook_builder.scorecards.activity import Activity
from workbook_builder.scorecards.citing import Cited as Cited
from workbook_builder.scorecards.citing import Part as Part
from workbook_builder.scorecards.row import BenchmarkKey as BenchmarkKey
from workbook_builder.scorecards.row import Row as Row
from workbook_builder.specs.catalogue import Area
from workbook_builder.specs.columns import WhichYear, YearColumn, year_at
from workbook_builder.specs.model import Spec
from workbook_builder.specs.pages import ColumnSet, Page, ScorecardSpec, TableSpec
from workbook_builder.specs.tabs import AREA

AnyYear = WhichYear | str | int
"""A year as a column of the spec names it."""
_NOT_IN_FILES = re.compile(r"[\\/:*?\"<>|\s]+")  # what Windows refuses in the name of a file


@dataclass(frozen=True)
class RowGroup:
    """Rows that stand together: those of one team, or (team "") of the area itself."""

    team: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Table:
    """One table of one area's page.

    `notes` are what its figures call for, besides those of its `spec`; `small_limit` is the denominator under which
    figures are marked as rated on few, None where none of them is.
    """

    spec: TableSpec
    columns: ColumnSet
    area: Area
    latest: Period
    year: Period
    benchmark_periods: Mapping[BenchmarkKey, Period]
    groups: tuple[RowGroup, ...]
    notes: tuple[str, ...]
    small_limit: int | None = None

    def year_at(self, which: AnyYear) -> Period:
        """A year, as headings say it."""
        return year_at(which, self.year)

    @cached_property
    def judging(self) -> frozenset[AnyYear]:
        """The years whose targets it shows, or rates by."""
        columns = (column for column in self.columns.columns if isinstance(column, YearColumn))
        return frozenset(column.year for column in columns if column.kind != "outturn")

    @cached_property
    def periods(self) -> frozenset[Period]:
        """The periods of which any of its rows states something."""
        return frozenset(period for row in self.rows for period in row.figures)

    def judged(self, row: Row, which: AnyYear) -> tuple[Period, Period]:
        """Of a year: the period of the figure that a row shows, and that of the target which judges it.

        Of this year that is the row's latest figure, by its own target: of several frequencies not all lie in one.
        """
        if which is WhichYear.THIS:
            return row.latest, row.judged_by
        year = self.year_at(which)
        return year, year

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Every row, team after team."""
        return tuple(row for group in self.groups for row in group.rows)


@dataclass(frozen=True)
class ScorecardPage:
    """One sheet to be: its page of the spec, its name and title and, where it has tables, its area and tables.

    A page of activity has an area too, and tables and charts of its own.
    """

    spec: Page
    name: str
    title: str
    area: Area | None = None
    tables: tuple[Table, ...] = ()
    activity: Activity | None = None

    @property
    def printed_name(self) -> str:
        """The page's name with the area's in full, for which its tab may have no room."""
        return self.spec.name.replace(AREA, self.area.name) if self.tables and self.area else self.name


@dataclass(frozen=True)
class Paragraph:
    """What is said of one row in a section of the commentary, beginning with the row's rating.

    `page` is the sheet on which the row stands. A draft was made from the figures; else `author` is who wrote the
    text, `figures` those that the author saw (`RED; 31.6; 60.0`; "" where unknown), `origin` where it is stated,
    `stated` what it says there, with whatever rating it opens with, and `parts` the printed text once more, with the
    figures that it leaves to the row apart, so that an output may show them live.
    """

    page: str
    section: str
    row: Row
    rating: Rag
    text: str
    is_draft: bool
    author: str = ""
    figures: str = ""
    origin: Origin | None = None
    stated: str = ""
    parts: tuple[Part, ...] = ()

    @property
    def cited(self) -> frozenset[str]:
        """Which figures of its row it leaves to the table."""
        return frozenset(part.name for part in self.parts if isinstance(part, Cited))


@dataclass(frozen=True)
class Scorecard:
    """An edition of a scorecard: its pages in order, and the targets, sources and files that they rest on.

    `previous` is the edition before it (`no_previous`: why there is none, in words), `commentary` what is said of its
    rows; both, and the `findings` of the checks, are added by the stages that come after.
    A previous edition calls areas and teams by their names of today: `renamed` are those that it called otherwise, by
    the name then, and `merged` the areas or teams, by the one that they make now.
    `unshown` are those of the targets that the edition states and no page shows: a mistake, or one of the spec.
    """

    spec: ScorecardSpec
    catalogue: Spec
    edition: Edition
    pages: tuple[ScorecardPage, ...]
    targets: tuple[Target, ...]
    sources: Mapping[str, Source]
    files: tuple[InputFile, ...] = ()
    findings: tuple[Finding, ...] = ()
    only_area: str = ""
    commentary: tuple[Paragraph, ...] = ()
    previous: Scorecard | None = None
    no_previous: str = ""
    renamed: Mapping[str, str] = field(default_factory=dict)
    merged: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unshown: tuple[Target, ...] = ()

    @cached_property
    def sections_on(self) -> Mapping[str, set[tuple[str, str]]]:
        """The sections that say something of the rows of a page, each with that page, by page."""
        sections: dict[str, set[tuple[str, str]]] = {}
        for paragraph in self.commentary:
            sections.setdefault(paragraph.page, set()).add((paragraph.page, paragraph.section))
        return sections

    @property
    def file_stem(self) -> str:
        """`CYPE_Directorate_Scorecard_2024-11`, with the area where it is one district's workbook."""
        area = "_" + _NOT_IN_FILES.sub("_", self.only_area) if self.only_area else ""
        return f"{self.spec.id}_{self.edition.month}{area}"

    @cached_property
    def ratings(self) -> tuple[Rag, ...]:
        """The ratings that the schemes of its indicators may give, and those that were judged, the worst first."""
        rows = (*self.rows, *(self.previous.rows if self.previous else ()))
        judged = {rating for row in rows if is_judged(row.indicator.rating) for rating in row.ratings.values()}
        return in_order({*ratings_given(one.rating for one in self.catalogue.indicators), *judged})

    @property
    def rows(self) -> Iterator[Row]:
        """Every row of every page."""
        return (row for page in self.pages for table in page.tables for row in table.rows)
