"""What stands on a scorecard: pages, tables, rows with their figures, ratings and directions of travel."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from workbook_builder.findings import Finding
from workbook_builder.inputs import InputFile
from workbook_builder.inputs.edition import Edition
from workbook_builder.inputs.figures import Figure, Missing, Origin
from workbook_builder.inputs.observations import Key, Observation
from workbook_builder.inputs.sources import Source
from workbook_builder.inputs.targets import Target
from workbook_builder.periods import Period
from workbook_builder.ratings import Rag, Travel
from workbook_builder.reach import Reach
from workbook_builder.scorecards.activity import Activity
from workbook_builder.specs.catalogue import Area, Indicator, Polarity
from workbook_builder.specs.columns import Dated, WhichYear
from workbook_builder.specs.model import Spec
from workbook_builder.specs.pages import ColumnSet, Page, ScorecardSpec, TableSpec
from workbook_builder.trends import Direction

BenchmarkKey = tuple[str, Dated]
SMALL_MARK = "*"


@dataclass(frozen=True)
class Row:
    """One indicator of one area or team: everything that its table may print.

    `year` is the year whose target judges the figure of the `latest` period; `ratings` and `targets` are by year.
    `is_small` says that the latest figure is rated on so few that one more or less moves it by much; `reach` how
    many more or fewer would make it GREEN. `direction` is that of the periods shown, where the table says one.
    """

    indicator: Indicator
    title: str
    place: str
    exists: bool
    polarity: Polarity | None
    latest: Period
    year: Period
    figures: Mapping[Period, Observation]
    targets: Mapping[Period, Target]
    ratings: Mapping[Period, Rag]
    travel: Travel
    benchmarks: Mapping[BenchmarkKey, Figure]
    is_small: bool
    reach: Reach | None
    direction: Direction | None

    def figure(self, period: Period) -> Figure | None:
        """The measure of a period: N/A where the indicator does not exist, None where nothing is stated."""
        if not self.exists:
            return Missing.NOT_AVAILABLE
        observation = self.figures.get(period)
        return observation.measure if observation else None

    def judged(self, year: Period) -> Period:
        """The period whose figure a year's target judges: the latest, or that year's outturn."""
        return self.latest if year == self.year else year


@dataclass(frozen=True)
class RowGroup:
    """Rows that stand together: those of one team, or (team "") of the area itself."""

    team: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Table:
    """One table of one area's page."""

    spec: TableSpec
    columns: ColumnSet
    area: Area
    latest: Period
    year: Period
    benchmark_periods: Mapping[BenchmarkKey, Period]
    groups: tuple[RowGroup, ...]
    notes: tuple[str, ...]

    def year_at(self, which: WhichYear) -> Period:
        """This, the previous or the next year."""
        return self.year.back(which.steps_back)

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


@dataclass(frozen=True)
class Cited:
    """A figure of the row that a text leaves to its table: which (`value`), in words ("" where the row has none), and
    the place as it was `written`: `{value}`.
    """

    name: str
    words: str
    written: str


Part = str | Cited


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
    rows; both, and the `findings` of the checks, are added by the stages that come after. `withheld` says which
    figures, by indicator, place and period, a previous edition stated but does not tell: they are suppressed since.
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
    withheld: frozenset[Key] = frozenset()

    @property
    def file_stem(self) -> str:
        """`CYPE_Directorate_Scorecard_2024-11`, with the area where it is one district's workbook."""
        area = f"_{self.only_area.replace(' ', '_')}" if self.only_area else ""
        return f"{self.spec.id}_{self.edition.month}{area}"

    @property
    def rows(self) -> Iterator[Row]:
        """Every row of every page."""
        return (row for page in self.pages for table in page.tables for row in table.rows)
