"""A workbook as a reader meets it, with or without sight: frozen data, read from any program's .xlsx.

Rows and columns count from 0. Colours are `#RRGGBB`, "" where the file states none that can be known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from workbook_builder.accessibility.areas import Area, Position

Value = str | float | bool | None


@dataclass(frozen=True, slots=True)
class Font:
    """How letters look; `size` in points."""

    name: str = "Calibri"
    size: float = 11.0
    is_bold: bool = False
    is_italic: bool = False
    is_underlined: bool = False
    is_struck: bool = False
    is_raised: bool = False
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks; `align` is as the file names it, "general" for texts left and numbers right."""

    font: Font = Font()
    fill: str = ""
    has_heavy_border: bool = False
    align: str = "general"
    is_wrapped: bool = False
    is_shrunk: bool = False
    rotation: int = 0
    number_format: str = "General"
    style: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that the file states, filled or not; `raised` are the parts of its text that are superscript."""

    row: int
    column: int
    value: Value
    look: Look
    formula: str = ""
    fonts: tuple[Font, ...] = ()
    raised: tuple[str, ...] = ()

    @property
    def position(self) -> Position:
        """Row and column."""
        return self.row, self.column

    @property
    def is_filled(self) -> bool:
        """Whether it shows anything but spaces."""
        return self.value is not None and (not isinstance(self.value, str) or bool(self.value.strip()))

    @property
    def is_number(self) -> bool:
        """Whether a number (a date, too) is stored."""
        return isinstance(self.value, float)

    @property
    def text(self) -> str:
        """Its text; "" for a number or nothing."""
        return self.value if isinstance(self.value, str) else ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table that is marked up as one; `columns` are the names that the mark-up gives its columns."""

    name: str
    area: Area
    heading_rows: int
    total_rows: int
    columns: tuple[str, ...]
    has_filter: bool


@dataclass(frozen=True, slots=True)
class Link:
    """A link on cells: `target` is an address outside the file, `location` a place in it."""

    area: Area
    target: str
    location: str


@dataclass(frozen=True, slots=True)
class Series:
    """What a chart draws: its cells by reference, with the values of them that the chart has kept.

    A reference is "" where the chart holds the values only. `manner` is dash and marker of a line.
    """

    references: tuple[tuple[str, tuple[str, ...]], ...]
    manner: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Drawn:
    """Something that floats over the cells. `kind`: chart, picture, shape, control, slicer, comment."""

    kind: str
    position: Position
    name: str
    description: str
    is_decorative: bool = False
    series: tuple[Series, ...] = ()


@dataclass(frozen=True, slots=True)
class Highlight:
    """A rule of conditional formatting: its kind as the file names it, its first formula, the colours it gives."""

    areas: tuple[Area, ...]
    kind: str
    formula: str
    colour: str
    fill: str


@dataclass(frozen=True)
class Sheet:
    """A sheet. Spans are first and last row or column; widths in characters, heights in points where fixed."""

    name: str
    state: str
    cells: Mapping[Position, Cell]
    tables: tuple[Table, ...] = ()
    merged: tuple[Area, ...] = ()
    links: tuple[Link, ...] = ()
    drawn: tuple[Drawn, ...] = ()
    highlights: tuple[Highlight, ...] = ()
    hidden_rows: tuple[tuple[int, int], ...] = ()
    hidden_columns: tuple[tuple[int, int], ...] = ()
    widths: tuple[tuple[int, int, float], ...] = ()
    usual_width: float = 8.43
    heights: Mapping[int, float] = field(default_factory=dict)
    filled_lines: tuple[str, ...] = ()
    margins: tuple[str, ...] = ()
    is_frozen: bool = False
    has_filter: bool = False
    has_sparklines: bool = False
    has_background: bool = False
    is_protected: bool = False
    cursor: str = "A1"
    seen_from: str = "A1"

    @cached_property
    def filled(self) -> tuple[Cell, ...]:
        """The cells that show something, row after row."""
        return tuple(cell for _, cell in sorted(self.cells.items()) if cell.is_filled)

    def cell(self, row: int, column: int) -> Cell | None:
        """A cell that shows something, if one stands there."""
        found = self.cells.get((row, column))
        return found if found and found.is_filled else None

    def text(self, row: int, column: int) -> str:
        """The text of a cell; "" where there is none."""
        found = self.cells.get((row, column))
        return found.text.strip() if found else ""

    def within(self, area: Area) -> Iterator[Cell]:
        """The filled cells of an area, row after row, however large it is."""
        if area.size > len(self.cells):
            return (cell for cell in self.filled if cell.position in area)
        return (cell for position in area.positions() if (cell := self.cell(*position)))

    @cached_property
    def linked(self) -> frozenset[Position]:
        """The first cells of all links: one link hardly ever lies on several."""
        return frozenset((link.area.top, link.area.left) for link in self.links)

    def width(self, column: int) -> float:
        """The width of a column in characters."""
        return next((width for first, last, width in self.widths if first <= column <= last), self.usual_width)

    @property
    def is_visible(self) -> bool:
        """Whether its tab can be seen."""
        return self.state == "visible"


@dataclass(frozen=True)
class Workbook:
    """The whole file; `parts` names its parts, `names` the places that it defines."""

    name: str
    sheets: tuple[Sheet, ...]
    title: str = ""
    language: str = ""
    opens_at: int = 0
    font: Font = Font()
    names: Mapping[str, str] = field(default_factory=dict)
    parts: tuple[str, ...] = ()
    is_protected: bool = False

    @cached_property
    def visible(self) -> tuple[Sheet, ...]:
        """The sheets whose tabs can be seen."""
        return tuple(sheet for sheet in self.sheets if sheet.is_visible)

    def sheet(self, name: str) -> Sheet | None:
        """The sheet of a name, in capital or small letters."""
        return next((sheet for sheet in self.sheets if sheet.name.casefold() == name.casefold()), None)

    def filled(self) -> Iterator[tuple[Sheet, Cell]]:
        """Every cell that shows something, with its sheet."""
        return ((sheet, cell) for sheet in self.sheets for cell in sheet.filled)
