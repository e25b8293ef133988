"""Layout as frozen data: what stands in each cell of each sheet, before any writer sees it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from workbook_builder.addresses import address as address
from workbook_builder.addresses import column_letters as column_letters
from workbook_builder.addresses import defined_name as defined_name
from workbook_builder.addresses import in_sheet as in_sheet


class Style(StrEnum):
    """What a cell means; the style file says how that looks."""

    COVER_TITLE = "cover_title"
    COVER_TEXT = "cover_text"
    DRAFT = "draft"
    TITLE = "title"
    SUBTITLE = "subtitle"
    LINK = "link"
    TABLE_TITLE = "table_title"
    NOTE = "note"
    HEADER_GROUP = "header_group"
    HEADER = "header"
    HEADER_TEAM = "header_team"
    HEADER_LIST = "header_list"
    TEXT = "text"
    TERM = "term"
    TEXT_LINK = "text_link"
    LABEL = "label"
    NUMBER = "number"
    NUMBER_PREVIOUS = "number_previous"
    MISSING = "missing"
    MISSING_PREVIOUS = "missing_previous"
    TRAVEL = "travel"
    RAG = "rag"
    RAG_PREVIOUS = "rag_previous"
    CHOICE = "choice"
    COMMENTARY = "commentary"
    COMMENTARY_DRAFT = "commentary_draft"
    SPARKLINE = "sparkline"
    RAG_GREEN = "rag_green"
    RAG_AMBER = "rag_amber"
    RAG_RED = "rag_red"
    RAG_BLUE = "rag_blue"
    RAG_WITHIN = "rag_within"
    RAG_ABOVE = "rag_above"
    RAG_BELOW = "rag_below"
    TRAVEL_IMPROVED = "travel_improved"
    TRAVEL_WORSENED = "travel_worsened"
    TRAVEL_SAME = "travel_same"


def rating_styles() -> tuple[Style, ...]:
    """The meanings of cells that hold a rating: `rag_` and its word."""
    ratings = (style for style in Style if style.value.startswith(f"{Style.RAG}_"))
    return tuple(style for style in ratings if style is not Style.RAG_PREVIOUS)


Value = str | int | float | None


class Cell(NamedTuple):
    """One cell. With a formula, `value` is its cached result; `link` is `Sheet!A1` of the same workbook."""

    value: Value
    style: Style
    number_format: str = ""
    formula: str = ""
    link: str = ""
    finer: str = ""  # the format of numbers with more decimals than `number_format` shows


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of cells from column A on (None: nothing there), and its height in points."""

    cells: tuple[Cell | None, ...]
    height: float


@dataclass(frozen=True, slots=True)
class Area:
    """A block of cells; rows and columns count from 0, both ends included."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def address(self) -> str:
        """`$A$1:$C$5`."""
        return f"{address(self.top, self.left, '$')}:{address(self.bottom, self.right, '$')}"


@dataclass(frozen=True, slots=True)
class Highlight:
    """Cells that take on another style while they hold a certain text."""

    areas: tuple[Area, ...]
    text: str
    style: Style


@dataclass(frozen=True, slots=True)
class Printing:
    """A4, landscape unless `portrait`: fitted to the width by Excel (`scale` None), or scaled with breaks above rows.

    `one_page`: fitted to a single page, its height too.
    """

    scale: int | None = None
    breaks: tuple[int, ...] = ()
    repeated: tuple[int, int] | None = None
    portrait: bool = False
    one_page: bool = False


@dataclass(frozen=True, slots=True)
class ChartSeries:
    """A line of a chart: the cells that hold its name and its points, and what they hold.

    A point without a number is an empty cell, because Excel draws text as 0. `beside` is 0 for what the chart is
    about, from 1 to 3 for what is drawn beside it.
    """

    name: str
    name_cell: Area
    points: tuple[Area, ...]
    values: tuple[int | float | None, ...]
    beside: int


@dataclass(frozen=True, slots=True)
class Plot:
    """The part of a chart within its axes, in pixels from the chart's top left corner."""

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Chart:
    """A line chart: the cell at its top left corner, its size in pixels, its texts and what it draws.

    `description` is read to those who cannot see it. `categories` are the cells below the horizontal axis, which
    say `labels`, of which every second is printed where `label_every` is 2. The vertical axis begins at `least`;
    None: where Excel thinks best. `has_bars`: bars below each other, not lines; `title_cell` is the cell that holds
    its title.
    """

    row: int
    column: int
    width: int
    height: int
    plot: Plot
    title: str
    description: str
    category_title: str
    value_title: str
    number_format: str
    label_every: int
    least: float | None
    categories: Area
    labels: tuple[str, ...]
    series: tuple[ChartSeries, ...]
    has_bars: bool = False
    title_cell: Area | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """Cells in which something is chosen from a list: that of the cells of `source`, an area with its sheet.

    `is_only`: nothing else may be typed; otherwise it may, after a warning.
    """

    area: Area
    source: str
    is_only: bool = True


@dataclass(frozen=True, slots=True)
class Sparkline:
    """A small line without axes, drawn over an empty cell: row and column count from 0, `points` are its figures."""

    row: int
    column: int
    points: Area


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: columns in pixels, rows, what stays in sight (rows, columns), what is highlighted and named.

    On a protected sheet nothing can be changed but the cells of commentary.
    """

    name: str
    title: str
    widths: tuple[int, ...]
    rows: tuple[SheetRow, ...]
    frozen: tuple[int, int] = (0, 0)
    highlights: tuple[Highlight, ...] = ()
    names: tuple[tuple[str, Area], ...] = ()
    printing: Printing = Printing()
    is_protected: bool = False
    charts: tuple[Chart, ...] = ()
    sparklines: tuple[Sparkline, ...] = ()
    choices: tuple[Choice, ...] = ()

    def cells(self) -> Iterator[tuple[int, int, Cell]]:
        """Every cell with its row and column, counted from 0."""
        for r, row in enumerate(self.rows):
            for c, cell in enumerate(row.cells):
                if cell is not None:
                    yield r, c, cell


@dataclass(frozen=True, slots=True)
class Workbook:
    """Sheets in order, and what the file says of itself; `properties` are seen in no print: name and text of each.

    It opens on the sheet called `opens_on`, else on the first.
    """

    title: str
    subject: str
    author: str
    created: date
    footer: str
    watermark: str
    sheets: tuple[Sheet, ...]
    properties: tuple[tuple[str, str], ...] = ()
    opens_on: str = ""
